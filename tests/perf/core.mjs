/** What a mean loss costs through the core, beside the same in plain JavaScript. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../../web/tools/steps.mjs';
import { median } from './tables.mjs';

const EXAMPLES = 1_000_000;
const ROUNDS = 9;

/** A seeded generator (mulberry32), so that every run measures the same numbers. @param {number} seed */
const random = (seed) => () => {
  seed = (seed + 0x6d2b79f5) | 0;
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
};

/** @returns {Promise<import('./tables.mjs').Table>} */
export const core = async () => {
  // Through tsx, because the loader is TypeScript.
  const { tsImport } = await import('tsx/esm/api');
  /** @type {typeof import('../../web/engine/load.js')} */
  const { createCore } = await tsImport('../../web/engine/load.ts', import.meta.url);
  const ours = await createCore(readFileSync(join(ROOT, 'build/wasm/wasm/bce.wasm')));

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
    'core, one call: meanLoss': () => valueOf(ours.meanLoss(y, p)),
    'core, one call each: loss': () => mean((label, probability) => valueOf(ours.loss(label, probability))),
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
  const rows = [...taken].map(([name, list]) => {
    const time = median(list);
    return [
      name,
      ((time * 1e6) / EXAMPLES).toFixed(2),
      (time / textbook).toFixed(2),
      (time / accurate).toFixed(2),
      Math.abs(values.get(name) / truth - 1).toExponential(0),
    ];
  });
  return {
    title: `Mean loss of ${EXAMPLES.toLocaleString('en')} examples`,
    columns: ['', 'ns an example', '× textbook', '× accurate', 'off by'],
    rows,
    note: `Medians of ${ROUNDS} interleaved rounds. × textbook 0.50 is half the time of the textbook; "off by" is relative, from meanLoss.`,
  };
};
