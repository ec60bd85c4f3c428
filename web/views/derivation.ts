/** The derivation: what it assumes, the reader's data set, and three steps that run on it. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Dropped, Step } from '../../wasm/contract/core.js';
import type { Assumption, DerivationText } from '../content/schema.js';
import {
  cellKey,
  isShownStale,
  MOST_ROWS,
  type CellKey,
  type Column,
  type DerivationState,
  type Row,
} from '../state/derivation.js';
import { STOPS, type Walk } from '../state/walk.js';
import { mathView } from './math.js';
import { formatValue } from './numbers.js';
import { formulaView, LOSS, paragraphs, plain, prose, type Setting } from './prose.js';

/** What is shown beside the data set and its steps. */
export interface DerivationExtras {
  walk: Walk;
  /** The page's address may name a step. */
  linkable: boolean;
  /** What became of a copied link. */
  said: string;
}

export interface DerivationHandlers {
  paste(column: Column, event: ClipboardEvent): void;
  restore(): void;
  drop(what: Dropped): void;
  walk(to: number): void;
  openAll(): void;
  toggle(i: number, event: Event): void;
  key(event: KeyboardEvent): void;
  copyLink(): void;
  cell(id: number, column: Column, event: Event): void;
  settle(): void;
  add(): void;
  remove(id: number): void;
  reset(): void;
}

const COLUMNS = ['label', 'probability'] as const;

const ASSUMPTIONS = ['binary_labels', 'independence', 'inner_probabilities'] as const satisfies readonly Assumption[];

const faultId = (key: CellKey): string => `fault-${key}`;

/** An approximation is said to be one, and infinity is no number that anything could equal. */
const EQUALS = '=';
const ROUGHLY = '≈';
const TENDS = '→';

/** What a screen reader calls a field, and what the learner is told of it. */
const fieldName = ({ text: { derivation } }: Setting<DerivationText>, column: Column, row: string): string =>
  column === 'label' ? derivation.labelOf(row) : derivation.probabilityOf(row);

function cell(
  setting: Setting<DerivationText>,
  state: DerivationState,
  row: Row,
  name: string,
  column: Column,
  handlers: DerivationHandlers,
): TemplateResult {
  // A field that would not answer is no field: what stands in it is text.
  if (!setting.live) return html`<td><span class="field" dir="ltr">${row[column]}</span></td>`;
  const key = cellKey(row.id, column);
  const wrong = state.shown.has(key);
  return html`<td>
    <input
      type="text"
      dir="ltr"
      inputmode="decimal"
      autocomplete="off"
      aria-label=${fieldName(setting, column, name)}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? faultId(key) : nothing}
      .value=${row[column]}
      @input=${(event: Event) => handlers.cell(row.id, column, event)}
      @change=${handlers.settle}
      @paste=${(event: ClipboardEvent) => handlers.paste(column, event)}
    />
  </td>`;
}

/** Why the fields of one row cannot be used; nothing where they can. */
function faults(setting: Setting<DerivationText>, state: DerivationState, row: Row): TemplateResult | typeof nothing {
  const { cell } = setting.text.derivation;
  const found = COLUMNS.flatMap((column) => {
    const key = cellKey(row.id, column);
    const code = state.shown.get(key);
    return code ? html`<p id=${faultId(key)}>${cell[code]}</p>` : [];
  });
  if (found.length === 0) return nothing;
  return html`<tr class="fault">
    <td colspan="4">${found}</td>
  </tr>`;
}

/** The one thing that speaks by itself here: partly seen, partly only heard. */
function status(setting: Setting<DerivationText>, state: DerivationState): TemplateResult {
  const { derivation, locale } = setting.text;
  const { announced } = state;
  const spoken = state.rows.flatMap((row, i) =>
    COLUMNS.flatMap((column) => {
      const code = state.shown.get(cellKey(row.id, column));
      const field = fieldName(setting, column, formatValue(i + 1, locale));
      return code ? derivation.fault({ field, reason: derivation.cell[code] }) : [];
    }),
  );
  if (announced) {
    const { meanLoss, rows } = announced;
    spoken.push(
      meanLoss === Infinity
        ? derivation.announceInfinite
        : derivation.announce({ meanLoss: formatValue(meanLoss, locale, 4), rows: formatValue(rows, locale) }),
    );
    const { breach, steps } = state.derivation;
    const broken = steps.findIndex((step) => step.id === breach.step) + 1;
    if (breach.rows > 0) spoken.push(derivation.breach.broken(formatValue(broken, locale)));
  }
  const full = state.rows.length >= MOST_ROWS;
  return html`<div class="status" role="status">
    ${spoken.map((words) => html`<p class="unseen">${words}</p>`)}
    ${pasteNotes(setting, state).map((words) => html`<p class="note">${words}</p>`)}
    ${full ? html`<p class="note" id="full">${derivation.full(formatValue(MOST_ROWS, locale))}</p>` : nothing}
    ${state.rows.length === 0 ? html`<p class="note warning">${derivation.noRows}</p>` : nothing}
    ${isShownStale(state) ? html`<p class="note warning">${derivation.stale}</p>` : nothing}
  </div>`;
}

/** What became of a pasted text. */
function pasteNotes(
  { text: { derivation, locale } }: Setting<DerivationText>,
  { pasted }: DerivationState,
): readonly string[] {
  if (!pasted) return [];
  const words = derivation.pasted;
  if (pasted.rows === 0) return [words.nothing];
  const rows = formatValue(pasted.rows, locale);
  const cut = pasted.of > pasted.rows ? [words.cut({ rows, of: formatValue(pasted.of, locale) })] : [];
  return [words.done(rows), ...cut, ...pasted.notes.map((note) => words[note])];
}

function assumptions(
  setting: Setting<DerivationText>,
  state: DerivationState,
  handlers: DerivationHandlers,
): TemplateResult {
  const { derivation, locale } = setting.text;
  const number = (i: number) => derivation.assumptionNumber(formatValue(i + 1, locale));
  const choice = (what: Dropped, name: string) =>
    html`<label class="choice">
      <input
        type="radio"
        name="dropped"
        value=${what}
        ?checked=${state.dropped === what}
        @change=${() => handlers.drop(what)}
      />
      <span>${name}</span>
    </label>`;
  return html`<div class="assumptions">
    <h3>${derivation.assumptionsTitle}</h3>
    <ol>
      ${ASSUMPTIONS.map(
        (what) =>
          html`<li>
            ${
              state.dropped === what
                ? html`<s>${prose(derivation.assumptions[what], setting)}</s>
                    <b class="off">${derivation.turnedOff}</b>`
                : prose(derivation.assumptions[what], setting)
            }
          </li>`,
      )}
    </ol>
    <fieldset class="choices live">
      <legend>${derivation.dropLegend}</legend>
      ${choice('nothing', derivation.dropNothing)} ${ASSUMPTIONS.map((what, i) => choice(what, number(i)))}
    </fieldset>
    <p>${prose(derivation.notation, setting)}</p>
  </div>`;
}

function dataSet(
  setting: Setting<DerivationText>,
  state: DerivationState,
  handlers: DerivationHandlers,
): TemplateResult {
  const { derivation, locale } = setting.text;
  const { columns } = derivation;
  const full = state.rows.length >= MOST_ROWS;
  return html`<section class="data" part="data">
    <h3>${derivation.dataTitle}</h3>
    <p>${prose(derivation.dataIntro, setting)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${columns.row}</th>
          <th scope="col" aria-label=${plain(columns.label)}>${prose(columns.label, setting)}</th>
          <th scope="col" aria-label=${plain(columns.probability)}>${prose(columns.probability, setting)}</th>
          <th scope="col" class="live"><span class="unseen">${columns.remove}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          state.rows,
          (row) => row.id,
          (row, i) => {
            const name = formatValue(i + 1, locale);
            return html`<tr data-row=${i}>
                <th scope="row">${name}</th>
                ${COLUMNS.map((column) => cell(setting, state, row, name, column, handlers))}
                <td class="live">
                  <button
                    type="button"
                    class="remove"
                    aria-label=${derivation.removeRow(name)}
                    @click=${() => handlers.remove(row.id)}
                  >
                    <span aria-hidden="true">×</span>
                  </button>
                </td>
              </tr>
              ${faults(setting, state, row)}`;
          },
        )}
      </tbody>
    </table>
    <p class="buttons live">
      <button
        type="button"
        class="quiet"
        aria-disabled=${full ? 'true' : nothing}
        aria-describedby=${full ? 'full' : nothing}
        @click=${handlers.add}
      >
        ${derivation.add}
      </button>
      <button type="button" class="quiet" @click=${handlers.reset}>${derivation.reset}</button>
      ${
        state.before
          ? html`<button type="button" class="quiet" @click=${handlers.restore}>${derivation.restore}</button>`
          : nothing
      }
    </p>
    <p class="tip live">${derivation.pasteHint}</p>
    ${status(setting, state)}
  </section>`;
}

/** One stop of the walk: a heading that opens and closes what belongs to it. */
function stop(
  { walk }: DerivationExtras,
  i: number,
  heading: unknown,
  body: unknown,
  handlers: DerivationHandlers,
): TemplateResult {
  return html`<details ?open=${live(walk.open[i] ?? true)} @toggle=${(event: Event) => handlers.toggle(i, event)}>
    <summary @keydown=${handlers.key}><h3>${heading}</h3></summary>
    ${body}
  </details>`;
}

/** Where a step uses what is assumed. */
function needs(setting: Setting<DerivationText>, state: DerivationState, { id }: Step): TemplateResult[] {
  const { derivation, locale } = setting.text;
  return ASSUMPTIONS.flatMap((what, i) => {
    const why = derivation.steps[id].needs[what];
    if (!why) return [];
    const off = state.basis.dropped === what;
    const name = derivation.assumptionNumber(formatValue(i + 1, locale));
    return html`<p class="needs ${off ? 'off' : ''}">
      <b>${name}${off ? `, ${derivation.turnedOff}` : nothing}</b> ${prose(why, setting)}
    </p>`;
  });
}

/** What breaks in a step without the assumption that is turned off. */
function breach(setting: Setting<DerivationText>, state: DerivationState, step: Step): TemplateResult | typeof nothing {
  const words = setting.text.derivation.breach;
  const { basis } = state;
  const { breach, steps, figures } = state.derivation;
  const { dropped } = basis;
  if (dropped === 'nothing' || breach.step !== step.id) return nothing;
  if (breach.rows === 0) return html`<p class="note">${prose(words.idle[dropped], setting)}</p>`;
  const shown = (value: number) => formatValue(value, setting.text.locale, figures);
  const said = () => {
    const instead = shown(breach.instead);
    switch (dropped) {
      case 'binary_labels':
        return words.binary_labels({ instead, floor: shown(basis.entropy) });
      case 'independence':
        return words.independence({ instead, rows: shown(breach.rows) });
      case 'inner_probabilities':
        if (steps[2].value !== Infinity) return words.right;
        return words.wrong({ others: breach.rows < basis.rows ? instead : undefined });
    }
  };
  return html`<div class="breach">
    <h4>${words.title}</h4>
    ${paragraphs(said(), setting)}
  </div>`;
}

function stepView(
  setting: Setting<DerivationText>,
  state: DerivationState,
  extras: DerivationExtras,
  step: Step,
  i: number,
  handlers: DerivationHandlers,
): TemplateResult {
  const { derivation, locale } = setting.text;
  const { underflowed, figures } = state.derivation;
  const words = derivation.steps[step.id];
  const shown = (value: number) => formatValue(value, locale, figures);
  // The reader's own numbers are written as they were typed. The last step starts from a number that
  // was computed, which is rounded as it was above.
  const worked = mathView(step.worked, locale, {
    display: 'block',
    ...(step.id === 'mean_loss' ? { figures } : {}),
  });
  const infinite = !Number.isFinite(step.value);
  const sign = infinite ? TENDS : step.exact ? EQUALS : ROUGHLY;
  const lost = underflowed && step.id === 'likelihood';
  const check = html`<p class="check">
    ${prose(infinite ? derivation.limit : (words.check ?? ''), setting)} <bdi dir="ltr">${shown(step.follows)}</bdi>
    <span class="verdict ${step.agrees ? 'agrees' : 'differs'}"
      >${step.agrees ? derivation.agrees : derivation.differs}</span
    >
  </p>`;
  const note = (words: string) => html`<p class="note">${prose(words, setting)}</p>`;
  return html`<li class="step" id="step-${i + 1}" part="step">
    ${stop(
      extras,
      i,
      html`<span class="ordinal">${derivation.stepNumber(formatValue(i + 1, locale))}</span> ${words.title}`,
      html`<div class="display">${mathView(step.formula, locale, { display: 'block' })}</div>
        ${needs(setting, state, step)} ${paragraphs(words.why, setting)}
        <div class="yours">
          <h4>${derivation.forYourData}</h4>
          <div class="display">${worked}</div>
          <p class="value" dir="ltr">${sign} <b>${shown(lost ? 0 : step.value)}</b></p>
          ${lost ? note(derivation.underflowed) : nothing} ${words.check && step.comparable ? check : nothing}
          ${step.id === 'log_likelihood' && !step.comparable ? note(derivation.uncompared) : nothing}
        </div>
        ${breach(setting, state, step)}`,
      handlers,
    )}
  </li>`;
}

/** Buttons that lead from step to step, and where the learner is. */
function walkView(
  { text: { derivation, locale } }: Setting<DerivationText>,
  titles: readonly string[],
  { walk: { at }, linkable, said }: DerivationExtras,
  handlers: DerivationHandlers,
): TemplateResult {
  const words = derivation.walk;
  const number = (n: number) => formatValue(n, locale);
  const of = number(STOPS);
  const position = at === undefined ? words.whole : words.position({ n: number(at + 1), of, title: titles[at] ?? '' });
  // A button that leads nowhere keeps the focus, so that the next key is not lost.
  const leads = (name: string, to: number, possible: boolean) =>
    html`<button
      type="button"
      class="quiet"
      aria-disabled=${possible ? nothing : 'true'}
      @click=${() => possible && handlers.walk(to)}
    >
      ${name}
    </button>`;
  return html`<div class="walk live" role="group" aria-label=${words.name} @keydown=${handlers.key}>
    <p class="buttons">
      ${leads(words.previous, (at ?? 0) - 1, at !== undefined && at > 0)}
      ${leads(words.next, (at ?? -1) + 1, at !== STOPS - 1)}
      <button type="button" class="quiet" @click=${handlers.openAll}>${words.all}</button>
    </p>
    <div class="position">
      <p role="status">${position} ${said ? html`<span>${said}</span>` : nothing}</p>
      ${
        linkable && at !== undefined
          ? html`<button type="button" class="quiet" @click=${handlers.copyLink}>${words.link}</button>`
          : nothing
      }
    </div>
  </div>`;
}

export function derivationView(
  setting: Setting<DerivationText>,
  state: DerivationState,
  extras: DerivationExtras,
  handlers: DerivationHandlers,
): TemplateResult {
  const { derivation, locale, direction } = setting.text;
  const { steps } = state.derivation;
  return html`<div class="derivation" part="derivation" lang=${locale} dir=${direction}>
    <p>${prose(derivation.intro, setting)}</p>
    ${assumptions(setting, state, handlers)} ${dataSet(setting, state, handlers)}
    <p class="tip live">${derivation.walk.hint}</p>
    ${walkView(setting, [...steps.map(({ id }) => derivation.steps[id].title), derivation.resultTitle], extras, handlers)}
    <ol class="steps ${isShownStale(state) ? 'stale' : ''}" role="list">
      ${steps.map((step, i) => stepView(setting, state, extras, step, i, handlers))}
      <li class="result" id="step-${STOPS}">
        ${stop(
          extras,
          STOPS - 1,
          derivation.resultTitle,
          html`<p>${prose(derivation.result, setting)}</p>
            <div class="display">${mathView(steps[2].formula, locale, { display: 'block' })}</div>
            <p>${prose(derivation.single, setting)}</p>
            <div class="display">${formulaView(LOSS, setting, { display: 'block' })}</div>`,
          handlers,
        )}
      </li>
    </ol>
    <p class="source">${prose(derivation.source, setting)}</p>
  </div>`;
}
