import { unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { PointReading } from '../../wasm/contract/core.js';
import type { GraphText, Overlay } from '../content/schema.js';
import { core } from '../engine/load.js';
import {
  fromLink,
  INITIAL,
  keyed,
  pointed,
  reading,
  sameScenery,
  scenery,
  toLink,
  toProbability,
  typedProbability,
  viewOf,
  type GraphState,
  type Scenery,
} from '../state/graph.js';
import type { Palette } from '../views/figure-file.js';
import { graphView, plainAxis, sentence, type GraphExtras, type GraphHandlers } from '../views/graph.js';
import { Followed } from '../views/follow.js';
import type { Place } from '../views/picture.js';
import { copyLink } from './copy-link.js';
import { BASE_STYLES, LessonElement } from './lesson-element.js';
import { Rest } from './rest.js';
import { setting, toFlag } from './settings.js';
import { LossSound } from './sound.js';
import styles from '../styles/graph.css';

/** The learner moved the point or changed the label. */
export class ChangeEvent extends Event {
  readonly y: number;
  readonly p: number;
  /** Nats; may be Infinity. */
  readonly loss: number;
  constructor(y: number, { probability, loss }: PointReading) {
    super('bce-change', { bubbles: true, composed: true });
    this.y = y;
    this.p = probability;
    this.loss = loss;
  }
}

/** From the graph to the lesson around it: which label it shows. A host page never hears it. */
export class LabelEvent extends Event {
  readonly label: number;
  constructor(label: number) {
    super('bce-label');
    this.label = label;
  }
}

/** So long after the last change a learner has stopped. */
const PAUSE_MS = 700;

/** So often at most words and numbers follow the point: nobody reads faster, and they cost more than the picture. */
const TELLING_MS = 80;

/** Pixels of a saved picture for each of the figure's own. */
const DENSITY = 2;

/**
 * @summary The loss graph with a point to move.
 * @attr {number} [p=0.7] - Where the point is: a probability, from 0 to 1.
 * @attr {number} [y=1] - Where the point is: the label, from 0 to 1.
 * @attr {boolean} link - The page's address may carry the state (`#p=0.85&y=1`), and a link can be copied.
 * @csspart graph - All of it.
 * @csspart plot - The picture.
 * @csspart sentence - The state in words.
 * @csspart slider - The control under the point.
 * @csspart readings - The list of readings.
 * @fires bce-change - After the learner moved the point or changed the label; never after script did.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BceGraph extends LessonElement<GraphText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  static override properties = {
    p: setting(toProbability, INITIAL.at),
    y: setting(toProbability, INITIAL.y),
    link: setting(toFlag, false),
  };

  declare link: boolean;

  #state: GraphState = INITIAL;
  #extras: Omit<GraphExtras, 'linkable'> = { entry: undefined, sound: false, said: '', announced: '' };
  #scenery: { of: GraphState; drawn: Scenery } | undefined;
  /** The present state and its reading, taken once a state; in a box that the moving parts look into. */
  #place: Followed<Place> | undefined;
  /** What words and numbers tell of, and since when. */
  #told: { state: GraphState; since: number } | undefined;
  readonly #telling = new Rest(TELLING_MS, () => this.requestUpdate());
  /** The state that the buttons show. */
  #checked: GraphState | undefined;
  #beforePress: GraphState = INITIAL;
  /** The pointer that moves the point; a second finger does nothing. */
  #pressed: number | undefined;
  readonly #pause = new Rest(PAUSE_MS, () => this.#show({ announced: sentence(this.setting, this.#state, this.#now) }));
  readonly #sound = new LossSound();

  get p(): number {
    const { given, at } = this.#state;
    // Known before the core is there to be asked.
    return given === 'probability' ? at : this.#now.probability;
  }
  set p(at: number) {
    this.#set({ ...this.#state, given: 'probability', at });
  }

  get y(): number {
    return this.#state.y;
  }
  set y(y: number) {
    this.#set({ ...this.#state, y });
  }

  override connectedCallback(): void {
    super.connectedCallback();
    globalThis.addEventListener?.('hashchange', this.#followLink);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    globalThis.removeEventListener('hashchange', this.#followLink);
    this.#pause.stop();
    this.#sound.stop();
  }

  readonly #followLink = (): void => {
    const refuse = (name: string, value: string) => this.refuse('link_invalid', name, value);
    if (this.link) this.#set(fromLink(this.#state, location.hash.slice(1), refuse));
  };

  /** The first rendering repeats the prerendered one; only then the address has its say. */
  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#followLink();
  }

  get #now(): PointReading {
    return this.#present().value.now;
  }

  #present(): Followed<Place> {
    const state = this.#state;
    if (this.#place?.value.state !== state) {
      const value = { state, now: reading(core(), state) };
      if (this.#place) this.#place.value = value;
      else this.#place = new Followed<Place>(value);
    }
    return this.#place;
  }

  get #drawn(): Scenery {
    if (!this.#scenery || !sameScenery(this.#scenery.of, this.#state))
      this.#scenery = { of: this.#state, drawn: scenery(core(), this.#state) };
    return this.#scenery.drawn;
  }

  #set(state: GraphState): void {
    if (state === this.#state) return;
    const relabelled = state.y !== this.#state.y;
    this.#state = state;
    if (relabelled) this.dispatchEvent(new LabelEvent(state.y));
    if (this.#extras.said) this.#extras = { ...this.#extras, said: '' };
    else if (this.#onlyMoved()) return;
    this.requestUpdate();
  }

  /** Draws a move of the point where that is all that is new, and the words and numbers can wait. */
  #onlyMoved(): boolean {
    const told = this.#told;
    if (!told || this.isUpdatePending || performance.now() - told.since >= TELLING_MS) return false;
    if (!sameScenery(told.state, this.#state)) return false;
    try {
      this.#present().show();
    } catch {
      // The whole drawing meets it again, and says so; a host that sets the point hears nothing.
      return false;
    }
    this.#telling.disturb();
    return true;
  }

  protected override silence(): void {
    this.#extras = { ...this.#extras, said: '', announced: '' };
  }

  #show(extras: Partial<GraphExtras>): void {
    this.#extras = { ...this.#extras, ...extras };
    this.requestUpdate();
  }

  /** None of its formulas is wide, and it is drawn at every move. */
  protected override markWideFormulas(): void {}

  protected override get work(): GraphState {
    return this.#state;
  }
  protected override set work(state: GraphState) {
    this.#set(state);
  }

  override render(): TemplateResult {
    this.#told = { state: this.#state, since: performance.now() };
    const shown = { ...this.#extras, linkable: this.link };
    return graphView(this.setting, this.#drawn, this.#present(), shown, this.#handlers);
  }

  /** A button that was touched no longer follows its attribute. */
  protected override updated(): void {
    if (this.#checked && sameScenery(this.#checked, this.#state)) return;
    this.#checked = this.#state;
    const checked: Record<string, string> = {
      label: String(this.#state.y),
      axis: this.#state.axis,
      unit: this.#state.unit,
    };
    for (const radio of this.renderRoot.querySelectorAll<HTMLInputElement>('input[type=radio]'))
      radio.checked = radio.value === checked[radio.name];
  }

  /** What the learner did, as against what a script did. */
  #learner(state: GraphState | undefined): void {
    if (!state || state === this.#state) return;
    const before = this.#now;
    const labelBefore = this.#state.y;
    // What was typed belongs to the point as it was.
    if (this.#extras.entry) this.#show({ entry: undefined });
    this.#set(state);
    const now = this.#now;
    if (this.#extras.sound) this.#play(now);
    this.#pause.disturb();
    if (now.probability !== before.probability || now.loss !== before.loss || labelBefore !== state.y)
      this.dispatchEvent(new ChangeEvent(state.y, now));
  }

  #play(now: PointReading): void {
    const end = now.loss === Infinity ? 'infinite' : now.loss === 0 ? 'zero' : 'none';
    this.#sound.play(1 - now.yPx / viewOf(this.#state).heightPx, end);
  }

  readonly #handlers: GraphHandlers = this.safely({
    label: (y) => this.#learner({ ...this.#state, y }),
    softLabel: (event) =>
      this.#learner({ ...this.#state, y: toProbability((event.target as HTMLInputElement).value) ?? this.#state.y }),
    axis: (axis) => this.#learner({ ...this.#state, axis }),
    unit: (unit) => this.#learner({ ...this.#state, unit }),
    overlay: (overlay: Overlay, on: boolean) => {
      const overlays = new Set(this.#state.overlays);
      if (on) overlays.add(overlay);
      else overlays.delete(overlay);
      this.#learner({ ...this.#state, overlays });
    },
    sound: (sound) => {
      this.#show({ sound });
      if (sound) this.#play(this.#now);
      else this.#sound.stop();
    },
    slide: (event) => {
      const { xLow, xHigh } = viewOf(this.#state);
      const share = (Number((event.target as HTMLInputElement).value) - xLow) / (xHigh - xLow);
      this.#learner(pointed(this.#state, share));
    },
    key: (event) => {
      if (event.ctrlKey || event.metaKey) return;
      const state = keyed(this.#state, this.#now, event.key, event);
      if (!state) return;
      event.preventDefault();
      this.#learner(state);
    },
    type: (event) => {
      const typed = (event.target as HTMLInputElement).value;
      const at = typedProbability(this.setting.core, typed);
      if (typeof at === 'number') this.#learner({ ...this.#state, given: 'probability', at });
      this.#show({ entry: { typed, error: undefined } });
    },
    settle: () => {
      const { entry } = this.#extras;
      if (!entry) return;
      const at = typedProbability(this.setting.core, entry.typed);
      // What can be read takes the form of every reading; what cannot stays as it was typed.
      this.#show({ entry: typeof at === 'number' ? undefined : { ...entry, error: at } });
    },
    keepFocus: (event) => event.preventDefault(),
    press: (event) => {
      if (event.button !== 0 || this.#pressed !== undefined) return;
      const plot = event.currentTarget as HTMLElement;
      plot.setPointerCapture(event.pointerId);
      this.#pressed = event.pointerId;
      this.#beforePress = this.#state;
      this.renderRoot.querySelector<HTMLElement>('.slider[part]')?.focus({ preventScroll: true });
      // A finger may be about to scroll the page; where it lifts or goes sideways is soon enough.
      if (event.pointerType !== 'touch') this.#point(event, plot);
    },
    drag: (event) => {
      const plot = event.currentTarget as HTMLElement;
      if (event.pointerId === this.#pressed) this.#point(event, plot);
      if (event.type === 'pointerup') this.#pressed = undefined;
    },
    cancel: (event) => {
      if (event.pointerId === this.#pressed) this.#learner(this.#beforePress);
      this.#pressed = undefined;
    },
    copyLink: () => void this.#copyLink(),
    save: (format) => void this.#save(format),
  });

  #point(event: PointerEvent, plot: HTMLElement): void {
    const { left, width } = plot.getBoundingClientRect();
    if (width > 0) this.#learner(pointed(this.#state, (event.clientX - left) / width));
  }

  async #copyLink(): Promise<void> {
    const { take } = this.text.graph;
    this.#show({ said: (await copyLink(toLink(this.#state))) ? take.linked : take.linkFailed });
  }

  /** Custom properties are what they were written as; only a colour in use says what it is. */
  #palette(): Palette {
    const styles = (selector: string) => getComputedStyle(this.renderRoot.querySelector(selector) ?? this);
    return {
      surface: getComputedStyle(this).backgroundColor,
      text: styles('.sentence').color,
      quiet: styles('.axis').color,
      line: styles('.grid line').stroke,
      accent: styles('.curve.chosen').stroke,
      font: styles('.picture').fontFamily.replaceAll('"', "'"),
    };
  }

  async #save(format: 'svg' | 'png'): Promise<void> {
    // Only who takes a picture needs what draws it.
    const { figure, paint, toSvg } = await import('../views/figure-file.js');
    const { setting } = this;
    const drawn = this.#drawn;
    const words = sentence(setting, this.#state, this.#now);
    const picture = figure(setting, drawn, this.#state, this.#now, plainAxis(this.#state), words, this.#palette());
    let blob: Blob | null;
    if (format === 'svg') {
      blob = new Blob([toSvg(picture)], { type: 'image/svg+xml' });
    } else {
      const canvas = document.createElement('canvas');
      canvas.width = picture.width * DENSITY;
      canvas.height = picture.height * DENSITY;
      const context = canvas.getContext('2d');
      if (!context) return;
      paint(context, picture, DENSITY);
      blob = await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
    }
    if (!blob) return;
    const address = URL.createObjectURL(blob);
    const anchor = document.createElement('a');
    anchor.href = address;
    anchor.download = `${setting.text.graph.take.file}.${format}`;
    anchor.click();
    // Some browsers read the file only after the click has returned.
    setTimeout(() => URL.revokeObjectURL(address), 10_000);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bce-graph': BceGraph;
  }
  interface HTMLElementEventMap {
    'bce-change': ChangeEvent;
  }
}
