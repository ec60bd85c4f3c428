import { unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { DecimalMark } from '../../wasm/contract/core.js';
import type { DerivationText } from '../content/schema.js';
import { core } from '../engine/load.js';
import { initial, isStale, next, type DerivationAction, type DerivationState } from '../state/derivation.js';
import { tableIn } from '../state/paste.js';
import { ALL_OPEN, keyedStop, linkedStop, toggled, walkTo, type Walk } from '../state/walk.js';
import { derivationView, type DerivationHandlers } from '../views/derivation.js';
import { decimalMark } from '../views/numbers.js';
import { copyLink } from './copy-link.js';
import { BASE_STYLES, LessonElement } from './lesson-element.js';
import { setting, toFlag } from './settings.js';
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
 * @attr {boolean} link - The page's address may lead to a step (`#step=2`), and a link can be copied.
 * @csspart derivation - All of it.
 * @csspart data - The table of examples.
 * @csspart step - Each step.
 * @fires bce-step - After the learner changed the data set and the steps followed.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BceDerivation extends LessonElement<DerivationText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  static override properties = { link: setting(toFlag, false) };

  declare link: boolean;

  #state: DerivationState | undefined;
  #walk: Walk = ALL_OPEN;
  #said = '';
  #pause: ReturnType<typeof setTimeout> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener?.('hashchange', this.#followLink);
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    // A reader who has begun to scroll, or whom the browser brought back to a place, stays there.
    if (scrollY === 0) this.#followLink();
  }

  readonly #followLink = (): void => {
    const refuse = (name: string, value: string) => this.refuse('link_invalid', name, value);
    const stop = this.link ? linkedStop(location.hash, refuse) : undefined;
    if (stop === undefined) return;
    // The other steps fold while they are out of sight; what moved on the way there would be seen to jump.
    this.#show(walkTo(stop));
    requestAnimationFrame(() => requestAnimationFrame(() => void this.#go(stop, true)));
  };

  override render(): TemplateResult {
    this.#state ??= initial(core(), this.#decimalMark);
    const extras = { walk: this.#walk, linkable: this.link, said: this.#said };
    return derivationView(this.setting, this.#state, extras, this.#handlers);
  }

  protected override get work(): DerivationState | undefined {
    return this.#state;
  }
  protected override set work(state: DerivationState | undefined) {
    this.#state = state;
    this.requestUpdate();
  }

  /** A button that was touched no longer follows its attribute. */
  protected override updated(): void {
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      radio.checked = radio.value === this.#state?.dropped;
  }

  get #decimalMark(): DecimalMark {
    return decimalMark(this.text.locale);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('hashchange', this.#followLink);
    clearTimeout(this.#pause);
  }

  protected override silence(): void {
    this.#said = '';
  }

  #show(walk: Walk, said = ''): void {
    this.#walk = walk;
    this.#said = said;
    this.requestUpdate();
  }

  /** Opens one step alone and brings it into view; the focus follows where it was at a step, or is asked to. */
  async #go(to: number, focus: boolean): Promise<void> {
    this.#show(walkTo(to));
    await this.updateComplete;
    const summary = this.renderRoot.querySelector<HTMLElement>(`#step-${(this.#walk.at ?? 0) + 1} summary`);
    const bar = this.renderRoot.querySelector<HTMLElement>('.walk');
    if (!summary || !bar) return;
    // The bar stays in sight above it, in as many lines as it needs; between them is room for the outline.
    summary.style.scrollMarginBlockStart = `${bar.offsetHeight + 8}px`;
    summary.scrollIntoView();
    if (focus) summary.focus({ preventScroll: true });
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

  readonly #handlers: DerivationHandlers = this.safely({
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
    restore: () => this.#act({ type: 'restored' }),
    paste: (column, event) => {
      const table = tableIn(event.clipboardData?.getData('text/plain') ?? '');
      if (!table) return; // one value: the field takes it as any other
      event.preventDefault();
      this.#act({ type: 'pasted', table, column });
      void this.#focusAfterUpdate('[aria-invalid]', 'tbody input');
    },
    drop: (what) => this.#act({ type: 'dropped', what }),
    walk: (to) => void this.#go(to, false),
    openAll: () => this.#show(ALL_OPEN),
    toggle: (i, event) => {
      const walk = toggled(this.#walk, i, (event.currentTarget as HTMLDetailsElement).open);
      if (walk !== this.#walk) this.#show(walk);
    },
    key: (event) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
      const to = keyedStop(this.#walk, event.key, this.text.direction === 'rtl');
      if (to === undefined) return;
      event.preventDefault();
      void this.#go(to, (event.currentTarget as HTMLElement).localName === 'summary');
    },
    copyLink: () => void this.#copyLink(),
  });

  async #copyLink(): Promise<void> {
    const { walk } = this.text.derivation;
    const copied = await copyLink(`step=${(this.#walk.at ?? 0) + 1}`);
    this.#show(this.#walk, copied ? walk.linked : walk.linkFailed);
  }

  async #focusAfterUpdate(...selectors: string[]): Promise<void> {
    await this.updateComplete;
    const found = selectors.map((selector) => this.renderRoot.querySelector<HTMLElement>(selector));
    const target = found.find((element) => element !== null);
    target?.focus();
    if (target instanceof HTMLInputElement) target.select();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bce-derivation': BceDerivation;
  }
  interface HTMLElementEventMap {
    'bce-step': StepEvent;
  }
}
