import type { TemplateResult } from 'lit';
import type { Judgement } from '../../wasm/contract/core.js';
import { core } from '../engine/load.js';
import { valueOf } from '../engine/value.js';
import { answered, UNTRIED, type PracticeState } from '../state/practice.js';
import { practiceView, type PracticeHandlers } from '../views/practice.js';
import { LessonElement } from './lesson-element.js';
import { safeHref } from './safe-href.js';

/** The learner checked an answer. */
export class AnswerEvent extends Event {
  readonly verdict: Judgement['verdict'];
  constructor(verdict: Judgement['verdict']) {
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
export class BcePractice extends LessonElement {
  static override properties = {
    ...LessonElement.properties,
    studyHref: { type: String, attribute: 'study-href' },
    attempt: { state: true },
  };

  declare studyHref: string | null;
  declare private attempt: PracticeState;

  constructor() {
    super();
    this.attempt = UNTRIED;
  }

  override render(): TemplateResult {
    return practiceView(this.setting, this.attempt, safeHref(this.studyHref), this.#handlers);
  }

  readonly #handlers: PracticeHandlers = {
    submit: (event) => {
      event.preventDefault();
      const field = this.renderRoot.querySelector<HTMLInputElement>('#answer');
      if (!field) return;
      this.attempt = answered(core(), valueOf(core().freeProblem()), field.value);
      if (this.attempt.judgement) this.dispatchEvent(new AnswerEvent(this.attempt.judgement.verdict));
    },
  };
}
