/** What the walkthrough of the gradient shows: slopes at a point, and a finite difference that checks one of them. */
import type { PointReading, Runs, Tick, View } from '../../../wasm/contract/core.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import type { Difference, DifferenceKind } from '../../../wasm/contract/study/walks.js';
import { valueOf } from '../../engine/value.js';
import { asks, chooses, type Plan } from './walk.js';

/** As in content/en/gradient.ts, where the answers to choose from stand. */
export const RIGHT = { moves: 1, rounding: 0 } as const;

export const plan = (core: StudyModule): Plan => ({
  place: 'walkthroughs/gradient',
  skill: 'gradient',
  steps: [
    asks(core, 'gradient_in_p'),
    asks(core, 'gradient_of_p'),
    asks(core, 'gradient_in_z'),
    chooses(RIGHT.moves),
    chooses(RIGHT.rounding),
    asks(core, 'gradient_order'),
  ],
  task: (seed) => asks(core, 'gradient_task', seed),
});

export const FAR = 8;
/** log10 of the step, from one too small to move any z to one as large as the picture. */
export const SMALLEST = -18;
export const LARGEST = 1;

export interface GradientState {
  y: number;
  z: number;
  kind: DifferenceKind;
  /** The step h. */
  step: number;
}

export const tenTo = (exponent: number): number => Number(`1e${exponent}`);

export const START: GradientState = { y: 1, z: 1, kind: 'forward', step: tenTo(-1) };

/** Pixels are only a measure; a picture is as large as its place. */
const PIXELS = { widthPx: 1000, heightPx: 625 };
export const SLOPES: View = { xLow: -FAR, xHigh: FAR, yLow: -1.1, yHigh: 1.1, ...PIXELS };
/** Both axes in powers of ten. */
export const ERRORS: View = { xLow: SMALLEST, xHigh: LARGEST, yLow: -17, yHigh: 1, ...PIXELS };

/** A step that somebody typed; core takes none above its largest. */
export function stepFrom(core: StudyModule, text: string): number | undefined {
  const value = core.evaluate(text);
  return value.ok && core.difference('forward', 1, 0, value.value, ERRORS).ok ? value.value : undefined;
}

export interface Check {
  at: PointReading;
  /** dp/dz: the slope over z is that over p, times this. */
  slopeOfP: number;
  forward: Difference;
  central: Difference;
}

export function check(core: StudyModule, { y, z, step }: GradientState): Check {
  return {
    at: valueOf(core.readPoint(y, 'logit', z, 'logit', SLOPES)),
    slopeOfP: valueOf(core.sigmoidSlope(z)),
    forward: valueOf(core.difference('forward', y, z, step, ERRORS)),
    central: valueOf(core.difference('central', y, z, step, ERRORS)),
  };
}

export interface Slopes {
  y: number;
  cross: Runs;
  squared: Runs;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

export const slopes = (core: StudyModule, y: number): Slopes => ({
  y,
  cross: valueOf(core.slopeCurve('cross_entropy', y, SLOPES)),
  squared: valueOf(core.slopeCurve('squared_error', y, SLOPES)),
  xTicks: valueOf(core.ticks('x', SLOPES, 5)),
  yTicks: valueOf(core.ticks('y', SLOPES, 5)),
});

export interface Errors {
  y: number;
  z: number;
  forward: Runs;
  central: Runs;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

export const errors = (core: StudyModule, { y, z }: GradientState): Errors => ({
  y,
  z,
  forward: valueOf(core.differenceErrors('forward', y, z, ERRORS)),
  central: valueOf(core.differenceErrors('central', y, z, ERRORS)),
  xTicks: valueOf(core.ticks('x', ERRORS, 5)),
  yTicks: valueOf(core.ticks('y', ERRORS, 5)),
});

/** Where the slider stands: the nearest whole power of ten. */
export const powerOf = (step: number): number => {
  const power = Number(step.toExponential().split('e')[1]);
  return Math.min(LARGEST, Math.max(SMALLEST, power));
};
