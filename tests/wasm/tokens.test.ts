import assert from 'node:assert/strict';
import { test } from 'node:test';
import { MARKS, tokensFrom } from '../../web/engine/tokens.js';
import { valueOf } from '../../web/engine/value.js';
import { mathText } from '../../web/views/math.js';
import { core } from './core.js';

const printed = (text: string) => mathText(valueOf(core.formula(text), text), 'en');

test('no two tokens share a code, and no code is a number', () => {
  // What shares a code has taken the place of what had it before.
  assert.equal(MARKS.size, 31);
  for (const code of MARKS.keys()) assert.ok(Number.isSafeInteger(code) && code >= 0);
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

test('any text comes back as a formula or as a fault, numbers of 200 digits too', () => {
  const pieces =
    '1 2 0 9 . , 0.850 e 9e-320 1e300 20 ln( log_3 log2 ( ) [ ] | + - * / ^ = ≈ % ² ½ √ y p z L N inf'.split(' ');
  // The least of generators, seeded.
  let state = 20_260_101;
  const below = (count: number) => Math.floor(((state = (state * 16_807) % 2_147_483_647) / 2_147_483_647) * count);
  const texts = ['2'.repeat(200), '1' + '0'.repeat(199), `0.${'10'.repeat(99)}`, '20'.repeat(100)];
  for (let i = 0; i < 3000; i++) {
    const fragment = Array.from({ length: 1 + below(3) }, () => pieces[below(pieces.length)]).join('');
    texts.push(below(2) ? fragment.repeat(60).slice(0, 200) : fragment + pieces[below(pieces.length)]);
  }
  let read = 0;
  for (const text of texts) {
    const formula = core.formula(text);
    if (formula.ok) ++read;
    else assert.ok('position' in formula, `${text}: ${formula.code}`);
    assert.ok(core.judge(text, 1, 0.85, '.').ok, text);
  }
  assert.ok(read > 500);
});

test('nothing is listed that core does not print', () => {
  const formulas = [
    ...Object.keys(TYPED).map((text) => valueOf(core.formula(text), text)),
    ...valueOf(core.derivationFormulas()),
  ];
  const known = new Set<unknown>(formulas.flat());
  assert.deepEqual(
    [...MARKS.values()].filter((mark) => !known.has(mark)),
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
