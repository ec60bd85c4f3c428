/** What a mean loss costs through the core, with SIMD and without, beside JavaScript, NumPy and TensorFlow.js. */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { ROOT } from '../../web/tools/steps.mjs';
import { median } from './tables.mjs';

const EXAMPLES = 1_000_000;
const ROUNDS = 9;
const TEXTBOOK = 'JavaScript, textbook: log(p), log(1 - p)';
const ACCURATE = 'JavaScript, accurate: log(p), log1p(-p)';
const PLAIN = 'core, one call: meanLoss';
const SIMD = 'core with SIMD, one call: meanLoss';

/** @typedef {Readonly<{ y: Float64Array, p: Float64Array }>} Rows */
/** A round of something: what it came to, and where it was timed elsewhere, how long it took. @typedef {() => number | Promise<number | readonly [ms: number, mean: number]>} Work */
/** @typedef {Readonly<{ rivals: Record<string, Work>, told?: string, end?: () => void }>} Others */

/** A seeded generator (mulberry32), so that every run measures the same numbers. @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** The loops of these are written out: a shared one would slow all of them alike. @param {Rows} rows @returns {Record<string, Work>} */
const javascript = ({ y, p }) => ({
  [TEXTBOOK]: () => {
    let sum = 0;
    for (let i = 0; i < EXAMPLES; ++i) {
      const label = y[i] ?? 0;
      const probability = p[i] ?? 0;
      sum -= label * Math.log(probability) + (1 - label) * Math.log(1 - probability);
    }
    return sum / EXAMPLES;
  },
  [ACCURATE]: () => {
    let sum = 0;
    for (let i = 0; i < EXAMPLES; ++i) {
      const label = y[i] ?? 0;
      const probability = p[i] ?? 0;
      sum -= label * Math.log(probability) + (1 - label) * Math.log1p(-probability);
    }
    return sum / EXAMPLES;
  },
});

/** @param {Rows} rows @returns {Promise<Others>} */
const ours = async ({ y, p }) => {
  // Through tsx, because the guard is TypeScript.
  const { tsImport } = await import('tsx/esm/api');
  /** @type {typeof import('../../web/engine/load.js')} */
  const { createCore } = await tsImport('../../web/engine/load.ts', import.meta.url);
  /** @type {typeof import('../../web/engine/guard.js')} */
  const { guard } = await tsImport('../../web/engine/guard.ts', import.meta.url);
  /** @type {typeof import('../../web/engine/unpack.js')} */
  const { UNPACK } = await tsImport('../../web/engine/unpack.ts', import.meta.url);
  /** @param {{ ok: boolean, value?: number }} outcome */
  const valueOf = (outcome) => outcome.value ?? NaN;

  const plain = await createCore(readFileSync(join(ROOT, 'build/wasm/wasm/bce.wasm')));
  /** @type {Record<string, Work>} */
  const rivals = { [PLAIN]: () => valueOf(plain.meanLoss(y, p)) };
  // The study edition has the flavour for engines with SIMD; it may be missing.
  const study = join(ROOT, 'build/wasm/wasm/study/bce-study');
  const simd = `${study}-simd.wasm`;
  if (existsSync(simd)) {
    const { default: createModule } = await import(`${study}.mjs`);
    const core = guard(await createModule({ wasmBinary: readFileSync(simd), ...UNPACK }));
    rivals[SIMD] = () => valueOf(core.meanLoss(y, p));
  }
  rivals['core, one call each: loss'] = () => {
    let sum = 0;
    for (let i = 0; i < EXAMPLES; ++i) sum += valueOf(plain.loss(y[i] ?? 0, p[i] ?? 0));
    return sum / EXAMPLES;
  };
  return { rivals };
};

/** In a process of its own, which times itself. @param {Rows} rows @returns {Promise<Others>} */
const numpy = async ({ y, p }) => {
  const python = ['python3', '/usr/bin/python3'].find(
    (name) => spawnSync(name, ['-c', 'import numpy'], { stdio: 'ignore' }).status === 0,
  );
  if (!python)
    return { rivals: {}, told: 'NumPy is left out, because no python3 has it: Debian calls it python3-numpy.' };
  const folder = mkdtempSync(join(tmpdir(), 'bce-mean-'));
  const files = Object.entries({ y, p }).map(([name, numbers]) => {
    const file = join(folder, name);
    writeFileSync(file, numbers);
    return file;
  });
  const started = spawn(python, [fileURLToPath(new URL('mean.py', import.meta.url)), ...files], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: started.stdout })[Symbol.asyncIterator]();
  const line = async () => (await lines.next()).value ?? '';
  const version = await line();
  const round = async () => {
    const [ms = NaN, mean = NaN] = (await line()).split(' ').map(Number);
    return /** @type {const} */ ([ms, mean]);
  };
  return {
    rivals: {
      [`NumPy ${version}, textbook`]: () => {
        started.stdin.write('\n');
        return round();
      },
      [`NumPy ${version}, accurate: log1p`]: round,
    },
    end: () => {
      started.stdin.end();
      rmSync(folder, { recursive: true });
    },
  };
};

/** In single precision, which is all it has; the arrays are handed over beforehand. @param {Rows} rows @returns {Promise<Others>} */
const tensorflow = async ({ y, p }) => {
  const require = createRequire(import.meta.url);
  try {
    // By require: its modules are not what Node takes for modules.
    const tf = require('@tensorflow/tfjs-core');
    require('@tensorflow/tfjs-backend-cpu');
    const wasm = require('@tensorflow/tfjs-backend-wasm');
    wasm.setWasmPaths(`${dirname(require.resolve('@tensorflow/tfjs-backend-wasm/package.json'))}/dist/`);
    /** @type {Record<string, Work>} */
    const rivals = {};
    const told = [];
    for (const backend of ['cpu', 'wasm']) {
      if (!(await tf.setBackend(backend))) {
        told.push(`TensorFlow.js has no backend ${backend} here.`);
        continue;
      }
      const labels = tf.tensor1d(Float32Array.from(y));
      const probabilities = tf.tensor1d(Float32Array.from(p));
      rivals[`TensorFlow.js ${tf.version_core}, ${backend}, float32: logLoss`] = async () => {
        await tf.setBackend(backend);
        const since = performance.now();
        const mean = tf.tidy(() => tf.losses.logLoss(labels, probabilities)).dataSync()[0] ?? NaN;
        return [performance.now() - since, mean];
      };
    }
    return { rivals, told: told.join(' ') };
  } catch (error) {
    return {
      rivals: {},
      told: `TensorFlow.js is left out: ${error instanceof Error ? error.message.split('\n')[0] : error}`,
    };
  }
};

/** @returns {Promise<import('./tables.mjs').Table>} */
export const core = async () => {
  const next = random(20_240_607);
  const y = Float64Array.from({ length: EXAMPLES }, () => (next() < 0.5 ? 0 : 1));
  // Off the ends, where the textbook's forms have no number.
  const p = Float64Array.from({ length: EXAMPLES }, () => (next() + 2 ** -33) / (1 + 2 ** -32));
  const others = [await ours({ y, p }), await numpy({ y, p }), await tensorflow({ y, p })];
  /** @type {Record<string, Work>} */
  const rivals = Object.assign(javascript({ y, p }), ...others.map((other) => other.rivals));

  /** @type {Map<string, number[]>} */
  const taken = new Map(Object.keys(rivals).map((name) => [name, []]));
  /** @type {Map<string, number>} */
  const values = new Map();
  for (let round = -1; round < ROUNDS; ++round) {
    for (const [name, work] of Object.entries(rivals)) {
      const since = performance.now();
      const came = await work();
      const [ms, mean] = typeof came === 'number' ? [performance.now() - since, came] : came;
      values.set(name, mean);
      // The first round only warms up.
      if (round >= 0) taken.get(name)?.push(ms);
    }
  }
  for (const { end } of others) end?.();

  const timeOf = (/** @type {string} */ name) => median(taken.get(name) ?? []);
  const truth = values.get(PLAIN) ?? NaN;
  const rows = [...taken].map(([name, list]) => {
    const time = median(list);
    return [
      name,
      ((time * 1e6) / EXAMPLES).toFixed(2),
      (time / timeOf(TEXTBOOK)).toFixed(2),
      (time / timeOf(ACCURATE)).toFixed(2),
      Math.abs((values.get(name) ?? NaN) / truth - 1).toExponential(0),
    ];
  });
  const told = others.flatMap((other) => other.told || []);
  return {
    title: `Mean loss of ${EXAMPLES.toLocaleString('en')} examples`,
    columns: ['', 'ns an example', '× textbook', '× accurate', 'off by'],
    rows,
    note: `Medians of ${ROUNDS} interleaved rounds. × textbook 0.50 is half the time of the textbook; "off by" is relative, from meanLoss.${told.map((sentence) => ` ${sentence}`).join('')}`,
  };
};
