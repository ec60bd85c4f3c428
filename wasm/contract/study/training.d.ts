/**
 * The part of the study edition's contract that trains: logistic regression on made-up cats and dogs.
 *
 * What is shown is in kilograms and centimetres; weights are [bias, first, second], of features that core measures
 * from the middle of their range (core/include/bce/animals.hpp). With one feature the ears are an empty array, and the
 * second weight is not used. Nothing that comes back is NaN or infinite.
 */
import type { Outcome, Runs, View, ViewCode } from '../core.js';

export type TrainingLoss = 'cross_entropy' | 'squared_error';

/** Where a training has got to; core/include/bce/training.hpp has the rules. */
export type Course = 'diverged' | 'leaping' | 'endless' | 'stalled' | 'settled' | 'falling';

/** Where it starts. */
export type Start = 'level' | 'chance' | 'wrong';

/** Whether the two kinds overlap. */
export type Herd = 'mixed' | 'apart';

export type TrainingError =
  | 'no_examples'
  | 'lengths_differ'
  | 'feature_not_finite'
  | 'label_not_binary'
  | 'weight_not_finite'
  | 'rate_not_positive';

/** Dogs have the label 1. */
export type Animals = Readonly<{ weights: Float64Array; ears: Float64Array; labels: Float64Array }>;

export type TrainingRun = Readonly<{
  weights: Float64Array;
  /** Of the mean loss, by each weight; and its length. */
  gradient: Float64Array;
  slope: number;
  meanLoss: number;
  /** Examples on the other side of p = 1/2. */
  wrong: number;
  /** The mean loss after each step that was taken; before them that of the start, where `before` was empty. */
  losses: Float64Array;
  /** What each example costs now, and the probability of a dog. */
  each: Float64Array;
  probabilities: Float64Array;
  /** The example that costs most, counted from 0, and its share of the sum. */
  dearest: number;
  share: number;
  course: Course;
}>;

type Refused = TrainingError | 'too_many';

export interface TrainingModule {
  /** Twenty, from a seed (a whole number below 2^32). */
  animals(seed: number, herd: Herd): Outcome<Animals, 'seed_unknown' | 'herd_unknown'>;
  startingWeights(
    start: Start,
    seed: number,
    features: number,
  ): Outcome<Float64Array, 'start_unknown' | 'seed_unknown' | 'features_unknown'>;
  /**
   * So many steps down the gradient, at most 100,000. `before` are the latest mean losses up to these weights,
   * oldest first; none at the start.
   */
  train(
    kilograms: Float64Array,
    centimetres: Float64Array,
    labels: Float64Array,
    weights: Float64Array,
    before: Float64Array,
    loss: TrainingLoss,
    rate: number,
    steps: number,
  ): Outcome<TrainingRun, Refused | 'loss_unknown' | 'steps_unknown'>;
  /** Up to this rate no step can raise the loss. */
  safeRate(kilograms: Float64Array, centimetres: Float64Array, labels: Float64Array): Outcome<number, Refused>;
  /** Where the model says `probability`, as x0, y0, x1, y1 in pixels; empty where that is nowhere in the view. */
  levelLine(
    weights: Float64Array,
    features: number,
    probability: number,
    view: View,
  ): Outcome<Float64Array, ViewCode | 'weight_not_finite' | 'features_unknown' | 'probability_out_of_range'>;
  /** The probability of a dog over the weight in kilograms. */
  probabilityCurve(weights: Float64Array, view: View): Outcome<Runs, ViewCode | 'weight_not_finite'>;
  /** Values by step, drawn as a line: x0, y0, x1, y1, ... in pixels. */
  lossTrace(values: Float64Array, view: View): Outcome<Float64Array, ViewCode>;
  /** Points in pixels, x0, y0, x1, y1, ..., held to the frame. */
  placed(x: Float64Array, y: Float64Array, view: View): Outcome<Float64Array, ViewCode | 'lengths_differ'>;
}
