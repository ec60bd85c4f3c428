/** What there is to move and to look at in a training. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { live } from 'lit/directives/live.js';
import { pathOf } from '../../views/marks.js';
import { formatExact, formatValue } from '../../views/numbers.js';
import { plain, prose } from '../../views/prose.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import type { TrainingLoss } from '../../../wasm/contract/study/training.js';
import { valueOf } from '../../engine/value.js';
import type { TrainingText } from '../content/training.js';
import {
  chartOf,
  courseOf,
  HERDS,
  isOver,
  MOST_ANIMALS,
  milestones,
  MOST_STEPS,
  pictureOf,
  PLANE,
  shareOf,
  SHOWN,
  STARTS,
  type Animal,
  type Chart,
  type Picture,
  type Run,
  type Setup,
  type TrainingState,
} from '../state/training.js';
import type { StudySetting } from './said.js';

export interface LabHandlers {
  setUp(): void;
  change(change: Partial<Setup>): void;
  seed(event: SubmitEvent): void;
  step(count: number): void;
  run(): void;
  restart(): void;
  slideRate(event: Event): void;
  typeRate(event: SubmitEvent): void;
  press(event: PointerEvent): void;
  touch(event: TouchEvent): void;
  drag(event: PointerEvent): void;
  release(event: PointerEvent): void;
  choose(event: Event): void;
  slide(name: 'kilograms' | 'centimetres', event: Event): void;
  kind(dog: boolean): void;
  add(): void;
  remove(): void;
  copy(): void;
}

/** What is shown beside the training itself. */
export interface LabNotes {
  running: boolean;
  seedFault: boolean;
  rateFault: boolean;
  link: 'linked' | 'linkFailed' | undefined;
  /** What a screen reader hears once a run has stopped. */
  announced: string;
}

export type LabSetting = StudySetting<{ training: TrainingText }>;

const share = (px: number, of: number): string => `${((100 * px) / of).toFixed(3)}%`;
const figure = (value: number, locale: string): string => formatValue(value, locale, 3, 'measured');
const inTenths = (value: number, locale: string): string =>
  Number.isInteger(value) ? formatExact(value, locale, value < 10 ? 2 : 3) : formatExact(value, locale);

/** As core has it, a study module: the page of the study app has no other. */
const coreOf = (setting: LabSetting): StudyModule => setting.core as StudyModule;

const nameOf = ({ lab, locale }: TrainingText & { locale: string }, animal: Animal, index: number): string =>
  lab.animal(lab.kinds[animal.dog ? 'dog' : 'cat'], formatExact(index + 1, locale));

const words = (setting: LabSetting) => ({ ...setting.text.training, locale: setting.text.locale });

const grid = (
  { view, xTicks, yTicks }: Pick<Picture, 'view' | 'xTicks' | 'yTicks'>,
  locale: string,
): TemplateResult => {
  const x = (px: number) => share(px, view.widthPx);
  const y = (px: number) => share(px, view.heightPx);
  return svg`<g class="grid">
      ${xTicks.map((tick) => svg`<line x1=${x(tick.px)} x2=${x(tick.px)} y1="0" y2="100%"></line>`)}
      ${yTicks.map((tick) => svg`<line y1=${y(tick.px)} y2=${y(tick.px)} x1="0" x2="100%"></line>`)}
    </g>
    <g class="scale">
      ${xTicks.map(
        (tick) =>
          svg`<text x=${x(tick.px)} y="100%" dy="20" text-anchor="middle">${formatValue(tick.value, locale)}</text>`,
      )}
      ${yTicks.map(
        (tick) =>
          svg`<text x="0" y=${y(tick.px)} dx="-9" dy="5" text-anchor="end">${formatValue(tick.value, locale)}</text>`,
      )}
    </g>`;
};

const CLASSES: Record<TrainingLoss, string> = { cross_entropy: 'chosen', squared_error: 'overlay squared_error' };

/** Dogs are squares and cats are circles, so that nobody needs the colours. */
const marker = (dog: boolean): TemplateResult =>
  dog
    ? svg`<rect class="dog" x="-6.5" y="-6.5" width="13" height="13" rx="2"></rect>`
    : svg`<circle class="cat" r="7"></circle>`;

function animalsIn({ places, view }: Picture, { animals, chosen }: TrainingState): readonly TemplateResult[] {
  // The chosen one last, so that it is on top.
  const order = animals.map((_, i) => i).filter((i) => i !== chosen);
  return [...order, chosen].map(
    (i) =>
      svg`<svg class="animal" x=${share(places[2 * i] ?? 0, view.widthPx)} y=${share(places[2 * i + 1] ?? 0, view.heightPx)}>
        ${i === chosen ? svg`<circle class="ring" r="14"></circle>` : nothing}${marker(animals[i]?.dog ?? false)}
      </svg>`,
  );
}

function picture(setting: LabSetting, state: TrainingState): TemplateResult {
  const { locale } = setting.text;
  const drawn = pictureOf(coreOf(setting), state);
  const { view } = drawn;
  const line = ([x0, y0, x1, y1]: Float64Array, name: string) =>
    x0 === undefined || y0 === undefined || x1 === undefined || y1 === undefined
      ? nothing
      : svg`<line class=${name} x1=${share(x0, view.widthPx)} y1=${share(y0, view.heightPx)} x2=${share(x1, view.widthPx)} y2=${share(y1, view.heightPx)}></line>`;
  return html`<svg class="picture" aria-hidden="true">
    ${guard([state.setup.features, locale], () => grid(drawn, locale))}
    <svg class="curves" viewBox="0 0 ${view.widthPx} ${view.heightPx}" preserveAspectRatio="none">
      ${drawn.runs.map(({ loss, curve }) => svg`<path class="curve ${CLASSES[loss]}" d=${pathOf(curve)}></path>`)}
    </svg>
    ${drawn.runs.map(({ loss, sure, undecided }) => [
      sure.map((segment) => line(segment, `level ${CLASSES[loss]}`)),
      line(undecided, `level undecided ${CLASSES[loss]}`),
    ])}
    ${animalsIn(drawn, state)}
  </svg>`;
}

function legend({ text: { training } }: LabSetting, { runs, setup }: TrainingState): TemplateResult {
  const { lab } = training;
  return html`<p class="legend">
    <span><svg class="key" viewBox="-9 -9 18 18" aria-hidden="true">${marker(false)}</svg>${lab.kinds.cat}</span>
    <span><svg class="key" viewBox="-9 -9 18 18" aria-hidden="true">${marker(true)}</svg>${lab.kinds.dog}</span>
    ${runs.map(
      ({ loss }) =>
        html`<span
          ><span class="swatch ${loss === 'cross_entropy' ? 'chosen' : loss}"></span>${
            setup.features === 2 ? lab.undecided : lab.curve
          }${runs.length > 1 ? html`, ${lab.losses[loss]}` : nothing}</span
        >`,
    )}
  </p>`;
}

/** The figure in one sentence for who cannot see it. */
const spokenPicture = ({ text: { training } }: LabSetting, { setup }: TrainingState): string =>
  `${training.lab.figure}: ${training.lab.axes.kilograms}, ${
    setup.features === 2 ? training.lab.axes.centimetres : training.lab.axes.probability
  }`;

function drive(setting: LabSetting, state: TrainingState, notes: LabNotes, handlers: LabHandlers): TemplateResult {
  const { training, locale } = setting.text;
  const { lab } = training;
  const over = isOver(state);
  const { rate } = state.setup;
  return html`<div class="buttons drive">
      <button type="button" id="step" aria-disabled=${over ? 'true' : nothing} @click=${() => handlers.step(1)}>
        ${lab.step}
      </button>
      <button type="button" class="quiet" aria-disabled=${over ? 'true' : nothing} @click=${() => handlers.step(10)}>
        ${lab.tenSteps}
      </button>
      <button
        type="button"
        class="quiet"
        id="run"
        aria-disabled=${over && !notes.running ? 'true' : nothing}
        @click=${handlers.run}
      >
        ${notes.running ? lab.pause : lab.run}
      </button>
      <button type="button" class="quiet" @click=${handlers.restart}>${lab.restart}</button>
    </div>
    <form class="rate" novalidate @submit=${handlers.typeRate}>
      <label for="rate">${lab.rate}</label>
      <input
        id="rate"
        class="slider"
        type="range"
        min="0"
        max="1"
        step="0.01"
        dir="ltr"
        .value=${live(String(shareOf(rate)))}
        aria-valuetext=${formatExact(rate, locale)}
        aria-describedby="safe"
        @input=${handlers.slideRate}
      />
      <input
        type="text"
        id="rate-field"
        dir="ltr"
        inputmode="decimal"
        autocomplete="off"
        aria-label=${lab.rateField}
        aria-invalid=${notes.rateFault ? 'true' : nothing}
        aria-describedby=${notes.rateFault ? 'rate-fault' : nothing}
        .value=${formatExact(rate, locale)}
        @change=${(event: Event) => (event.target as HTMLInputElement).form?.requestSubmit()}
      />
    </form>
    ${notes.rateFault ? html`<p class="fault" id="rate-fault" role="alert">${lab.rateFault}</p>` : nothing}
    <p class="note" id="safe">
      ${guard([state.animals, state.setup.features, locale], () => {
        const number = (value: (animal: Animal) => number) => Float64Array.from(state.animals, value);
        const safe = valueOf(
          coreOf(setting).safeRate(
            number(({ kilograms }) => kilograms),
            state.setup.features === 2 ? number(({ centimetres }) => centimetres) : new Float64Array(),
            number(({ dog }) => Number(dog)),
          ),
        );
        return lab.safe(formatValue(Math.floor(safe * 100) / 100, locale));
      })}
    </p>`;
}

function readings(setting: LabSetting, state: TrainingState): TemplateResult {
  const { training, locale } = setting.text;
  const { lab } = training;
  const { runs, setup, steps, animals } = state;
  const row = (name: string, cell: (run: Run) => unknown) =>
    html`<tr>
      <th scope="row">${name}</th>
      ${runs.map((run) => html`<td>${cell(run)}</td>`)}
    </tr>`;
  const counted = formatExact(steps, locale);
  return html`<table class="runs">
      <caption>
        ${steps >= MOST_STEPS ? lab.most(counted) : lab.steps(counted)}
      </caption>
      <thead>
        <tr>
          <td></td>
          ${runs.map(
            ({ loss }) =>
              html`<th scope="col">
                <span class="swatch ${loss === 'cross_entropy' ? 'chosen' : loss}"></span>${lab.losses[loss]}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${row(lab.readings.meanLoss, ({ now }) => html`<b>${figure(now.meanLoss, locale)}</b>`)}
        ${row(lab.readings.slope, ({ now }) => figure(now.slope, locale))}
        ${row(lab.readings.wrong, ({ now }) =>
          lab.ofAll(formatExact(now.wrong, locale), formatExact(animals.length, locale)),
        )}
        ${row(lab.readings.bias, ({ now }) => figure(now.weights[0] ?? 0, locale))}
        ${row(lab.readings.first, ({ now }) => figure(now.weights[1] ?? 0, locale))}
        ${setup.features === 2 ? row(lab.readings.second, ({ now }) => figure(now.weights[2] ?? 0, locale)) : nothing}
      </tbody>
    </table>
    ${runs.map((run) => {
      const course = courseOf(run, state);
      return html`<p class="course ${course}">
        ${runs.length > 1 ? html`<b>${lab.losses[run.loss]}:</b> ` : nothing}
        ${guard([course, locale], () => prose(lab.courses[course], setting))}
      </p>`;
    })}`;
}

function chart(setting: LabSetting, run: Run, state: TrainingState): TemplateResult {
  const { training, locale } = setting.text;
  const { lab } = training;
  const drawn: Chart = chartOf(coreOf(setting), run, state.steps);
  const { view, line } = drawn;
  const [x = 0, y = 0] = line.slice(-2);
  return html`<figure class="chart" aria-label=${lab.history(lab.losses[run.loss])}>
    <figcaption class="axis">${lab.history(lab.losses[run.loss])}</figcaption>
    <div class="plot small" dir="ltr">
      <svg class="picture" aria-hidden="true">
        ${grid(drawn, locale)}
        <svg class="curves" viewBox="0 0 ${view.widthPx} ${view.heightPx}" preserveAspectRatio="none">
          <path class="curve ${CLASSES[run.loss]}" d=${pathOf([line])}></path>
        </svg>
        <circle class="dot" cx=${share(x, view.widthPx)} cy=${share(y, view.heightPx)} r="5"></circle>
      </svg>
    </div>
    <div class="axis axis-x">${lab.axes.step}</div>
  </figure>`;
}

/** What each example costs, as columns; the one that the controls move is marked. */
function costs(setting: LabSetting, run: Run, state: TrainingState): TemplateResult {
  const { training, locale } = setting.text;
  const { lab } = training;
  const { animals, chosen } = state;
  const { each, dearest } = run.now;
  const highest = each.reduce((most, loss) => Math.max(most, loss), 1e-6);
  const view = { xLow: 0, xHigh: animals.length, yLow: 0, yHigh: highest, widthPx: 640, heightPx: 160 };
  const core = coreOf(setting);
  const places = valueOf(
    core.placed(
      Float64Array.from(each, (_, i) => i),
      each,
      view,
    ),
  );
  const yTicks = valueOf(core.ticks('y', view, 3));
  const width = view.widthPx / animals.length;
  const most = animals[dearest];
  return html`<figure class="chart" aria-label=${lab.each(lab.losses[run.loss])}>
    <figcaption class="axis">${lab.each(lab.losses[run.loss])}</figcaption>
    <div class="plot costs" dir="ltr">
      <svg class="picture" aria-hidden="true">
        ${grid({ view, xTicks: [], yTicks }, locale)}
        <svg class="curves" viewBox="0 0 ${view.widthPx} ${view.heightPx}" preserveAspectRatio="none">
          ${animals.map((animal, i) => {
            const top = places[2 * i + 1] ?? 0;
            return svg`<rect class=${animal.dog ? 'dog' : 'cat'} x=${((i + 0.12) * width).toFixed(1)} width=${(0.76 * width).toFixed(1)} y=${top.toFixed(1)} height=${(view.heightPx - top).toFixed(1)}></rect>`;
          })}
        </svg>
        <svg class="pointer" x=${share((chosen + 0.5) * width, view.widthPx)} y="100%">
          <path d="M-6 15L0 6L6 15Z"></path>
        </svg>
      </svg>
    </div>
    <p class="note">
      ${
        most && run.now.share > 0
          ? lab.dearest({
              name: nameOf(words(setting), most, dearest),
              loss: figure(each[dearest] ?? 0, locale),
              share: formatExact(Math.round(run.now.share * 100), locale),
            })
          : lab.free
      }
    </p>
  </figure>`;
}

function choices<T extends string>(
  name: string,
  legend: string,
  known: readonly T[],
  chosen: T,
  called: (one: T) => string,
  choose: (one: T) => void,
): TemplateResult {
  return html`<fieldset class="choices">
    <legend>${legend}</legend>
    ${known.map(
      (one) =>
        html`<label class="choice small"
          ><input
            type="radio"
            name=${name}
            value=${one}
            .checked=${live(one === chosen)}
            @change=${() => choose(one)}
          /><span>${called(one)}</span></label
        >`,
    )}
  </fieldset>`;
}

function settings(setting: LabSetting, { setup }: TrainingState, notes: LabNotes, handlers: LabHandlers) {
  const { lab } = setting.text.training;
  return html`<details class="settings">
    <summary>${lab.settings}</summary>
    ${choices(
      'shown',
      lab.minimise,
      SHOWN,
      setup.shown,
      (one) => (one === 'both' ? lab.both : lab.losses[one]),
      (shown) => handlers.change({ shown }),
    )}
    ${choices(
      'features',
      lab.features,
      ['one', 'two'] as const,
      setup.features === 1 ? 'one' : 'two',
      (one) => lab.featureCounts[one],
      (one) => handlers.change({ features: one === 'one' ? 1 : 2 }),
    )}
    ${choices(
      'herd',
      lab.herd,
      HERDS,
      setup.herd,
      (one) => lab.herds[one],
      (herd) => handlers.change({ herd }),
    )}
    ${choices(
      'start',
      lab.start,
      STARTS,
      setup.start,
      (one) => lab.starts[one],
      (start) => handlers.change({ start }),
    )}
    <form class="setup" novalidate @submit=${handlers.seed}>
      <div class="field">
        <label for="seed">${lab.seed}</label>
        <input
          id="seed"
          type="text"
          dir="ltr"
          inputmode="numeric"
          autocomplete="off"
          .value=${String(setup.seed)}
          aria-invalid=${notes.seedFault ? 'true' : nothing}
          aria-describedby=${notes.seedFault ? 'seed-fault' : nothing}
        />
        ${notes.seedFault ? html`<p class="fault" id="seed-fault" role="alert">${lab.seedFault}</p>` : nothing}
      </div>
      <button type="submit" class="quiet">${lab.useSeed}</button>
    </form>
  </details>`;
}

function mover(setting: LabSetting, state: TrainingState, handlers: LabHandlers): TemplateResult {
  const { training, locale } = setting.text;
  const { lab } = training;
  const { animals, chosen, setup } = state;
  const animal = animals[chosen];
  const slider = (name: 'kilograms' | 'centimetres', label: string, low: number, high: number) => {
    const value = animal?.[name] ?? low;
    return html`<label class="move" for=${name}
      ><span>${label}: <b>${inTenths(value, locale)}</b></span>
      <input
        id=${name}
        class="slider"
        type="range"
        min=${low}
        max=${high}
        step="0.1"
        dir="ltr"
        .value=${live(String(value))}
        aria-valuetext=${inTenths(value, locale)}
        @input=${(event: Event) => handlers.slide(name, event)}
    /></label>`;
  };
  return html`<fieldset class="mover">
    <legend>${lab.chosen}</legend>
    <p class="note">${lab.howTo}</p>
    <label for="animal">${lab.choose}</label>
    <select id="animal" @change=${handlers.choose}>
      ${animals.map(
        (one, i) =>
          html`<option value=${i} .selected=${i === chosen}>
            ${lab.option(
              nameOf(words(setting), one, i),
              inTenths(one.kilograms, locale),
              setup.features === 2 ? inTenths(one.centimetres, locale) : undefined,
            )}
          </option>`,
      )}
    </select>
    ${slider('kilograms', lab.weight, PLANE.xLow, PLANE.xHigh)}
    ${setup.features === 2 ? slider('centimetres', lab.ears, PLANE.yLow, PLANE.yHigh) : nothing}
    ${choices(
      'kind',
      lab.kind,
      ['cat', 'dog'] as const,
      animal?.dog ? 'dog' : 'cat',
      (one) => lab.kinds[one],
      (one) => handlers.kind(one === 'dog'),
    )}
    <div class="buttons">
      <button
        type="button"
        class="quiet"
        aria-disabled=${animals.length >= MOST_ANIMALS ? 'true' : nothing}
        @click=${handlers.add}
      >
        ${lab.add}
      </button>
      <button
        type="button"
        class="quiet"
        aria-disabled=${animals.length <= 1 ? 'true' : nothing}
        @click=${handlers.remove}
      >
        ${lab.remove}
      </button>
    </div>
  </fieldset>`;
}

function tables(setting: LabSetting, state: TrainingState): TemplateResult {
  const { training, locale } = setting.text;
  const { lab } = training;
  const { animals, runs, setup, steps } = state;
  return html`<details class="tables">
    <summary>${lab.table}</summary>
    <div class="wide" tabindex="0" role="group" aria-label=${lab.table}>
      <table>
        <thead>
          <tr>
            <th scope="col">${lab.columns.animal}</th>
            <th scope="col">${lab.columns.kilograms}</th>
            ${setup.features === 2 ? html`<th scope="col">${lab.columns.centimetres}</th>` : nothing}
            <th scope="col">${lab.columns.label}</th>
            ${runs.map(
              ({ loss }) =>
                html`<th scope="col">${lab.probability(lab.losses[loss])}</th>
                  <th scope="col">${lab.cost(lab.losses[loss])}</th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${animals.map(
            (animal, i) =>
              html`<tr>
                <th scope="row">${nameOf(words(setting), animal, i)}</th>
                <td>${inTenths(animal.kilograms, locale)}</td>
                ${setup.features === 2 ? html`<td>${inTenths(animal.centimetres, locale)}</td>` : nothing}
                <td>${formatExact(Number(animal.dog), locale)}</td>
                ${runs.map(
                  ({ now }) =>
                    html`<td>${figure(now.probabilities[i] ?? 0, locale)}</td>
                      <td>${figure(now.each[i] ?? 0, locale)}</td>`,
                )}
              </tr>`,
          )}
        </tbody>
      </table>
      <table>
        <caption>
          ${lab.historyTable}
        </caption>
        <thead>
          <tr>
            <th scope="col">${lab.axes.step}</th>
            ${runs.map(({ loss }) => html`<th scope="col">${lab.losses[loss]}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${milestones(steps).map(
            (step) =>
              html`<tr>
                <th scope="row">${formatExact(step, locale)}</th>
                ${runs.map(({ losses }) => {
                  const loss = losses[step];
                  return html`<td>${loss === undefined ? '' : figure(loss, locale)}</td>`;
                })}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}

/** What a screen reader hears of where the training has got to. */
export function announcement({ text: { training, locale } }: LabSetting, state: TrainingState): string {
  const { lab } = training;
  return lab.announced(
    formatExact(state.steps, locale),
    state.runs.map((run) => ({
      loss: lab.losses[run.loss],
      meanLoss: figure(run.now.meanLoss, locale),
      wrong: formatExact(run.now.wrong, locale),
      of: formatExact(state.animals.length, locale),
      course: plain(lab.courses[courseOf(run, state)]),
    })),
  );
}

export function labView(
  setting: LabSetting,
  state: TrainingState,
  notes: LabNotes,
  handlers: LabHandlers,
): TemplateResult {
  const { lab } = setting.text.training;
  const { runs, setup } = state;
  return html`<section class="lab live" aria-label=${lab.figure}>
    <div class="buttons">
      <button type="button" class="quiet" @click=${handlers.setUp}>${lab.setUp}</button>
    </div>
    ${settings(setting, state, notes, handlers)}
    <div class="bench ${runs.length > 1 ? 'two' : ''}">
      <div class="seen">
        <figure class="graph" aria-label=${spokenPicture(setting, state)}>
          ${legend(setting, state)}
          <div class="axis axis-y">${setup.features === 2 ? lab.axes.centimetres : lab.axes.probability}</div>
          <div
            class="plot"
            dir="ltr"
            @pointerdown=${handlers.press}
            @touchstart=${handlers.touch}
            @pointermove=${handlers.drag}
            @pointerup=${handlers.release}
            @pointercancel=${handlers.release}
          >
            ${picture(setting, state)}
          </div>
          <div class="axis axis-x">${lab.axes.kilograms}</div>
          <p class="note">${lab.madeUp}</p>
        </figure>
        ${drive(setting, state, notes, handlers)}
      </div>
      <div class="read">
        ${readings(setting, state)}
        <p class="unseen" role="status" aria-live="polite">${notes.announced || nothing}</p>
      </div>
      <div class="charts">${runs.map((run) => [chart(setting, run, state), costs(setting, run, state)])}</div>
    </div>
    ${mover(setting, state, handlers)} ${tables(setting, state)}
    <div class="buttons">
      <button type="button" class="quiet" @click=${handlers.copy}>${lab.link}</button>
    </div>
    <p class="note" role="status">${notes.link ? lab[notes.link] : nothing}</p>
  </section>`;
}
