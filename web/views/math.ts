/** Core's tokens as MathML. */
import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { Token } from '../../wasm/contract/core.js';
import { formatExact, formatValue, isInPowersOfTen } from './numbers.js';

const FENCES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' };

const TALL: ReadonlySet<string> = new Set(['fraction', 'total']);

const THIN_SPACE = mathml`<mspace width="0.167em"></mspace>`;

/** Layouts whose children do not stand side by side. */
const APART: ReadonlySet<string> = new Set(['fraction', 'total']);

const isFence = (token: Token): boolean => token.kind === 'open' && token.text in FENCES;

/** Whether a neighbour multiplies a number, takes it as its argument or raises it. */
const binds = (neighbour: Token | undefined): boolean =>
  neighbour !== undefined &&
  neighbour.kind !== 'close' &&
  (neighbour.kind !== 'operation' || neighbour.text === '×' || neighbour.text === '%');

class Printer {
  readonly #tokens: readonly Token[];
  readonly #number: (value: number) => string;
  #at = 0;

  constructor(tokens: readonly Token[], number: (value: number) => string) {
    this.#tokens = tokens;
    this.#number = number;
  }

  /** The tokens up to the end of the group, each with the space that its neighbours call for. */
  all(apart = false): TemplateResult[] {
    const views: TemplateResult[] = [];
    let before: Token | undefined;
    for (let token = this.#next(); token && token.kind !== 'close'; token = this.#next()) {
      if (token.kind === 'function' && before && before.kind !== 'operation') views.push(THIN_SPACE);
      views.push(this.#one(token, apart ? undefined : before, apart));
      const after = this.#tokens[this.#at];
      const applied = token.kind === 'function' && after && after.kind !== 'close' && !isFence(after);
      if (applied) views.push(THIN_SPACE);
      before = token;
    }
    return views;
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #one(token: Exclude<Token, { kind: 'close' }>, before: Token | undefined, apart: boolean): TemplateResult {
    switch (token.kind) {
      case 'number': {
        const number = mathml`<mn>${this.#number(token.number)}</mn>`;
        // ln 5 × 10⁻⁵ would read as (ln 5) × 10⁻⁵.
        return !apart && isInPowersOfTen(token.number) && (binds(before) || binds(this.#tokens[this.#at]))
          ? mathml`<mrow><mo form="prefix" stretchy="false">(</mo>${number}<mo form="postfix" stretchy="false">)</mo></mrow>`
          : number;
      }
      case 'identifier':
        return mathml`<mi>${token.text}</mi>`;
      case 'function':
        return mathml`<mi mathvariant="normal">${token.text}</mi>`;
      case 'operation':
        // A sign at the start of something belongs to what follows, and stands close to it.
        return !before || before.kind === 'operation'
          ? mathml`<mo form="prefix">${token.text}</mo>`
          : mathml`<mo>${token.text}</mo>`;
      case 'open':
        return this.#layout(token.text);
    }
  }

  #layout(layout: Extract<Token, { kind: 'open' }>['text']): TemplateResult {
    const from = this.#at;
    const children = this.all(APART.has(layout));
    const [first = nothing, second = nothing, third = nothing] = children;
    switch (layout) {
      case 'row':
        return mathml`<mrow>${children}</mrow>`;
      case 'fraction':
        return mathml`<mfrac>${first}${second}</mfrac>`;
      case 'superscript':
        return mathml`<msup>${first}${second}</msup>`;
      case 'subscript':
        return mathml`<msub>${first}${second}</msub>`;
      case 'hat':
        return mathml`<mover accent="true">${first}<mo stretchy="false">^</mo></mover>`;
      case 'root':
        return mathml`<msqrt>${children}</msqrt>`;
      case 'total':
        return mathml`<munderover>${first}${second}${third}</munderover>`;
      case '(':
      case '[':
      case '|': {
        // Brackets grow for what is tall; grown ones stand further off, which the rest does not need.
        const tall = this.#tokens.slice(from, this.#at).some((token) => token.kind === 'open' && TALL.has(token.text));
        return mathml`<mrow><mo form="prefix" stretchy=${tall}>${layout}</mo>${children}<mo form="postfix" stretchy=${tall}>${FENCES[layout]}</mo></mrow>`;
      }
    }
  }
}

export interface MathOptions {
  display?: 'inline' | 'block';
  /** Most significant figures of a number; all that were written without it. */
  figures?: number;
}

/** A formula as MathML, in the line of the text or on its own. */
export function mathView(
  tokens: readonly Token[],
  locale: string,
  { display = 'inline', figures }: MathOptions = {},
): TemplateResult {
  const number = (value: number) => (figures ? formatValue(value, locale, figures) : formatExact(value, locale));
  const content = new Printer(tokens, number).all();
  // Formulas read from left to right in every language of the page.
  return display === 'block'
    ? html`<math display="block" dir="ltr"><mrow>${content}</mrow></math>`
    : html`<math dir="ltr"><mrow>${content}</mrow></math>`;
}
