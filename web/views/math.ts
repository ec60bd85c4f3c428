/** Core's tokens as MathML. */
import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { Token } from '../../wasm/contract/core.js';
import { formatExact } from './numbers.js';

const FENCES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' };

class Printer {
  readonly #tokens: readonly Token[];
  readonly #locale: string;
  #at = 0;

  constructor(tokens: readonly Token[], locale: string) {
    this.#tokens = tokens;
    this.#locale = locale;
  }

  all(): TemplateResult[] {
    const views: TemplateResult[] = [];
    while (this.#at < this.#tokens.length && this.#tokens[this.#at]?.kind !== 'close') views.push(this.#one());
    return views;
  }

  #children(): TemplateResult[] {
    const views = this.all();
    this.#at += 1; // past the close
    return views;
  }

  #one(): TemplateResult {
    const token = this.#tokens[this.#at++];
    switch (token?.kind) {
      case 'number':
        return mathml`<mn>${formatExact(token.number, this.#locale)}</mn>`;
      case 'identifier':
        return mathml`<mi>${token.text}</mi>`;
      case 'function':
        // Upright, and closer to what it is applied to than two factors are to each other.
        return mathml`<mi class="function" mathvariant="normal">${token.text}</mi>`;
      case 'operation':
        return mathml`<mo>${token.text}</mo>`;
      case 'open':
        return this.#layout(token.text, this.#children());
      default:
        throw new Error('The list of tokens ends too early.');
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
