/** Every formula that a sentence of the study edition holds is one that core can read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import entropy from '../../../web/study/content/en/entropy.js';
import exercises from '../../../web/study/content/en/exercises.js';
import gradient from '../../../web/study/content/en/gradient.js';
import logits from '../../../web/study/content/en/logits.js';
import solve from '../../../web/study/content/en/solve.js';
import text from '../../../web/study/content/en/study.js';
import { readable } from '../../../web/study/views/math-prose.js';
import { RIGHT as ENTROPY } from '../../../web/study/state/entropy.js';
import { RIGHT as GRADIENT } from '../../../web/study/state/gradient.js';
import { RIGHT as LOGITS } from '../../../web/study/state/logits.js';
import { core } from '../../wasm/study/core.js';

const NUMBERS = { y: '1', p: '−2.8', at: '−2.8', given: '0.7', rows: '3', answer: '0.16' };
const WALKS = { logits, gradient, entropy };

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    // The tasks are prose around numbers; the other functions give plain sentences.
    const told: unknown = (value as (numbers: typeof NUMBERS) => unknown)(NUMBERS);
    return typeof told === 'function' ? [] : strings(told);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('every formula in prose can be read', () => {
  const { mistakes } = text;
  const formulas = strings({ mistakes, solve, exercises, ...WALKS }).flatMap((prose) =>
    [...prose.matchAll(/`([^`]+)`/g)].map(([, formula = '']) => formula),
  );

  assert.ok(formulas.length > 30);
  for (const formula of formulas) assert.equal(core.formula(readable(formula)).ok, true, formula);
});

test('every value in the prose of a walkthrough is one that core can work out', () => {
  const values = strings(WALKS).flatMap((prose) => [...prose.matchAll(/\{([^}]+)\}/g)].map(([, value = '']) => value));

  assert.ok(values.length > 10);
  for (const value of values) assert.equal(core.evaluate(value).ok, true, value);
});

test('the right answer to a choice is not always the first, and each has a reason of its own', () => {
  for (const { steps } of Object.values(WALKS))
    for (const { options } of steps) {
      const reasons = new Set(options?.map(({ reason }) => reason));
      assert.equal(reasons.size, options?.length ?? 0);
    }
  const rights = [...Object.values(LOGITS), ...Object.values(GRADIENT), ...Object.values(ENTROPY)];
  assert.ok(new Set<number>(rights).size > 1);
});
