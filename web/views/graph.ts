/** The loss graph: two curves, the learner's point, its readings and the controls that move it. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PointReading, Runs, Tick } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';
import { STEP, VIEW, type GraphState } from '../state/graph.js';
import { formatExact, formatValue, speakValue } from './numbers.js';
import { formulaView, prose, type Setting } from './prose.js';

/** What does not change while the point moves. */
export interface Scenery {
  curves: readonly [negative: string, positive: string];
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

export interface GraphHandlers {
  label(y: number): void;
  slide(event: Event): void;
  key(event: KeyboardEvent): void;
  press(event: PointerEvent): void;
  drag(event: PointerEvent): void;
  /** The browser took the touch for itself, to scroll. */
  cancel(): void;
}

const percentX = (px: number): string => `${((100 * px) / VIEW.widthPx).toFixed(3)}%`;
const percentY = (px: number): string => `${((100 * px) / VIEW.heightPx).toFixed(3)}%`;

const path = (runs: Runs): string =>
  runs
    .map((run) => {
      let d = '';
      for (let i = 0; i < run.length; i += 2) d += `${i ? 'L' : 'M'}${run[i]?.toFixed(1)} ${run[i + 1]?.toFixed(1)}`;
      return d;
    })
    .join('');

const curve = (core: Setting['core'], y: number): string =>
  path(valueOf(core.lossCurve('cross_entropy', y, 'probability', VIEW)));

export const scenery = ({ core }: Setting): Scenery => ({
  curves: [curve(core, 0), curve(core, 1)],
  xTicks: valueOf(core.ticks('x', VIEW, 5)),
  yTicks: valueOf(core.ticks('y', VIEW, 6)),
});

export const reading = ({ core }: Setting, { y, p }: GraphState): PointReading =>
  valueOf(core.readPoint(y, 'probability', p, 'probability', VIEW));

/** The state in one sentence. */
export function sentence({ text, core }: Setting, { y, p }: GraphState, loss: number): string {
  const words = { y: formatExact(y, text.locale), p: formatExact(p, text.locale) };
  if (loss === Infinity) return text.graph.sentenceInfinite(words);
  if (loss === 0) return text.graph.sentenceZero(words);
  const truth = formatExact(valueOf(core.evaluate(y === 1 ? `${p}` : `1 - ${p}`)), text.locale);
  return text.graph.sentence({ ...words, truth, loss: formatValue(loss, text.locale) });
}

/** Text at a place in the frame, moved off it by whole pixels. */
const mark = (x: string, y: string, dx: number, dy: number, anchor: string, name: string, words: string) =>
  svg`<text class=${name} x=${x} y=${y} dx=${dx} dy=${dy} text-anchor=${anchor}>${words}</text>`;

function picture(setting: Setting, fixed: Scenery, state: GraphState, point: PointReading): TemplateResult {
  const { locale } = setting.text;
  const x = percentX(point.xPx);
  const y = percentY(point.yPx);
  const value = formatExact;
  return html`<svg class="picture" aria-hidden="true">
    <g class="grid">
      ${fixed.xTicks.map((tick) => svg`<line x1=${percentX(tick.px)} x2=${percentX(tick.px)} y1="0" y2="100%"></line>`)}
      ${fixed.yTicks.map((tick) => svg`<line y1=${percentY(tick.px)} y2=${percentY(tick.px)} x1="0" x2="100%"></line>`)}
    </g>
    <g class="scale">
      ${fixed.xTicks.map((tick) => mark(percentX(tick.px), '100%', 0, 20, 'middle', '', value(tick.value, locale)))}
      ${fixed.yTicks.map((tick) => mark('0', percentY(tick.px), -9, 5, 'end', '', value(tick.value, locale)))}
    </g>
    <svg class="curves" viewBox="0 0 ${VIEW.widthPx} ${VIEW.heightPx}" preserveAspectRatio="none">
      <path class="curve ${state.y === 0 ? 'chosen' : ''}" d=${fixed.curves[0]}></path>
      <path class="curve ${state.y === 1 ? 'chosen' : ''}" d=${fixed.curves[1]}></path>
    </svg>
    ${mark('4%', '9%', 0, 0, 'start', `name ${state.y === 1 ? 'chosen' : ''}`, `y = ${value(1, locale)}`)}
    ${mark('96%', '9%', 0, 0, 'end', `name ${state.y === 0 ? 'chosen' : ''}`, `y = ${value(0, locale)}`)}
    <g class="point">
      <line class="drop" x1=${x} x2=${x} y1=${y} y2="100%"></line>
      <line class="drop" x1="0" x2=${x} y1=${y} y2=${y}></line>
      <circle class="halo" cx=${x} cy=${y} r="17"></circle>
      <circle class="dot" cx=${x} cy=${y} r="8"></circle>
      <svg class="arrow" x=${x} y="0" visibility=${point.inFrame ? 'hidden' : 'visible'}>
        <path d="M-6 -13L0 -21L6 -13"></path>
      </svg>
    </g>
  </svg>`;
}

export function graphView(
  setting: Setting,
  fixed: Scenery,
  state: GraphState,
  handlers: GraphHandlers,
): TemplateResult {
  const { text } = setting;
  const { locale } = text;
  const point = reading(setting, state);
  const words = sentence(setting, state, point.loss);
  const shown = { p: formatExact(state.p, locale), loss: formatValue(point.loss, locale) };
  const choice = (y: number, words: string) =>
    html`<label class="choice">
      <input type="radio" name="label" value=${y} ?checked=${state.y === y} @change=${() => handlers.label(y)} />
      <span>${formulaView(`y = ${y}`, setting)} <small>${words}</small></span>
    </label>`;

  return html`<figure class="graph" part="graph" aria-label=${text.headings.graph}>
    <fieldset class="choices live">
      <legend>${prose(text.graph.labelLegend, setting)}</legend>
      ${choice(1, text.graph.happened)} ${choice(0, text.graph.didNotHappen)}
    </fieldset>
    <div class="axis axis-y">${prose(text.graph.yAxis, setting)}</div>
    <div
      class="plot"
      dir="ltr"
      @pointerdown=${handlers.press}
      @pointermove=${handlers.drag}
      @pointerup=${handlers.drag}
      @pointercancel=${handlers.cancel}
    >
      ${picture(setting, fixed, state, point)}
    </div>
    <div class="axis axis-x">${prose(text.graph.xAxis, setting)}</div>
    <input
      class="slider live"
      part="slider"
      type="range"
      dir="ltr"
      min="0"
      max="1"
      step=${STEP}
      .value=${live(String(state.p))}
      aria-label=${text.graph.probability}
      aria-valuetext=${text.graph.valueText({ p: shown.p, loss: speakValue(point.loss, text) })}
      aria-describedby="keys"
      @input=${handlers.slide}
      @keydown=${handlers.key}
    />
    <dl class="readings" part="readings">
      <div>
        <dt>${formulaView('p', setting)}</dt>
        <dd>${shown.p}</dd>
      </div>
      <div class="main">
        <dt>${formulaView('L', setting)}</dt>
        <dd>
          ${shown.loss}${point.inFrame || point.loss === Infinity ? nothing : html` <small>${text.graph.aboveFrame}</small>`}
        </dd>
      </div>
    </dl>
    <figcaption class="sentence">${words}</figcaption>
    <p class="keys live" id="keys">${text.graph.keys}</p>
  </figure>`;
}
