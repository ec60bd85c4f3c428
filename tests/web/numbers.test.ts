import assert from 'node:assert/strict';
import { test } from 'node:test';
import { formatExact, formatValue, speakValue } from '../../web/views/numbers.js';

test('a value has three significant figures at every magnitude', () => {
  const shown = [0.16251892949777494, Math.LN2, 4.605170185988092, 6.907755278982137, 36.04365338911715, 100];
  assert.deepEqual(
    shown.map((value) => formatValue(value, 'en')),
    ['0.163', '0.693', '4.61', '6.91', '36', '100'],
  );
  assert.equal(formatValue(9.332636185032189e-302, 'en'), '9.33 × 10⁻³⁰²');
  assert.equal(formatValue(0.000012345, 'en'), '1.23 × 10⁻⁵');
  assert.equal(formatValue(123456, 'en'), '1.23 × 10⁵');
});

test('infinity is a sign for the eye and a word for the ear', () => {
  assert.equal(formatValue(Infinity, 'en'), '∞');
  assert.equal(formatValue(-Infinity, 'en'), '−∞');
  assert.equal(
    speakValue(Infinity, { locale: 'en', infinity: 'infinity', minusInfinity: 'minus infinity' }),
    'infinity',
  );
});

test('a minus is a minus sign, and zero has none', () => {
  assert.equal(formatValue(-1.17647, 'en'), '−1.18');
  assert.equal(formatValue(-0, 'en'), '0');
  assert.equal(formatExact(-0, 'en'), '0');
});

test('a number that was written keeps its digits and gains none', () => {
  for (const [value, shown] of [
    [0.85, '0.85'],
    [0.1, '0.1'],
    [1, '1'],
    [0, '0'],
    [0.001, '0.001'],
    [0.123456789, '0.123456789'],
  ] as const)
    assert.equal(formatExact(value, 'en'), shown);
});

test('the decimal mark is that of the locale', () => {
  assert.equal(formatValue(0.1625, 'es'), '0,163');
  assert.equal(formatExact(0.85, 'de'), '0,85');
});
