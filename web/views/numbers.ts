/** Numbers as a reader of the locale writes them. Formatting only: every value comes from core. */

import type { DecimalMark } from '../../wasm/contract/core.js';

export interface NumberWords {
  locale: string;
  infinity: string;
  minusInfinity: string;
}

const MINUS = '−';

const cache = new Map<string, Intl.NumberFormat>();

/** For at most and at least so many significant figures. */
function formatter(locale: string, most: number, least: number): Intl.NumberFormat {
  const key = `${locale} ${most} ${least}`;
  let format = cache.get(key);
  if (!format) {
    const figures = { maximumSignificantDigits: most, minimumSignificantDigits: least };
    cache.set(key, (format = new Intl.NumberFormat(locale, { useGrouping: false, ...figures })));
  }
  return format;
}

/** What stands between ones and tenths; core reads no other mark than these two. */
export const decimalMark = (locale: string): DecimalMark =>
  formatter(locale, 2, 1)
    .formatToParts(0.5)
    .some((part) => part.type === 'decimal' && part.value === ',')
    ? ','
    : '.';

/** Intl writes a hyphen; mathematics has a minus. */
const tidy = (text: string): string => text.replace('-', MINUS);

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
  if (value === 0) return tidy(formatter(locale, 1, 1).format(0));
  const format = formatter(locale, digits, zeros === 'measured' ? digits : 1);
  // Rounded first: 9,999.6 has to be written as what it becomes.
  const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
  if (Number(exponent) >= 4 || Number(exponent) < -4)
    return `${tidy(format.format(Number(mantissa)))} × 10${superscript(Number(exponent))}`;
  return tidy(format.format(value));
}

/**
 * A number that somebody wrote, with all its digits and no more: those of its shortest form, or, where it was
 * written with zeros at the end, so many figures. A whole number has its zeros anyway.
 */
export function formatExact(value: number, locale: string, figures?: number): string {
  const digits = value.toExponential().split('e')[0]?.replace(/\D/g, '').length ?? 1;
  return figures && Math.abs(value) < 1e4
    ? formatValue(value, locale, figures, 'measured')
    : formatValue(value, locale, digits);
}

/** With the decimal mark that the locale does not have. */
export const swapMark = (text: string, locale: string): string => {
  const mark = decimalMark(locale);
  return text.replace(mark, mark === ',' ? '.' : ',');
};

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
