/** The scenes of the walkthrough from logits: the loss, what becomes of it by way of p, and the parts of the stable form. */
import { html, nothing, type TemplateResult } from 'lit';
import type { PointReading } from '../../../wasm/contract/core.js';
import type { NaiveLoss } from '../../../wasm/contract/study/walks.js';
import { formatExact, formatValue } from '../../views/numbers.js';
import { shownProbability } from '../../views/readings.js';
import type { LogitsText, NaiveRow } from '../content/logits.js';
import { FAR, PRESETS, VIEW, type Bench, type LogitsState, type LossPicture } from '../state/logits.js';
import { chartView, legend } from './chart.js';
import { entry, figures, presets, slider } from './controls.js';
import { mathProse, named } from './math-prose.js';
import type { StudySetting } from './said.js';

export type LogitsSetting = StudySetting<{ logits: LogitsText }>;

export interface LogitsHandlers {
  label(y: number): void;
  logit(z: number): void;
  type(text: string): void;
}

export interface LogitsScene {
  setting: LogitsSetting;
  state: LogitsState;
  now: Bench;
  picture: LossPicture;
  place: PointReading;
  /** What was typed and could not be read. */
  typed: string | undefined;
  handlers: LogitsHandlers;
}

/** Figures that numbers are shown with; those that are compared need as many as tell them apart. */
const FIGURES = 4;

const shown = (value: number, { text }: LogitsSetting): string =>
  Number.isNaN(value) ? text.logits.nan : formatValue(value, text.locale, FIGURES);

function controls({ setting, state, typed, handlers }: LogitsScene, step: number): TemplateResult {
  const { logits, locale } = setting.text;
  const { y, z } = state;
  return html`<div class="live">
    <div class="controls-row">
      ${slider({
        id: `z-${step}`,
        label: mathProse(logits.logit, setting),
        min: -FAR,
        max: FAR,
        step: 0.5,
        value: z,
        shown: formatExact(z, locale),
        input: handlers.logit,
      })}
      ${slider({
        id: `y-${step}`,
        label: mathProse(logits.label, setting),
        min: 0,
        max: 1,
        step: 0.05,
        value: y,
        shown: formatExact(y, locale),
        input: handlers.label,
      })}
    </div>
    <div class="controls-row">
      ${presets(
        logits.presets,
        PRESETS.map((value) => ({ value, words: formatExact(value, locale) })),
        handlers.logit,
      )}
      ${entry({
        id: `typed-${step}`,
        label: logits.typed,
        text: typed ?? formatExact(z, locale),
        fault: typed === undefined ? undefined : logits.typedFault,
        change: handlers.type,
      })}
    </div>
  </div>`;
}

function picture({ setting, state, now, picture: drawn, place }: LogitsScene, naive: boolean): TemplateResult {
  const { logits, locale } = setting.text;
  const number = (value: number) => formatExact(value, locale);
  const words = logits.picture({ z: number(state.z), y: number(state.y), loss: shown(now.parts.loss, setting) });
  return html`<figure class="graph" aria-label=${words}>
    ${chartView({
      view: VIEW,
      xTicks: drawn.xTicks,
      yTicks: drawn.yTicks,
      xWords: number,
      yWords: number,
      xName: mathProse(logits.axes.logit, setting),
      yName: mathProse(logits.axes.loss, setting),
      curves: [
        { name: 'chosen', runs: drawn.loss },
        ...(naive
          ? [
              { name: 'double', runs: drawn.double },
              { name: 'single', runs: drawn.single },
            ]
          : []),
      ],
      points: [{ xPx: place.xPx, yPx: place.yPx, name: 'main' }],
    })}
    ${
      naive
        ? legend([
            { name: 'chosen', words: mathProse(logits.lines.loss, setting) },
            { name: 'double', words: mathProse(logits.lines.double, setting) },
            { name: 'single', words: mathProse(logits.lines.single, setting) },
          ])
        : nothing
    }
  </figure>`;
}

const ROWS = [
  'power',
  'probability',
  'complement',
  'lnProbability',
  'lnComplement',
  'loss',
] as const satisfies readonly NaiveRow[];

/** What became of the loss, beside the true one. */
function outcome({ loss }: NaiveLoss, truth: number, { locale }: { locale: string }): keyof LogitsText['outcomes'] {
  if (Number.isNaN(loss)) return 'nan';
  if (loss === Infinity) return 'infinite';
  if (loss === 0 && truth > 0) return 'zero';
  return formatValue(loss, locale, FIGURES) === formatValue(truth, locale, FIGURES) ? 'sound' : 'rounded';
}

function table({ setting, now }: LogitsScene): TemplateResult {
  const { logits } = setting.text;
  const truth = now.parts.loss;
  const cell = (naive: NaiveLoss, row: NaiveRow) => {
    const value = naive[row];
    const broken = row === 'loss' && outcome(naive, truth, setting.text) !== 'sound';
    return html`<td class=${broken ? 'broken' : ''} dir="ltr">${shown(value, setting)}</td>`;
  };
  return html`<table class="figures-table">
      <caption>
        ${logits.table}
      </caption>
      <thead>
        <tr>
          <th scope="col">${logits.step}</th>
          <th scope="col">${logits.columns.double}</th>
          <th scope="col">${logits.columns.single}</th>
        </tr>
      </thead>
      <tbody>
        ${ROWS.map(
          (row) =>
            html`<tr class=${row === 'loss' ? 'sum' : ''}>
              <th scope="row">${named(logits.rows[row], setting)}</th>
              ${cell(now.double, row)}${cell(now.single, row)}
            </tr>`,
        )}
        <tr>
          <th scope="row">${logits.columns.stable}</th>
          <td colspan="2" dir="ltr"><b>${shown(truth, setting)}</b></td>
        </tr>
      </tbody>
    </table>
    ${told({ setting, now })}`;
}

function told({ setting, now }: Pick<LogitsScene, 'setting' | 'now'>): TemplateResult {
  const { logits } = setting.text;
  const truth = now.parts.loss;
  const word = (naive: NaiveLoss) => logits.outcomes[outcome(naive, truth, setting.text)];
  return html`<p class="told">
    ${logits.outcome(word(now.double), word(now.single))}
    ${truth === 0 ? mathProse(logits.underflow, setting) : nothing}
  </p>`;
}

function parts({ setting, now }: LogitsScene, whole: boolean): TemplateResult {
  const { logits } = setting.text;
  const { large, product, tail, loss } = now.parts;
  const name = (words: string) => mathProse(words, setting);
  return figures([
    { name: name(logits.large), value: shown(large, setting) },
    ...(whole ? [{ name: name(logits.product), value: shown(product, setting) }] : []),
    { name: name(logits.tail), value: shown(tail, setting) },
    whole
      ? { name: name(logits.loss), value: shown(loss, setting), main: true }
      : { name: name(logits.rising), value: shown(now.rising, setting), main: true },
    ...(whole ? [] : [{ name: name(logits.plainPower), value: shown(now.power, setting) }]),
  ]);
}

/** What stands at a step, counted from 0; nothing at the task. */
export function logitsScene(scene: LogitsScene, step: number): unknown {
  const { setting, now } = scene;
  const { logits } = setting.text;
  const name = (words: string) => mathProse(words, setting);
  switch (step) {
    case 0:
      return html`<div class="scene">
        ${picture(scene, false)} ${controls(scene, step)}
        ${figures([
          { name: name(logits.probability), value: shownProbability(scene.place, setting.text.locale) },
          { name: name(logits.loss), value: shown(now.parts.loss, setting), main: true },
        ])}
      </div>`;
    case 1:
      return html`<div class="scene">${picture(scene, true)} ${controls(scene, step)} ${table(scene)}</div>`;
    case 2:
      return html`<div class="scene">
        ${controls(scene, step)}
        ${figures([
          { name: name(logits.rising), value: shown(now.rising, setting) },
          { name: name(logits.falling), value: shown(now.falling, setting) },
          { name: name(logits.difference), value: shown(scene.state.z, setting), main: true },
        ])}
      </div>`;
    case 3:
      return html`<div class="scene">${controls(scene, step)} ${parts(scene, false)}</div>`;
    case 4:
      return html`<div class="scene">${controls(scene, step)} ${parts(scene, true)} ${told(scene)}</div>`;
    default:
      return nothing;
  }
}
