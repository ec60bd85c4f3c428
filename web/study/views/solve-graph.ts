/** The graph beside a solution: the two curves, and on them what the last line says. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { PointReading, View } from '../../../wasm/contract/core.js';
import type { Rule } from '../../../wasm/contract/study/study.js';
import { pathOf } from '../../views/marks.js';
import { formatExact, formatValue } from '../../views/numbers.js';
import { prose } from '../../views/prose.js';
import type { SolveText } from '../content/solve.js';
import { marksOf, type Mark, type SolveGraph } from '../state/solve-graph.js';
import type { WalkthroughState } from '../state/walkthrough.js';
import type { StudySetting } from './said.js';

type SolveSetting = StudySetting<{ solve: SolveText }>;

const share = (px: number, of: number): string => `${((100 * px) / of).toFixed(3)}%`;

/** What does not change from line to line of one solution. */
function still(graph: SolveGraph, locale: string): TemplateResult {
  const { view, hard, xTicks, yTicks } = graph;
  return svg`<g class="grid">
      ${xTicks.map(({ px }) => svg`<line x1=${share(px, view.widthPx)} x2=${share(px, view.widthPx)} y1="0" y2="100%"></line>`)}
      ${yTicks.map(({ px }) => svg`<line y1=${share(px, view.heightPx)} y2=${share(px, view.heightPx)} x1="0" x2="100%"></line>`)}
    </g>
    <g class="scale">
      ${xTicks.map(
        ({ px, value }) =>
          svg`<text x=${share(px, view.widthPx)} y="100%" dy="20" text-anchor="middle">${formatExact(value, locale)}</text>`,
      )}
      ${yTicks.map(
        ({ px, value }) =>
          svg`<text x="0" y=${share(px, view.heightPx)} dx="-9" dy="5" text-anchor="end">${formatValue(value, locale)}</text>`,
      )}
    </g>
    <svg class="curves" viewBox="0 0 ${view.widthPx} ${view.heightPx}" preserveAspectRatio="none">
      ${hard.map((runs, y) => svg`<path class="curve outcome-${y}" d=${pathOf(runs)}></path>`)}
      <path class="curve chosen" d=${pathOf(graph.chosen)}></path>
    </svg>`;
}

/** The names of the two curves, in the corners that they rise to, with their weights once those are known. */
function names({ weights }: SolveGraph, weighed: boolean, setting: SolveSetting): TemplateResult {
  const { solve, locale } = setting.text;
  const name = (y: 0 | 1) => {
    const words = `y = ${formatExact(y, locale)}`;
    return weighed ? solve.graph.weighed({ name: words, weight: formatExact(weights[y], locale) }) : words;
  };
  return svg`<text class="name outcome-1" x="7%" y="8%">${name(1)}</text>
    <text class="name outcome-0" x="93%" y="8%" text-anchor="end">${name(0)}</text>`;
}

/** A point above the frame is at its edge, with an arrow; the arrow of one beside it is the axis’ own. */
const beyond = ({ inFrame, yPx }: PointReading, x: string): unknown =>
  !inFrame && yPx <= 0 ? svg`<svg class="arrow" x=${x}><path d="M-6 -13L0 -21L6 -13"></path></svg>` : nothing;

/** Each mark on the picture. */
const MARKED: Readonly<Record<Mark, (graph: SolveGraph, state: WalkthroughState, setting: SolveSetting) => unknown>> = {
  point: ({ at, view }) => {
    const [x, y] = [share(at.xPx, view.widthPx), share(at.yPx, view.heightPx)];
    return svg`${beyond(at, x)}<line class="drop" x1=${x} x2=${x} y1=${y} y2="100%"></line>
      <circle class="halo" cx=${x} cy=${y} r="15"></circle>
      <circle class="dot" cx=${x} cy=${y} r="7"></circle>`;
  },
  // In the names of the curves, and in how they are drawn.
  weights: () => nothing,
  away: () => nothing,
  curve: () => nothing,
  place: ({ at, view }) => {
    const x = share(at.xPx, view.widthPx);
    return svg`<line class="place" x1=${x} x2=${x} y1="96%" y2="100%"></line>
      <circle class="foot" cx=${x} cy="100%" r="5"></circle>`;
  },
  rest: ({ at, view }) => {
    const x = share(at.xPx, view.widthPx);
    return svg`<line class="rest" x1=${x} x2="100%" y1="100%" y2="100%"></line>`;
  },
  heights: ({ outcomes, view, weights }) =>
    ([0, 1] as const).filter((y) => weights[y] !== 0).map((y) => heightView(outcomes[y], view)),
  between: ({ outcomes: [zero, one], view }) => {
    const x = share(one.xPx, view.widthPx);
    return svg`<line class="between" x1=${x} x2=${x} y1=${share(zero.yPx, view.heightPx)} y2=${share(one.yPx, view.heightPx)}></line>`;
  },
  loss: ({ at, view }, _, { text: { locale } }) => {
    const [x, y] = [share(at.xPx, view.widthPx), share(at.yPx, view.heightPx)];
    const words = `L = ${formatValue(at.loss, locale, 3, 'measured')}`;
    // At the top stand the names of the curves, and there is room between them.
    const top = at.yPx < view.heightPx * 0.2;
    return svg`<line class="drop loss" x1="0" x2=${x} y1=${y} y2=${y}></line>
      <text class="name chosen" x=${top ? '50%' : '1.5%'} y=${y} dy=${top ? 20 : -8} text-anchor=${top ? 'middle' : 'start'}>${words}</text>`;
  },
};

const heightView = ({ xPx, yPx }: PointReading, view: View): TemplateResult => {
  const [x, y] = [share(xPx, view.widthPx), share(yPx, view.heightPx)];
  return svg`<line class="height" x1=${x} x2=${x} y1=${y} y2="100%"></line>
    <line class="height across" x1=${x} x2="0" y1=${y} y2=${y}></line>
    <circle class="end" cx=${x} cy=${y} r="5"></circle>`;
};

/** The numbers that the sentences have. */
function numbersOf(graph: SolveGraph, { label, given, at }: WalkthroughState, locale: string, infinity: string) {
  const value = (number: number) => (number === Infinity ? infinity : formatValue(number, locale, 3, 'measured'));
  const [zero, one] = graph.outcomes;
  return {
    y: formatExact(label, locale),
    letter: given === 'logit' ? '`z`' : '`p`',
    at: formatExact(at, locale),
    loss: value(graph.at.loss),
    one: value(one.loss),
    zero: value(zero.loss),
    soft: label !== 0 && label !== 1,
    infinite: graph.at.loss === Infinity,
    inFrame: graph.at.inFrame,
  };
}

/** The graph once `rules` have been applied; the words under it say what the last of them marks. */
export function solveGraphView(
  setting: SolveSetting,
  state: WalkthroughState,
  graph: SolveGraph,
  rules: readonly Rule[],
): TemplateResult {
  const { solve, locale, infinity } = setting.text;
  const marks = marksOf(rules);
  const last = rules.at(-1);
  const now = last && marksOf([last])[0];
  const says = last ? solve.graph.says[last] : solve.graph.says.formula;
  const { label } = state;
  const soft = label !== 0 && label !== 1;
  const classes = [
    'worked',
    setting.live ? '' : 'later-marks',
    soft ? 'soft' : `label-${label}`,
    ...marks.map((mark) => `has-${mark}`),
  ];
  return html`<figure class="graph beside-lines">
    <p class="axis axis-y">${prose(solve.graph.yAxis, setting)}</p>
    <div class="plot">
      <svg class=${`picture ${classes.join(' ')}`} aria-hidden="true">
        ${guard([graph, locale], () => still(graph, locale))} ${names(graph, marks.includes('weights'), setting)}
        <g class="marks">
          ${[...marks.filter((mark) => mark !== 'point'), ...marks.filter((mark) => mark === 'point')].map((mark) => svg`<g class=${mark === now ? 'now' : ''}>${MARKED[mark](graph, state, setting)}</g>`)}
        </g>
      </svg>
    </div>
    <p class="axis axis-x">${prose(solve.graph.xAxis[graph.axis], setting)}</p>
    <figcaption>${prose(says(numbersOf(graph, state, locale, infinity)), setting)}</figcaption>
  </figure>`;
}
