import { unsafeCSS, type TemplateResult } from 'lit';
import type { Verdict } from '../../wasm/contract/core.js';
import type { PracticeText } from '../content/schema.js';
import { core } from '../engine/load.js';
import { valueOf } from '../engine/value.js';
import { answered, edited, hinted, said, UNTRIED, type PracticeState } from '../state/practice.js';
import { decimalMark } from '../views/numbers.js';
import { practiceView, type Insertion, type PracticeHandlers } from '../views/practice.js';
import { BASE_STYLES, LessonElement } from './lesson-element.js';
import { safeHref } from './safe-href.js';
import styles from '../styles/practice.css';

/** The learner checked an answer. */
export class AnswerEvent extends Event {
  readonly verdict: Verdict;
  constructor(verdict: Verdict) {
    super('bce-answer', { bubbles: true, composed: true });
    this.verdict = verdict;
  }
}

/**
 * @summary The free problem with an answer box.
 * @attr {string} study-href - Where the study edition lives; without it there is no link to it.
 * @fires bce-answer - After the learner checked an answer.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BcePractice extends LessonElement<PracticeText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  static override properties = {
    ...LessonElement.properties,
    studyHref: { type: String, attribute: 'study-href' },
    attempt: { state: true },
  };

  declare studyHref: string | null;
  declare private attempt: PracticeState;

  #frame = 0;

  constructor() {
    super();
    this.attempt = UNTRIED;
  }

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    return practiceView(this.setting, this.attempt, safeHref(this.studyHref), this.#handlers);
  }

  readonly #handlers: PracticeHandlers = {
    submit: (event) => {
      event.preventDefault();
      const field = this.#field;
      if (!field) return;
      const problem = valueOf(core().freeProblem());
      this.attempt = answered(core(), problem, field.value, decimalMark(this.text.locale), this.attempt);
      if (this.attempt.judgement) this.dispatchEvent(new AnswerEvent(this.attempt.judgement.verdict));
      this.#say();
    },
    input: () => {
      this.attempt = edited(this.attempt);
    },
    insert: (symbol) => this.#insert(symbol),
    move: (event) => this.#move(event),
    arrive: ({ target }) => {
      for (const symbol of this.#symbols) symbol.tabIndex = symbol === target ? 0 : -1;
    },
    hint: ({ target }, nth) => {
      if ((target as HTMLDetailsElement).open) this.attempt = hinted(this.attempt, nth);
    },
  };

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('#answer');
  }

  get #symbols(): HTMLElement[] {
    return [...this.renderRoot.querySelectorAll<HTMLElement>('.keypad button')];
  }

  /** Writes a symbol at the caret, or around what is selected, which stays selected. */
  #insert({ before, after = '', behindSelected = '' }: Insertion): void {
    const field = this.#field;
    if (!field) return;
    const from = field.selectionStart ?? field.value.length;
    const to = field.selectionEnd ?? from;
    const wraps = after !== '' || behindSelected !== '';
    const kept = wraps ? field.value.slice(from, to) : '';
    field.setRangeText(before + kept + (kept ? behindSelected : '') + after, from, to);
    field.setSelectionRange(from + before.length, from + before.length + kept.length);
    field.dispatchEvent(new Event('input', { bubbles: true }));
    // Who came by keyboard stays in the row; a press leaves the focus where the typing goes on.
    const focused = (this.renderRoot as ShadowRoot).activeElement;
    if (!focused?.closest('.keypad')) field.focus();
  }

  #move(event: KeyboardEvent): void {
    const symbols = this.#symbols;
    const at = symbols.findIndex((symbol) => symbol === event.target);
    const last = symbols.length - 1;
    const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
      event.key
    ];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    symbols[to]?.focus();
  }

  /** Says the verdict after a frame that was painted without one. */
  #say(): void {
    const status = this.renderRoot.querySelector<HTMLElement>('#said');
    if (!status) return;
    // What stands below stays where it is meanwhile.
    status.style.minBlockSize = `${status.offsetHeight}px`;
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(async () => {
        this.attempt = said(this.attempt);
        await this.updateComplete;
        status.style.minBlockSize = '';
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        status.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
      });
    });
  }
}
