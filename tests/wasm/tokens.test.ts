import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeOf, MARKS, tokensFrom } from '../../web/engine/tokens.js';
import { valueOf } from '../../web/engine/value.js';
import { mathText } from '../../web/views/math.js';
import { core } from './core.js';

const printed = (text: string) => mathText(valueOf(core.formula(text), text), 'en');

test('no two tokens share a code, and no code is a number', () => {
  const codes = MARKS.map(codeOf);
  assert.equal(new Set(codes).size, MARKS.length);
  for (const code of codes) assert.ok(Number.isSafeInteger(code) && code < 0);
});

const TYPED = {
  'L = -[y ln p + (1 - y) ln(1 - p)]': 'L = − [y ln p + (1 − y) ln (1 − p)]',
  'z ~ log10 N - 2*3%': 'z ≈ log10 N − 2 × 3 %',
  '|e|^2 / sqrt 0.5': '|e|^2/√0.5',
  'e^(2z) + inf': 'e^(2 z) + ∞',
};

test('every token crosses as itself', () => {
  for (const [typed, text] of Object.entries(TYPED)) assert.equal(printed(typed), text);
  const [likelihood, , mean] = valueOf(core.derivationFormulas());
  assert.match(mathText(likelihood, 'en'), /^ℒ = ∏/);
  assert.match(mathText(mean, 'en'), /^J = .*∑/);
});

test('nothing is listed that core does not print', () => {
  const formulas = [
    ...Object.keys(TYPED).map((text) => valueOf(core.formula(text), text)),
    ...valueOf(core.derivationFormulas()),
  ];
  const known = new Set<unknown>(formulas.flat());
  assert.deepEqual(
    MARKS.filter((mark) => !known.has(mark)),
    [],
  );
});

test('a code that is not known is a defect, not a token', () => {
  assert.throws(() => tokensFrom(Float64Array.of(-1.5)), /-1.5/);
  assert.deepEqual(tokensFrom(Float64Array.of(0, 0.85)), [
    { kind: 'number', number: 0 },
    { kind: 'number', number: 0.85 },
  ]);
});
