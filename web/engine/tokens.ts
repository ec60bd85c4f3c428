/** Formulas as they cross from core: a number as itself, any other token as a negative code. */
import type { Token } from '../../wasm/contract/core.js';

type Word = Exclude<Token, { kind: 'number' | 'close' | 'open' }>;
type Open = Extract<Token, { kind: 'open' }>;

const words = (kind: Word['kind'], texts: readonly string[]) => texts.map((text): Word => ({ kind, text }));
const opens = (...texts: readonly Open['text'][]) => texts.map((text): Open => ({ kind: 'open', text }));

/** Every token but the numbers; core/include/bce/tokens.hpp says what they are. */
export const MARKS: readonly Token[] = [
  { kind: 'close' },
  ...words('identifier', [...'ypzLNJℒie∞']),
  ...words('function', ['ln', 'log']),
  ...words('operation', [...'+−×%=≈∑∏']),
  ...opens('(', '[', '|', 'row', 'fraction', 'superscript', 'subscript', 'hat', 'root', 'total'),
];

/** As code_of in wasm/bindings/convert.cpp makes it: from the bytes of the text. */
export const codeOf = (mark: Token): number => {
  const bytes = new TextEncoder().encode('text' in mark ? mark.text : '');
  return -1 - bytes.reduce((code, byte) => 16 * code + byte, 0);
};

/** So many a double tells apart; what is said to have more is shown as it is. */
const MOST_FIGURES = 17;

const byCode = new Map(MARKS.map((mark) => [codeOf(mark), mark]));

/** How many figures a number shows by itself. */
const shortest = (number: number): number => number.toExponential().replace(/e.*|\D/g, '').length;

/** A number, and where it was typed with zeros at its end, with how many figures. */
const numberToken = (number: number, figures: number): Token =>
  figures > shortest(number) && figures < MOST_FIGURES
    ? { kind: 'number', number, figures }
    : { kind: 'number', number };

/** No number in a formula is negative: a minus is a token of its own. */
export function tokensFrom(codes: Float64Array): readonly Token[] {
  const tokens: Token[] = [];
  let figures = 0;
  for (const code of codes) {
    if (code > -1 && code < 0) {
      figures = -256 * code;
      continue;
    }
    const token = code >= 0 ? numberToken(code, figures) : byCode.get(code);
    if (!token) throw new Error(`No token has the code ${code}.`);
    tokens.push(token);
    figures = 0;
  }
  return tokens;
}
