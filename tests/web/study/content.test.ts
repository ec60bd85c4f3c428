/** Every formula that a sentence of the study edition holds is one that core can read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import exercises from '../../../web/study/content/en/exercises.js';
import solve from '../../../web/study/content/en/solve.js';
import text from '../../../web/study/content/en/study.js';
import { core } from '../../wasm/study/core.js';

const NUMBERS = { y: '1', p: '−2.8', at: '−2.8', given: '0.7', rows: '3' };

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function') {
    // The tasks are prose around numbers; the other functions give plain sentences.
    const told: unknown = (value as (numbers: typeof NUMBERS) => unknown)(NUMBERS);
    return typeof told === 'string' ? [told] : [];
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('every formula in prose can be read', () => {
  const { mistakes } = text;
  const formulas = strings({ mistakes, solve, exercises }).flatMap((prose) =>
    [...prose.matchAll(/`([^`]+)`/g)].map(([, formula = '']) => formula),
  );

  assert.ok(formulas.length > 30);
  for (const formula of formulas) assert.equal(core.formula(formula).ok, true, formula);
});
