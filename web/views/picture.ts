/**
 * The picture of the graph: frame, curves, marks and the point. What moves is a picture of its
 * own over the one that stays, so that a browser paints the curves once.
 */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import type { PointReading } from '../../wasm/contract/core.js';
import type { GraphState, Scenery } from '../state/graph.js';
import type { GraphText } from '../content/schema.js';
import { follow, type Followed } from './follow.js';
import { formatExact, formatValue } from './numbers.js';
import { labels, pathOf } from './marks.js';
import type { Setting } from './prose.js';

/** Where the point is: the state, and what core reads from it. */
export interface Place {
  state: GraphState;
  now: PointReading;
}

const share = (px: number, of: number): string => `${((100 * px) / of).toFixed(3)}%`;

const still = (setting: Setting<GraphText>, fixed: Scenery, state: GraphState): TemplateResult => {
  const { locale } = setting.text;
  const { view } = fixed;
  const x = (px: number) => share(px, view.widthPx);
  const y = (px: number) => share(px, view.heightPx);
  const soft = state.y !== 0 && state.y !== 1;
  const at = soft ? fixed.lowest : fixed.crossing;
  return html`<svg class="still-life">
    <g class="grid">
      ${fixed.xTicks.map((tick) => svg`<line x1=${x(tick.px)} x2=${x(tick.px)} y1="0" y2="100%"></line>`)}
      ${fixed.yTicks.map((tick) => svg`<line y1=${y(tick.px)} y2=${y(tick.px)} x1="0" x2="100%"></line>`)}
    </g>
    <g class="scale">
      ${fixed.xTicks.map(
        (tick) =>
          svg`<text x=${x(tick.px)} y="100%" dy="20" text-anchor="middle">${formatExact(tick.value, locale)}</text>`,
      )}
      ${fixed.yTicks.map(
        (tick) =>
          svg`<text x="0" y=${y(tick.px)} dx="-9" dy="5" text-anchor="end">${formatValue(tick.value, locale)}</text>`,
      )}
    </g>
    <svg class="curves" viewBox="0 0 ${view.widthPx} ${view.heightPx}" preserveAspectRatio="none">
      ${fixed.hard.map((runs, y) => svg`<path class="curve" data-part=${y === 1 ? 'positive' : 'negative'} d=${pathOf(runs)}></path>`)}
      ${fixed.overlays.map(({ name, runs }) => svg`<path class="curve overlay ${name}" d=${pathOf(runs)}></path>`)}
      <path class="curve chosen" data-part="L" d=${pathOf(fixed.chosen)}></path>
    </svg>
    <circle class="mark" cx=${x(at.xPx)} cy=${y(at.yPx)} r="4" visibility=${at.inFrame ? 'visible' : 'hidden'}></circle>
  </svg>`;
};

/** The names on the curves, which make way for the point where it comes to rest. */
const names = (setting: Setting<GraphText>, fixed: Scenery, { state, now }: Place): unknown => {
  const named = labels(setting, fixed, state, now);
  return guard(named, () =>
    named.map(
      (label) =>
        svg`<text class=${label.name} x="${(100 * label.x).toFixed(2)}%" y="${(100 * label.y).toFixed(2)}%" text-anchor=${label.anchor}>${label.words}</text>`,
    ),
  );
};

const point = ({ view }: Scenery, state: GraphState, now: PointReading): TemplateResult => {
  const x = share(now.xPx, view.widthPx);
  const y = share(now.yPx, view.heightPx);
  const [x0, y0, x1, y1] = now.tangent ?? [];
  return svg`${
    state.overlays.has('tangent') && x0 !== undefined && y0 !== undefined && x1 !== undefined && y1 !== undefined
      ? svg`<line class="tangent" x1=${share(x0, view.widthPx)} y1=${share(y0, view.heightPx)} x2=${share(x1, view.widthPx)} y2=${share(y1, view.heightPx)}></line>`
      : nothing
  }<line class="drop" data-part="p" x1=${x} x2=${x} y1=${y} y2="100%"></line>
    <line class="drop" data-part="L" x1="0" x2=${x} y1=${y} y2=${y}></line>
    <circle class="halo" cx=${x} cy=${y} r="17"></circle>
    <circle class="dot" cx=${x} cy=${y} r="8"></circle>
    ${!now.inFrame && now.yPx <= 0 ? svg`<svg class="arrow" x=${x}><path d="M-6 -13L0 -21L6 -13"></path></svg>` : nothing}`;
};

export const picture = (setting: Setting<GraphText>, fixed: Scenery, place: Followed<Place>): TemplateResult =>
  html`<svg class="picture" aria-hidden="true">
      ${guard([fixed, setting.text], () => still(setting, fixed, place.value.state))}
      ${names(setting, fixed, place.value)}
    </svg>
    <svg class="moving" aria-hidden="true">${follow(place, ({ state, now }) => point(fixed, state, now))}</svg>`;
