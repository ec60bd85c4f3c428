/** What every element of the lesson shares: its text, its core, its styles and how it wakes up. */
import { adoptStyles, LitElement, unsafeCSS, type CSSResult, type PropertyValues } from 'lit';
import { FAILED, localeFor, type Locale } from '../content/locales.js';
import type { CommonText } from '../content/schema.js';
import { linkParts } from './linked-parts.js';
import { core, coreReady, loadCore } from '../engine/load.js';
import { loadText, textIn } from '../engine/texts.js';
import type { Setting } from '../views/prose.js';
import base from '../styles/base.css';

/** An element is ready when it answers to the learner; the attribute `data-ready` appears with it. */
export class ReadyEvent extends Event {
  constructor() {
    super('bce-ready', { bubbles: true, composed: true });
  }
}

/** Something of ours did not work; `code` says what. */
export class FailureEvent extends Event {
  readonly code: 'core_unavailable' | 'text_unavailable';
  constructor(code: FailureEvent['code']) {
    super('bce-error', { bubbles: true, composed: true });
    this.code = code;
  }
}

let coreUrl: URL | undefined;

/** Where the elements of this page find the core. Called once, by the entry. */
export function locateCore(url: URL): void {
  coreUrl = url;
}

/** The styles that every element has; each adds its own. */
export const BASE_STYLES: CSSResult = unsafeCSS(base);

/**
 * Sleeps until the core runs and its text is there: what was prerendered, or the children that the host wrote, stay as
 * they are. Then the first rendering, with the core, takes over what is there or replaces it.
 */
export abstract class LessonElement<Text extends CommonText = CommonText> extends LitElement {
  static override styles: CSSResult | CSSResult[] = BASE_STYLES;

  static override properties = {
    locale: { type: String },
    theme: { type: String, reflect: true },
    live: { state: true },
  };

  /** Language of the text; the nearest `lang` where it is not set. */
  declare locale: string | null;
  /** auto, light or dark. */
  declare theme: string | null;
  /** False until what is drawn answers; the first rendering repeats the prerendered one. */
  declare private live: boolean;

  constructor() {
    super();
    this.live = false;
  }

  /** What stands in for the lesson that could not start. */
  #standIns: readonly Element[] = [];
  #loading = false;
  #text: Text | undefined;
  #nowReady = (): void => undefined;

  /** Fulfilled with `bce-ready`, for who comes too late to hear it. */
  readonly ready = new Promise<void>((resolve) => (this.#nowReady = resolve));
  #width: ResizeObserver | undefined;

  override connectedCallback(): void {
    if (coreReady() && textIn(this.#wantedLocale())) this.#wake();
    else if (coreUrl) void this.#load(coreUrl);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#width?.disconnect();
    this.#width = undefined;
  }

  /** Once at a time, however often the element is moved meanwhile. */
  async #load(url: URL): Promise<void> {
    if (this.#loading) return;
    this.#loading = true;
    const there = (loading: Promise<unknown>) =>
      loading.then(
        () => true,
        () => false,
      );
    const [started, worded] = await Promise.all([there(loadCore(url)), there(loadText(this.#wantedLocale()))]);
    this.#loading = false;
    // Where it was removed meanwhile, the next connection starts again from what there is.
    if (!this.isConnected) return;
    if (started && worded) this.#wake();
    else this.#fail(started ? 'text_unavailable' : 'core_unavailable');
  }

  /** A part of a prerendered lesson waits, by Lit's defer-hydration, until the lesson has taken over. */
  #wake(): void {
    for (const element of this.#standIns) element.remove();
    this.#standIns = [];
    this.removeAttribute('data-failed');
    super.connectedCallback();
    if (this.hasUpdated) this.#watchWidth();
  }

  #fail(code: FailureEvent['code']): void {
    // Every part, so that none keeps room for what will not come; the lesson around them says why.
    this.setAttribute('data-failed', '');
    if (this.parentLesson() || this.#standIns.length > 0) return;
    const notice = document.createElement('p');
    notice.className = 'failed';
    notice.setAttribute('role', 'status');
    const still = this.shadowRoot?.querySelector('.still');
    if (still) {
      still.after(notice);
      this.#standIns = [notice];
    } else {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      const slot = document.createElement('slot');
      root.append(notice, slot);
      this.#standIns = [notice, slot];
    }
    // After it stands on the page, or it would not be read out.
    notice.textContent = FAILED[this.#wantedLocale()][still ? 'prerendered' : 'empty'];
    this.dispatchEvent(new FailureEvent(code));
  }

  /** The lesson that this part stands in, if any: it speaks for its parts. */
  private parentLesson(): Element | undefined {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof LessonElement ? root.host : undefined;
  }

  #wantedLocale(): Locale {
    return localeFor(this.locale, this.closest?.('[lang]')?.getAttribute('lang'));
  }

  get text(): Text {
    if (!this.#text) throw new Error('The text has not been loaded.');
    return this.#text;
  }

  protected get setting(): Setting<Text> {
    return { core: core(), text: this.text, live: this.live };
  }

  /** In another language once its text has come; where it does not come, in the one there is. */
  protected override willUpdate(changed: PropertyValues): void {
    if (this.hasUpdated && changed.has('locale')) this.silence();
    const locale = this.#wantedLocale();
    const text = textIn(locale);
    // What a text holds beyond the common part is the entry's to provide.
    if (text) this.#text = text as Text;
    else
      loadText(locale).then(
        () => this.requestUpdate(),
        () => undefined,
      );
  }

  /** Forgets what was said of something that is over, in a language that is about to change. */
  protected silence(): void {}

  protected override update(changed: PropertyValues): void {
    try {
      super.update(changed);
    } catch (error) {
      if (this.hasUpdated) throw error;
      this.#drawAnew();
      super.update(changed);
    }
    this.markWideFormulas();
  }

  /**
   * What was prerendered is not what this script draws: an older page out of a cache, or attributes
   * that were changed before the script came. The first rendering then starts from nothing.
   */
  #drawAnew(): void {
    const root = this.renderRoot as ShadowRoot;
    root.replaceChildren();
    // Where Lit remembers what it has rendered into this root.
    Reflect.deleteProperty(root, '_$litPart$');
    adoptStyles(root, (this.constructor as typeof LitElement).elementStyles);
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.#watchWidth();
    linkParts(this, this.renderRoot, () =>
      this.renderRoot.querySelectorAll<HTMLElement>('bce-graph, bce-practice, bce-derivation'),
    );
    this.live = true;
    void this.partsReady().then(() => {
      this.setAttribute('data-ready', '');
      this.#nowReady();
      this.dispatchEvent(new ReadyEvent());
    });
  }

  /** Until what this element consists of is ready; it is ready itself only then. */
  protected partsReady(): Promise<unknown> {
    return Promise.resolve();
  }

  #watchWidth(): void {
    this.#width ??= new ResizeObserver(() => this.markWideFormulas());
    this.#width.observe(this);
  }

  /** A formula that is wider than its place scrolls in it; then the keyboard has to get there as well. */
  protected markWideFormulas(): void {
    for (const box of this.renderRoot.querySelectorAll('.display, .hero, .quote')) {
      const wide = box.scrollWidth > box.clientWidth;
      if (wide === box.hasAttribute('tabindex')) continue;
      if (!wide) for (const name of ['tabindex', 'role', 'aria-label']) box.removeAttribute(name);
      else {
        box.setAttribute('tabindex', '0');
        // Not a region: half a dozen landmarks of one name would be in the way.
        box.setAttribute('role', 'group');
        box.setAttribute('aria-label', this.text.wideFormula);
      }
    }
  }
}

/** Defines an element once, however often and in however many versions the script is loaded. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
