/** The derivation: what it assumes, the reader's data set, and three steps that run on it. */
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Derivation, Step } from '../../wasm/contract/core.js';
import { isStale, MOST_ROWS, type CellError, type DerivationState, type Row } from '../state/derivation.js';
import { mathView } from './math.js';
import { formatValue } from './numbers.js';
import { formulaView, paragraphs, prose, type Setting } from './prose.js';

export interface DerivationHandlers {
  cell(id: number, column: 'label' | 'probability', event: Event): void;
  add(): void;
  remove(id: number): void;
  reset(): void;
}

/** Enough figures for the steps to be compared by eye. */
const FIGURES = 7;

function cell(
  { text, live }: Setting,
  row: Row,
  name: string,
  column: 'label' | 'probability',
  error: CellError | undefined,
  handlers: DerivationHandlers,
): TemplateResult {
  const { derivation } = text;
  const wrong = error?.column === column ? error : undefined;
  return html`<td>
    <input
      type="text"
      dir="ltr"
      inputmode="decimal"
      autocomplete="off"
      ?readonly=${!live}
      aria-label=${column === 'label' ? derivation.labelOf(name) : derivation.probabilityOf(name)}
      aria-invalid=${wrong ? 'true' : nothing}
      aria-describedby=${wrong ? `fault-${row.id}` : nothing}
      .value=${row[column]}
      @input=${(event: Event) => handlers.cell(row.id, column, event)}
    />
  </td>`;
}

function dataSet(setting: Setting, state: DerivationState, handlers: DerivationHandlers): TemplateResult {
  const { derivation, locale } = setting.text;
  const full = state.rows.length >= MOST_ROWS;
  return html`<section class="data" part="data">
    <h3>${derivation.dataTitle}</h3>
    <p>${prose(derivation.dataIntro, setting)}</p>
    <table>
      <thead>
        <tr>
          <th scope="col">${derivation.columns.row}</th>
          <th scope="col">${prose(derivation.columns.label, setting)}</th>
          <th scope="col">${prose(derivation.columns.probability, setting)}</th>
          <th scope="col" class="live"><span class="unseen">${derivation.columns.remove}</span></th>
        </tr>
      </thead>
      <tbody>
        ${repeat(
          state.rows,
          (row) => row.id,
          (row, i) => {
            const name = formatValue(i + 1, locale);
            const error = state.errors.get(row.id);
            return html`<tr data-row=${i} class=${error ? 'faulty' : ''}>
                <th scope="row">${name}</th>
                ${cell(setting, row, name, 'label', error, handlers)}
                ${cell(setting, row, name, 'probability', error, handlers)}
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
              ${
                error
                  ? html`<tr class="fault">
                      <td colspan="4" id="fault-${row.id}">${derivation.cell[error.code]}</td>
                    </tr>`
                  : nothing
              }`;
          },
        )}
      </tbody>
    </table>
    <p class="buttons live">
      <button type="button" class="quiet" ?disabled=${full} @click=${handlers.add}>${derivation.add}</button>
      <button type="button" class="quiet" @click=${handlers.reset}>${derivation.reset}</button>
    </p>
    ${full ? html`<p class="note">${derivation.full(formatValue(MOST_ROWS, locale))}</p>` : nothing}
    <div class="note" role="status">
      ${state.rows.length === 0 ? html`<p>${derivation.noRows}</p>` : nothing}
      ${isStale(state) ? html`<p>${derivation.stale}</p>` : nothing}
    </div>
  </section>`;
}

function stepView(setting: Setting, { underflowed }: Derivation, step: Step, i: number): TemplateResult {
  const { derivation, locale } = setting.text;
  const words = derivation.steps[step.id];
  const number = formatValue(i + 1, locale);
  // Of a product that underflowed only the first two steps speak: the one that lost it, and the one
  // that would be compared with it.
  const comparable = !underflowed || step.id === 'mean_loss';
  const lost = step.id === 'likelihood' ? derivation.underflowed : derivation.uncompared;
  const note = (words: string) => html`<p class="note">${prose(words, setting)}</p>`;
  const check = html`<p class="check">
    ${prose(words.check, setting)} ${formatValue(step.follows, locale, FIGURES)}
    <span class="verdict ${step.agrees ? 'agrees' : 'differs'}"
      >${step.agrees ? derivation.agrees : derivation.differs}</span
    >
  </p>`;
  return html`<li class="step" id="step-${i + 1}" part="step">
    <h3><span class="ordinal">${derivation.stepNumber(number)}</span> ${words.title}</h3>
    <div class="display">${mathView(step.formula, locale, { display: 'block' })}</div>
    ${paragraphs(words.why, setting)}
    <div class="yours">
      <h4>${derivation.forYourData}</h4>
      <div class="display">${mathView(step.worked, locale, { display: 'block', figures: FIGURES })}</div>
      <p class="value"><span aria-hidden="true">=</span> <b>${formatValue(step.value, locale, FIGURES)}</b></p>
      ${i > 0 && comparable ? check : nothing} ${comparable ? nothing : note(lost)}
    </div>
  </li>`;
}

export function derivationView(setting: Setting, state: DerivationState, handlers: DerivationHandlers): TemplateResult {
  const { derivation } = setting.text;
  return html`<div class="derivation" part="derivation">
    <p>${prose(derivation.intro, setting)}</p>
    <div class="assumptions">
      <h3>${derivation.assumptionsTitle}</h3>
      <ul>
        ${derivation.assumptions.map((text) => html`<li>${prose(text, setting)}</li>`)}
      </ul>
    </div>
    ${dataSet(setting, state, handlers)}
    <ol class="steps ${isStale(state) ? 'stale' : ''}">
      ${state.derivation.steps.map((step, i) => stepView(setting, state.derivation, step, i))}
    </ol>
    <div class="result">
      <h3>${derivation.resultTitle}</h3>
      <p>${prose(derivation.result, setting)}</p>
      <div class="display">${formulaView('L = -[y ln p + (1 - y) ln(1 - p)]', setting, { display: 'block' })}</div>
    </div>
  </div>`;
}
