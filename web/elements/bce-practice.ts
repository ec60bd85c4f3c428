import { unsafeCSS, type TemplateResult } from 'lit';
import type { Verdict } from '../../wasm/contract/core.js';
import type { PracticeText } from '../content/schema.js';
import { core } from '../engine/load.js';
import { valueOf } from '../engine/value.js';
import type { PracticeWork } from '../state/kept.js';
import { answered, edited, hinted, said, UNTRIED, type PracticeState } from '../state/practice.js';
import { decimalMark } from '../views/numbers.js';
import { practiceView, type PracticeHandlers } from '../views/practice.js';
import { keypadHandlers } from './keypad.js';
import { BASE_STYLES, LessonElement } from './lesson-element.js';
import { setting, toHref } from './settings.js';
import styles from '../styles/practice.css';

/** The learner checked an answer. */
export class AnswerEvent extends Event {
  readonly verdict: Verdict;
  /** As it was typed. */
  readonly answer: string;
  /** Used up so far, by wrong answers and by hints that are not free. */
  readonly attempts: number;
  constructor(verdict: Verdict, answer: string, attempts: number) {
    super('bce-answer', { bubbles: true, composed: true });
    this.verdict = verdict;
    this.answer = answer;
    this.attempts = attempts;
  }
}

/**
 * @summary The free problem with an answer box.
 * @attr {string} study-href - Where the study edition is; without it there is no link to it.
 * @csspart practice - All of it.
 * @csspart answer - The field for the answer.
 * @csspart button - The button that checks it.
 * @csspart verdict - What is said of the answer.
 * @csspart link - The link to the study edition.
 * @fires bce-answer - After the learner checked an answer.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BcePractice extends LessonElement<PracticeText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  static override properties = {
    studyHref: setting(toHref, null, { attribute: 'study-href' }),
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

  protected override get work(): PracticeWork {
    return { attempt: this.attempt, typed: this.#field?.value ?? '' };
  }
  protected override set work({ attempt, typed }: PracticeWork) {
    this.attempt = attempt;
    if (this.#field) this.#field.value = typed;
  }

  override render(): TemplateResult {
    return practiceView(this.setting, this.attempt, this.studyHref ?? undefined, this.#handlers);
  }

  readonly #handlers: PracticeHandlers = this.safely({
    submit: (event) => {
      event.preventDefault();
      const field = this.#field;
      if (!field) return;
      const problem = valueOf(core().freeProblem());
      this.attempt = answered(core(), problem, field.value, decimalMark(this.text.locale), this.attempt);
      const { judgement, checked, attempts } = this.attempt;
      if (judgement) this.dispatchEvent(new AnswerEvent(judgement.verdict, checked, attempts));
      this.#say();
    },
    input: () => {
      this.attempt = edited(this.attempt);
    },
    ...keypadHandlers(() => this.renderRoot as ShadowRoot),
    hint: ({ target }, nth) => {
      if ((target as HTMLDetailsElement).open) this.attempt = hinted(this.attempt, nth);
    },
  });

  get #field(): HTMLInputElement | null {
    return this.renderRoot.querySelector('#answer');
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

declare global {
  interface HTMLElementTagNameMap {
    'bce-practice': BcePractice;
  }
  interface HTMLElementEventMap {
    'bce-answer': AnswerEvent;
  }
}
