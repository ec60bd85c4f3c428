/** Core's tokens as MathML. */
import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { Token } from '../../wasm/contract/core.js';
import { formatExact } from './numbers.js';

const FENCES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' };

const THIN_SPACE = mathml`<mspace width="0.167em"></mspace>`;

const isFence = (token: Token): boolean => token.kind === 'open' && token.text in FENCES;

class Printer {
  readonly #tokens: readonly Token[];
  readonly #locale: string;
  #at = 0;

  constructor(tokens: readonly Token[], locale: string) {
    this.#tokens = tokens;
    this.#locale = locale;
  }

  /** The tokens up to the end of the group, each with the space that its neighbours call for. */
  all(): TemplateResult[] {
    const views: TemplateResult[] = [];
    let before: Token | undefined;
    for (let token = this.#next(); token && token.kind !== 'close'; token = this.#next()) {
      if (token.kind === 'function' && before && before.kind !== 'operation') views.push(THIN_SPACE);
      views.push(this.#one(token, before));
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

  #one(token: Exclude<Token, { kind: 'close' }>, before: Token | undefined): TemplateResult {
    switch (token.kind) {
      case 'number':
        return mathml`<mn>${formatExact(token.number, this.#locale)}</mn>`;
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
        return this.#layout(token.text, this.all());
    }
  }

  #layout(layout: Extract<Token, { kind: 'open' }>['text'], children: TemplateResult[]): TemplateResult {
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
      case '|':
        return mathml`<mrow><mo fence="true" form="prefix">${layout}</mo>${children}<mo fence="true" form="postfix">${FENCES[layout]}</mo></mrow>`;
    }
  }
}

/** A formula as MathML, in the line of the text or on its own. */
export function mathView(
  tokens: readonly Token[],
  locale: string,
  display: 'inline' | 'block' = 'inline',
): TemplateResult {
  const content = new Printer(tokens, locale).all();
  // Formulas read from left to right in every language of the page.
  return display === 'block'
    ? html`<math display="block" dir="ltr"><mrow>${content}</mrow></math>`
    : html`<math dir="ltr"><mrow>${content}</mrow></math>`;
}
