import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LOCALES } from '../../web/content/locales.js';
import { decimalMark, formatExact, formatProbability, formatValue, speakValue } from '../../web/views/numbers.js';

test('a value has up to three significant figures, a measured one exactly three, at every magnitude', () => {
  const shown = [0.16251892949777494, Math.LN2, 4.605170185988092, 6.907755278982137, 36.04365338911715, 100];
  assert.deepEqual(
    shown.map((value) => formatValue(value, 'en')),
    ['0.163', '0.693', '4.61', '6.91', '36', '100'],
  );
  const measured = (value: number) => formatValue(value, 'en', 3, 'measured');
  assert.deepEqual([36.04, 1.897, 1.2e-7, 0.1, 0, 9999.6].map(measured), [
    '36.0',
    '1.90',
    '1.20 × 10⁻⁷',
    '0.100',
    '0',
    '1.00 × 10⁴',
  ]);
  assert.equal(formatValue(9.332636185032189e-302, 'en'), '9.33 × 10⁻³⁰²');
  assert.equal(formatValue(0.000012345, 'en'), '1.23 × 10⁻⁵');
  assert.equal(formatValue(123456, 'en'), '1.23 × 10⁵');
});

test('a probability shows enough near either end', () => {
  const shown = (p: number) => formatProbability(p, 1 - p, 'en');
  assert.deepEqual([0, 1e-9, 0.0012, 0.85, 0.8519528, 0.99, 0.999, 0.9999, 0.99999, 1 - 1e-6, 1].map(shown), [
    '0',
    '1 × 10⁻⁹',
    '0.0012',
    '0.85',
    '0.852',
    '0.99',
    '0.999',
    '0.9999',
    '0.99999',
    '1 − 1 × 10⁻⁶',
    '1',
  ]);
  assert.equal(formatProbability(1, 4.248354255291589e-18, 'en'), '1 − 4.25 × 10⁻¹⁸');
});

test('a minus survives digits that are not Latin', () => {
  for (const locale of ['mr', 'bn', 'ne', 'my']) assert.match(formatValue(-1.18, locale), /^−/u);
});

test('what is known of the languages of the lesson is what Intl says of them', () => {
  for (const locale of LOCALES) {
    const format = new Intl.NumberFormat(locale, { useGrouping: false, maximumSignificantDigits: 10 });
    assert.equal(formatValue(1234.567, locale, 7), format.format(1234.567));
    assert.equal(formatValue(0.98765, locale, 5), format.format(0.98765));
    assert.equal(decimalMark(locale), format.format(0.5)[1]);
  }
});

test('digits are those of the locale', () => {
  assert.equal(formatValue(1234.5, 'mr', 5), '१२३४.५');
  assert.equal(formatValue(1.2e-7, 'fa', 3, 'measured'), '۱٫۲۰ × 10⁻⁷');
});

test('a number with more digits than figures is rounded and keeps its places', () => {
  assert.equal(formatValue(1234.5, 'en'), '1230');
  assert.equal(formatValue(1234.5, 'en', 3, 'measured'), '1230');
  assert.equal(formatValue(999.6, 'en', 3, 'measured'), '1000');
  assert.equal(formatValue(0.00099996, 'en', 3, 'measured'), '0.00100');
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
