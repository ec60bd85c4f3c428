/** The lesson: its header and its sections, in the order asked for. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { View } from '../../wasm/contract/core.js';
import { REFERENCES, type Reference, type ReferenceId } from '../content/references.js';
import type { Block, LessonText, Prose, SectionId } from '../content/schema.js';
import { valueOf } from '../engine/value.js';
import { pathOf } from './marks.js';
import type { Term } from './math.js';
import { formulaView, LOSS, paragraphs, plain, prose, type Setting } from './prose.js';
import { still } from './still.js';

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

const blocks = (content: readonly Block[], setting: Setting<LessonText>): TemplateResult =>
  html`${content.map((block) => blockView(block, setting))}`;

function blockView(block: Block, setting: Setting<LessonText>): TemplateResult {
  if (typeof block === 'string') return html`<p>${prose(block, setting)}</p>`;
  if ('list' in block)
    return html`<ul class="points">
      ${block.list.map((item) => html`<li>${prose(item, setting)}</li>`)}
    </ul>`;
  if ('terms' in block)
    return html`<dl class="terms">
      ${block.terms.map(
        ([term, words]) =>
          html`<div>
            <dt>${prose(term, setting)}</dt>
            <dd>${prose(words, setting)}</dd>
          </div>`,
      )}
    </dl>`;
  const { caption, columns, rows } = block.table;
  return html`<table class="figures">
    <caption>
      ${prose(caption, setting)}
    </caption>
    <thead>
      <tr>
        ${columns.map((column) => html`<th scope="col">${prose(column, setting)}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${rows.map(
        ([first = '', ...others]) =>
          html`<tr>
            <th scope="row">${prose(first, setting)}</th>
            ${others.map((cell) => html`<td>${prose(cell, setting)}</td>`)}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

const questions = (setting: Setting<LessonText>): TemplateResult =>
  html`<div class="questions">
    ${setting.text.questions.map(
      ([question, answer]) =>
        html`<details name="question">
          <summary><h3>${prose(question, setting)}</h3></summary>
          <p>${prose(answer, setting)}</p>
        </details>`,
    )}
  </div>`;

/** Authors, title, where and when: the order in which a work is looked up. Its link leads out of the page. */
function sourceView(id: ReferenceId, setting: Setting<LessonText>): TemplateResult {
  const { locale, sources } = setting.text;
  const { authors, title, within, publisher, year, identifier, href }: Reference = REFERENCES[id];
  const by = new Intl.ListFormat(locale).format(authors);
  const rest = [within, publisher, year, identifier].filter((part) => part !== undefined).join(', ');
  return html`<li>
    ${by ? `${by}, ` : nothing}<cite><a href=${href} part="link">${title}</a></cite
    >, ${rest}.
    <span>${prose(sources[id], setting)}</span>
  </li>`;
}

const sources = (setting: Setting<LessonText>): TemplateResult =>
  html`<ul class="sources" role="list">
    ${(Object.keys(REFERENCES) as ReferenceId[]).map((id) => sourceView(id, setting))}
  </ul>`;

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

function body(id: SectionId, setting: Setting<LessonText>, { parts }: LessonView): unknown {
  const { text } = setting;
  switch (id) {
    case 'symbols':
      return symbolTable(setting);
    case 'graph':
      return html`${still(text, () => paragraphs([text.graphSection.intro], setting))} ${parts.graph}
      ${still(text, () => paragraphs(text.graphSection.afterword, setting))}`;
    case 'practice':
      return parts.practice;
    case 'derivation':
      return parts.derivation;
    case 'questions':
      return still(text, () => questions(setting));
    case 'sources':
      return still(text, () => sources(setting));
    default:
      return still(text, () => blocks(text.sections[id], setting));
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

/** The loss of the two hard labels as a line drawing: p from side to side, the rule below the header for an axis. */
const FRAME: View = { xLow: 0, xHigh: 1, yLow: 0, yHigh: 5, widthPx: 700, heightPx: 160 };

/** Each curve below the term of the formula that it is made of. */
function curves({ core }: Setting<LessonText>, label: number): TemplateResult {
  const curve = (y: 0 | 1) => pathOf(valueOf(core.lossCurve('cross_entropy', y, 'probability', FRAME)));
  return html`<svg viewBox="0 0 ${FRAME.widthPx} ${FRAME.heightPx}" preserveAspectRatio="none" aria-hidden="true">
    ${terms(label).map(
      ({ part, off }) =>
        svg`<path data-part=${part} class=${off ? 'off' : 'on'} d=${curve(part === 'positive' ? 1 : 0)}></path>`,
    )}
  </svg>`;
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
      <h1 part="title">${text.title}</h1>
      <p class="subtitle">${prose(text.subtitle, setting)}, ${prose(text.alsoKnownAs, setting)}</p>
      <div class="opening">
        ${curves(setting, view.label)}
        <div class="hero">${formulaView(LOSS, setting, { display: 'block', terms: terms(view.label) })}</div>
      </div>
      ${
        view.studyHref
          ? html`<p class="study">${text.study.notice} <a href=${view.studyHref} part="link">${text.study.link}</a></p>`
          : nothing
      }
    </header>
    <p class="still">${text.staticNotice.noScript}</p>
    <p class="waiting">${text.staticNotice.waiting}</p>
    ${contents(setting, view)}
    ${repeat(
      view.sections,
      (id) => id,
      (id) =>
        html`<section id=${id} class="section" part="section" aria-labelledby="heading-${id}">
          <h2 id="heading-${id}" part="heading" tabindex="-1">${text.headings[id]}</h2>
          ${body(id, setting, view)}
        </section>`,
    )}
  </article>`;
}
