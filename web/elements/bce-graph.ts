import type { TemplateResult } from 'lit';
import { INITIAL, keyed, snap, toLabel, toProbability, type GraphState } from '../state/graph.js';
import { graphView, reading, scenery, type GraphHandlers, type Scenery } from '../views/graph.js';
import { LessonElement } from './lesson-element.js';

/** The learner moved the point or chose the other label. */
export class ChangeEvent extends Event {
  readonly y: number;
  readonly p: number;
  /** Nats; may be Infinity. */
  readonly loss: number;
  constructor({ y, p }: GraphState, loss: number) {
    super('bce-change', { bubbles: true, composed: true });
    this.y = y;
    this.p = p;
    this.loss = loss;
  }
}

/**
 * @summary The loss graph with a point to move.
 * @attr {number} [p=0.85] - The predicted probability, in [0, 1].
 * @attr {0|1} [y=1] - The label.
 * @fires bce-change - After the learner moved the point or chose a label; never after script did.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BceGraph extends LessonElement {
  static override properties = { ...LessonElement.properties, p: {}, y: {} };

  #state: GraphState = INITIAL;
  #scenery: Scenery | undefined;
  #sceneryLocale = '';
  #pressedAt = INITIAL.p;

  get p(): number {
    return this.#state.p;
  }
  /** A value that is no probability keeps the one before. */
  set p(value: unknown) {
    this.#set({ p: toProbability(value) });
  }

  get y(): number {
    return this.#state.y;
  }
  /** A value that is no label keeps the one before. */
  set y(value: unknown) {
    this.#set({ y: toLabel(value) });
  }

  #set({ p = this.#state.p, y = this.#state.y }: { p?: number | undefined; y?: number | undefined }): void {
    this.#state = { p, y };
    this.requestUpdate();
  }

  override render(): TemplateResult {
    const { setting } = this;
    if (!this.#scenery || this.#sceneryLocale !== setting.text.locale) {
      this.#scenery = scenery(setting);
      this.#sceneryLocale = setting.text.locale;
    }
    return graphView(setting, this.#scenery, this.#state, this.#handlers);
  }

  /** A radio button that was touched no longer follows its attribute. */
  protected override updated(): void {
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>('.choice input'))
      radio.checked = Number(radio.value) === this.#state.y;
  }

  #learner(change: { p?: number | undefined; y?: number | undefined }): void {
    const before = this.#state;
    this.#set(change);
    if (before.p === this.#state.p && before.y === this.#state.y) return;
    this.dispatchEvent(new ChangeEvent(this.#state, reading(this.setting, this.#state).loss));
  }

  readonly #handlers: GraphHandlers = {
    label: (y) => this.#learner({ y }),
    slide: (event) => this.#learner({ p: toProbability((event.target as HTMLInputElement).value) }),
    key: (event) => {
      if (event.ctrlKey || event.metaKey) return;
      const p = keyed(this.#state.p, event.key, event);
      if (p === undefined) return;
      event.preventDefault();
      this.#learner({ p });
    },
    press: (event) => {
      if (event.button !== 0) return;
      const plot = event.currentTarget as HTMLElement;
      plot.setPointerCapture(event.pointerId);
      this.#pressedAt = this.#state.p;
      this.renderRoot.querySelector<HTMLElement>('.slider')?.focus({ preventScroll: true });
      // A finger may be about to scroll the page; where it lifts or goes sideways is soon enough.
      if (event.pointerType !== 'touch') this.#point(event, plot);
    },
    drag: (event) => {
      const plot = event.currentTarget as HTMLElement;
      if (plot.hasPointerCapture(event.pointerId)) this.#point(event, plot);
    },
    cancel: () => this.#learner({ p: this.#pressedAt }),
  };

  #point(event: PointerEvent, plot: HTMLElement): void {
    const { left, width } = plot.getBoundingClientRect();
    if (width > 0) this.#learner({ p: snap((event.clientX - left) / width) });
  }
}
