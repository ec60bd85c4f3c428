/** Every formula that the training's text holds is one that core can read. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import text from '../../../web/study/content/en/training.js';
import { readable } from '../../../web/study/views/math-prose.js';
import { core } from '../../wasm/study/core.js';

const NUMBERS = { y: '1', at: '−2.8', answer: '0.3', name: 'dog 3', loss: '0.3', share: '20' };

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'function') {
    const told: unknown = (value as (numbers: typeof NUMBERS, runs: readonly []) => unknown)(NUMBERS, []);
    return strings(told);
  }
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

test('every formula in the prose of the training can be read', () => {
  const formulas = strings({ own: text.own, lab: text.lab }).flatMap((prose) =>
    [...prose.matchAll(/`([^`]+)`/g)].map(([, formula = '']) => formula),
  );

  assert.ok(formulas.length > 15);
  for (const formula of formulas) assert.equal(core.formula(readable(formula)).ok, true, formula);
});

test('a choice has as many answers as are told apart, and each has its reason', () => {
  const choices = text.own.steps.filter((step) => 'options' in step);
  assert.equal(choices.length, 3);
  for (const { options } of choices as readonly { options: readonly { answer: string; reason: string }[] }[]) {
    assert.equal(options.length, 3);
    assert.equal(new Set(options.map(({ answer }) => answer)).size, 3);
    assert.ok(options.every(({ reason }) => reason.length > 20));
  }
});
