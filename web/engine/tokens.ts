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

const byCode = new Map(MARKS.map((mark) => [codeOf(mark), mark]));

/** No number in a formula is negative: a minus is a token of its own. */
export const tokensFrom = (codes: Float64Array): readonly Token[] =>
  Array.from(codes, (code): Token => {
    if (code >= 0) return { kind: 'number', number: code };
    const mark = byCode.get(code);
    if (!mark) throw new Error(`No token has the code ${code}.`);
    return mark;
  });
