/** Every formula that the text on predictions holds is one that core can read, and its numbers are core's. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../web/engine/value.js';
import text from '../../../web/study/content/en/predictions.js';
import { readable } from '../../../web/study/views/math-prose.js';
import { core } from '../../wasm/study/core.js';

const NUMBERS = { y: '1', at: '0.5', answer: '0.3' };

function strings(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return value.flatMap(strings);
  if (typeof value === 'function') return strings((value as (numbers: typeof NUMBERS) => unknown)(NUMBERS));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(strings) : [];
}

const loss = (label: number, probability: number) => valueOf(core.loss(label, probability));

test('every formula in the prose can be read', () => {
  const formulas = strings(text.own).flatMap((prose) =>
    [...prose.matchAll(/`([^`]+)`/g)].map(([, formula = '']) => formula),
  );
  assert.ok(formulas.length >= 3);
  for (const formula of formulas) assert.equal(core.formula(readable(formula)).ok, true, formula);
});

test('the numbers in the prose are core’s', () => {
  const prose = strings(text.own).join(' ');
  for (const [number, value] of [
    ['0.984', loss(0.6, 0.9)],
    ['0.673', loss(0.6, 0.6)],
    ['16.1', valueOf(core.reportedLoss('keras', 1, 0))],
    ['100', valueOf(core.reportedLoss('pytorch', 1, 0))],
    ['10', loss(1, 0.000045)],
    ['0.31', (1000 * 0.3 + 10) / 1001],
  ] as const) {
    assert.ok(prose.includes(number), number);
    assert.equal(Number(value.toPrecision(number.replace(/^0\.|\./, '').length)), Number(number), number);
  }
});

test('each choice has three answers, each with its reason', () => {
  for (const { options } of text.own.steps) {
    assert.equal(new Set(options.map(({ answer }) => answer)).size, 3);
    assert.ok(options.every(({ reason }) => reason.length > 20));
  }
});
