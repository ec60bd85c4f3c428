/** A training as the learner sees it: the animals, the settings, and one run for each loss that is minimised. */
import type { Runs, Tick, View } from '../../../wasm/contract/core.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import type { Course, Herd, Start, TrainingLoss, TrainingRun } from '../../../wasm/contract/study/training.js';
import { valueOf } from '../../engine/value.js';
import type { Settings } from './places.js';

export const HERDS = ['mixed', 'apart'] as const satisfies readonly Herd[];
export const STARTS = ['level', 'chance', 'wrong'] as const satisfies readonly Start[];
export const LOSSES = ['cross_entropy', 'squared_error'] as const satisfies readonly TrainingLoss[];
export const SHOWN = [...LOSSES, 'both'] as const;

export interface Setup {
  /** Of the animals, and of weights that start by chance. */
  seed: number;
  herd: Herd;
  start: Start;
  features: 1 | 2;
  shown: (typeof SHOWN)[number];
  rate: number;
}

export const SETUP: Setup = { seed: 10, herd: 'mixed', start: 'level', features: 2, shown: 'cross_entropy', rate: 0.5 };

export interface Animal {
  kilograms: number;
  centimetres: number;
  dog: boolean;
}

export interface Run {
  loss: TrainingLoss;
  now: TrainingRun;
  /** The mean loss at the start and after each step. */
  losses: readonly number[];
}

export interface TrainingState {
  setup: Setup;
  animals: readonly Animal[];
  /** Whether they are no longer those of the seed. */
  edited: boolean;
  runs: readonly Run[];
  steps: number;
  /** Whether as many steps from the start lead here again: the same animals and the same rate all along. */
  replays: boolean;
  /** The animal that the controls move. */
  chosen: number;
}

export const MOST_STEPS = 5_000;
export const MOST_ANIMALS = 60;
export const RATES = { least: 0.001, most: 1_000 };
const MOST_SEED = 4_294_967_295;
/** As many of the latest losses tell core whether they leap (kLatestSteps in training.hpp, and one). */
const LATEST = 13;

/** Kilograms to the right; centimetres upwards, or with one feature the probability. */
const PIXELS = { widthPx: 960, heightPx: 600 };
export const PLANE: View = { xLow: 0, xHigh: 12, yLow: 2, yHigh: 14, ...PIXELS };
export const OVER_P: View = { xLow: 0, xHigh: 12, yLow: -0.1, yHigh: 1.1, ...PIXELS };
export const viewOf = ({ features }: Setup): View => (features === 2 ? PLANE : OVER_P);

interface Arrays {
  kilograms: Float64Array;
  centimetres: Float64Array;
  labels: Float64Array;
}

const arraysOf = (animals: readonly Animal[], { features }: Setup): Arrays => ({
  kilograms: Float64Array.from(animals, ({ kilograms }) => kilograms),
  centimetres: features === 2 ? Float64Array.from(animals, ({ centimetres }) => centimetres) : new Float64Array(),
  labels: Float64Array.from(animals, ({ dog }) => Number(dog)),
});

const lossesOf = ({ shown }: Setup): readonly TrainingLoss[] => (shown === 'both' ? LOSSES : [shown]);

function trained(
  core: StudyModule,
  { kilograms, centimetres, labels }: Arrays,
  { loss, weights, losses }: { loss: TrainingLoss; weights: Float64Array; losses: readonly number[] },
  rate: number,
  steps: number,
): Run {
  const before = Float64Array.from(losses.slice(-LATEST));
  const now = valueOf(core.train(kilograms, centimetres, labels, weights, before, loss, rate, steps));
  return { loss, now, losses: [...losses, ...now.losses] };
}

/** At the start, with these animals or those of the seed. */
export function opened(core: StudyModule, setup: Setup, animals?: readonly Animal[]): TrainingState {
  const herd = animals ?? herdOf(core, setup);
  const weights = valueOf(core.startingWeights(setup.start, setup.seed, setup.features));
  const arrays = arraysOf(herd, setup);
  return {
    setup,
    animals: herd,
    edited: animals !== undefined,
    runs: lossesOf(setup).map((loss) => trained(core, arrays, { loss, weights, losses: [] }, setup.rate, 0)),
    steps: 0,
    replays: true,
    chosen: 0,
  };
}

function herdOf(core: StudyModule, { seed, herd }: Setup): readonly Animal[] {
  const { weights, ears, labels } = valueOf(core.animals(seed, herd));
  return [...weights].map((kilograms, i) => ({ kilograms, centimetres: ears[i] ?? 0, dog: labels[i] === 1 }));
}

export const restarted = (core: StudyModule, state: TrainingState): TrainingState => ({
  ...opened(core, state.setup, state.edited ? state.animals : undefined),
  chosen: state.chosen,
});

/** Other settings, from the start; the animals stay where they were moved to, unless others are asked for. */
export function changed(core: StudyModule, state: TrainingState, change: Partial<Setup>): TrainingState {
  const setup = { ...state.setup, ...change };
  const others = setup.seed !== state.setup.seed || setup.herd !== state.setup.herd;
  return opened(core, setup, state.edited && !others ? state.animals : undefined);
}

export const isOver = (state: TrainingState): boolean =>
  state.steps >= MOST_STEPS || state.runs.every(({ now }) => now.course === 'diverged');

/** Whether going on would change nothing that can be seen. */
export const isAtRest = (state: TrainingState): boolean =>
  isOver(state) || state.runs.every(({ now }) => now.course === 'diverged' || now.course === 'settled');

export function stepped(core: StudyModule, state: TrainingState, count: number): TrainingState {
  const steps = Math.min(count, MOST_STEPS - state.steps);
  if (steps <= 0 || isOver(state)) return state;
  const arrays = arraysOf(state.animals, state.setup);
  const runs = state.runs.map((run) =>
    run.now.course === 'diverged'
      ? run
      : trained(core, arrays, { ...run, weights: run.now.weights }, state.setup.rate, steps),
  );
  return { ...state, runs, steps: state.steps + steps };
}

/** How many steps a picture takes on: more and more, so that a long run is soon over. */
export const paceOf = ({ steps }: TrainingState): number => 1 + Math.floor(steps / 40);

export function withRate(state: TrainingState, rate: number): TrainingState {
  if (rate === state.setup.rate) return state;
  return { ...state, setup: { ...state.setup, rate }, replays: state.replays && state.steps === 0 };
}

/** A rate from the slider, whose ends are 0 and 1: by powers of ten, to two figures. */
export const rateAt = (share: number): number => {
  const { least, most } = RATES;
  return Number((least * (most / least) ** Math.min(1, Math.max(0, share))).toPrecision(2));
};
export const shareOf = (rate: number): number => Math.log(rate / RATES.least) / Math.log(RATES.most / RATES.least);

/** What was typed, read as core reads any number; undefined where it is no rate. */
export function rateFrom(core: StudyModule, typed: string): number | undefined {
  const value = core.evaluate(typed);
  return value.ok && value.value >= RATES.least && value.value <= RATES.most ? value.value : undefined;
}

/** Weights stay; how the loss went is told anew, because it was that of other animals. */
function withAnimals(
  core: StudyModule,
  state: TrainingState,
  animals: readonly Animal[],
  chosen: number,
): TrainingState {
  const arrays = arraysOf(animals, state.setup);
  const { rate } = state.setup;
  return {
    ...state,
    animals,
    edited: true,
    chosen,
    runs: state.runs.map(({ loss, now }) => trained(core, arrays, { loss, weights: now.weights, losses: [] }, rate, 0)),
    steps: 0,
    replays: state.replays && state.steps === 0,
  };
}

const held = (value: number, low: number, high: number): number =>
  Math.round(Math.min(high, Math.max(low, value)) * 10) / 10;

/** To another place, in tenths and inside the picture. What is not said stays. */
export function moved(
  core: StudyModule,
  state: TrainingState,
  index: number,
  to: Readonly<{ kilograms?: number; centimetres?: number; dog?: boolean }>,
): TrainingState {
  const was = state.animals[index];
  if (!was) return state;
  const animal = {
    kilograms: held(to.kilograms ?? was.kilograms, PLANE.xLow, PLANE.xHigh),
    centimetres: held(to.centimetres ?? was.centimetres, PLANE.yLow, PLANE.yHigh),
    dog: to.dog ?? was.dog,
  };
  if (animal.kilograms === was.kilograms && animal.centimetres === was.centimetres && animal.dog === was.dog)
    return { ...state, chosen: index };
  return withAnimals(
    core,
    state,
    state.animals.map((one, i) => (i === index ? animal : one)),
    index,
  );
}

/** One more, in the middle, of the kind of the chosen one. */
export function added(core: StudyModule, state: TrainingState): TrainingState {
  if (state.animals.length >= MOST_ANIMALS) return state;
  const dog = state.animals[state.chosen]?.dog ?? true;
  const animals = [...state.animals, { kilograms: 6, centimetres: 8, dog }];
  return withAnimals(core, state, animals, animals.length - 1);
}

/** The last one stays: without any there is nothing to train on. */
export function removed(core: StudyModule, state: TrainingState, index: number): TrainingState {
  if (state.animals.length <= 1 || !state.animals[index]) return state;
  const animals = state.animals.filter((_, i) => i !== index);
  return withAnimals(core, state, animals, Math.min(index, animals.length - 1));
}

export const chose = (state: TrainingState, index: number): TrainingState =>
  state.animals[index] ? { ...state, chosen: index } : state;

/** Of a place in the frame, in shares of it from the top left corner: what is there. */
export function pointed(
  { setup }: TrainingState,
  x: number,
  y: number,
): Readonly<{ kilograms: number; centimetres?: number }> {
  const { xLow, xHigh, yLow, yHigh } = viewOf(setup);
  const kilograms = xLow + x * (xHigh - xLow);
  return setup.features === 2 ? { kilograms, centimetres: yHigh - y * (yHigh - yLow) } : { kilograms };
}

/** What an address says of a training; what makes no sense in it is as if it were not there. */
export function setupFrom(settings: Settings): Setup {
  const one = <T extends string>(name: string, known: readonly T[], fallback: T): T =>
    known.find((value) => value === settings[name]) ?? fallback;
  const rate = Number(settings['rate'] || NaN);
  return {
    seed: seedFrom(settings['animals'] ?? '') ?? SETUP.seed,
    herd: one('herd', HERDS, SETUP.herd),
    start: one('start', STARTS, SETUP.start),
    features: settings['features'] === '1' ? 1 : SETUP.features,
    shown: one('loss', SHOWN, SETUP.shown),
    rate: rate >= RATES.least && rate <= RATES.most ? rate : SETUP.rate,
  };
}

export function seedFrom(text: string): number | undefined {
  const digits = text.trim();
  return /^\d{1,10}$/.test(digits) && Number(digits) <= MOST_SEED ? Number(digits) : undefined;
}

/** Animals in an address: kilograms and centimetres in tenths, and the kind: 47-73-c.61-80-d */
const toText = (animals: readonly Animal[]): string =>
  animals
    .map(({ kilograms, centimetres, dog }) =>
      [Math.round(kilograms * 10), Math.round(centimetres * 10), dog ? 'd' : 'c'].join('-'),
    )
    .join('.');

function fromText(text: string | undefined): readonly Animal[] | undefined {
  const found = (text ?? '').split('.').map((one) => /^(\d{1,3})-(\d{1,3})-([cd])$/.exec(one));
  if (found.length > MOST_ANIMALS || found.some((one) => one === null)) return undefined;
  return found.map((one) => ({
    kilograms: held(Number(one?.[1]) / 10, PLANE.xLow, PLANE.xHigh),
    centimetres: held(Number(one?.[2]) / 10, PLANE.yLow, PLANE.yHigh),
    dog: one?.[3] === 'd',
  }));
}

/** The settings of the address that leads here: as many steps too, where they lead to the same. */
export function settingsOf(state: TrainingState): Settings {
  const { seed, herd, start, features, shown, rate } = state.setup;
  return {
    animals: String(seed),
    ...(herd !== SETUP.herd && { herd }),
    ...(start !== SETUP.start && { start }),
    ...(features !== SETUP.features && { features: String(features) }),
    ...(shown !== SETUP.shown && { loss: shown }),
    rate: String(rate),
    ...(state.replays && state.steps > 0 && { steps: String(state.steps) }),
    ...(state.edited && { points: toText(state.animals) }),
  };
}

export function fromSettings(core: StudyModule, settings: Settings): TrainingState {
  const steps = /^\d{1,4}$/.test(settings['steps'] ?? '') ? Number(settings['steps']) : 0;
  return stepped(core, opened(core, setupFrom(settings), fromText(settings['points'])), steps);
}

/** A line of a picture: where a model is undecided, or nearly sure. */
export type Segment = Float64Array;

export interface Picture {
  view: View;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  /** Of the animals, x0, y0, x1, y1, ... in pixels. */
  places: Float64Array;
  runs: readonly Readonly<{ loss: TrainingLoss; undecided: Segment; sure: readonly Segment[]; curve: Runs }>[];
}

export function pictureOf(core: StudyModule, { setup, animals, runs }: TrainingState): Picture {
  const view = viewOf(setup);
  const { kilograms, labels } = arraysOf(animals, setup);
  const up = setup.features === 2 ? Float64Array.from(animals, ({ centimetres }) => centimetres) : labels;
  return {
    view,
    xTicks: valueOf(core.ticks('x', view, 7)),
    yTicks: setup.features === 2 ? valueOf(core.ticks('y', view, 7)) : valueOf(core.ticks('y', view, 3)),
    places: valueOf(core.placed(kilograms, up, view)),
    runs: runs.map(({ loss, now }) => {
      const at = (probability: number) => valueOf(core.levelLine(now.weights, setup.features, probability, view));
      return {
        loss,
        undecided: at(0.5),
        sure: setup.features === 2 ? [at(0.1), at(0.9)] : [],
        curve: setup.features === 1 ? valueOf(core.probabilityCurve(now.weights, view)) : [],
      };
    }),
  };
}

export interface Chart {
  view: View;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  line: Float64Array;
}

/** So many steps a chart shows at least. */
const FEWEST_SHOWN = 20;

export function chartOf(core: StudyModule, { losses }: Run, steps: number): Chart {
  const highest = losses.reduce((most, loss) => Math.max(most, loss), 0);
  const view = {
    xLow: 0,
    xHigh: Math.max(FEWEST_SHOWN, steps),
    yLow: 0,
    // A training that has nothing left to lose still needs a scale.
    yHigh: Math.max(highest * 1.05, 1e-6),
    widthPx: 640,
    heightPx: 320,
  };
  return {
    view,
    xTicks: valueOf(core.ticks('x', view, 5)),
    yTicks: valueOf(core.ticks('y', view, 5)),
    line: valueOf(core.lossTrace(Float64Array.from(losses), view)),
  };
}

/** The steps whose loss a table has: the first ones, and then fewer and fewer. */
export const milestones = (steps: number): readonly number[] =>
  [0, 1, 2, 3, 5, 10, 20, 50, 100, 200, 500, 1_000, 2_000, 5_000].filter((step) => step < steps).concat(steps);

export const courseOf = ({ now }: Run, { steps }: TrainingState): Course | 'started' =>
  steps === 0 && now.course === 'falling' ? 'started' : now.course;
