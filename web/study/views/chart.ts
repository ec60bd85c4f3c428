/** A chart of curves on two axes, with a point to look at; what it shows has to be said in words or a table as well. */
import { html, svg, type TemplateResult } from 'lit';
import type { Runs, Tick, View } from '../../../wasm/contract/core.js';
import { pathOf } from '../../views/marks.js';

export interface Curve {
  /** For the look of its line. */
  name: string;
  runs: Runs;
}

/** A level line, with a word on it. */
export interface Level {
  px: number;
  words: string;
}

export interface Chart {
  view: View;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  xWords(value: number): string;
  yWords(value: number): string;
  /** What the axes are called. */
  xName: unknown;
  yName: unknown;
  curves: readonly Curve[];
  levels?: readonly Level[];
  /** The main one has a line down to the axis. */
  points?: readonly Readonly<{ xPx: number; yPx: number; name: 'main' | 'other' }>[];
}

const share = (px: number, of: number): string => `${((100 * px) / of).toFixed(3)}%`;

export function chartView(chart: Chart): TemplateResult {
  const { view } = chart;
  const x = (px: number) => share(px, view.widthPx);
  const y = (px: number) => share(px, view.heightPx);
  const inside = chart.points?.filter(
    ({ xPx, yPx }) => xPx >= 0 && xPx <= view.widthPx && yPx >= 0 && yPx <= view.heightPx,
  );
  return html`<div class="axis axis-y">${chart.yName}</div>
    <div class="plot" dir="ltr">
      <svg class="picture" aria-hidden="true">
        <g class="grid">
          ${chart.xTicks.map((tick) => svg`<line x1=${x(tick.px)} x2=${x(tick.px)} y1="0" y2="100%"></line>`)}
          ${chart.yTicks.map((tick) => svg`<line y1=${y(tick.px)} y2=${y(tick.px)} x1="0" x2="100%"></line>`)}
        </g>
        <g class="scale">
          ${chart.xTicks.map((tick) => svg`<text x=${x(tick.px)} y="100%" dy="20" text-anchor="middle">${chart.xWords(tick.value)}</text>`)}
          ${chart.yTicks.map((tick) => svg`<text x="0" y=${y(tick.px)} dx="-9" dy="5" text-anchor="end">${chart.yWords(tick.value)}</text>`)}
        </g>
        <svg class="curves" viewBox="0 0 ${view.widthPx} ${view.heightPx}" preserveAspectRatio="none">
          ${chart.curves.map(({ name, runs }) => svg`<path class="curve ${name}" d=${pathOf(runs)}></path>`)}
        </svg>
        ${chart.levels?.map(
          (level) =>
            svg`<line class="drop" x1="0" x2="100%" y1=${y(level.px)} y2=${y(level.px)}></line>
              <text class="name" x="99%" y=${y(level.px)} dy="-7" text-anchor="end">${level.words}</text>`,
        )}
        ${inside?.map(({ xPx, yPx, name }) =>
          name === 'main'
            ? svg`<line class="drop" x1=${x(xPx)} x2=${x(xPx)} y1=${y(yPx)} y2="100%"></line>
                <circle class="halo" cx=${x(xPx)} cy=${y(yPx)} r="15"></circle>
                <circle class="dot" cx=${x(xPx)} cy=${y(yPx)} r="7"></circle>`
            : svg`<circle class="mark" cx=${x(xPx)} cy=${y(yPx)} r="5"></circle>`,
        )}
      </svg>
    </div>
    <div class="axis axis-x">${chart.xName}</div>`;
}

/** What each line of a chart is. */
export const legend = (lines: readonly Readonly<{ name: string; words: unknown }>[]): TemplateResult =>
  html`<ul class="legend">
    ${lines.map(
      ({ name, words }) =>
        html`<li>
          <svg class="line" aria-hidden="true" viewBox="0 0 32 8"><path class="curve ${name}" d="M1 4H31"></path></svg
          >${words}
        </li>`,
    )}
  </ul>`;
