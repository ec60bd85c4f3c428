/** The loss graph: the picture, the controls that move it, and what is said about it. */
import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import type { PointReading } from '../../wasm/contract/core.js';
import { OVERLAYS, viewOf, type GraphState, type Scenery } from '../state/graph.js';
import type { GraphText, Overlay } from '../content/schema.js';
import { formatLoss } from './marks.js';
import { formatExact, speakValue } from './numbers.js';
import { follow, type Followed } from './follow.js';
import { picture, type Place } from './picture.js';
import { formulaView, prose, type Setting } from './prose.js';
import { beside, readings, shownProbability, valueTable, type Entry, type ReadingHandlers } from './readings.js';

export interface GraphHandlers extends ReadingHandlers {
  label(y: number): void;
  softLabel(event: Event): void;
  axis(axis: GraphState['axis']): void;
  unit(unit: GraphState['unit']): void;
  overlay(overlay: Overlay, on: boolean): void;
  sound(on: boolean): void;
  slide(event: Event): void;
  key(event: KeyboardEvent): void;
  /** Pressing the picture would take the focus from the slider that it has just been given to. */
  keepFocus(event: Event): void;
  press(event: PointerEvent): void;
  drag(event: PointerEvent): void;
  /** The browser took the touch for itself, to scroll. */
  cancel(event: PointerEvent): void;
  copyLink(): void;
  save(format: 'svg' | 'png'): void;
}

/**
 * What the graph shows beside its state. Where nothing is said nothing is drawn: an empty text that
 * was prerendered leaves no text node for Lit to fill later.
 */
export interface GraphExtras {
  entry: Entry | undefined;
  sound: boolean;
  /** Whether links to a state of this page can be opened again. */
  linkable: boolean;
  /** What became of the last request to copy or save. */
  said: string;
  /** What a screen reader hears, once the learner has stopped. */
  announced: string;
}

/** Slopes of the curve as it is seen, in heights of the frame over its width, that are still called gentle, and not yet steep. */
const GENTLE = 0.2;
const STEEP = 1;

/** The state in one sentence. */
export function sentence(setting: Setting<GraphText>, state: GraphState, now: PointReading): string {
  const { text } = setting;
  const y = formatExact(state.y, text.locale);
  const p = shownProbability(now, text.locale);
  if (now.loss === Infinity) return text.graph.sentenceInfinite({ y, p });
  if (now.loss === 0 && now.complement * now.probability === 0) return text.graph.sentenceZero({ y, p });
  const { xLow, xHigh, yHigh } = viewOf(state);
  const slope = state.axis === 'probability' ? now.slope : now.slopeInLogit;
  const size = Math.abs(slope) * ((xHigh - xLow) / yHigh);
  const word = size < GENTLE ? 'gently' : size < STEEP ? 'clearly' : 'steeply';
  const trend = text.graph.trends[slope === 0 ? 'flat' : (`${word}_${slope > 0 ? 'up' : 'down'}` as const)];
  const amounts = { loss: formatLoss(setting, state, now.loss), unit: text.graph.units[state.unit], trend };
  if (state.y === 0 || state.y === 1) return text.graph.sentence({ y, p, ...amounts });
  return text.graph.sentenceSoft({
    y,
    p,
    ...amounts,
    entropy: formatLoss(setting, state, now.entropy),
    divergence: formatLoss(setting, state, now.divergence),
  });
}

/** What the slider is set to. */
const onSlider = ({ state, now }: Place): string => {
  const { xLow, xHigh } = viewOf(state);
  return String(state.axis === 'probability' ? now.probability : Math.min(xHigh, Math.max(xLow, now.logit)));
};

/** What the slider says of itself. */
function spoken(setting: Setting<GraphText>, state: GraphState, now: PointReading): string {
  const { text } = setting;
  const at = state.axis === 'probability' ? shownProbability(now, text.locale) : speakValue(now.logit, text);
  const loss = now.loss === Infinity ? text.infinity : formatLoss(setting, state, now.loss);
  return text.graph.valueText[state.axis]({ at, loss });
}

function controls(setting: Setting<GraphText>, state: GraphState, handlers: GraphHandlers): TemplateResult {
  const { graph, locale } = setting.text;
  const hard = (y: number, words: string) =>
    html`<label class="choice" data-part="y">
      <input
        type="radio"
        name="label"
        value=${y}
        aria-label="y = ${y} ${words}"
        ?checked=${state.y === y}
        @change=${() => handlers.label(y)}
      />
      <span>${formulaView(`y = ${y}`, setting)} <small>${words}</small></span>
    </label>`;
  const axis = (name: GraphState['axis']) =>
    html`<label class="choice">
      <input
        type="radio"
        name="axis"
        value=${name}
        aria-label=${graph.axes[name].name}
        ?checked=${state.axis === name}
        @change=${() => handlers.axis(name)}
      />
      <span>${prose(graph.axes[name].short, setting)} <small>${graph.axes[name].name}</small></span>
    </label>`;
  const unit = (name: GraphState['unit']) =>
    html`<label class="choice">
      <input
        type="radio"
        name="unit"
        value=${name}
        ?checked=${state.unit === name}
        @change=${() => handlers.unit(name)}
      />
      <span><small>${graph.units[name]}</small></span>
    </label>`;
  return html`<div class="controls live">
    <fieldset class="choices">
      <legend>${graph.labelLegend}</legend>
      ${hard(1, graph.happened)} ${hard(0, graph.didNotHappen)}
      <label class="soft" data-part="y">
        <span>${prose(graph.softLabel, setting)}: <b>${formatExact(state.y, locale)}</b></span>
        <input
          class="slider soft-slider"
          type="range"
          min="0"
          max="1"
          step="0.01"
          dir="ltr"
          .value=${live(String(state.y))}
          aria-valuetext=${graph.softValue(formatExact(state.y, locale))}
          @input=${handlers.softLabel}
        />
      </label>
    </fieldset>
    <fieldset class="choices">
      <legend>${graph.axisLegend}</legend>
      ${axis('probability')} ${axis('logit')}
    </fieldset>
    <fieldset class="choices">
      <legend>${graph.unitLegend}</legend>
      ${unit('nats')} ${unit('bits')}
    </fieldset>
  </div>`;
}

function extras(
  setting: Setting<GraphText>,
  state: GraphState,
  shown: GraphExtras,
  handlers: GraphHandlers,
): TemplateResult {
  const { graph } = setting.text;
  const box = (words: string, swatch: string, on: boolean, change: (on: boolean) => void) =>
    html`<label class="choice small">
      <input
        type="checkbox"
        ?checked=${on}
        @change=${(event: Event) => change((event.target as HTMLInputElement).checked)}
      />
      <span><span class="swatch ${swatch}"></span>${words}</span>
    </label>`;
  return html`<fieldset class="choices extras live">
    <legend>${graph.overlayLegend}</legend>
    ${OVERLAYS.map((name) =>
      box(graph.overlays[name], name, state.overlays.has(name), (on) => handlers.overlay(name, on)),
    )}
    ${box(graph.sound, 'sound', shown.sound, handlers.sound)}
  </fieldset>`;
}

function takeAway(
  { text: { graph } }: Setting<GraphText>,
  shown: GraphExtras,
  handlers: GraphHandlers,
): TemplateResult {
  return html`<p class="buttons take live">
      ${shown.linkable ? html`<button type="button" class="quiet" @click=${handlers.copyLink}>${graph.take.link}</button>` : nothing}
      <button type="button" class="quiet" @click=${() => handlers.save('svg')}>${graph.take.svg}</button>
      <button type="button" class="quiet" @click=${() => handlers.save('png')}>${graph.take.png}</button>
    </p>
    <p class="note live" role="status" aria-live="polite">${shown.said || nothing}</p>`;
}

export function graphView(
  setting: Setting<GraphText>,
  fixed: Scenery,
  place: Followed<Place>,
  shown: GraphExtras,
  handlers: GraphHandlers,
): TemplateResult {
  const { text } = setting;
  const { graph } = text;
  const { state, now } = place.value;
  const { xLow, xHigh } = viewOf(state);
  return html`<figure class="graph" part="graph" lang=${text.locale} dir=${text.direction} aria-label=${graph.figure}>
    ${guard([state.y, state.axis, state.unit, setting.live, text], () => controls(setting, state, handlers))}
    <div class="axis axis-y">${guard([state.unit, text], () => prose(graph.yAxis[state.unit], setting))}</div>
    <div
      class="plot"
      part="plot"
      dir="ltr"
      @mousedown=${handlers.keepFocus}
      @pointerdown=${handlers.press}
      @pointermove=${handlers.drag}
      @pointerup=${handlers.drag}
      @pointercancel=${handlers.cancel}
    >
      ${picture(setting, fixed, place)}
    </div>
    <div class="axis axis-x">${guard([state.axis, text], () => prose(graph.axes[state.axis].label, setting))}</div>
    <input
      class="slider live"
      part="slider"
      data-part=${state.axis === 'probability' ? 'p' : 'z'}
      type="range"
      dir="ltr"
      min=${xLow}
      max=${xHigh}
      step="any"
      .value=${follow(place, onSlider)}
      aria-label=${graph.slider[state.axis]}
      aria-valuetext=${spoken(setting, state, now)}
      aria-describedby="keys"
      @input=${handlers.slide}
      @keydown=${handlers.key}
    />
    ${readings(setting, state, now, shown.entry, handlers)}
    <p class="sentence" part="sentence">${sentence(setting, state, now)}</p>
    <p class="unseen" role="status" aria-live="polite">${shown.announced || nothing}</p>
    <p class="keys live" id="keys">${graph.keys[state.axis]}</p>
    ${guard([state.overlays, shown.sound, setting.live, text], () => extras(setting, state, shown, handlers))}
    ${beside(setting, state, now)} ${guard([state.y, state.unit, text], () => valueTable(setting, state))}
    ${guard([shown.linkable, shown.said, text], () => takeAway(setting, shown, handlers))}
  </figure>`;
}

/** For the file that is saved: what the axes are called, without typesetting. */
export const plainAxis = (state: GraphState): { x: string; y: string } => ({
  x: state.axis === 'probability' ? 'p' : 'z',
  y: `L (${state.unit})`,
});
