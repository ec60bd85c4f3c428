/** A box for a formula, with a row of the symbols that phones lack. */
import { html, nothing, type TemplateResult } from 'lit';
import type { AnswerSymbol, PracticeText } from '../content/schema.js';

/** What a symbol writes. */
export interface Insertion {
  name: AnswerSymbol;
  face: string;
  before: string;
  /** Behind the caret, or behind what is selected. */
  after?: string;
  /** Only behind what is selected; without either the selection is replaced. */
  behindSelected?: string;
}

export interface KeypadHandlers {
  /** A symbol was chosen, to stand around what is selected in the field. */
  insert(symbol: Insertion): void;
  /** A key in the row of symbols. */
  move(event: KeyboardEvent): void;
  /** A symbol has the focus. */
  arrive(event: FocusEvent): void;
}

export interface FormulaField {
  label: string;
  /** Ids of what is said of the field beside its label. */
  describedBy: string;
  invalid: boolean;
  /** Before the field, as L =. */
  prefix: unknown;
  submit: string;
}

/** In the order of the row: what a phone has on its second and third keyboard, or not at all. */
const SYMBOLS: readonly Insertion[] = [
  { name: 'ln', face: 'ln', before: 'ln(', after: ')' },
  { name: 'minus', face: '−', before: '−' },
  { name: 'over', face: '/', before: '/' },
  { name: 'open', face: '(', before: '(', behindSelected: ')' },
  { name: 'close', face: ')', before: ')' },
  { name: 'root', face: '√', before: '√(', after: ')' },
];

/** A press must not take the focus from the field, or the phone's keyboard would fold away. */
const keepFocus = (event: Event): void => event.preventDefault();

/** One stop of the Tab key, and arrows inside: the first symbol, or the one used last. */
const keypad = (
  { symbols, symbol: names }: PracticeText['practice'],
  { insert, move, arrive }: KeypadHandlers,
): TemplateResult =>
  html`<div
    class="keypad"
    role="toolbar"
    aria-label=${symbols}
    aria-controls="answer"
    dir="ltr"
    @keydown=${move}
    @focusin=${arrive}
  >
    ${SYMBOLS.map(
      (symbol, i) =>
        html`<button
          class="quiet"
          type="button"
          tabindex=${i === 0 ? '0' : '-1'}
          aria-label=${names[symbol.name]}
          @mousedown=${keepFocus}
          @click=${() => insert(symbol)}
        >
          ${symbol.face}
        </button>`,
    )}
  </div>`;

/** `input` hears of every change of the text. */
export const formulaField = (
  text: PracticeText['practice'],
  { label, describedBy, invalid, prefix, submit }: FormulaField,
  handlers: KeypadHandlers & { input(): void },
): TemplateResult =>
  html`<label for="answer">${label}</label>
    <div class="answer">
      <div class="equation" dir="ltr">
        ${prefix}
        <input
          id="answer"
          part="answer"
          type="text"
          dir="ltr"
          inputmode="text"
          enterkeyhint="done"
          autocomplete="off"
          autocapitalize="off"
          autocorrect="off"
          spellcheck="false"
          aria-describedby=${describedBy}
          aria-errormessage="said"
          aria-invalid=${invalid ? 'true' : nothing}
          @input=${handlers.input}
        />
      </div>
      <div class="under">
        ${keypad(text, handlers)}
        <button type="submit" part="button">${submit}</button>
      </div>
    </div>`;
