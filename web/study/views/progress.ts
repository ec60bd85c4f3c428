/** What somebody has done, and all that is kept of it: saved as a file, taken in from one, deleted. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ExerciseKind } from '../../../wasm/contract/study/study.js';
import { formatExact } from '../../views/numbers.js';
import { paragraphs } from '../../views/prose.js';
import type { KeptFault } from '../content/kept.js';
import type { ProgressText } from '../content/progress.js';
import type { FileFault, Plan, Way } from '../state/file.js';
import { hashOf } from '../state/places.js';
import { countOf, KINDS, type Snapshot } from '../state/records.js';
import type { SkillSummary, Summary } from '../state/summary.js';
import { isTurn } from './cards.js';
import { faultView } from './kept.js';
import type { StudySetting } from './said.js';

type Setting = StudySetting<{ progress: ProgressText }>;

const WAYS: readonly Way[] = ['merge', 'replace'];

/** A file that has been let in and waits for a word; or what is asked, or told. */
export type DataState =
  | Readonly<{ type: 'still' }>
  | Readonly<{ type: 'saved' | 'opening' | 'cancelled' | 'undone' | 'sure' }>
  | Readonly<{ type: 'refused'; fault: FileFault | 'unreadable' | 'too_many' }>
  | Readonly<{ type: 'opened'; made: number; file: Snapshot; plans: Readonly<Record<Way, Plan>> }>
  | Readonly<{ type: 'done'; what: Way | 'clear' }>;

export interface ProgressState {
  all: Snapshot;
  summary: Summary;
  data: DataState;
  fault: KeptFault | undefined;
}

export interface ProgressHandlers {
  save(): void;
  open(event: Event): void;
  take(way: Way): void;
  cancel(): void;
  ask(): void;
  clear(): void;
  undo(): void;
}

function walksView({ summary }: ProgressState, setting: Setting): unknown {
  const { progress, places, locale } = setting.text;
  if (summary.walks.length === 0) return nothing;
  const number = (count: number) => formatExact(count, locale);
  return html`<h3>${progress.walks.heading}</h3>
    <table>
      <thead>
        <tr>
          ${progress.walks.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${summary.walks.map(({ id, step, of }) => {
          const told = progress.walks.steps({ step: number(step), of: number(of) });
          return html`<tr>
            <th scope="row"><a href=${hashOf(id)}>${places[id]}</a></th>
            <td>
              <span class="reached">
                <progress aria-hidden="true" max=${of} .value=${step}></progress>
                <span
                  >${told}${step === of ? html` <small class="way typed">${progress.walks.done}</small>` : nothing}</span
                >
              </span>
            </td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

function nameOf({ place, skill }: SkillSummary, { text }: Setting): string {
  const { kinds, task } = text.progress.skills;
  return Object.hasOwn(kinds, skill) ? kinds[skill as ExerciseKind] : task(text.places[place]);
}

function skillsView({ summary }: ProgressState, setting: Setting): unknown {
  const { progress, locale } = setting.text;
  if (summary.skills.length === 0) return nothing;
  return html`<h3>${progress.skills.heading}</h3>
    <table class="counts">
      <thead>
        <tr>
          ${progress.skills.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${summary.skills.map(
          (skill) =>
            html`<tr>
              <th scope="row">${nameOf(skill, setting)}</th>
              ${[skill.attempts, skill.right, skill.helped].map((count) => html`<td>${formatExact(count, locale)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>`;
}

function turnsView({ summary }: ProgressState, setting: Setting): unknown {
  const { progress, mistakes, locale } = setting.text;
  const turns = summary.turns.flatMap(({ id, count }) => (isTurn(id, setting.text) ? [[id, count] as const] : []));
  if (turns.length === 0) return nothing;
  return html`<h3>${progress.turns.heading}</h3>
    <p>${progress.turns.about} <a href=${hashOf('cards')}>${progress.turns.cards}</a></p>
    <ul class="turns">
      ${turns.map(
        ([id, count]) =>
          html`<li>
            <span>${mistakes[id].name}</span> <small>${progress.turns.times(count, formatExact(count, locale))}</small>
          </li>`,
      )}
    </ul>`;
}

/** 3 notes, 12 cards. */
function holdsOf(all: Snapshot, setting: Setting): string {
  const { progress, locale } = setting.text;
  const parts = KINDS.flatMap((kind) => {
    const { size } = all[kind];
    return size > 0 ? [progress.data.holds[kind](size, formatExact(size, locale))] : [];
  });
  return new Intl.ListFormat(locale).format(parts);
}

function openedView(
  { made, file, plans }: Extract<DataState, { type: 'opened' }>,
  setting: Setting,
  handlers: ProgressHandlers,
): TemplateResult {
  const { progress, locale } = setting.text;
  const { data } = progress;
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(made);
  const number = (count: number) => formatExact(count, locale);
  return html`<div class="asked" role="group" aria-labelledby="asked">
    <p id="asked" tabindex="-1">${data.opened({ when, holds: holdsOf(file, setting) || data.none })}</p>
    <ul class="ways">
      ${WAYS.map((way) => {
        const { name, about, does } = data.ways[way];
        const { changes, added, changed, removed } = plans[way];
        const told =
          changes.length === 0
            ? data.same
            : does({ added: number(added), changed: number(changed), removed: number(removed) });
        return html`<li>
          <button type="button" class="quiet" aria-describedby="does-${way}" @click=${() => handlers.take(way)}>
            ${name}
          </button>
          <span id="does-${way}">${about} <strong>${told}</strong></span>
        </li>`;
      })}
    </ul>
    <button type="button" class="quiet" @click=${handlers.cancel}>${data.cancel}</button>
  </div>`;
}

const sureView = ({ text: { progress } }: Setting, handlers: ProgressHandlers): TemplateResult =>
  html`<div class="asked" role="group" aria-labelledby="asked">
    <p id="asked" tabindex="-1">${progress.data.sure.question}</p>
    <div class="buttons">
      <button type="button" @click=${handlers.clear}>${progress.data.sure.yes}</button>
      <button type="button" class="quiet" @click=${handlers.cancel}>${progress.data.sure.no}</button>
    </div>
  </div>`;

function told(data: DataState, { text: { progress } }: Setting): string {
  const words = progress.data;
  switch (data.type) {
    case 'refused':
      return words.faults[data.fault];
    case 'done':
      return words.done[data.what];
    case 'saved':
    case 'opening':
    case 'cancelled':
    case 'undone':
      return words[data.type];
    default:
      return '';
  }
}

function dataView(state: ProgressState, setting: Setting, handlers: ProgressHandlers): TemplateResult {
  const { progress } = setting.text;
  const words = progress.data;
  const { data, all } = state;
  const isEmpty = countOf(all) === 0;
  const tone = data.type === 'refused' ? 'wrong' : data.type === 'still' ? '' : 'near';
  return html`<h3 id="kept" tabindex="-1">${words.heading}</h3>
    ${paragraphs(words.what, setting)}
    <p class="holds">${isEmpty ? words.nothing : words.now(holdsOf(all, setting))}</p>
    ${faultView(progress.kept, state.fault)}
    <div class="buttons">
      <button type="button" class="quiet" aria-disabled=${isEmpty ? 'true' : nothing} @click=${handlers.save}>
        ${words.save}
      </button>
      <label class="file">
        <input type="file" accept=".json,application/json" class="unseen" @change=${handlers.open} />
        <span>${words.open}</span>
      </label>
      <button type="button" class="quiet" aria-disabled=${isEmpty ? 'true' : nothing} @click=${handlers.ask}>
        ${words.clear}
      </button>
    </div>
    ${data.type === 'opened' ? openedView(data, setting, handlers) : nothing}
    ${data.type === 'sure' ? sureView(setting, handlers) : nothing}
    <div class="tell ${tone}">
      <span class="told" role="status">${told(data, setting)}</span>
      ${
        data.type === 'done'
          ? html`<button type="button" class="quiet undo" @click=${handlers.undo}>${words.undo}</button>`
          : nothing
      }
    </div>`;
}

export function progressView(setting: Setting, state: ProgressState, handlers: ProgressHandlers): TemplateResult {
  const { progress, locale, direction } = setting.text;
  const { walks, skills, turns } = state.summary;
  const none = walks.length + skills.length + turns.length === 0;
  return html`<section class="progress" lang=${locale} dir=${direction}>
    <div class="live">
      ${none ? html`<p class="empty">${progress.none} <a href=${hashOf('solve')}>${progress.start}</a></p>` : nothing}
      ${walksView(state, setting)} ${skillsView(state, setting)} ${turnsView(state, setting)}
      ${dataView(state, setting, handlers)}
    </div>
  </section>`;
}
