/** The scenes of the walkthrough of the entropy: areas, bars and a curve of the same three amounts, and the bets. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { Score, Scores } from '../../../wasm/contract/study/walks.js';
import { formatExact, formatValue } from '../../views/numbers.js';
import type { EntropyText } from '../content/entropy.js';
import { isOver, VIEW, type Amounts, type EntropyState, type Game, type LossPicture } from '../state/entropy.js';
import { chartView } from './chart.js';
import { figures, slider } from './controls.js';
import { mathProse } from './math-prose.js';
import type { StudySetting } from './said.js';

export type EntropySetting = StudySetting<{ entropy: EntropyText }>;

export interface EntropyHandlers {
  label(y: number): void;
  prediction(p: number): void;
  bet(p: number): void;
  place(): void;
  rest(): void;
  again(): void;
}

export interface EntropyScene {
  setting: EntropySetting;
  state: EntropyState;
  now: Amounts;
  picture: LossPicture;
  game: Game;
  scores: Scores | undefined;
  /** What each bet cost. */
  costs: readonly number[];
  handlers: EntropyHandlers;
}

const value = (number: number, { text }: EntropySetting): string => formatValue(number, text.locale, 3, 'measured');
const exact = (number: number, { text }: EntropySetting): string => formatExact(number, text.locale);

function controls({ setting, state, handlers }: EntropyScene, step: number, both: boolean): TemplateResult {
  const { entropy } = setting.text;
  const one = (id: string, label: string, now: number, input: (value: number) => void) =>
    slider({
      id,
      label: mathProse(label, setting),
      min: 0,
      max: 1,
      step: 0.01,
      value: now,
      shown: exact(now, setting),
      input,
    });
  return html`<div class="controls-row live">
    ${one(`y-${step}`, entropy.label, state.y, handlers.label)}
    ${both ? one(`p-${step}`, entropy.probability, state.p, handlers.prediction) : nothing}
  </div>`;
}

function amountsView({ setting, now }: EntropyScene, names: readonly (keyof EntropyText['amounts'])[]): TemplateResult {
  const { amounts } = setting.text.entropy;
  return figures(
    names.map((name, i) => ({
      name: mathProse(amounts[name], setting),
      value: value(now.at[name], setting),
      main: i === names.length - 1,
    })),
  );
}

const share = (part: number, of: number): string => `${((100 * part) / of).toFixed(3)}%`;

/** A column as wide as its result is probable; what is higher than the picture is cut off, with an arrow. */
function column(from: number, width: number, height: number, look: string): TemplateResult {
  const top = Math.max(0, VIEW.yHigh - height);
  const middle = share(from + width / 2, 1);
  return svg`<rect
      class="column ${look}"
      x=${share(from, 1)}
      width=${share(width, 1)}
      y=${share(top, VIEW.yHigh)}
      height=${share(VIEW.yHigh - top, VIEW.yHigh)}
    ></rect>${
      height > VIEW.yHigh && width > 0 && look === 'loss'
        ? svg`<svg class="arrow" x=${middle}><path d="M-6 -6L0 -14L6 -6"></path></svg>`
        : nothing
    }` as TemplateResult;
}

function areaPicture({ setting, state, now, picture }: EntropyScene, both: boolean): TemplateResult {
  const { entropy } = setting.text;
  const { y, p } = state;
  const words = entropy.areaPicture({
    y: exact(y, setting),
    p: exact(p, setting),
    entropy: value(now.at.entropy, setting),
    loss: both ? value(now.at.loss, setting) : undefined,
  });
  const columns = ([zero, one]: readonly [number, number], look: string) =>
    svg`${column(0, y, one, look)}${column(y, 1 - y, zero, look)}`;
  return html`<figure class="graph" aria-label=${words}>
    <div class="axis axis-y">${mathProse(entropy.axes.surprise, setting)}</div>
    <div class="plot" dir="ltr">
      <svg class="picture" aria-hidden="true">
        <g class="grid">
          ${picture.yTicks.map((tick) => svg`<line y1=${share(tick.px, VIEW.heightPx)} y2=${share(tick.px, VIEW.heightPx)} x1="0" x2="100%"></line>`)}
        </g>
        <g class="scale">
          ${picture.yTicks.map((tick) => svg`<text x="0" y=${share(tick.px, VIEW.heightPx)} dx="-9" dy="5" text-anchor="end">${exact(tick.value, setting)}</text>`)}
          ${y > 0 ? svg`<text x=${share(y / 2, 1)} y="100%" dy="20" text-anchor="middle">${entropy.results.one}</text>` : nothing}
          ${y < 1 ? svg`<text x=${share((1 + y) / 2, 1)} y="100%" dy="20" text-anchor="middle">${entropy.results.zero}</text>` : nothing}
        </g>
        ${both ? columns(now.believed, 'loss') : nothing} ${columns(now.own, both ? 'floor' : 'entropy')}
      </svg>
    </div>
    <div class="axis axis-x">${mathProse(entropy.axes.width, setting)}</div>
    ${
      both
        ? html`<ul class="legend">
            <li><span class="patch loss"></span>${mathProse(entropy.areas.loss, setting)}</li>
            <li><span class="patch floor"></span>${mathProse(entropy.areas.entropy, setting)}</li>
          </ul>`
        : nothing
    }
  </figure>`;
}

/** Nats that the bars have room for. */
const LONGEST = 3;

function bars({ setting, now }: EntropyScene): TemplateResult {
  const { entropy } = setting.text;
  const { entropy: floor, divergence, loss } = now.at;
  const words = entropy.barPicture({
    entropy: value(floor, setting),
    divergence: value(divergence, setting),
    loss: value(loss, setting),
  });
  const bar = (from: number, length: number, row: number, look: string) =>
    svg`<rect class="bar ${look}" x=${share(Math.min(from, LONGEST), LONGEST)} y=${40 * row} height="30" width=${share(Math.max(0, Math.min(from + length, LONGEST) - from), LONGEST)}></rect>`;
  return html`<figure class="graph" aria-label=${words}>
    <svg class="bars" aria-hidden="true">
      ${bar(0, floor, 0, 'entropy')}${bar(floor, divergence, 0, 'divergence')}${bar(0, loss, 1, 'loss')}
      ${loss > LONGEST ? svg`<text class="beyond" x="100%" y="61" dx="-8" text-anchor="end">${loss === Infinity ? '∞' : '→'}</text>` : nothing}
    </svg>
    <ul class="legend">
      <li><span class="patch entropy"></span>${mathProse(entropy.amounts.entropy, setting)}</li>
      <li><span class="patch divergence"></span>${mathProse(entropy.amounts.divergence, setting)}</li>
      <li><span class="patch loss"></span>${mathProse(entropy.amounts.loss, setting)}</li>
    </ul>
  </figure>`;
}

function curve({ setting, state, now, picture }: EntropyScene): TemplateResult {
  const { entropy } = setting.text;
  const floor = value(now.at.entropy, setting);
  const words = entropy.curvePicture({
    y: exact(state.y, setting),
    p: exact(state.p, setting),
    entropy: floor,
    loss: value(now.at.loss, setting),
  });
  const number = (tick: number) => exact(tick, setting);
  return html`<figure class="graph" aria-label=${words}>
    ${chartView({
      view: VIEW,
      xTicks: picture.xTicks,
      yTicks: picture.yTicks,
      xWords: number,
      yWords: number,
      xName: mathProse(entropy.axes.probability, setting),
      yName: mathProse(entropy.axes.loss, setting),
      curves: [{ name: 'chosen', runs: picture.loss }],
      levels: [{ px: picture.least.yPx, words: entropy.floor(floor) }],
      points: [
        { xPx: picture.least.xPx, yPx: picture.least.yPx, name: 'other' },
        { xPx: now.at.xPx, yPx: now.at.yPx, name: 'main' },
      ],
    })}
  </figure>`;
}

function note({ setting, state, now }: EntropyScene): TemplateResult {
  const { entropy } = setting.text;
  const words = now.at.loss === Infinity ? entropy.endless : state.p === state.y ? entropy.zero : undefined;
  return html`<p class="told">${words ? mathProse(words, setting) : nothing}</p>`;
}

function scoreTable({ setting, game, scores }: EntropyScene): TemplateResult | typeof nothing {
  const { bets } = setting.text.entropy;
  if (!scores) return nothing;
  const row = (name: string, bet: string, score: Score) =>
    html`<tr>
      <th scope="row">${name}</th>
      <td>${bet}</td>
      <td class=${score.logLoss === Infinity ? 'broken' : ''}>${value(score.logLoss, setting)}</td>
      <td>${value(score.brier, setting)}</td>
    </tr>`;
  return html`<table class="figures-table">
      <caption>
        ${bets.table}
      </caption>
      <thead>
        <tr>
          <th scope="col">${bets.columns.bettor}</th>
          <th scope="col">${bets.columns.bet}</th>
          <th scope="col">${bets.columns.logLoss}</th>
          <th scope="col">${bets.columns.brier}</th>
        </tr>
      </thead>
      <tbody>
        ${row(bets.rows.own, bets.various, scores.own)}
        ${isOver(game) ? row(bets.rows.best, value(scores.share, setting), scores.best) : nothing}
        ${row(bets.rows.half, exact(0.5, setting), scores.half)}
      </tbody>
    </table>
    ${scores.ruined > 0 ? html`<p class="told">${bets.ruined(exact(scores.ruined, setting))}</p>` : nothing}`;
}

/** Fifths of [0, 1], for the names of the rows alone. */
const FIFTHS = [0, 0.2, 0.4, 0.6, 0.8, 1] as const;

function calibration({ setting, scores }: EntropyScene): TemplateResult | typeof nothing {
  const { bets } = setting.text.entropy;
  if (!scores) return nothing;
  return html`<table class="figures-table">
      <caption>
        ${bets.calibration}
      </caption>
      <thead>
        <tr>
          <th scope="col">${bets.bins.range}</th>
          <th scope="col">${bets.bins.count}</th>
          <th scope="col">${bets.bins.bet}</th>
          <th scope="col">${bets.bins.share}</th>
        </tr>
      </thead>
      <tbody>
        ${scores.bins.map((bin, i) =>
          bin.count === 0
            ? nothing
            : html`<tr>
                <th scope="row">${bets.bin(exact(FIFTHS[i] ?? 0, setting), exact(FIFTHS[i + 1] ?? 1, setting))}</th>
                <td>${exact(bin.count, setting)}</td>
                <td>${value(bin.meanBet, setting)}</td>
                <td>${value(bin.share, setting)}</td>
              </tr>`,
        )}
      </tbody>
    </table>
    <p class="told">${mathProse(bets.calibrationNote, setting)}</p>`;
}

function events({ setting, game, costs }: EntropyScene): TemplateResult | typeof nothing {
  const { bets: words } = setting.text.entropy;
  if (game.bets.length === 0) return nothing;
  return html`<ol class="events" aria-label=${words.events}>
    ${game.bets.map((bet, i) => {
      const outcome = exact(game.source.outcomes[i] ?? 0, setting);
      return html`<li class=${outcome === '1' ? 'one' : ''}>
        <span aria-hidden="true"><small dir="ltr">${exact(bet, setting)}</small><b>${outcome}</b></span
        ><span class="unseen"
          >${words.event(exact(i + 1, setting), exact(bet, setting), outcome, value(costs[i] ?? 0, setting))}</span
        >
      </li>`;
    })}
  </ol>`;
}

function betting(scene: EntropyScene): TemplateResult {
  const { setting, game, scores, costs, handlers } = scene;
  const { bets } = setting.text.entropy;
  const over = isOver(game);
  const count = game.bets.length;
  const last = game.bets.at(-1);
  return html`<div class="bets">
    <h4 id="bets" tabindex="-1">${bets.heading}</h4>
    <p>${bets.source(exact(game.seed, setting))}</p>
    ${
      over
        ? nothing
        : html`<p class="turn">
              <b>${bets.next(exact(count + 1, setting), exact(game.source.outcomes.length, setting))}</b>
            </p>
            <div class="controls-row live">
              ${slider({
                id: 'bet',
                label: mathProse(bets.bet, setting),
                min: 0,
                max: 1,
                step: 0.01,
                value: game.bet,
                shown: exact(game.bet, setting),
                input: handlers.bet,
              })}
            </div>`
    }
    <div class="buttons live">
      ${
        over
          ? html`<button type="button" id="again" @click=${handlers.again}>${bets.again}</button>`
          : html`<button type="button" @click=${handlers.place}>${bets.place}</button>
              <button type="button" class="quiet" @click=${handlers.rest}>${bets.rest}</button>`
      }
    </div>
    <p class="told" role="status">
      ${
        last === undefined
          ? nothing
          : over
            ? bets.over(exact(game.source.rate, setting), value(scores?.share ?? 0, setting))
            : bets.last(
                exact(last, setting),
                exact(game.source.outcomes[count - 1] ?? 0, setting),
                value(costs.at(-1) ?? 0, setting),
              )
      }
    </p>
    ${events(scene)} ${scoreTable(scene)} ${over ? calibration(scene) : nothing}
  </div>`;
}

/** What stands at a step, counted from 0; nothing at the task. */
export function entropyScene(scene: EntropyScene, step: number): unknown {
  switch (step) {
    case 0:
      return html`<div class="scene">
        ${areaPicture(scene, false)} ${controls(scene, step, false)} ${amountsView(scene, ['entropy'])}
      </div>`;
    case 1:
      return html`<div class="scene">
        ${areaPicture(scene, true)} ${controls(scene, step, true)} ${amountsView(scene, ['entropy', 'loss'])}
        ${note(scene)}
      </div>`;
    case 2:
      return html`<div class="scene">
        ${bars(scene)} ${controls(scene, step, true)} ${amountsView(scene, ['entropy', 'divergence', 'loss'])}
        ${note(scene)}
      </div>`;
    case 3:
      return html`<div class="scene">
        ${curve(scene)} ${controls(scene, step, true)} ${amountsView(scene, ['entropy', 'loss', 'divergence'])}
        ${note(scene)}
      </div>`;
    case 4:
      return html`<div class="scene">${betting(scene)}</div>`;
    default:
      return nothing;
  }
}
