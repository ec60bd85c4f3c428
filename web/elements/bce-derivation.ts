import { unsafeCSS, type TemplateResult } from 'lit';
import type { DecimalMark } from '../../wasm/contract/core.js';
import type { DerivationText } from '../content/schema.js';
import { core } from '../engine/load.js';
import { initial, isStale, next, type DerivationAction, type DerivationState } from '../state/derivation.js';
import { derivationView, type DerivationHandlers } from '../views/derivation.js';
import { decimalMark } from '../views/numbers.js';
import { BASE_STYLES, LessonElement } from './lesson-element.js';
import styles from '../styles/derivation.css';

/** The learner changed the data set, and the steps were worked out anew. */
export class StepEvent extends Event {
  /** Nats. */
  readonly meanLoss: number;
  readonly rows: number;
  constructor(meanLoss: number, rows: number) {
    super('bce-step', { bubbles: true, composed: true });
    this.meanLoss = meanLoss;
    this.rows = rows;
  }
}

/** How long typing has to rest before anything is said about it: long enough to go on after "0.". */
const PAUSE_MS = 1000;

/**
 * @summary The derivation in three steps, on a data set to edit. Its headings start at the third level.
 * @fires bce-step - After the learner changed the data set and the steps followed.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BceDerivation extends LessonElement<DerivationText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  #state: DerivationState | undefined;
  #pause: ReturnType<typeof setTimeout> | undefined;

  override render(): TemplateResult {
    this.#state ??= initial(core(), this.#decimalMark);
    return derivationView(this.setting, this.#state, this.#handlers);
  }

  get #decimalMark(): DecimalMark {
    return decimalMark(this.text.locale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#pause);
  }

  #act(action: DerivationAction): void {
    if (!this.#state) return;
    clearTimeout(this.#pause);
    const before = this.#state;
    this.#state = next(core(), this.#decimalMark, before, action);
    if (this.#state === before) return;
    this.requestUpdate();
    if (action.type !== 'settled' && !isStale(this.#state)) {
      this.dispatchEvent(new StepEvent(this.#state.derivation.steps[2].value, this.#state.rows.length));
    }
  }

  readonly #handlers: DerivationHandlers = {
    cell: (id, column, event) => {
      this.#act({ type: 'cell-changed', id, column, to: (event.target as HTMLInputElement).value });
      this.#pause = setTimeout(this.#handlers.settle, PAUSE_MS);
    },
    settle: () => this.#act({ type: 'settled' }),
    add: () => {
      const rows = this.#state?.rows.length;
      this.#act({ type: 'row-added' });
      if (this.#state?.rows.length === rows) return; // full: the focus stays on the button, which says so
      void this.#focusAfterUpdate('tbody tr:last-of-type input');
    },
    remove: (id) => {
      const at = this.#state?.rows.findIndex((row) => row.id === id) ?? 0;
      this.#act({ type: 'row-removed', id });
      // Focus goes to the row that took the removed one's place, else to the button that adds.
      const rows = this.#state?.rows.length ?? 0;
      void this.#focusAfterUpdate(rows ? `tr[data-row="${Math.min(at, rows - 1)}"] .remove` : '.buttons button');
    },
    reset: () => this.#act({ type: 'reset' }),
  };

  async #focusAfterUpdate(selector: string): Promise<void> {
    await this.updateComplete;
    const target = this.renderRoot.querySelector<HTMLElement>(selector);
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  }
}
