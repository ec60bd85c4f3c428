import { unsafeCSS } from 'lit';
import type { DecimalMark } from '../../../wasm/contract/core.js';
import { BASE_STYLES, LessonElement } from '../../elements/lesson-element.js';
import { decimalMark } from '../../views/numbers.js';
import type { StudyText } from '../content/schema.js';
import styles from '../styles/study.css';

/** An element of the study edition: it says things once, and keeps what it says in view. */
export abstract class StudyElement extends LessonElement<StudyText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  #frame = 0;

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  protected get mark(): DecimalMark {
    return decimalMark(this.text.locale);
  }

  protected get field(): HTMLInputElement | null {
    return this.renderRoot.querySelector<HTMLInputElement>('#answer');
  }

  protected focusOn(selector: string): void {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  /** Says something after a frame that was painted without it, so that the same twice is heard twice. */
  protected say(heard: () => void): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = requestAnimationFrame(() => {
      this.#frame = requestAnimationFrame(async () => {
        heard();
        await this.updateComplete;
        const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
        this.renderRoot
          .querySelector('#said')
          ?.scrollIntoView({ block: 'nearest', behavior: still ? 'instant' : 'smooth' });
      });
    });
  }
}
