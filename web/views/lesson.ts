/** The lesson: its header and its sections, in the order asked for. */
import { html, type TemplateResult } from 'lit';
import type { SectionId } from '../content/schema.js';
import { formulaView, paragraphs, prose, type Setting } from './prose.js';

/** The formula that the lesson is about. */
const LOSS = 'L = -[y ln p + (1 - y) ln(1 - p)]';

function symbolTable(setting: Setting): TemplateResult {
  const { columns, rows } = setting.text.symbols;
  return html`<table class="symbols">
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${column}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([symbol, name, values]) =>
          html`<tr>
            <td>${prose(symbol, setting)}</td>
            <th scope="row">${prose(name, setting)}</th>
            <td>${prose(values, setting)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}

export interface LessonView {
  sections: readonly SectionId[];
  /** The interactive parts, as elements with their attributes set. */
  parts: Readonly<Record<'graph' | 'practice' | 'derivation', TemplateResult>>;
}

function body(id: SectionId, setting: Setting, { parts }: LessonView): TemplateResult | TemplateResult[] {
  const { text } = setting;
  switch (id) {
    case 'overview':
      return paragraphs(text.overview, setting);
    case 'symbols':
      return symbolTable(setting);
    case 'graph':
      return html`<p>${prose(text.graph.intro, setting)}</p>
        ${parts.graph} ${paragraphs(text.graph.afterword, setting)}`;
    case 'practice':
      return parts.practice;
    case 'derivation':
      return parts.derivation;
    case 'sources':
      return html`<ul class="sources">
        ${text.sources.map((source) => html`<li>${source.text} <span>${source.detail}</span></li>`)}
      </ul>`;
  }
}

export function lessonView(setting: Setting, view: LessonView): TemplateResult {
  const { text } = setting;
  return html`<article class="lesson" part="lesson" lang=${text.locale}>
    <header>
      <h1>${text.title}</h1>
      <p class="subtitle">${prose(text.subtitle, setting)}, ${prose(text.alsoKnownAs, setting)}</p>
      <div class="hero">${formulaView(LOSS, setting, { display: 'block' })}</div>
    </header>
    <p class="still">${text.staticNotice.noScript}</p>
    ${view.sections.map(
      (id) =>
        html`<section id=${id} class="section" aria-labelledby="heading-${id}">
          <h2 id="heading-${id}">${text.headings[id]}</h2>
          ${body(id, setting, view)}
        </section>`,
    )}
  </article>`;
}
