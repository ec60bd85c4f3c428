/** Numbers as a reader of the locale writes them. Formatting only: every value comes from core. */

import type { DecimalMark } from '../../wasm/contract/core.js';

export interface NumberWords {
  locale: string;
  infinity: string;
  minusInfinity: string;
}

const MINUS = '−';

interface Numerals {
  /** What stands between ones and tenths. */
  mark: string;
  /** From zero to nine. */
  digits: readonly string[];
}

const LATIN = [...'0123456789'];

/** What Intl says of the languages of the lesson: to start it takes a browser longer than to draw the graph. */
const known = new Map<string, Numerals>([
  ['en', { mark: '.', digits: LATIN }],
  ['es', { mark: ',', digits: LATIN }],
]);

/** How a locale writes numbers. */
function numerals(locale: string): Numerals {
  let found = known.get(locale);
  if (!found) {
    const format = new Intl.NumberFormat(locale, { useGrouping: false });
    const mark = format.formatToParts(0.5).find(({ type }) => type === 'decimal')?.value ?? '.';
    known.set(locale, (found = { mark, digits: Array.from({ length: 10 }, (_, digit) => format.format(digit)) }));
  }
  return found;
}

/** The mark between ones and tenths; core reads no other than these two. */
export const decimalMark = (locale: string): DecimalMark => (numerals(locale).mark === ',' ? ',' : '.');

/** A number as JavaScript writes it, in the numerals of the locale. Mathematics has a minus, not a hyphen. */
function write(text: string, locale: string): string {
  const { mark, digits } = numerals(locale);
  return text.replace(/[-.\d]/g, (sign) =>
    sign === '-' ? MINUS : sign === '.' ? mark : (digits[Number(sign)] ?? sign),
  );
}

const superscript = (exponent: number): string =>
  [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');

/** Whether a number is written as 1.2 × 10⁻⁷. */
export const isInPowersOfTen = (value: number): boolean =>
  value !== 0 && Number.isFinite(value) && (Math.abs(value) >= 1e4 || Math.abs(value) < 1e-4);

/**
 * A value at `digits` significant figures: 0.163, 4.61, 1.20 × 10⁻⁷, ∞. From 10,000 up and below
 * 0.0001 in powers of ten. Zeros at the end are left out, or kept where the value is a measured one.
 */
export function formatValue(value: number, locale: string, digits = 3, zeros: 'plain' | 'measured' = 'plain'): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  if (value === 0) return write('0', locale);
  // Rounded first: 9,999.6 has to be written as what it becomes.
  const [mantissa = '', power = '0'] = value.toExponential(digits - 1).split('e');
  const exponent = Number(power);
  const plain = zeros === 'plain';
  if (exponent >= 4 || exponent < -4)
    return `${write(plain ? String(Number(mantissa)) : mantissa, locale)} × 10${superscript(exponent)}`;
  // A whole number with more digits than figures has its zeros in any case.
  return write(
    plain || exponent >= digits ? String(Number(`${mantissa}e${power}`)) : value.toPrecision(digits),
    locale,
  );
}

/**
 * A number that somebody wrote, with all its digits and no more: those of its shortest form, and zeros up to so many
 * figures. A large whole number has its zeros anyway.
 */
export function formatExact(value: number, locale: string, figures = 1): string {
  const digits = value.toExponential().replace(/e.*|\D/g, '').length;
  return formatValue(value, locale, Math.max(digits, Math.abs(value) < 1e4 ? figures : 1), 'measured');
}

/** A locale with the other decimal mark. */
export const otherMarkOf = (locale: string): string => (decimalMark(locale) === ',' ? 'en' : 'es');

/**
 * A probability, with enough figures near either end: 0.0012, 0.85, 0.9997. Closer still
 * as 1 − 4.25 × 10⁻¹⁸. `complement` is 1 − p, which p itself may have lost.
 */
export function formatProbability(p: number, complement: number, locale: string): string {
  if (p === 0 || complement === 0) return formatValue(p, locale);
  if (complement < 9e-6) return `${formatValue(1, locale)} ${MINUS} ${formatValue(complement, locale)}`;
  // Where p begins with nines, the figures after them are the ones that tell.
  const nines = Math.max(0, Math.floor(-Math.log10(complement)));
  return formatValue(p, locale, nines > 0 ? nines + 2 : 3);
}

/** For the ear: at most three significant figures, infinity as a word. */
export function speakValue(value: number, words: NumberWords): string {
  if (value === Infinity) return words.infinity;
  if (value === -Infinity) return words.minusInfinity;
  return formatValue(value, words.locale);
}
