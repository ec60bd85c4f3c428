/** The derivation: what it assumes, the reader's data set, and three steps that run on it. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Derivation, Step } from '../../wasm/contract/core.js';
import {
  cellKey,
  isShownStale,
  MOST_ROWS,
  type CellKey,
  type Column,
  type DerivationState,
  type Row,
} from '../state/derivation.js';
import type { DerivationText } from '../content/schema.js';
import { mathView } from './math.js';
import { formatValue } from './numbers.js';
import { formulaView, LOSS, paragraphs, plain, prose, type Setting } from './prose.js';

export interface DerivationHandlers {
  cell(id: number, column: Column, event: Event): void;
  settle(): void;
  add(): void;
  remove(id: number): void;
  reset(): void;
}

const COLUMNS = ['label', 'probability'] as const;

const faultId = (key: CellKey): string => `fault-${key}`;

/** An approximation is said to be one. */
const EQUALS = '=';
const ROUGHLY = '≈';

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
    const meanLoss = formatValue(announced.meanLoss, locale, 4);
    spoken.push(derivation.announce({ meanLoss, rows: formatValue(announced.rows, locale) }));
  }
  const full = state.rows.length >= MOST_ROWS;
  return html`<div class="status" role="status">
    ${spoken.map((words) => html`<p class="unseen">${words}</p>`)}
    ${full ? html`<p class="note" id="full">${derivation.full(formatValue(MOST_ROWS, locale))}</p>` : nothing}
    ${state.rows.length === 0 ? html`<p class="note warning">${derivation.noRows}</p>` : nothing}
    ${isShownStale(state) ? html`<p class="note warning">${derivation.stale}</p>` : nothing}
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
    </p>
    ${status(setting, state)}
  </section>`;
}

function stepView(
  setting: Setting<DerivationText>,
  { underflowed, figures }: Derivation,
  step: Step,
  i: number,
): TemplateResult {
  const { derivation, locale } = setting.text;
  const words = derivation.steps[step.id];
  const shown = (value: number) => formatValue(value, locale, figures);
  // The reader's own numbers are written as they were typed. The last step starts from a number that
  // was computed, which is rounded as it was above.
  const worked = mathView(step.worked, locale, {
    display: 'block',
    ...(step.id === 'mean_loss' ? { figures } : {}),
  });
  const lost = underflowed && step.id === 'likelihood';
  const check = html`<p class="check">
    ${prose(derivation.check, setting)} <bdi dir="ltr">${shown(step.follows)}</bdi>
    <span class="verdict ${step.agrees ? 'agrees' : 'differs'}"
      >${step.agrees ? derivation.agrees : derivation.differs}</span
    >
  </p>`;
  const note = (words: string) => html`<p class="note">${prose(words, setting)}</p>`;
  return html`<li class="step" id="step-${i + 1}" part="step">
    <h3><span class="ordinal">${derivation.stepNumber(formatValue(i + 1, locale))}</span> ${words.title}</h3>
    <div class="display">${mathView(step.formula, locale, { display: 'block' })}</div>
    ${paragraphs(words.why, setting)}
    <div class="yours">
      <h4>${derivation.forYourData}</h4>
      <div class="display">${worked}</div>
      <p class="value" dir="ltr">${step.exact ? EQUALS : ROUGHLY} <b>${shown(lost ? 0 : step.value)}</b></p>
      ${lost ? note(derivation.underflowed) : nothing}
      ${step.id === 'log_likelihood' ? (step.comparable ? check : note(derivation.uncompared)) : nothing}
    </div>
  </li>`;
}

export function derivationView(
  setting: Setting<DerivationText>,
  state: DerivationState,
  handlers: DerivationHandlers,
): TemplateResult {
  const { derivation, locale, direction } = setting.text;
  const { steps } = state.derivation;
  return html`<div class="derivation" part="derivation" lang=${locale} dir=${direction}>
    <p>${prose(derivation.intro, setting)}</p>
    <div class="assumptions">
      <h3>${derivation.assumptionsTitle}</h3>
      <ul>
        ${derivation.assumptions.map((text) => html`<li>${prose(text, setting)}</li>`)}
      </ul>
      <p>${prose(derivation.notation, setting)}</p>
    </div>
    ${dataSet(setting, state, handlers)}
    <ol class="steps ${isShownStale(state) ? 'stale' : ''}" role="list">
      ${steps.map((step, i) => stepView(setting, state.derivation, step, i))}
    </ol>
    <div class="result">
      <h3>${derivation.resultTitle}</h3>
      <p>${prose(derivation.result, setting)}</p>
      <div class="display">${mathView(steps[2].formula, locale, { display: 'block' })}</div>
      <p>${prose(derivation.single, setting)}</p>
      <div class="display">${formulaView(LOSS, setting, { display: 'block' })}</div>
    </div>
    <p class="source">${prose(derivation.source, setting)}</p>
  </div>`;
}
