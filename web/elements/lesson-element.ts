/** What every element of the lesson shares: what a host sets, its text, its core, its styles, how it wakes up and how it fails. */
import { adoptStyles, LitElement, unsafeCSS, type CSSResult, type PropertyDeclaration, type PropertyValues } from 'lit';
import { FAILED, knownLocale, LOCALES, type Locale } from '../content/locales.js';
import type { CommonText } from '../content/schema.js';
import { linkParts } from './linked-parts.js';
import { whenNear } from './near.js';
import {
  isSetting,
  setting,
  toLoading,
  toLocale,
  toStoring,
  toTheme,
  type Loading,
  type Storing,
  type Theme,
} from './settings.js';
import { core, coreReady, cores, loadCore, shareCores } from '../engine/load.js';
import { loadText, textIn } from '../engine/texts.js';
import type { Setting } from '../views/prose.js';
import base from '../styles/base.css';

/** An element is ready when it answers to the learner; the attribute `data-ready` appears with it. */
export class ReadyEvent extends Event {
  constructor() {
    super('bce-ready', { bubbles: true, composed: true });
  }
}

/** A file is missing; the lesson cannot be drawn; what the host, the address or the store says makes no sense. */
export type FailureCode =
  | 'core_unavailable'
  | 'text_unavailable'
  | 'drawing_failed'
  | 'setting_invalid'
  | 'link_invalid'
  | 'storage_unavailable'
  | 'storage_invalid';

/** Something did not work; `code` says what. The page it happens on goes on as it was. */
export class FailureEvent extends Event {
  readonly code: FailureCode;
  /** Of what makes no sense: the property, or the part of the address. */
  readonly about: string | undefined;
  /** What was thrown, where something was. */
  readonly cause: unknown;
  constructor(code: FailureCode, about?: string, cause?: unknown) {
    super('bce-error', { bubbles: true, composed: true });
    this.code = code;
    this.about = about;
    this.cause = cause;
  }
}

/** What the scripts of ours define, each some of it. */
const NAMES = ['bce-lesson', 'bce-graph', 'bce-practice', 'bce-derivation'];

/** The property that holds the text size of the host, as a length that is reckoned once and not where it is used. */
function registerSize({ CSS, document, getComputedStyle }: typeof globalThis): void {
  // On a page of ours its style sheet says so already; to say it again makes the browser reckon all styles anew.
  if (getComputedStyle(document.documentElement).getPropertyValue('--bce-rem')) return;
  try {
    CSS.registerProperty({ name: '--bce-rem', syntax: '<length>', inherits: true, initialValue: '16px' });
  } catch {
    // Known already, or not a thing that this browser does: then sizes go by the text they stand in.
  }
}

let coreUrl: URL | undefined;
let beside: (() => unknown) | undefined;

/** Where the elements of this page find the core, and what is fetched beside it. Called once, by the entry. */
export function locateCore(url: URL, fetchBeside: () => unknown): void {
  coreUrl = url;
  beside = fetchBeside;
  registerSize(globalThis);
  // Another script of ours may be on the page already: its elements are where the two meet.
  for (const name of NAMES) {
    const { cores } = (customElements.get(name) ?? {}) as Partial<typeof LessonElement>;
    if (cores instanceof Map) return shareCores(cores);
  }
}

/** The styles that every element has; each adds its own. */
export const BASE_STYLES: CSSResult = unsafeCSS(base);

/** Fetched once an element is asked to keep something. */
let keep: (typeof import('./keep.js'))['keep'] | undefined;

/** Of each that waits to come near what the reader sees: wakes it if all it needs is there. */
const asleep = new Set<() => boolean>();

/** What came for one element serves others: they wake one at a time, while nothing else is to do. */
function rouse(): void {
  (globalThis.requestIdleCallback ?? setTimeout)(() => {
    for (const wakes of asleep) if (wakes()) return rouse();
  });
}

/** Whether it came. */
const there = (loading: Promise<unknown>): Promise<boolean> =>
  loading.then(
    () => true,
    () => false,
  );

/**
 * Sleeps until it comes near what the reader sees, and until the core runs and its text is there: what was
 * prerendered, or the children that the host wrote, stay as they are. Then the first rendering, with the
 * core, takes over what is there or replaces it.
 *
 * @csspart notice - What is said where a file is missing, with a button to try again.
 * @cssprop [--bce-accent=#00676d in the light, #62cbd1 in the dark] - Curves, links and buttons. Made darker or
 *   lighter where text in it could not be read; buttons have it as it is.
 * @cssprop [--bce-surface=#fdfcfa in the light, #15171a in the dark] - Background; should go with the theme.
 * @cssprop [--bce-text=#1e2022 in the light, #e8e6e1 in the dark] - Text; with a surface of the host's, black or white.
 * @cssprop [--bce-warning=#9a4a12 in the light, #f0b07a in the dark] - What is wrong, and what is turned off.
 * @cssprop [--bce-radius=0.5em] - Corners.
 * @cssprop [--bce-space=1em] - The unit of room: between blocks and sections, and inside of panels.
 * @cssprop [--bce-gutter=1.25 of the unit] - Room at the sides; 0 sets the text flush with the host's.
 * @cssprop [--bce-font=the system's sans serif] - Controls, labels and small print. Running text has the host's font.
 */
export abstract class LessonElement<Text extends CommonText = CommonText> extends LitElement {
  static override styles: CSSResult | CSSResult[] = BASE_STYLES;

  static override properties: Record<string, PropertyDeclaration> = {
    locale: setting(toLocale, null),
    theme: setting(toTheme, 'auto', { reflect: true }),
    loading: setting(toLoading, 'lazy'),
    storage: setting(toStoring, 'none'),
    live: { state: true },
  };

  /** Language of the text, `en` or `es`; without it the nearest `lang`. */
  declare locale: string | null;
  /** Which colours; auto is what the reader's system prefers. */
  declare theme: Theme;
  /** lazy: files are asked for once the element is near what the reader sees; eager: at once. */
  declare loading: Loading;
  /** local: what the learner did is kept in the browser and taken up again; none: nothing is read or written. */
  declare storage: Storing;
  /** False until what is drawn answers; the first rendering repeats the prerendered one. */
  declare private live: boolean;

  /** For other scripts of ours. @internal */
  static get cores(): ReturnType<typeof cores> {
    return cores();
  }

  /** What stands in for the lesson that could not start, or go on. */
  #standIns: readonly Element[] = [];
  /** Of each setting and each part of the address, what was refused last. */
  readonly #refused = new Map<string, string>();
  /** What there was nobody to tell yet. */
  readonly #untold = new Map<string, FailureEvent>();
  /** What was set before the element was defined. */
  readonly #early = new Map<PropertyKey, unknown>();
  #busy = false;
  /** The first rendering failed: what was prerendered stands there again, but cannot be taken over any more. */
  #botched = false;
  #text: Text | undefined;
  #nowReady = (): void => undefined;
  #endWait = (): void => undefined;
  #endKeeping = (): void => undefined;
  /** The work as it is before anybody has touched it. */
  #untouched: unknown;

  /** Fulfilled with `bce-ready`, for who comes too late to hear it. */
  readonly ready = new Promise<void>((resolve) => (this.#nowReady = resolve));
  #width: ResizeObserver | undefined;

  constructor() {
    super();
    for (const name of (this.constructor as typeof LitElement).elementProperties.keys())
      if (this.hasOwnProperty(name)) {
        this.#early.set(name, this[name as keyof this]);
        Reflect.deleteProperty(this, name);
      }
    this.live = false;
  }

  /** Lit looks for what was set before the element was defined, and would keep it until the first rendering. */
  override hasOwnProperty(name: PropertyKey): boolean {
    return #refused in this && super.hasOwnProperty(name);
  }

  /** A value that makes no sense leaves the one before, and is told of once. */
  static override getPropertyDescriptor(
    name: PropertyKey,
    key: string | symbol,
    options: PropertyDeclaration,
  ): PropertyDescriptor | undefined {
    const plain = super.getPropertyDescriptor(name, key, options);
    if (!plain || !isSetting(options)) return plain;
    const { read, fallback } = options;
    const about = String(name);
    return {
      ...plain,
      get(this: LessonElement) {
        return plain.get?.call(this) ?? fallback;
      },
      set(this: LessonElement, value: unknown) {
        let found: unknown = fallback;
        let odd = false;
        // An empty text is what a template writes that has nothing to write.
        if (value !== null && value !== undefined && (value !== '' || fallback === false))
          try {
            found = read(value, () => (odd = true));
          } catch {
            found = undefined;
          }
        if (found === undefined || odd) this.refuse('setting_invalid', about, value);
        else this.#refused.delete(`setting_invalid${about}`);
        if (found !== undefined) plain.set?.call(this, found);
        this.#hurry();
      },
    };
  }

  /** Tells that a value makes no sense: of the same one once. */
  protected refuse(code: FailureCode, about: string, value: unknown): void {
    const fault = code + about;
    const shown = typeof value === 'string' ? value.slice(0, 99) : typeof value;
    const known = this.#refused.get(fault) === shown;
    // The style sheets go by the attribute.
    if (about === 'theme' && this.hasAttribute(about)) this.setAttribute(about, this.theme);
    this.#refused.set(fault, shown);
    if (known) return;
    const event = new FailureEvent(code, about);
    if (this.isConnected) this.dispatchEvent(event);
    else this.#untold.set(fault, event);
  }

  override connectedCallback(): void {
    // What a copy has of an element that was alive.
    if (!this.hasUpdated && this.#standIns.length === 0)
      for (const name of ['data-ready', 'data-failed', 'data-lit']) this.removeAttribute(name);
    for (const [name, value] of this.#early) Reflect.set(this, name, value);
    this.#early.clear();
    for (const event of this.#untold.values()) this.dispatchEvent(event);
    this.#untold.clear();
    if (this.#fed) this.#wake();
    else if (coreUrl) this.#sleep();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#endWait();
    this.#endKeeping();
    this.#width?.disconnect();
    this.#width = undefined;
  }

  /** In another document the sheets of the one before are not taken along. */
  adoptedCallback(): void {
    if (this.shadowRoot) this.#dress(this.shadowRoot);
  }

  /** Whether all it needs is there. */
  get #fed(): boolean {
    return coreReady() && textIn(this.#wantedLocale()) !== undefined && (this.storage === 'none' || !!keep);
  }

  #sleep(): void {
    // A part of a prerendered lesson wakes with it.
    const end = whenNear(this.parentLesson() ?? this, () => void this.#load());
    asleep.add(this.#rouse);
    this.#endWait = () => {
      end();
      asleep.delete(this.#rouse);
    };
    this.#hurry();
  }

  /** The host may find that it cannot wait. */
  #hurry(): void {
    if (this.loading === 'eager' && asleep.has(this.#rouse)) void this.#load();
  }

  readonly #rouse = (): boolean => {
    if (!this.#fed) return false;
    this.#wake();
    return true;
  };

  /** Once at a time, however often the element is moved meanwhile. */
  async #load(): Promise<void> {
    this.#endWait();
    if (this.#busy || !coreUrl) return;
    this.#busy = true;
    beside?.();
    const locale = this.#wantedLocale();
    const [started, worded] = await Promise.all([
      there(loadCore(coreUrl)),
      there(loadText(locale)),
      this.#fetchKeeper(),
    ]);
    this.#busy = false;
    rouse();
    // Where it was removed meanwhile, the next connection starts again from what there is.
    if (!this.isConnected) return;
    if (started && worded) this.#wake(locale);
    else this.#fail(started ? 'text_unavailable' : 'core_unavailable');
  }

  /** A part of a prerendered lesson waits, by Lit's defer-hydration, until the lesson has taken over. */
  #wake(locale = this.#wantedLocale()): void {
    this.#endWait();
    for (const element of this.#standIns) element.remove();
    this.#standIns = [];
    this.removeAttribute('data-failed');
    // In this language until the one that was asked for meanwhile has come.
    this.#text ??= textIn(locale) as Text | undefined;
    super.connectedCallback();
    if (!this.hasUpdated) return;
    this.#watchWidth();
    this.#keep();
  }

  /** What the learner did, as a value that is another one once they have done something; only a part has it. */
  protected get work(): unknown {
    return undefined;
  }
  protected set work(_work: unknown) {}

  async #fetchKeeper(): Promise<void> {
    if (this.storage === 'none' || keep) return;
    try {
      ({ keep } = await import('./keep.js'));
    } catch {
      this.refuse('storage_unavailable', 'storage', undefined);
    }
  }

  #keep(resume = this.work === this.#untouched): void {
    this.#endKeeping();
    if (this.storage === 'none' || !keep || this.work === undefined || !this.isConnected) return;
    const lesson = this.parentLesson();
    this.#endKeeping = keep({
      element: this,
      within: lesson ? [lesson] : [],
      core: core(),
      locale: this.text.locale,
      read: () => this.work,
      write: (work) => (this.work = work),
      resume,
      refuse: (fault) => this.refuse(fault, 'storage', undefined),
    });
  }

  #fail(code: FailureCode, cause?: unknown): void {
    // Every part, so that none keeps room for what will not come; the lesson around them says why.
    this.setAttribute('data-failed', '');
    const lesson = this.parentLesson();
    if (lesson && code === 'drawing_failed') lesson.#fail(code, cause);
    if (lesson || this.#standIns.length > 0) return;
    this.#standIns = this.#notice();
    this.dispatchEvent(new FailureEvent(code, undefined, cause));
  }

  /** Says that something is missing, and offers to ask for it again. */
  #notice(): readonly Element[] {
    const locale = this.#wantedLocale();
    const words = FAILED[locale];
    const make = <Name extends keyof HTMLElementTagNameMap>(name: Name) => document.createElement(name);
    const [notice, said, again, slot] = [make('div'), make('p'), make('button'), make('slot')];
    notice.className = 'failed';
    notice.lang = locale;
    notice.part = 'notice';
    said.role = 'status';
    again.type = 'button';
    again.textContent = words.again;
    notice.append(said, again);
    const drawn = this.shadowRoot?.firstElementChild;
    const still = this.shadowRoot?.querySelector('.still');
    if (still) still.after(notice);
    else if (drawn) drawn.before(notice);
    else {
      const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
      this.#dress(root);
      root.append(notice, slot);
    }
    const sentence = drawn ? words.still : words.bare;
    // After it stands on the page, or it would not be read out.
    said.textContent = sentence;
    again.addEventListener('click', async () => {
      said.textContent = words.trying;
      await this.#load();
      said.textContent = sentence;
      if (this.hasAttribute('data-failed')) return;
      for (const element of [this, ...this.parts]) {
        element.#wake();
        element.requestUpdate();
      }
    });
    return [notice, slot];
  }

  /** Those inside, as far as they are of this version. */
  protected get parts(): LessonElement[] {
    const parts: Element[] = [...(this.shadowRoot?.querySelectorAll(NAMES.join()) ?? [])];
    return parts.filter((part) => part instanceof LessonElement);
  }

  /** The lesson that this part stands in, if any: it speaks for its parts. */
  private parentLesson(): LessonElement | undefined {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof LessonElement ? root.host : undefined;
  }

  /** What is inside a shadow root has the language of what is around it as well. */
  #wantedLocale(): Locale {
    const around = LOCALES.find((locale) => this.matches?.(`:lang(${locale})`));
    return knownLocale(this.locale) ?? around ?? LOCALES[0];
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
    if (this.hasUpdated && changed.has('storage')) void this.#fetchKeeper().then(() => this.#keep());
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

  /** What cannot be drawn is our defect and not the host's: what was drawn before stays. */
  protected override scheduleUpdate(): void {
    try {
      super.scheduleUpdate();
    } catch (error) {
      this.#defect(error);
    }
  }

  /** Handlers of events, none of which throws into the page. */
  protected safely<Handlers extends object>(handlers: Handlers): Handlers {
    const safe = Object.entries(handlers).map(([name, handler]: [string, (...given: unknown[]) => unknown]) => {
      const safely = (...given: unknown[]) => {
        try {
          return handler(...given);
        } catch (error) {
          return this.#defect(error);
        }
      };
      return [name, safely];
    });
    return Object.fromEntries(safe) as Handlers;
  }

  #defect(error: unknown): void {
    console.error(error);
    this.#fail('drawing_failed', error);
  }

  protected override update(changed: PropertyValues): void {
    // After the first rendering the observer of the width is called in any case, when the page has been laid out.
    if (!this.hasUpdated) return this.#draw(changed);
    super.update(changed);
    this.markWideFormulas();
  }

  /**
   * The first rendering. What was prerendered may not be what this script draws: an older page out of a cache,
   * or attributes that were changed before the script came. Then it starts from nothing.
   */
  #draw(changed: PropertyValues): void {
    const root = this.renderRoot as ShadowRoot;
    const still = [...root.childNodes];
    // The script of one part alone does not know how to take over.
    const takesOver = (this.constructor as typeof LitElement).observedAttributes.includes('defer-hydration');
    if (still.length === 0 || (takesOver && !this.#botched))
      try {
        return super.update(changed);
      } catch {
        // Once more, from nothing.
      }
    root.replaceChildren();
    // Where Lit remembers what it has rendered into this root.
    Reflect.deleteProperty(root, '_$litPart$');
    this.renderOptions.renderBefore = null;
    this.#dress(root);
    try {
      super.update(changed);
    } catch (error) {
      root.replaceChildren(...still);
      this.#botched = true;
      throw error;
    }
  }

  protected override createRenderRoot(): HTMLElement | DocumentFragment {
    try {
      return super.createRenderRoot();
    } catch {
      // In a document that is not the script's.
      const root = this.shadowRoot as ShadowRoot;
      this.#dress(root);
      return root;
    }
  }

  /** Sheets belong to the document that they were made for; in a frame's own the root gets copies. */
  #dress(root: ShadowRoot): void {
    const { elementStyles } = this.constructor as typeof LitElement;
    const view = this.ownerDocument.defaultView as (Window & typeof globalThis) | null;
    if (view === window) return adoptStyles(root, elementStyles);
    if (!view) return;
    registerSize(view);
    root.adoptedStyleSheets = elementStyles.map((style) => {
      const sheet = new view.CSSStyleSheet();
      sheet.replaceSync(String(style));
      return sheet;
    });
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.removeAttribute('data-failed');
    this.#watchWidth();
    this.#untouched = this.work;
    this.#keep(true);
    linkParts(this, this.renderRoot, () => this.renderRoot.querySelectorAll<HTMLElement>(NAMES.join()));
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

declare global {
  interface HTMLElementEventMap {
    'bce-ready': ReadyEvent;
    'bce-error': FailureEvent;
  }
}
