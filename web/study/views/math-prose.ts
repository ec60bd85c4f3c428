/** Prose whose formulas may hold max(z, 0), which core writes as (z + |z|)/2. */
import { html, type TemplateResult } from 'lit';
import type { Token } from '../../../wasm/contract/core.js';
import { valueOf } from '../../engine/value.js';
import { mathView, type MathOptions } from '../../views/math.js';
import { plain, prose, type Setting } from '../../views/prose.js';

const MAX = 'max(z, 0)';
const HALF = '(z + |z|)/2';

const token = (kind: Exclude<Token['kind'], 'number' | 'close'>, text: string): Token => ({ kind, text }) as Token;

const WRITTEN: readonly Token[] = [
  token('function', 'max'),
  token('open', '('),
  token('identifier', 'z'),
  token('operation', ','),
  { kind: 'number', number: 0 },
  { kind: 'close' },
];

const same = (a: Token | undefined, b: Token): boolean =>
  a?.kind === b.kind && (!('text' in b) || ('text' in a && a.text === b.text));

/** The tokens with max(z, 0) in the place of what stands for it. */
function withMax(tokens: readonly Token[], half: readonly Token[]): Token[] {
  const written: Token[] = [];
  for (let i = 0; i < tokens.length;) {
    const from = i;
    if (half.every((mark, j) => same(tokens[from + j], mark))) {
      written.push(...WRITTEN);
      i += half.length;
    } else {
      const next = tokens[i++];
      if (next) written.push(next);
    }
  }
  return written;
}

/** What core is asked to read. */
export const readable = (formula: string): string => formula.replaceAll(MAX, HALF);

/** A formula that is written as text, read and printed by core. */
export function maxFormula(formula: string, { core, text }: Setting, options?: MathOptions): TemplateResult {
  const tokens = valueOf(core.formula(readable(formula)), formula);
  return mathView(withMax(tokens, valueOf(core.formula(HALF))), text.locale, options);
}

/** One string of prose. */
export const mathProse = (text: string, setting: Setting): unknown[] =>
  text
    .split(/(`[^`]*max\(z, 0\)[^`]*`)/)
    .map((piece) => (piece.includes(MAX) ? maxFormula(piece.slice(1, -1), setting) : prose(piece, setting)));

/** A name that may be a formula alone: then its text is what is heard, for not everything hears MathML in a name. */
export const named = (text: string, setting: Setting): unknown =>
  /^`[^`]*`$/.test(text)
    ? html`<span aria-hidden="true">${mathProse(text, setting)}</span><span class="unseen">${plain(text)}</span>`
    : mathProse(text, setting);
