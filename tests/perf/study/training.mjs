/** What a training step costs through the core, with SIMD and without, beside the same in plain JavaScript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ROOT } from '../../../web/tools/steps.mjs';
import { median } from '../tables.mjs';

const POINTS = 1_000;
/** In a round, and in a call: a call also reports what each point costs, which is no part of a step. */
const STEPS = 400;
const ROUNDS = 101;
const RATE = 0.5;

/** A seeded generator (mulberry32), so that every run measures the same numbers. @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** @returns {Promise<import('../tables.mjs').Table>} */
export const training = async () => {
  // Through tsx, because the loader is TypeScript.
  const { tsImport } = await import('tsx/esm/api');
  /** @type {typeof import('../../../web/engine/guard.js')} */
  const { guard, guardAlso } = await tsImport('../../../web/engine/guard.ts', import.meta.url);
  /** @type {typeof import('../../../web/engine/unpack.js')} */
  const { UNPACK } = await tsImport('../../../web/engine/unpack.ts', import.meta.url);
  guardAlso({
    train: ['numbers', 'numbers', 'numbers', 'numbers', 'numbers', 'text', 'number', 'number'],
  });
  const folder = join(ROOT, 'build/wasm/wasm/study');
  const { default: create } = await import(pathToFileURL(join(folder, 'bce-study.mjs')).href);
  /** @param {string} name @returns {Promise<import('../../../wasm/contract/study/study.js').StudyModule>} */
  const coreOf = async (name) =>
    /** @type {any} */ (guard(await create({ wasmBinary: readFileSync(join(folder, `${name}.wasm`)), ...UNPACK })));
  const [plain, simd] = [await coreOf('bce-study'), await coreOf('bce-study-simd')];

  const next = random(20_240_607);
  const kilograms = Float64Array.from({ length: POINTS }, () => next() * 12);
  const centimetres = Float64Array.from({ length: POINTS }, () => 2 + next() * 12);
  const labels = Float64Array.from(kilograms, (weight, i) => Number(weight + (centimetres[i] ?? 0) + 8 * next() > 18));
  // As the model has them; the core measures them itself.
  const first = kilograms.map((weight) => (weight - 6) / 2);
  const second = centimetres.map((ears) => (ears - 8) / 2);
  const none = new Float64Array();
  const start = new Float64Array(3);

  /** @param {import('../../../wasm/contract/study/study.js').StudyModule} core */
  const through = (core) => {
    const run = core.train(kilograms, centimetres, labels, start, none, 'cross_entropy', RATE, STEPS);
    return run.ok ? run.value.meanLoss : NaN;
  };

  /** @type {Record<string, () => number>} */
  const rivals = {
    'JavaScript: exp, log1p': () => {
      let bias = 0;
      let w1 = 0;
      let w2 = 0;
      let loss = 0;
      // As often as the core: it looks at where it starts as well.
      for (let step = 0; step <= STEPS; ++step) {
        let sum = 0;
        let slope = 0;
        let slope1 = 0;
        let slope2 = 0;
        for (let i = 0; i < POINTS; ++i) {
          const x1 = first[i] ?? 0;
          const x2 = second[i] ?? 0;
          const y = labels[i] ?? 0;
          const z = bias + w1 * x1 + w2 * x2;
          const e = Math.exp(-Math.abs(z));
          const p = z < 0 ? e / (1 + e) : 1 / (1 + e);
          sum += Math.max(z, 0) - z * y + Math.log1p(e);
          slope += p - y;
          slope1 += (p - y) * x1;
          slope2 += (p - y) * x2;
        }
        loss = sum / POINTS;
        if (step === STEPS) break;
        bias -= (RATE * slope) / POINTS;
        w1 -= (RATE * slope1) / POINTS;
        w2 -= (RATE * slope2) / POINTS;
      }
      return loss;
    },
    core: () => through(plain),
    'core with SIMD': () => through(simd),
  };

  /** @type {Map<string, number[]>} */
  const taken = new Map(Object.keys(rivals).map((name) => [name, []]));
  const values = new Map();
  for (let round = -10; round < ROUNDS; ++round) {
    for (const [name, work] of Object.entries(rivals)) {
      const since = performance.now();
      values.set(name, work());
      // The first rounds only warm up.
      if (round >= 0) taken.get(name)?.push(performance.now() - since);
    }
  }

  const [javascript = NaN] = [...taken.values()].map(median);
  const [truth = NaN] = values.values();
  return {
    title: `A training step on ${POINTS.toLocaleString('en')} points, two features`,
    columns: ['', 'µs a step', '× JavaScript', 'loss off by'],
    rows: [...taken].map(([name, list]) => {
      const time = median(list);
      return [
        name,
        ((time * 1e3) / STEPS).toFixed(2),
        (time / javascript).toFixed(2),
        Math.abs(values.get(name) / truth - 1).toExponential(0),
      ];
    }),
    note: `Medians of ${ROUNDS} interleaved rounds. × JavaScript 0.50 is half the time; "off by" is relative, from JavaScript, after ${STEPS} steps.`,
  };
};
