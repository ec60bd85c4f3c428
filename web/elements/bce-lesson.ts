import { html, nothing, unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import { SECTION_IDS, type LessonText, type SectionId } from '../content/schema.js';
import { INITIAL, toProbability } from '../state/graph.js';
import { lessonView } from '../views/lesson.js';
import type { BceGraph } from './bce-graph.js';
import { BASE_STYLES, LessonElement } from './lesson-element.js';
import { setting, toFlag, toHref, toSectionId, toSections } from './settings.js';
import styles from '../styles/sections.css';

/**
 * @summary The whole lesson on binary cross-entropy.
 * @attr {string} sections - Ids of the sections to show, in order; all without it.
 * @attr {number} p - Where the point starts: a probability, from 0 to 1.
 * @attr {number} y - Where the point starts: the label, from 0 to 1.
 * @attr {boolean} link - The page's address may carry the state of the graph (`#p=0.85&y=1`) or lead to a step of the derivation (`#step=2`), and a link can be copied.
 * @attr {string} study-href - Where the study edition is; without it there is no link to it.
 * @csspart lesson - All of it.
 * @csspart title - The name of the lesson.
 * @csspart section - Each section.
 * @csspart heading - The heading of each section.
 * @csspart link - Each link that leads away.
 * @fires bce-change - From the graph.
 * @fires bce-answer - From the practice.
 * @fires bce-step - From the derivation.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core could not be started; `code` says why.
 */
export class BceLesson extends LessonElement<LessonText> {
  static override styles = [BASE_STYLES, unsafeCSS(styles)];

  static override properties = {
    sections: setting(toSections, SECTION_IDS),
    p: setting(toProbability, INITIAL.at),
    y: setting(toProbability, INITIAL.y),
    studyHref: setting(toHref, null, { attribute: 'study-href' }),
    link: setting(toFlag, false),
    label: { state: true },
  };

  declare sections: readonly SectionId[];
  declare studyHref: string | null;
  declare link: boolean;
  /** Of the graph, once the learner or a link has changed it. */
  declare private label: number | undefined;

  /** Where the graph starts, as far as the host says. */
  #p: number | undefined;
  #y: number | undefined;

  /** Where the point of the graph is. */
  get p(): number {
    return this.#graph?.p ?? this.#p ?? INITIAL.at;
  }
  set p(p: number) {
    this.#p = p;
    // The learner may have moved it: then to set what was set before moves it back.
    if (this.#graph) this.#graph.p = p;
  }

  /** The label that the graph shows. */
  get y(): number {
    return this.#graph?.y ?? this.#y ?? INITIAL.y;
  }
  set y(y: number) {
    this.#y = y;
    if (this.#graph) this.#graph.y = y;
  }

  get #graph(): BceGraph | null | undefined {
    return this.renderRoot?.querySelector('bce-graph') as BceGraph | null | undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('hashchange', this.#follow);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    removeEventListener('hashchange', this.#follow);
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    // A reader who has begun to scroll, or whom the browser brought back to a place, stays there.
    if (scrollY === 0) void this.ready.then(this.#follow);
  }

  /** Brings a section that is shown into view and its heading into focus. */
  show(id: SectionId): void {
    const section = this.renderRoot?.querySelector(`section#${CSS.escape(id)}`);
    section?.scrollIntoView();
    section?.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
  }

  /** An address that ends in #practice means the section, unless the host has something of that name. */
  readonly #follow = (): void => {
    const id = toSectionId(location.hash.slice(1));
    if (id && !document.getElementById(id)) this.show(id);
  };

  /** So whoever waits for the lesson finds its parts alive, and each in the room it needs. */
  protected override async partsReady(): Promise<void> {
    await this.updateComplete;
    await Promise.all(this.parts.map((part) => part.ready));
  }

  /** The address stays the host's own: only the reader's way to a new tab is left to the browser. */
  readonly #go = (id: SectionId, event: MouseEvent): void => {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    this.show(id);
  };

  override render(): TemplateResult {
    const { setting } = this;
    const { locale } = setting.text;
    const theme = this.theme === 'auto' ? nothing : this.theme;
    const storage = this.storage === 'none' ? nothing : this.storage;
    return lessonView(setting, {
      sections: this.sections,
      label: this.label ?? this.#y ?? INITIAL.y,
      studyHref: this.studyHref ?? undefined,
      go: this.#go,
      parts: {
        graph: html`<bce-graph
          locale=${locale}
          theme=${theme}
          storage=${storage}
          p=${this.#p ?? nothing}
          y=${this.#y ?? nothing}
          ?link=${this.link}
          exportparts="graph, plot, slider, readings, sentence, notice"
          @bce-label=${() => (this.label = this.y)}
        ></bce-graph>`,
        practice: html`<bce-practice
          locale=${locale}
          theme=${theme}
          storage=${storage}
          study-href=${this.studyHref ?? nothing}
          exportparts="practice, answer, button, verdict, link, notice"
        ></bce-practice>`,
        derivation: html`<bce-derivation
          locale=${locale}
          theme=${theme}
          storage=${storage}
          ?link=${this.link}
          exportparts="derivation, data, step, notice"
        ></bce-derivation>`,
      },
    });
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'bce-lesson': BceLesson;
  }
}
