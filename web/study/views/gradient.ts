/** The scenes of the walkthrough of the gradient: three slopes, two of them as curves, and the check by differences. */
import { html, nothing, type TemplateResult } from 'lit';
import type { DifferenceKind } from '../../../wasm/contract/study/walks.js';
import { formatExact, formatValue } from '../../views/numbers.js';
import { shownProbability } from '../../views/readings.js';
import type { GradientText } from '../content/gradient.js';
import {
  ERRORS,
  FAR,
  LARGEST,
  powerOf,
  SLOPES,
  SMALLEST,
  tenTo,
  type Check,
  type Errors,
  type GradientState,
  type Slopes,
} from '../state/gradient.js';
import { chartView, legend } from './chart.js';
import { choice, entry, figures, slider } from './controls.js';
import { mathProse, named } from './math-prose.js';
import type { StudySetting } from './said.js';

export type GradientSetting = StudySetting<{ gradient: GradientText }>;

export interface GradientHandlers {
  label(y: number): void;
  logit(z: number): void;
  kind(kind: DifferenceKind): void;
  step(step: number): void;
  type(text: string): void;
}

export interface GradientScene {
  setting: GradientSetting;
  state: GradientState;
  now: Check;
  slopes: Slopes;
  errors: Errors;
  /** What was typed as a step and is none. */
  typed: string | undefined;
  handlers: GradientHandlers;
}

/** What is compared figure by figure is shown with all that a double has. */
const ALL_FIGURES = 16;

function point({ setting, state, handlers }: GradientScene, step: number): TemplateResult {
  const { gradient, locale } = setting.text;
  return html`<div class="controls-row live">
    ${slider({
      id: `z-${step}`,
      label: mathProse(gradient.logit, setting),
      min: -FAR,
      max: FAR,
      step: 0.1,
      value: state.z,
      shown: formatExact(state.z, locale),
      input: handlers.logit,
    })}
    ${slider({
      id: `y-${step}`,
      label: mathProse(gradient.label, setting),
      min: 0,
      max: 1,
      step: 0.05,
      value: state.y,
      shown: formatExact(state.y, locale),
      input: handlers.label,
    })}
  </div>`;
}

function slopeFigures({ setting, now }: GradientScene, upTo: number): TemplateResult {
  const { gradient, locale } = setting.text;
  const name = (words: string) => mathProse(words, setting);
  const value = (number: number) => formatValue(number, locale, 4);
  const rows = [
    { name: name(gradient.slopes.inP), value: value(now.at.slope), main: upTo === 0 },
    { name: name(gradient.slopes.ofP), value: value(now.slopeOfP), main: upTo === 1 },
    { name: name(gradient.slopes.inZ), value: value(now.at.slopeInLogit), main: upTo === 2 },
  ];
  return figures([
    { name: name(gradient.probability), value: shownProbability(now.at, locale) },
    ...rows.slice(0, upTo + 1),
  ]);
}

function slopePicture({ setting, state, now, slopes }: GradientScene): TemplateResult {
  const { gradient, locale } = setting.text;
  const number = (value: number) => formatExact(value, locale);
  const value = (slope: number) => formatValue(slope, locale);
  const { slopeInLogit, squaredErrorSlope, xPx } = now.at;
  const words = gradient.slopePicture({
    z: number(state.z),
    y: number(state.y),
    slope: value(slopeInLogit),
    squared: value(squaredErrorSlope),
  });
  return html`<figure class="graph" aria-label=${words}>
    ${chartView({
      view: SLOPES,
      xTicks: slopes.xTicks,
      yTicks: slopes.yTicks,
      xWords: number,
      yWords: number,
      xName: mathProse(gradient.axes.logit, setting),
      yName: mathProse(gradient.axes.slope, setting),
      curves: [
        { name: 'double', runs: slopes.squared },
        { name: 'chosen', runs: slopes.cross },
      ],
      points: [
        { xPx, yPx: heightOf(slopeInLogit), name: 'main' },
        { xPx, yPx: heightOf(squaredErrorSlope), name: 'other' },
      ],
    })}
    ${legend([
      { name: 'chosen', words: mathProse(gradient.lines.cross, setting) },
      { name: 'double', words: mathProse(gradient.lines.squared, setting) },
    ])}
    ${figures([
      { name: mathProse(gradient.slopes.inZ, setting), value: value(slopeInLogit), main: true },
      { name: mathProse(gradient.slopes.squared, setting), value: value(squaredErrorSlope) },
    ])}
  </figure>`;
}

/** Where a slope is in the picture, which is only layout. */
const heightOf = (slope: number): number => ((SLOPES.yHigh - slope) / (SLOPES.yHigh - SLOPES.yLow)) * SLOPES.heightPx;

/** 10⁻⁵ on an axis of powers. */
const powerWords = (exponent: number, locale: string): string =>
  formatValue(tenTo(exponent), locale).replace(/^1 × /, '');

function checkControls({ setting, state, typed, handlers }: GradientScene, step: number): TemplateResult {
  const { gradient, locale } = setting.text;
  return html`<div class="live">
    <div class="controls-row">
      ${slider({
        id: `h-${step}`,
        label: mathProse(gradient.step, setting),
        min: SMALLEST,
        max: LARGEST,
        step: 1,
        value: powerOf(state.step),
        shown: formatExact(state.step, locale),
        input: (power) => handlers.step(tenTo(power)),
      })}
      ${entry({
        id: `typed-${step}`,
        label: gradient.typed,
        text: typed ?? formatExact(state.step, locale),
        fault: typed === undefined ? undefined : gradient.typedFault,
        change: handlers.type,
      })}
      ${choice(
        `kind-${step}`,
        gradient.kind,
        (['forward', 'central'] as const).map((name) => ({ name, words: gradient.kinds[name] })),
        state.kind,
        handlers.kind,
      )}
    </div>
  </div>`;
}

function errorPicture({ setting, state, now, errors }: GradientScene): TemplateResult {
  const { gradient, locale } = setting.text;
  const { kind } = state;
  const { xPx, yPx, error } = now[kind];
  const words = gradient.errorPicture({
    step: formatExact(state.step, locale),
    kind: gradient.kinds[kind],
    error: formatValue(error, locale),
  });
  const power = (exponent: number) => powerWords(exponent, locale);
  return html`<figure class="graph powers" aria-label=${words}>
    ${chartView({
      view: ERRORS,
      xTicks: errors.xTicks,
      yTicks: errors.yTicks,
      xWords: power,
      yWords: power,
      xName: mathProse(gradient.axes.step, setting),
      yName: mathProse(gradient.axes.error, setting),
      curves: [
        { name: kind === 'forward' ? 'chosen' : 'double', runs: errors.forward },
        { name: kind === 'central' ? 'chosen' : 'double', runs: errors.central },
      ],
      // An error of exactly 0 has no place among powers of ten; it is set at the bottom.
      points: [{ xPx, yPx: Math.min(yPx, ERRORS.heightPx), name: 'main' }],
    })}
    ${legend(
      (['forward', 'central'] as const).map((name) => ({
        name: name === kind ? 'chosen' : 'double',
        words: mathProse(gradient.lines[name], setting),
      })),
    )}
  </figure>`;
}

function checkTable(scene: GradientScene): TemplateResult {
  const { setting, state, now } = scene;
  const { gradient, locale } = setting.text;
  const { kind } = state;
  const d = now[kind];
  const all = (value: number) => formatValue(value, locale, ALL_FIGURES);
  const row = (name: string, value: string, look = '') =>
    html`<tr class=${look}>
      <th scope="row">${named(name, setting)}</th>
      <td dir="ltr">${value}</td>
    </tr>`;
  return html`<table class="figures-table">
      <caption>
        ${gradient.table}
      </caption>
      <tbody>
        ${row(gradient.rows.ahead, all(d.ahead))} ${row(gradient.rows[kind], all(d.behind))}
        ${row(gradient.rows.change, all(d.change))} ${row(gradient.rows.quotient, all(d.quotient), 'sum')}
        ${row(gradient.rows.slope, all(d.slope))} ${row(gradient.rows.error, formatValue(d.error, locale), 'sum')}
      </tbody>
    </table>
    <p class="told">${mathProse(gradient.states[d.cause], setting)}</p>`;
}

/** What stands at a step, counted from 0; nothing at the task. */
export function gradientScene(scene: GradientScene, step: number): unknown {
  switch (step) {
    case 0:
    case 1:
    case 2:
      return html`<div class="scene">${point(scene, step)} ${slopeFigures(scene, step)}</div>`;
    case 3:
      return html`<div class="scene">${slopePicture(scene)} ${point(scene, step)}</div>`;
    case 4:
    case 5:
      return html`<div class="scene">
        ${errorPicture(scene)} ${checkControls(scene, step)} ${step === 4 ? checkTable(scene) : nothing}
        ${point(scene, step)}
      </div>`;
    default:
      return nothing;
  }
}
