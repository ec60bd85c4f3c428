/**
 * What the lesson says, and why it may. Each sentence of the English text stands in a table beside its
 * verification; claims.test.ts holds the tables against the text, word for word, and runs the checks.
 */
import assert from 'node:assert/strict';
import { valueOf } from '../../../web/engine/value.js';
import type { PointReading, View } from '../../../wasm/contract/core.js';
import { core } from '../../wasm/core.js';

export type Claim = Readonly<{ says: string }> &
  (
    | Readonly<{ by: 'check'; how: string; check: () => void; source?: string }>
    | Readonly<{ by: 'argument' | 'source' | 'no claim'; how: string }>
    /** A test that does what the sentence says, in a browser or on the state. */
    | Readonly<{ by: 'test'; file: string; title: string }>
  );

/** For each sentence or name of the text, by the way to it, what it consists of, in its order. */
export type Claims = Readonly<Record<string, readonly Claim[]>>;

/** Verified by what is run; `source` where somebody else's word is needed as well. */
export const checked = (says: string, how: string, check: () => void, source?: string): Claim => ({
  says,
  by: 'check',
  how,
  check,
  ...(source === undefined ? {} : { source }),
});

export const cited = (says: string, how: string): Claim => ({ says, by: 'source', how });
export const argued = (says: string, how: string): Claim => ({ says, by: 'argument', how });
export const tested = (says: string, file: string, title: string): Claim => ({ says, by: 'test', file, title });
/** Nothing that could be false. */
export const plain = (says: string, how: string): Claim => ({ says, by: 'no claim', how });

/** Many short texts that claim nothing, for one reason. */
export const names = (how: string, texts: Readonly<Record<string, string>>): Claims =>
  Object.fromEntries(Object.entries(texts).map(([path, says]) => [path, [plain(says, how)]]));

export const DEFINITION = 'Says what a word or a letter stands for.';
export const INSTRUCTION = 'Asks the reader to do something.';
export const CONTROL = 'Names a control, a field, a column or a reading.';
export const HEADING = 'A heading.';
export const QUESTION = 'A question.';

export const SOURCES = {
  bishop: 'Bishop (2006), section 4.3.2, Logistic regression: the error function is the negative log-likelihood.',
  bishopMany: 'Bishop (2006), section 4.3.4, Multiclass logistic regression.',
  likelihood: 'Goodfellow, Bengio and Courville (2016), section 5.5, Maximum Likelihood Estimation.',
  information: 'Goodfellow, Bengio and Courville (2016), section 3.13, Information Theory.',
  sigmoid:
    'Goodfellow, Bengio and Courville (2016), section 6.2.2.2, Sigmoid Units for Bernoulli Output Distributions.',
  softmax:
    'Goodfellow, Bengio and Courville (2016), section 6.2.2.3, Softmax Units for Multinoulli Output Distributions.',
  proper: 'Gneiting and Raftery (2007): the logarithmic score is strictly proper.',
  libraries:
    'PyTorch, documentation of torch.nn.BCELoss and aten/src/ATen/native/Loss.cpp; Keras, documentation of keras.config.epsilon (1e-07 unless set) and of binary_crossentropy; scikit-learn, documentation of sklearn.metrics.log_loss (clipped by the machine precision of y_pred’s dtype).',
  averaged: 'Defaults: reduction="mean" in PyTorch, "sum_over_batch_size" in Keras, normalize=True in scikit-learn.',
} as const;

/* What core says, without the wrapping. */
export const loss = (y: number, p: number): number => valueOf(core.loss(y, p));
export const lossAt = (y: number, z: number): number => valueOf(core.lossFromLogit(y, z));
export const slope = (y: number, p: number): number => valueOf(core.slope(y, p));
export const slopeAt = (y: number, z: number): number => valueOf(core.slopeFromLogit(y, z));
export const entropy = (y: number): number => valueOf(core.entropy(y));
export const divergence = (y: number, p: number): number => valueOf(core.divergence(y, p));
export const evaluate = (formula: string): number => valueOf(core.evaluate(formula), formula);
export const meanLoss = (labels: readonly number[], predictions: readonly number[]): number =>
  valueOf(core.meanLoss(Float64Array.from(labels), Float64Array.from(predictions)));

const VIEW: View = { xLow: 0, xHigh: 1, yLow: 0, yHigh: 5, widthPx: 100, heightPx: 100 };
export const reading = (y: number, p: number): PointReading =>
  valueOf(core.readPoint(y, 'probability', p, 'probability', VIEW));
export const readingAt = (y: number, z: number): PointReading => valueOf(core.readPoint(y, 'logit', z, 'logit', VIEW));

/** The same numbers in [0, 1) at every run (mulberry32). */
export function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Probabilities strictly between 0 and 1: from all over, and close to either end. */
export function probabilities(count: number, seed = 1): number[] {
  const next = random(seed);
  return Array.from({ length: count }, (_, i) => {
    const p = i % 3 === 0 ? 10 ** (-12 * next()) : (next() + 1e-9) / (1 + 2e-9);
    return i % 2 === 0 ? Math.min(p, 1 - 2 ** -40) : Math.max(1 - p, 2 ** -40);
  });
}

/** Logits from confident to confident. */
export const LOGITS: readonly number[] = Array.from({ length: 161 }, (_, i) => (i - 80) / 4);

export const HARD = [0, 1] as const;
export const SOFT: readonly number[] = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);

/** Equal but for rounding. */
export function close(a: number, b: number, relative = 1e-13, absolute = 0): void {
  const apart = Math.abs(a - b);
  assert.ok(a === b || apart <= relative * Math.max(Math.abs(a), Math.abs(b)) + absolute, `${a} is not ${b}`);
}

/** Whether numbers only fall, or only rise. */
export const falling = (numbers: readonly number[]): boolean =>
  numbers.every((n, i) => i === 0 || n < (numbers[i - 1] ?? NaN));
export const rising = (numbers: readonly number[]): boolean => falling(numbers.map((n) => -n));
