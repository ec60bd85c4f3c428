/** What the walkthrough from logits shows: a label and a logit, and the loss that comes of them in several ways. */
import type { PointReading, Runs, Tick, View } from '../../../wasm/contract/core.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import type { LossParts, NaiveLoss } from '../../../wasm/contract/study/walks.js';
import { valueOf } from '../../engine/value.js';
import { asks, chooses, type Plan } from './walk.js';

/** As in content/en/logits.ts, where the answers to choose from stand. */
export const RIGHT = { breaks: 1, joined: 0, digits: 0 } as const;

export const plan = (core: StudyModule): Plan => ({
  place: 'walkthroughs/logits',
  skill: 'logits',
  steps: [
    asks(core, 'logits_loss'),
    chooses(RIGHT.breaks),
    chooses(RIGHT.joined),
    asks(core, 'logits_softplus'),
    chooses(RIGHT.digits),
  ],
  task: (seed) => asks(core, 'logits_task', seed),
});

/** So far the slider goes; a box takes any logit. */
export const FAR = 50;
export const PRESETS = [-800, -40, 0, 40, 800] as const;

export interface LogitsState {
  y: number;
  z: number;
}

export const START: LogitsState = { y: 1, z: -3 };

/** Its pixels are only a measure; the picture is as large as its place. */
const PIXELS = { widthPx: 1000, heightPx: 625 };
export const VIEW: View = { xLow: -FAR, xHigh: FAR, yLow: 0, yHigh: FAR, ...PIXELS };

/** A logit that somebody typed. */
export function logitFrom(core: StudyModule, text: string): number | undefined {
  const value = core.evaluate(text);
  return value.ok && Number.isFinite(value.value) ? value.value : undefined;
}

export interface Bench {
  parts: LossParts;
  single: NaiveLoss;
  double: NaiveLoss;
  /** ln(1 + e^z) and ln(1 + e^-z): the losses of the two labels. */
  rising: number;
  falling: number;
  /** e^z, as float64 has it. */
  power: number;
}

export const bench = (core: StudyModule, { y, z }: LogitsState): Bench => ({
  parts: valueOf(core.lossParts(y, z)),
  single: valueOf(core.naiveLoss('float32', y, z)),
  double: valueOf(core.naiveLoss('float64', y, z)),
  rising: valueOf(core.lossFromLogit(0, z)),
  falling: valueOf(core.lossFromLogit(1, z)),
  power: valueOf(core.naiveLoss('float64', y, -z)).power,
});

/** What is drawn for a label. */
export interface LossPicture {
  y: number;
  loss: Runs;
  single: Runs;
  double: Runs;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

export const lossPicture = (core: StudyModule, y: number): LossPicture => ({
  y,
  loss: valueOf(core.lossCurve('cross_entropy', y, 'logit', VIEW)),
  single: valueOf(core.naiveCurve('float32', y, VIEW)),
  double: valueOf(core.naiveCurve('float64', y, VIEW)),
  xTicks: valueOf(core.ticks('x', VIEW, 5)),
  yTicks: valueOf(core.ticks('y', VIEW, 6)),
});

/** The probability with its complement, and where the loss is in the picture. */
export const placeOf = (core: StudyModule, { y, z }: LogitsState): PointReading =>
  valueOf(core.readPoint(y, 'logit', z, 'logit', VIEW));
