/** Numbers as a reader of the locale writes them. Formatting only: every value comes from core. */

export interface NumberWords {
  locale: string;
  infinity: string;
  minusInfinity: string;
}

const MINUS = '−';

const cache = new Map<string, Intl.NumberFormat>();

function formatter(locale: string, options: Intl.NumberFormatOptions): Intl.NumberFormat {
  const key = locale + JSON.stringify(options);
  let format = cache.get(key);
  if (!format) cache.set(key, (format = new Intl.NumberFormat(locale, { useGrouping: false, ...options })));
  return format;
}

/** Intl writes a hyphen; mathematics has a minus. A zero has no sign. */
const tidy = (text: string): string => text.replace(/^-(?=[^1-9]*$)/, '').replace('-', MINUS);

const superscript = (exponent: number): string =>
  [...String(exponent)].map((digit) => (digit === '-' ? '⁻' : '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)])).join('');

/** Whether a number is written as 1.2 × 10⁻⁷. */
export const isInPowersOfTen = (value: number): boolean =>
  value !== 0 && Number.isFinite(value) && (Math.abs(value) >= 1e4 || Math.abs(value) < 1e-4);

/**
 * A measured value at `digits` significant figures: 0.163, 4.61, 1.2 × 10⁻⁷, ∞.
 * From 10,000 up and below 0.0001 in powers of ten.
 */
export function formatValue(value: number, locale: string, digits = 3): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : `${MINUS}∞`;
  if (isInPowersOfTen(value)) {
    const [mantissa = '', exponent = '0'] = value.toExponential(digits - 1).split('e');
    const shown = formatter(locale, { minimumSignificantDigits: digits, maximumSignificantDigits: digits });
    return `${tidy(shown.format(Number(mantissa)))} × 10${superscript(Number(exponent))}`;
  }
  return tidy(formatter(locale, { maximumSignificantDigits: digits }).format(value));
}

/** A number that somebody wrote, with all its digits and no more: those of its shortest form. */
export function formatExact(value: number, locale: string): string {
  const digits = value.toExponential().split('e')[0]?.replace(/\D/g, '').length ?? 1;
  return formatValue(value, locale, digits);
}

/** For the ear: at most three significant figures, infinity as a word. */
export function speakValue(value: number, words: NumberWords): string {
  if (value === Infinity) return words.infinity;
  if (value === -Infinity) return words.minusInfinity;
  return formatValue(value, words.locale);
}
