/** What a learner moves in a walkthrough: sliders, and boxes for a number. Native controls, whatever is drawn. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';

export interface Slider {
  id: string;
  label: unknown;
  min: number;
  max: number;
  step: number;
  value: number;
  /** What is shown beside the label, and what is said for it where that is longer. */
  shown: string;
  spoken?: string;
  input(value: number): void;
}

const valueIn = (event: Event): string => (event.target as HTMLInputElement).value;

export const slider = (of: Slider): TemplateResult =>
  html`<div class="control">
    <label for=${of.id}>${of.label} <b dir="ltr">${of.shown}</b></label>
    <input
      id=${of.id}
      class="slider"
      type="range"
      dir="ltr"
      min=${of.min}
      max=${of.max}
      step=${of.step}
      .value=${live(String(Math.min(of.max, Math.max(of.min, of.value))))}
      aria-valuetext=${of.spoken ?? of.shown}
      @input=${(event: Event) => of.input(Number(valueIn(event)))}
    />
  </div>`;

export interface Entry {
  id: string;
  label: unknown;
  /** As it was typed, or as the number is written. */
  text: string;
  fault: string | undefined;
  change(text: string): void;
}

export const entry = (of: Entry): TemplateResult =>
  html`<div class="field">
    <label for=${of.id}>${of.label}</label>
    <input
      id=${of.id}
      type="text"
      dir="ltr"
      inputmode="text"
      autocomplete="off"
      autocapitalize="off"
      spellcheck="false"
      enterkeyhint="done"
      .value=${live(of.text)}
      aria-invalid=${of.fault ? 'true' : nothing}
      aria-describedby=${of.fault ? `${of.id}-fault` : nothing}
      @change=${(event: Event) => of.change(valueIn(event))}
    />
    ${of.fault ? html`<p class="fault" id="${of.id}-fault" role="alert">${of.fault}</p>` : nothing}
  </div>`;

/** One of a few, as radio buttons. */
export const choice = <Name extends string>(
  id: string,
  legendWords: unknown,
  options: readonly Readonly<{ name: Name; words: unknown }>[],
  now: Name,
  choose: (name: Name) => void,
): TemplateResult =>
  html`<fieldset class="choices">
    <legend>${legendWords}</legend>
    ${options.map(
      ({ name, words }) =>
        html`<label class="choice"
          ><input
            type="radio"
            name=${id}
            value=${name}
            .checked=${live(name === now)}
            @change=${() => choose(name)}
          /><span>${words}</span></label
        >`,
    )}
  </fieldset>`;

/** Buttons that lead to a value each. */
export const presets = <Value>(
  name: string,
  values: readonly Readonly<{ value: Value; words: unknown }>[],
  choose: (value: Value) => void,
): TemplateResult =>
  html`<div class="presets" role="group" aria-label=${name}>
    ${values.map(
      ({ value, words }) => html`<button type="button" class="quiet" @click=${() => choose(value)}>${words}</button>`,
    )}
  </div>`;

/** Numbers with their names. */
export const figures = (rows: readonly Readonly<{ name: unknown; value: unknown; main?: boolean }>[]): TemplateResult =>
  html`<dl class="readings">
    ${rows.map(
      ({ name, value, main }) =>
        html`<div class=${main ? 'main' : ''}>
          <dt>${name}</dt>
          <dd dir="ltr">${value}</dd>
        </div>`,
    )}
  </dl>`;
