/** The numbers beside the graph: what each is called, what it is, and what others make of it. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { PointReading } from '../../wasm/contract/core.js';
import type { EntryCode, GraphText } from '../content/schema.js';
import { LIBRARIES, type GraphState } from '../state/graph.js';
import { formatExact, formatProbability, formatValue } from './numbers.js';
import { formatLoss } from './marks.js';
import { formulaView, prose, type Setting } from './prose.js';

export interface ReadingHandlers {
  type(event: Event): void;
  settle(): void;
}

/** What is in the field for p while somebody types there. */
export interface Entry {
  typed: string;
  error: EntryCode | undefined;
}

export const shownProbability = (now: PointReading, locale: string): string =>
  formatProbability(now.probability, now.complement, locale);

export function readings(
  setting: Setting<GraphText>,
  state: GraphState,
  now: PointReading,
  entry: Entry | undefined,
  handlers: ReadingHandlers,
): TemplateResult {
  const { text } = setting;
  const { graph, locale } = text;
  const value = (number: number) => formatValue(number, locale);
  const measured = (number: number) => formatValue(number, locale, 3, 'measured');
  const loss = (nats: number) => formatLoss(setting, state, nats);
  const shown = shownProbability(now, locale);
  // Core reads a formula for its view, but not at every move of the point.
  const name = (letter: string) =>
    guard([text], () => html`<span data-part=${letter}>${formulaView(letter, setting)}</span>`);
  return html`<dl class="readings" part="readings">
      <div>
        <dt>${name('p')} <small>${graph.readings.probability}</small></dt>
        <dd>
          <span class="printed">${shown}</span>
          <input
            class="entry live"
            type="text"
            dir="ltr"
            inputmode="decimal"
            enterkeyhint="done"
            autocomplete="off"
            spellcheck="false"
            ?readonly=${!setting.live}
            aria-label=${graph.entry.label}
            aria-invalid=${entry?.error ? 'true' : nothing}
            aria-describedby=${entry?.error ? 'entry-error' : nothing}
            .value=${live(entry?.typed ?? shown)}
            @input=${handlers.type}
            @change=${handlers.settle}
            @blur=${handlers.settle}
          />
        </dd>
      </div>
      <div>
        <dt>${name('z')} <small>${graph.readings.logit}</small></dt>
        <dd>${state.given === 'logit' ? value(now.logit) : measured(now.logit)}</dd>
      </div>
      <div class="main">
        <dt>${name('L')} <small>${graph.readings.loss}</small></dt>
        <dd>${loss(now.loss)} <small>${graph.units[state.unit]}</small></dd>
      </div>
      <div>
        <dt><i>${graph.symbols.slope}</i> <small>${graph.readings.slope}</small></dt>
        <dd>${loss(now.slope)}</dd>
      </div>
      <div>
        <dt><i>${graph.symbols.slopeInLogit}</i> <small>${graph.readings.slopeInLogit}</small></dt>
        <dd>${loss(now.slopeInLogit)}</dd>
      </div>
      <div class="wide">
        <dt><i>${graph.symbols.entropy} + ${graph.symbols.divergence}</i> <small>${graph.readings.split}</small></dt>
        <dd>${loss(now.entropy)} + ${loss(now.divergence)}</dd>
      </div>
    </dl>
    ${entry?.error ? html`<p class="fault" id="entry-error">${graph.entry.errors[entry.error]}</p>` : nothing}`;
}

const comparisonTable = (
  caption: string,
  columns: readonly string[],
  rows: readonly (readonly [name: string, swatch: string, value: string, slope: string])[],
  note: TemplateResult,
): TemplateResult =>
  html`<div class="beside">
    <table>
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([name, swatch, value, slope]) =>
            html`<tr>
              <th scope="row"><span class="swatch ${swatch}"></span>${name}</th>
              <td>${value}</td>
              <td>${slope}</td>
            </tr>`,
        )}
      </tbody>
    </table>
    <p class="note">${note}</p>
  </div>`;

/** The same point in the eyes of other losses, and of libraries; only where they were asked for. */
export function beside(setting: Setting<GraphText>, state: GraphState, now: PointReading): TemplateResult {
  const { comparison, reported, overlays, libraries } = setting.text.graph;
  const { locale } = setting.text;
  const value = (number: number) => formatValue(number, locale);
  const measured = (number: number) => formatValue(number, locale, 3, 'measured');
  const loss = (nats: number) => formatLoss(setting, state, nats);
  const compared = (['squared_error', 'classification_error'] as const).filter((name) => state.overlays.has(name));
  const rivals = {
    squared_error: [measured(now.squaredError), measured(now.squaredErrorSlope)],
    // At the threshold itself the step has no slope.
    classification_error: [value(now.classificationError), now.probability === 0.5 ? '–' : value(0)],
  } as const;
  return html`${
    compared.length > 0
      ? comparisonTable(
          comparison.caption,
          [comparison.columns.loss, comparison.columns.value, comparison.columns.slope],
          [
            [comparison.crossEntropy, 'chosen', loss(now.loss), loss(now.slopeInLogit)],
            ...compared.map((name) => [overlays[name], name, ...rivals[name]] as const),
          ],
          html`${prose(comparison.note, setting)}`,
        )
      : nothing
  }
  ${
    state.overlays.has('libraries')
      ? comparisonTable(
          reported.caption,
          [reported.columns.library, reported.columns.value, reported.columns.slope],
          [
            [reported.truth, 'chosen', loss(now.loss), loss(now.slope)],
            ...LIBRARIES.map(
              (name) => [libraries[name], name, loss(now.reported[name].loss), loss(now.reported[name].slope)] as const,
            ),
          ],
          html`${prose(reported.note, setting)}`,
        )
      : nothing
  }`;
}

/** Probabilities of the table: the ends, what is near them, and the middle. */
const TABLE = [0, 0.001, 0.01, 0.1, 0.25, 0.5, 0.75, 0.9, 0.99, 0.999, 1];

/** The curve in numbers, for who cannot see the picture or wants to read it off. */
export function valueTable(setting: Setting<GraphText>, state: GraphState): TemplateResult {
  const { core, text } = setting;
  const { table } = text.graph;
  return html`<details class="values">
    <summary>${table.summary}</summary>
    <table>
      <caption>
        ${table.caption(formatExact(state.y, text.locale))}
      </caption>
      <thead>
        <tr>
          <th scope="col">${prose(table.p, setting)}</th>
          <th scope="col">${prose(table.loss, setting)} (${text.graph.units[state.unit]})</th>
        </tr>
      </thead>
      <tbody>
        ${TABLE.map((p) => {
          const loss = core.loss(state.y, p);
          return html`<tr>
            <td>${formatExact(p, text.locale)}</td>
            <td>${formatLoss(setting, state, loss.ok ? loss.value : NaN)}</td>
          </tr>`;
        })}
      </tbody>
    </table>
  </details>`;
}
