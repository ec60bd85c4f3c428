/** Core's tokens as MathML. */
import { html, mathml, nothing, type TemplateResult } from 'lit';
import type { Token } from '../../wasm/contract/core.js';
import { formatExact, formatValue, isInPowersOfTen, otherMarkOf } from './numbers.js';

const FENCES: Readonly<Record<string, string>> = { '(': ')', '[': ']', '|': '|' };

const TALL: ReadonlySet<string> = new Set(['fraction', 'total']);

const THIN_SPACE = mathml`<mspace width="0.167em"></mspace>`;

/** Layouts whose children do not stand side by side. */
const APART: ReadonlySet<string> = new Set(['fraction', 'total']);

/** Layouts with a child for each place: a space among them would take a place. */
const PLACED: ReadonlySet<string> = new Set(['fraction', 'superscript', 'subscript', 'hat', 'total']);

const isFence = (token: Token): boolean => token.kind === 'open' && token.text in FENCES;

/** Whether a neighbour multiplies a number, takes it as its argument or raises it. */
const binds = (neighbour: Token | undefined): boolean =>
  neighbour !== undefined &&
  neighbour.kind !== 'close' &&
  (neighbour.kind !== 'operation' || neighbour.text === '×' || neighbour.text === '%');

type NumberToken = Extract<Token, { kind: 'number' }>;
type NumberFormat = (token: NumberToken) => string;

/** As it was typed, with the locale's decimal mark or the other one. */
const typedNumber =
  (locale: string, otherMark = false): NumberFormat =>
  ({ number, figures }) =>
    formatExact(number, otherMark ? otherMarkOf(locale) : locale, figures);

class Printer {
  readonly #tokens: readonly Token[];
  readonly #number: NumberFormat;
  readonly #terms: readonly Term[];
  #at = 0;

  constructor(tokens: readonly Token[], number: NumberFormat, terms: readonly Term[] = []) {
    this.#tokens = tokens;
    this.#number = number;
    this.#terms = terms;
  }

  /**
   * The tokens up to the end of the group, each with the space that its neighbours call for; none
   * where each has a place of its own. `plus` gets the places of the plus signs.
   */
  all({ apart = false, placed = false, plus = [] as number[] } = {}): TemplateResult[] {
    const views: TemplateResult[] = [];
    let before: Token | undefined;
    for (let token = this.#next(); token && token.kind !== 'close'; token = this.#next()) {
      const applied = !placed && this.#isFunction(token);
      if (applied && before && before.kind !== 'operation') views.push(THIN_SPACE);
      if (token.kind === 'operation' && token.text === '+') plus.push(views.length);
      views.push(this.#one(token, apart ? undefined : before, apart));
      const after = this.#tokens[this.#at];
      if (applied && after && after.kind !== 'close' && !isFence(after)) views.push(THIN_SPACE);
      before = token;
    }
    return views;
  }

  /** A function, alone or with its base. `token` is the one read last. */
  #isFunction(token: Token): boolean {
    const named = token.kind === 'open' && token.text === 'subscript' ? this.#tokens[this.#at] : token;
    return named?.kind === 'function';
  }

  #next(): Token | undefined {
    return this.#tokens[this.#at++];
  }

  #one(token: Exclude<Token, { kind: 'close' }>, before: Token | undefined, apart: boolean): TemplateResult {
    switch (token.kind) {
      case 'number': {
        const number = mathml`<mn>${this.#number(token)}</mn>`;
        // ln 5 × 10⁻⁵ would read as (ln 5) × 10⁻⁵.
        return !apart && isInPowersOfTen(token.number) && (binds(before) || binds(this.#tokens[this.#at]))
          ? mathml`<mrow><mo form="prefix" stretchy="false">(</mo>${number}<mo form="postfix" stretchy="false">)</mo></mrow>`
          : number;
      }
      case 'identifier':
        return mathml`<mi data-part=${token.text}>${token.text}</mi>`;
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
    const plus: number[] = [];
    const children = this.all({ apart: APART.has(layout), placed: PLACED.has(layout), plus });
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
        return mathml`<mrow><mo form="prefix" stretchy=${tall}>${layout}</mo>${layout === '[' ? this.#named(children, plus) : children}<mo form="postfix" stretchy=${tall}>${FENCES[layout]}</mo></mrow>`;
      }
    }
  }

  #named(children: TemplateResult[], plus: readonly number[]): TemplateResult[] {
    if (plus.length + 1 !== this.#terms.length) return children;
    const ends = [...plus, children.length];
    return this.#terms.flatMap(({ part, off }, i) => {
      const from = i === 0 ? 0 : (ends[i - 1] ?? 0) + 1;
      const term = mathml`<mrow data-part=${part} class=${off ? 'off' : 'on'}>${children.slice(from, ends[i])}</mrow>`;
      return i === 0 ? [term] : [...children.slice(from - 1, from), term];
    });
  }
}

/** What a term of a sum is called, so that it can be pointed at, and whether it counts for nothing. */
export interface Term {
  part: string;
  off: boolean;
}

export interface MathOptions {
  display?: 'inline' | 'block';
  /** Most significant figures of a number; all that were written without it. */
  figures?: number;
  /** Names for the terms of the sum in square brackets. */
  terms?: readonly Term[];
  /** Decimals were typed with the mark that is not the locale's. */
  otherMark?: boolean;
}

/** A formula as MathML, in the line of the text or on its own. */
export function mathView(
  tokens: readonly Token[],
  locale: string,
  { display = 'inline', figures, terms, otherMark }: MathOptions = {},
): TemplateResult {
  const number: NumberFormat = figures
    ? (token) => formatValue(token.number, locale, figures)
    : typedNumber(locale, otherMark);
  const content = new Printer(tokens, number, terms).all();
  // Formulas read from left to right in every language of the page.
  return display === 'block'
    ? html`<math display="block" dir="ltr"><mrow>${content}</mrow></math>`
    : html`<math dir="ltr"><mrow>${content}</mrow></math>`;
}

/** The same in one line of text: log2 0.85, (1 − p)/2. */
export function mathText(tokens: readonly Token[], locale: string, otherMark?: boolean): string {
  const number = typedNumber(locale, otherMark);
  let at = 0;
  const all = (): string[] => {
    const parts: string[] = [];
    for (let token = tokens[at++]; token && token.kind !== 'close'; token = tokens[at++]) {
      if (token.kind === 'number') parts.push(number(token));
      else parts.push(token.kind === 'open' ? group(token.text) : token.text);
    }
    return parts;
  };
  /** In brackets, where a part holds something that would not be taken as one with what is around it. */
  const closed = (part: string, holds: RegExp) => (holds.test(part) && !/^\([^()]*\)$/.test(part) ? `(${part})` : part);
  const group = (layout: string): string => {
    const parts = all();
    const inside = parts.join(' ');
    switch (layout) {
      case 'fraction':
        return parts.map((part) => closed(part, /[ /]/)).join('/');
      case 'superscript':
        return parts.map((part) => closed(part, /[ /^]/)).join('^');
      case 'subscript':
        return parts.join('');
      case 'root':
        return `√${closed(inside, /[ /^]/)}`;
      default:
        return layout in FENCES ? `${layout}${inside}${FENCES[layout]}` : inside;
    }
  };
  return all().join(' ');
}

/**
 * A formula inside something that is said when it changes: its text is what is heard. Some
 * browsers leave MathML out when they put the words of such a place together.
 */
export const spokenMath = (tokens: readonly Token[], locale: string, otherMark?: boolean): TemplateResult =>
  html`<span aria-hidden="true">${mathView(tokens, locale, { otherMark: otherMark ?? false })}</span
    ><span class="unseen" dir="ltr">${mathText(tokens, locale, otherMark)}</span>`;
