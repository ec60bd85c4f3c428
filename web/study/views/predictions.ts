/** The learner's predictions: where they come from, how they are read, and what there is to say of them. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Library } from '../../../wasm/contract/core.js';
import type { PredictionsReport, Scale } from '../../../wasm/contract/study/predictions.js';
import type { Exercise } from '../../../wasm/contract/study/study.js';
import { formatExact, formatProbability, formatValue } from '../../views/numbers.js';
import type { PredictionsText, TableText } from '../content/predictions.js';
import type { Layout } from '../state/csv.js';
import type { PredictionsState } from '../state/predictions.js';
import { mathProse } from './math-prose.js';
import type { StudySetting } from './said.js';

export type PredictionsSetting = StudySetting<{ predictions: PredictionsText }>;

export interface PredictionsHandlers {
  paste(event: SubmitEvent): void;
  file(event: Event): void;
  example(): void;
  relaid(event: SubmitEvent): void;
  readAs(scale: Scale): void;
  cancel(): void;
}

const words = (setting: PredictionsSetting): TableText => setting.text.predictions.table;

/** How many of something: 1,000,000. */
const counted = (count: number, { text }: PredictionsSetting): string =>
  new Intl.NumberFormat(text.locale).format(count);

const percent = (share: number, { text }: PredictionsSetting): string =>
  new Intl.NumberFormat(text.locale, { style: 'percent', maximumSignificantDigits: 3 }).format(share);

const value = (number: number, { text }: PredictionsSetting): string => formatValue(number, text.locale, 4);

const SCALES: readonly Scale[] = ['probability', 'percentage', 'logit'];

function columnSelect(
  name: 'label' | 'value',
  state: PredictionsState,
  layout: Layout,
  setting: PredictionsSetting,
): TemplateResult {
  const text = words(setting);
  const { names = [], sample = [] } = state.found ?? {};
  return html`<div class="field">
    <label for=${name}>${name === 'label' ? text.labelColumn : text.valueColumn}</label>
    <select id=${name}>
      ${names.map((own, column) => {
        const example = layout.header ? own : (sample[0]?.[column] ?? own);
        return html`<option value=${column} ?selected=${column === layout[name]}>
          ${text.column(formatExact(column + 1, setting.text.locale), example.trim().slice(0, 24))}
        </option>`;
      })}
    </select>
  </div>`;
}

function layoutForm(
  state: PredictionsState,
  layout: Layout,
  setting: PredictionsSetting,
  handlers: PredictionsHandlers,
): TemplateResult {
  const text = words(setting);
  const unclear = state.phase === 'asked' ? (state.found?.unclear ?? []) : [];
  return html`<details class="layout" ?open=${state.phase === 'asked'}>
    <summary>${text.layout}</summary>
    ${unclear.map((what) => html`<p class="fault">${text.asked[what]}</p>`)}
    <form class="live" @submit=${handlers.relaid}>
      <div class="setup">
        ${columnSelect('label', state, layout, setting)} ${columnSelect('value', state, layout, setting)}
      </div>
      <fieldset class="choices">
        <legend>${text.scale}</legend>
        ${SCALES.map(
          (scale) =>
            html`<label class="choice"
              ><input type="radio" name="scale" value=${scale} .checked=${scale === layout.scale} /><span
                >${text.scales[scale]}</span
              ></label
            >`,
        )}
      </fieldset>
      <label class="check"><input type="checkbox" id="header" .checked=${layout.header} /> ${text.header}</label>
      ${layout.decimalMark === ',' ? html`<p class="note">${text.decimalComma}</p>` : nothing}
      <div class="buttons"><button type="submit">${text.read}</button></div>
    </form>
  </details>`;
}

function understood(state: PredictionsState, layout: Layout, setting: PredictionsSetting): TemplateResult {
  const text = words(setting);
  const name = (column: number) => {
    const own = layout.header ? (state.found?.names[column]?.trim() ?? '') : '';
    return text.column(formatExact(column + 1, setting.text.locale), own.slice(0, 24));
  };
  return html`<p class="note">
    ${text.understood({ label: name(layout.label), value: name(layout.value), scale: text.scales[layout.scale] })}
  </p>`;
}

function faultsView(
  state: PredictionsState,
  setting: PredictionsSetting,
  handlers: PredictionsHandlers,
): TemplateResult | typeof nothing {
  const text = words(setting);
  const { reading, layout } = state;
  if (!reading) return nothing;
  const { faults, bad, outside, blank } = reading;
  const others = SCALES.filter((scale) => scale !== 'probability');
  return html`${blank > 0 ? html`<p class="note">${text.blank(counted(blank, setting))}</p>` : nothing}
  ${
    bad > 0
      ? html`<details class="faults" ?open=${state.phase === 'no_rows'}>
          <summary>${text.skipped(counted(bad, setting))}</summary>
          ${
            bad > faults.length
              ? html`<p>${text.firstFaults(counted(faults.length, setting), counted(bad, setting))}</p>`
              : nothing
          }
          <ul>
            ${faults.map(
              ({ row, code, cell = '' }) =>
                html`<li>${text.fault(counted(row, setting), text.faults[code](cell))}</li>`,
            )}
          </ul>
        </details>`
      : nothing
  }
  ${
    outside > 0 && layout?.scale === 'probability'
      ? html`<p>${text.outside}</p>
          <div class="buttons live">
            ${others.map(
              (scale) =>
                html`<button type="button" class="quiet" @click=${() => handlers.readAs(scale)}>
                  ${scale === 'percentage' ? text.readAs.percentage : text.readAs.logit}
                </button>`,
            )}
          </div>`
      : nothing
  }`;
}

function reading(state: PredictionsState, setting: PredictionsSetting, handlers: PredictionsHandlers): TemplateResult {
  const text = words(setting);
  const { bytes, rows } = state.progress;
  const told = text.reading(counted(rows, setting), percent(state.size > 0 ? bytes / state.size : 0, setting));
  return html`<div class="reading">
    <progress aria-label=${text.progress} max=${state.size} value=${bytes}></progress>
    <p>${told}</p>
    <button type="button" class="quiet live" id="cancel" @click=${handlers.cancel}>${text.cancel}</button>
  </div>`;
}

/** Where the predictions come from. */
export function sourceView(
  state: PredictionsState,
  setting: PredictionsSetting,
  handlers: PredictionsHandlers,
  open: boolean,
): TemplateResult {
  const text = words(setting);
  const { origin, phase, layout, report } = state;
  const name = origin.type === 'file' ? origin.name : text.origins[origin.type];
  return html`<details class="source" ?open=${open}>
      <summary>${text.open}: <bdi>${name}</bdi></summary>
      <p>${text.intro}</p>
      <p class="note">${text.private}</p>
      <div class="buttons live">
        <label class="file"
          ><span>${text.file}</span
          ><input type="file" accept=".csv,.tsv,.txt,text/csv,text/plain" @change=${handlers.file}
        /></label>
        <button type="button" class="quiet" @click=${handlers.example}>${text.example}</button>
      </div>
      <form class="live" @submit=${handlers.paste}>
        <div class="field">
          <label for="pasted">${text.pasteField}</label>
          <textarea
            id="pasted"
            rows="4"
            dir="ltr"
            spellcheck="false"
            autocomplete="off"
            aria-describedby="paste-hint"
          ></textarea>
          <p class="note" id="paste-hint">${text.pasteHint}</p>
        </div>
        <button type="submit" class="quiet">${text.paste}</button>
      </form>
    </details>
    ${
      layout && origin.type !== 'example' && phase !== 'reading'
        ? html`${understood(state, layout, setting)} ${layoutForm(state, layout, setting, handlers)}`
        : nothing
    }
    ${phase === 'reading' ? reading(state, setting, handlers) : nothing}
    <div class="result" role="status" id="result">
      ${
        phase === 'shown' && report
          ? text.done({ rows: counted(report.rows, setting), mean: value(report.mean, setting) })
          : phase === 'opening'
            ? text.opening
            : phase === 'asked' || phase === 'reading' || phase === 'shown'
              ? nothing
              : html`<p class="fault">${text.unusable[phase]}</p>`
      }
    </div>
    ${faultsView(state, setting, handlers)}`;
}

function meansView(report: PredictionsReport, setting: PredictionsSetting): TemplateResult {
  const text = words(setting);
  const verdict = report.mean < report.baseLoss ? text.better : report.mean > report.baseLoss ? text.worse : text.same;
  return html`<dl class="sums">
      <div>
        <dt>${text.readings.rows}</dt>
        <dd>${counted(report.rows, setting)}</dd>
      </div>
      <div>
        <dt>${text.readings.mean}</dt>
        <dd>${value(report.mean, setting)} <small>${text.nats}</small></dd>
      </div>
      <div>
        <dt>${text.readings.sum}</dt>
        <dd>${value(report.sum, setting)} <small>${text.nats}</small></dd>
      </div>
      <div>
        <dt>${text.readings.base} <small>${text.baseNote(value(report.baseRate, setting))}</small></dt>
        <dd>${value(report.baseLoss, setting)} <small>${text.nats}</small></dd>
      </div>
    </dl>
    <p>${mathProse(verdict, setting)}</p>`;
}

/** A share of one as the length of a bar; the number stands beside it. */
const bar = (share: number, kind = '') =>
  html`<svg class="bar ${kind}" viewBox="0 0 1 1" preserveAspectRatio="none" aria-hidden="true">
    ${svg`<rect width=${share} height="1"></rect>`}
  </svg>`;

function costliestView(report: PredictionsReport, setting: PredictionsSetting): TemplateResult {
  const text = words(setting);
  const { locale } = setting.text;
  const first = report.costliest[0];
  return html`<h4>${text.costliest}</h4>
    ${
      first
        ? html`<p>
            ${
              first.loss === Infinity
                ? mathProse(text.infiniteRows, setting)
                : text.dominates({ rows: counted(report.rows, setting), share: percent(first.share, setting) })
            }
          </p>`
        : nothing
    }
    <div class="wide" role="region" tabindex="0" aria-label=${text.costliest}>
      <table>
        <thead>
          <tr>
            ${(['row', 'label', 'probability', 'loss', 'share'] as const).map(
              (column) => html`<th scope="col">${text.columns[column]}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${report.costliest.map(
            ({ row, label, probability, loss, share }) =>
              html`<tr>
                <th scope="row">${counted(row, setting)}</th>
                <td>${formatValue(label, locale)}</td>
                <td>${formatProbability(probability, 1 - probability, locale)}</td>
                <td>${value(loss, setting)}</td>
                <td class="barred">${report.sum === Infinity ? '' : percent(share, setting)} ${bar(share, 'warm')}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
    <h4>${text.histogram}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.range}</th>
          <th scope="col">${text.count}</th>
          <td></td>
        </tr>
      </thead>
      <tbody>
        ${report.losses.map(({ from, to, count, share }) => {
          const ends = [formatValue(from, locale), formatValue(to, locale)] as const;
          const range =
            from === Infinity
              ? text.infinite
              : from === 0
                ? text.rangeBelow(ends[1])
                : to === Infinity
                  ? text.rangeFrom(ends[0])
                  : text.rangeBetween(...ends);
          return html`<tr>
            <th scope="row">${range}</th>
            <td>${counted(count, setting)}</td>
            <td class="barred">${percent(share, setting)} ${bar(share)}</td>
          </tr>`;
        })}
      </tbody>
    </table>`;
}

function calibrationView(report: PredictionsReport, setting: PredictionsSetting): TemplateResult {
  const text = words(setting);
  const { locale } = setting.text;
  const filled = report.tenths.filter(({ count }) => count > 0);
  return html`<h4>${text.calibration}</h4>
    <div class="calibration">
      <figure>
        <svg viewBox="-0.14 -1.06 1.2 1.2" role="img" aria-label=${text.calibrationPicture}>
          ${svg`<g transform="scale(1 -1)">
            <rect class="frame" width="1" height="1"></rect>
            <path class="diagonal" d="M0 0L1 1"></path>
            <polyline class="way" points=${filled.map(({ probability, ones }) => `${probability},${ones}`).join(' ')}></polyline>
            ${filled.map(({ probability, ones }) => svg`<circle r="0.018" cx=${probability} cy=${ones}></circle>`)}
          </g>
          ${[0, 0.5, 1].map(
            (tick) => svg`<text x=${tick} y="0.07" text-anchor="middle">${formatValue(tick, locale)}</text>
              <text x="-0.03" y=${-tick} dy="0.02" text-anchor="end">${formatValue(tick, locale)}</text>`,
          )}`}
        </svg>
        <figcaption class="note">${text.perfect}</figcaption>
      </figure>
      <table>
        <thead>
          <tr>
            <th scope="col">${text.said}</th>
            <th scope="col">${text.happened}</th>
            <th scope="col">${text.count}</th>
          </tr>
        </thead>
        <tbody>
          ${filled.map(
            ({ probability, ones, count }) =>
              html`<tr>
                <th scope="row">${formatValue(probability, locale)}</th>
                <td>${formatValue(ones, locale)}</td>
                <td>${counted(count, setting)}</td>
              </tr>`,
          )}
        </tbody>
      </table>
    </div>`;
}

const LIBRARIES: readonly Library[] = ['pytorch', 'keras', 'scikit_learn'];

function librariesView(report: PredictionsReport, setting: PredictionsSetting): TemplateResult {
  const text = words(setting);
  const row = (name: Library | 'true', mean: number, changed: number) =>
    html`<tr>
      <th scope="row">${text.names[name]}</th>
      <td>${formatValue(mean, setting.text.locale, 7)}</td>
      <td>${counted(changed, setting)}</td>
    </tr>`;
  return html`<h4>${text.libraries}</h4>
    <table>
      <thead>
        <tr>
          <th scope="col">${text.library}</th>
          <th scope="col">${text.reported}</th>
          <th scope="col">${text.changed}</th>
        </tr>
      </thead>
      <tbody>
        ${row('true', report.mean, 0)}
        ${LIBRARIES.map((name) => row(name, report.libraries[name].mean, report.libraries[name].changed))}
      </tbody>
    </table>`;
}

const PARTS = [meansView, costliestView, calibrationView, librariesView];

/** What a step has to look at; the numbers of whatever has been read. */
export const partView = (step: number, report: PredictionsReport, setting: PredictionsSetting): unknown =>
  html`<div class="part">${PARTS[step]?.(report, setting)}</div>`;

/** The rows of the task. */
export function taskView({ labels, predictions }: Exercise, setting: PredictionsSetting): TemplateResult {
  const text = words(setting);
  const { locale } = setting.text;
  return html`<table class="task-rows">
    <caption>
      ${text.taskRows}
    </caption>
    <thead>
      <tr>
        <th scope="col">${text.columns.label}</th>
        <th scope="col">${text.columns.probability}</th>
      </tr>
    </thead>
    <tbody>
      ${labels.map(
        (label, i) =>
          html`<tr>
            <td>${formatExact(label, locale)}</td>
            <td>${formatExact(predictions[i] ?? NaN, locale)}</td>
          </tr>`,
      )}
    </tbody>
  </table>`;
}
