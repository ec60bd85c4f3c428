/** What every element of the lesson shares: its text, its core, its styles and how it wakes up. */
import { LitElement, unsafeCSS, type PropertyValues } from 'lit';
import { textFor } from '../content/index.js';
import type { LessonText } from '../content/schema.js';
import { core, coreReady, loadCore } from '../engine/load.js';
import type { Setting } from '../views/prose.js';
import styles from '../styles/lesson.css';

/** An element is ready when it answers to the learner; the attribute `data-ready` appears with it. */
export class ReadyEvent extends Event {
  constructor() {
    super('bce-ready', { bubbles: true, composed: true });
  }
}

/** Something of ours did not work; `code` says what. */
export class FailureEvent extends Event {
  readonly code: 'core_unavailable';
  constructor(code: 'core_unavailable') {
    super('bce-error', { bubbles: true, composed: true });
    this.code = code;
  }
}

let coreUrl: URL | undefined;

/** Where the elements of this page find the core. Called once, by the entry. */
export function locateCore(url: URL): void {
  coreUrl = url;
}

/**
 * Sleeps until the core runs: what was prerendered, or the children that the host wrote, stay as
 * they are. Then the first rendering, with the core, takes over what is there or replaces it.
 */
export abstract class LessonElement extends LitElement {
  static override styles = unsafeCSS(styles);

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

  override connectedCallback(): void {
    if (coreReady()) this.#wake();
    else if (coreUrl) {
      loadCore(coreUrl).then(
        () => this.#wake(),
        () => this.#fail(),
      );
    }
  }

  override disconnectedCallback(): void {
    if (this.renderRoot) super.disconnectedCallback();
  }

  /** A part of a prerendered lesson waits until the lesson around it has taken over. */
  #wake(): void {
    if (this.isConnected && !(this.renderRoot && this.isUpdatePending)) super.connectedCallback();
  }

  #fail(): void {
    if (!this.isConnected || this.parentLesson()) return;
    const root = this.shadowRoot ?? this.attachShadow({ mode: 'open' });
    if (root.childNodes.length === 0) root.append(document.createElement('slot'));
    if (!root.querySelector('.failed')) {
      const notice = document.createElement('p');
      notice.className = 'failed';
      notice.setAttribute('role', 'status');
      notice.textContent = this.text.staticNotice.failed;
      root.prepend(notice);
    }
    this.dispatchEvent(new FailureEvent('core_unavailable'));
  }

  /** The lesson that this part stands in, if any: it speaks for its parts. */
  private parentLesson(): Element | undefined {
    const root = this.getRootNode();
    return root instanceof ShadowRoot && root.host instanceof LessonElement ? root.host : undefined;
  }

  get text(): LessonText {
    return textFor(this.locale, this.closest?.('[lang]')?.getAttribute('lang'));
  }

  protected get setting(): Setting {
    return { core: core(), text: this.text, live: this.live };
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.live = true;
    this.setAttribute('data-ready', '');
    this.dispatchEvent(new ReadyEvent());
  }
}

/** Defines an element once, however often and in however many versions the script is loaded. */
export function define(name: string, element: CustomElementConstructor): void {
  if (!customElements.get(name)) customElements.define(name, element);
}
