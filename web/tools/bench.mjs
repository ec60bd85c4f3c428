/**
 * `npm run bench`: what a loss costs through the core, beside the same in plain JavaScript, and what
 * each shipped file weighs. `--record-sizes` accepts the present sizes.
 *
 * Absolute times are this machine's; the ratios hold, because every round runs all rivals in turn.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure, record, spent } from './sizes.mjs';
import { FOR_BUILD, setup } from './setup.mjs';
import { ROOT, Stop, main, run } from './steps.mjs';

const EXAMPLES = 1_000_000;
const ROUNDS = 9;

/** A seeded generator (mulberry32), so that every run measures the same numbers. @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** @param {readonly number[]} values */
const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1] ?? NaN;

/** @type {(cells: readonly (string | number)[], widths: readonly number[]) => string} */
const row = (cells, widths) =>
  cells
    .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i] ?? 0) : String(cell).padStart(widths[i] ?? 0)))
    .join('  ');

const times = async () => {
  // Through tsx, because the loader is TypeScript.
  const { tsImport } = await import('tsx/esm/api');
  /** @type {typeof import('../engine/load.js')} */
  const { createCore } = await tsImport('../engine/load.ts', import.meta.url);
  const core = await createCore(readFileSync(join(ROOT, 'build/wasm/wasm/bce.wasm')));

  const next = random(20_240_607);
  const y = Float64Array.from({ length: EXAMPLES }, () => (next() < 0.5 ? 0 : 1));
  // Off the ends, where the textbook's forms have no number.
  const p = Float64Array.from({ length: EXAMPLES }, () => (next() + 2 ** -33) / (1 + 2 ** -32));

  /** @param {(label: number, probability: number) => number} one */
  const mean = (one) => {
    let sum = 0;
    for (let i = 0; i < EXAMPLES; ++i) sum += one(y[i] ?? 0, p[i] ?? 0);
    return sum / EXAMPLES;
  };
  /** @param {{ ok: boolean, value?: number }} outcome */
  const valueOf = (outcome) => outcome.value ?? NaN;

  // The loops of the rivals are written out: a shared one would slow all of them alike.
  /** @type {Record<string, () => number>} */
  const rivals = {
    'JavaScript, textbook: log(p), log(1 - p)': () => {
      let sum = 0;
      for (let i = 0; i < EXAMPLES; ++i) {
        const label = y[i] ?? 0;
        const probability = p[i] ?? 0;
        sum -= label * Math.log(probability) + (1 - label) * Math.log(1 - probability);
      }
      return sum / EXAMPLES;
    },
    'JavaScript, accurate: log(p), log1p(-p)': () => {
      let sum = 0;
      for (let i = 0; i < EXAMPLES; ++i) {
        const label = y[i] ?? 0;
        const probability = p[i] ?? 0;
        sum -= label * Math.log(probability) + (1 - label) * Math.log1p(-probability);
      }
      return sum / EXAMPLES;
    },
    'core, one call: meanLoss': () => valueOf(core.meanLoss(y, p)),
    'core, one call each: loss': () => mean((label, probability) => valueOf(core.loss(label, probability))),
  };

  /** @type {Map<string, number[]>} */
  const taken = new Map(Object.keys(rivals).map((name) => [name, []]));
  const values = new Map();
  for (let round = -1; round < ROUNDS; ++round) {
    for (const [name, work] of Object.entries(rivals)) {
      const since = performance.now();
      values.set(name, work());
      // The first round only warms up.
      if (round >= 0) taken.get(name)?.push(performance.now() - since);
    }
  }

  const [textbook = NaN, accurate = NaN] = [...taken.values()].map(median);
  const truth = values.get('core, one call: meanLoss');
  const widths = [42, 14, 12, 12, 12];
  console.log(`\nMean loss of ${EXAMPLES.toLocaleString('en')} examples, median of ${ROUNDS} interleaved rounds\n`);
  console.log(row(['', 'ns an example', '× textbook', '× accurate', 'off by'], widths));
  for (const [name, list] of taken) {
    const time = median(list);
    console.log(
      row(
        [
          name,
          ((time * 1e6) / EXAMPLES).toFixed(2),
          (time / textbook).toFixed(2),
          (time / accurate).toFixed(2),
          Math.abs(values.get(name) / truth - 1).toExponential(0),
        ],
        widths,
      ),
    );
  }
  console.log('\n× textbook 0.50: in half the time of the textbook. "off by": relative, from meanLoss.');
};

const weights = () => {
  const sizes = measure();
  const widths = [42, 10, 10, 10, 10];
  console.log('\nBytes of dist/site\n');
  console.log(row(['', 'raw', 'gzip 9', 'brotli 11', 'budget'], widths));
  for (const [file, { raw, gzip, brotli }] of Object.entries(sizes))
    console.log(row([file, raw, gzip, brotli], widths));
  console.log('');
  for (const { what, bytes, most } of spent(sizes)) console.log(row([what, '', '', bytes, most], widths));
};

await main(async () => {
  const unknown = process.argv.slice(2).filter((argument) => argument !== '--record-sizes');
  if (unknown.length > 0) throw new Stop(`Unknown: ${unknown.join(' ')}. The only option is --record-sizes.`);
  await setup(FOR_BUILD);
  await run('build the page', [process.execPath, 'web/tools/build.mjs']);
  if (process.argv.includes('--record-sizes')) {
    await record();
    console.log('\nWritten: tests/architecture/sizes.json');
  } else {
    await times();
  }
  weights();
});
