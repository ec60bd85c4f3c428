/** Formulas as they cross from core: a number as itself, any other token as a negative code. */
import type { Token } from '../../wasm/contract/core.js';

type Worded = Extract<Token, { text: string }>;

/** Every token but the numbers; core/include/bce/tokens.hpp says what they are. */
const WORDS: Record<Worded['kind'], string> = {
  identifier: 'y p z L N J ℒ i e ∞',
  function: 'ln log',
  operation: '+ − × % = ≈ ∑ ∏',
  open: '( [ | row fraction superscript subscript hat root total',
};

/** As code_of in wasm/bindings/convert.cpp makes it: from the bytes of the text. */
const codeOf = (text: string): number => new TextEncoder().encode(text).reduce((code, byte) => 16 * code + byte, 0);

const words = Object.entries(WORDS).flatMap(([kind, texts]) =>
  texts.split(' ').map((text) => [codeOf(text), { kind, text } as Worded] as const),
);

export const MARKS: ReadonlyMap<number, Token> = new Map<number, Token>([[0, { kind: 'close' }], ...words]);

/** No number in a formula is negative: a minus is a token of its own. Before one stands what it has of figures. */
export function tokensFrom(codes: Float64Array): readonly Token[] {
  const tokens: Token[] = [];
  let figures = 0;
  for (const code of codes) {
    if (code > -1 && code < 0) figures = -256 * code;
    else {
      const token: Token | undefined =
        code < 0 ? MARKS.get(-1 - code) : { kind: 'number', number: code, ...(figures && { figures }) };
      if (!token) throw new Error(`${code}`);
      tokens.push(token);
      figures = 0;
    }
  }
  return tokens;
}
