/** What the graph beside a solution shows: the example as a point, and what each rule says of it. */
import type { Axis, CoreModule, PointReading, Runs, Tick, View } from '../../../wasm/contract/core.js';
import type { Rule } from '../../../wasm/contract/study/study.js';
import { valueOf } from '../../engine/value.js';
import { INITIAL, viewOf } from '../../state/graph.js';
import { reached, type WalkthroughState } from './walkthrough.js';

/**
 * What is marked. The numbers are a point; the factors weigh the curves; one of them falls away; the other is the
 * loss; where on the axis the prediction stands; what is left of it up to 1; how high the curves are there; where
 * between two heights the loss lies; how much it is.
 */
export type Mark = 'point' | 'weights' | 'away' | 'curve' | 'place' | 'rest' | 'heights' | 'between' | 'loss';

/** What each rule adds to the picture; what was marked before stays. */
export const MARKS: Readonly<Record<Rule, Mark>> = {
  substitute: 'point',
  one_minus: 'weights',
  zero_term: 'away',
  zero_silences: 'away',
  one_factor: 'curve',
  sigmoid: 'place',
  log_of_reciprocal: 'curve',
  large_exponent: 'heights',
  exponential: 'place',
  complement: 'rest',
  logarithm: 'heights',
  multiply: 'between',
  add: 'between',
  apply_minus: 'loss',
};

/** The rules of the lines that stand there, the last one last; none before the first. */
export const rulesOf = (state: WalkthroughState, line = reached(state)): readonly Rule[] =>
  state.lines.slice(0, line + 1).flatMap(({ rule }) => rule ?? []);

/** What is marked once these rules have been applied, each in the order in which it came. */
export const marksOf = (rules: readonly Rule[]): readonly Mark[] => [...new Set(rules.map((rule) => MARKS[rule]))];

export interface SolveGraph {
  axis: Axis;
  view: View;
  /** The curves of the labels 0 and 1, and of the present one. */
  hard: readonly [zero: Runs, one: Runs];
  chosen: Runs;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
  /** The loss, and what it would be for the labels 0 and 1. */
  at: PointReading;
  outcomes: readonly [zero: PointReading, one: PointReading];
  /** How much each counts. */
  weights: readonly [zero: number, one: number];
}

/** Past this a logit is shown on the wide axis. */
const NEAR_LOGIT = 8;

export function solveGraph(core: CoreModule, { label, given, at }: WalkthroughState): SolveGraph {
  const far = given === 'logit' && Math.abs(at) > NEAR_LOGIT;
  const view = viewOf({ ...INITIAL, axis: given, overlays: new Set(far ? ['libraries' as const] : []) });
  const curve = (y: number) => valueOf(core.lossCurve('cross_entropy', y, given, view));
  const point = (y: number) => valueOf(core.readPoint(y, given, at, given, view));
  const hard = [curve(0), curve(1)] as const;
  const outcomes = [point(0), point(1)] as const;
  return {
    axis: given,
    view,
    hard,
    chosen: label === 0 ? hard[0] : label === 1 ? hard[1] : curve(label),
    xTicks: valueOf(core.ticks('x', view, 5)),
    yTicks: valueOf(core.ticks('y', view, 6)),
    at: point(label),
    outcomes,
    weights: [valueOf(core.evaluate(`1 - ${label}`)), label],
  };
}
