import { unsafeCSS, type PropertyDeclaration } from 'lit';
import type { DecimalMark } from '../../../wasm/contract/core.js';
import { BASE_STYLES, LessonElement } from '../../elements/lesson-element.js';
import { decimalMark } from '../../views/numbers.js';
import type { StudyText } from '../content/schema.js';
import { addressFrom, hashOf, TAGS, type MadePlace, type Settings } from '../state/places.js';
import styles from '../styles/study.css';

/**
 * An element of the study edition: it says things once, and keeps what it says in view. `Words` are those of its place
 * alone, under the name of its file: `StudyElement<{ solve: SolveText }>` has them in `text.solve`.
 */
export abstract class StudyElement<Words extends object = object> extends LessonElement<StudyText & Words> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  static override properties: Record<string, PropertyDeclaration> = { settings: { attribute: false } };

  /**
   * What the address asks of this place; the app sets it each time that the place is gone to. Without an app there is
   * none. @internal
   */
  declare settings: Settings | undefined;

  #frame = 0;

  override disconnectedCallback(): void {
    cancelAnimationFrame(this.#frame);
    super.disconnectedCallback();
  }

  /** Whether there is an app around it, with other places to go to. */
  protected get inApp(): boolean {
    return this.closest('main[data-app]') !== null;
  }

  /** Which place this is. */
  protected get place(): MadePlace | undefined {
    return (Object.keys(TAGS) as MadePlace[]).find((place) => TAGS[place] === this.localName);
  }

  /** Lets the address say what is shown, so that it can be copied and come back to; only while this place is shown. */
  protected keepAddress(settings: Settings): void {
    const { place } = this;
    const address = addressFrom(location.hash);
    if (place && typeof address === 'object' && address.place === place)
      history.replaceState(history.state, '', hashOf(place, settings));
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
