/** The lesson: its header and its sections, in the order asked for. */
import { html, nothing, type TemplateResult } from 'lit';
import type { LessonText, Prose, SectionId } from '../content/schema.js';
import type { Term } from './math.js';
import { formulaView, LOSS, paragraphs, plain, prose, type Setting } from './prose.js';

/** A letter that can be kept lit wherever it stands, once there is a script to light it. */
function symbolView(symbol: Prose, setting: Setting<LessonText>): TemplateResult {
  const letter = plain(symbol);
  return html`${
    setting.live
      ? html`<button
          type="button"
          class="letter"
          data-part=${letter}
          aria-pressed="false"
          aria-label=${setting.text.symbols.light(letter)}
        >
          ${prose(symbol, setting)}
        </button>`
      : prose(symbol, setting)
  }`;
}

/** Roles are written out because the narrow layout, which is no table, would take them away. */
function symbolTable(setting: Setting<LessonText>): TemplateResult {
  const { columns, rows } = setting.text.symbols;
  return html`<table class="symbols" role="table">
    <thead role="rowgroup">
      <tr role="row">
        ${columns.map((column) => html`<th scope="col" role="columnheader">${column}</th>`)}
      </tr>
    </thead>
    <tbody role="rowgroup">
      ${rows.map(
        ([symbol, name, values]) =>
          html`<tr role="row">
            <td role="cell">${symbolView(symbol, setting)}</td>
            <th scope="row" role="rowheader" aria-label=${plain(name)}>${prose(name, setting)}</th>
            <td role="cell">${prose(values, setting)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export interface LessonView {
  sections: readonly SectionId[];
  /** The label that the graph shows. */
  label: number;
  /** The interactive parts, as elements with their attributes set. */
  parts: Readonly<Record<'graph' | 'practice' | 'derivation', TemplateResult>>;
  /** Where the study edition is, if it is anywhere. */
  studyHref: string | undefined;
  /** A link of the contents was followed. */
  go(id: SectionId, event: MouseEvent): void;
}

function body(id: SectionId, setting: Setting<LessonText>, { parts }: LessonView): TemplateResult | TemplateResult[] {
  const { text } = setting;
  switch (id) {
    case 'overview':
      return paragraphs(text.overview, setting);
    case 'symbols':
      return symbolTable(setting);
    case 'graph':
      return html`<p>${prose(text.graphSection.intro, setting)}</p>
        ${parts.graph} ${paragraphs(text.graphSection.afterword, setting)}`;
    case 'practice':
      return parts.practice;
    case 'derivation':
      return parts.derivation;
    case 'sources':
      return html`<ul class="sources" role="list">
        ${text.sources.map((source) => html`<li>${source.text} <span>${source.detail}</span></li>`)}
      </ul>`;
  }
}

/** Links need the script: an address does not lead into a shadow root by itself. */
function contents({ text }: Setting<LessonText>, { sections, go }: LessonView): TemplateResult | typeof nothing {
  if (sections.length < 3) return nothing;
  return html`<nav class="contents live" aria-label=${text.contents}>
    <ul role="list">
      ${sections.map(
        (id) =>
          html`<li>
            <a href="#${id}" @click=${(event: MouseEvent) => go(id, event)}>${text.headings[id]}</a>
          </li>`,
      )}
    </ul>
  </nav>`;
}

/** The terms of the formula: a hard label switches one of them off. */
const terms = (label: number): readonly Term[] => [
  { part: 'positive', off: label === 0 },
  { part: 'negative', off: label === 1 },
];

export function lessonView(setting: Setting<LessonText>, view: LessonView): TemplateResult {
  const { text } = setting;
  return html`<article class="lesson" part="lesson" lang=${text.locale} dir=${text.direction}>
    <header>
      <h1>${text.title}</h1>
      <p class="subtitle">${prose(text.subtitle, setting)}, ${prose(text.alsoKnownAs, setting)}</p>
      <div class="hero">${formulaView(LOSS, setting, { display: 'block', terms: terms(view.label) })}</div>
      ${
        view.studyHref
          ? html`<p class="study">${text.study.notice} <a href=${view.studyHref} part="link">${text.study.link}</a></p>`
          : nothing
      }
    </header>
    <p class="still">${text.staticNotice.noScript}</p>
    <p class="waiting">${text.staticNotice.waiting}</p>
    ${contents(setting, view)}
    ${view.sections.map(
      (id) =>
        html`<section id=${id} class="section" aria-labelledby="heading-${id}">
          <h2 id="heading-${id}" tabindex="-1">${text.headings[id]}</h2>
          ${body(id, setting, view)}
        </section>`,
    )}
  </article>`;
}
