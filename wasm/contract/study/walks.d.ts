/** What crosses for the walkthroughs; joined in StudyModule (study.d.ts). */
import type { BatchCode, LossCode, Outcome, Runs, View, ViewCode } from '../core.js';

export type Precision = 'float32' | 'float64';
export type DifferenceKind = 'forward' | 'central';
/** What a difference suffers from; core/include/bce/difference.hpp says when. */
export type DifferenceCause = 'nothing' | 'exact' | 'bends' | 'both' | 'rounds';
export type DifferenceError = 'step_out_of_range';

/** Each number on the way of a program that takes the probability first. Any may be infinite, the loss also NaN. */
export type NaiveLoss = Readonly<{
  /** e^-z. */
  power: number;
  probability: number;
  complement: number;
  lnProbability: number;
  lnComplement: number;
  loss: number;
}>;

/** loss = large - product + tail. */
export type LossParts = Readonly<{
  /** max(z, 0). */
  large: number;
  /** z y. */
  product: number;
  /** ln(1 + e^-|z|). */
  tail: number;
  loss: number;
}>;

export type Difference = Readonly<{
  ahead: number;
  behind: number;
  change: number;
  width: number;
  quotient: number;
  /** p - y. */
  slope: number;
  /** What is between them. */
  error: number;
  cause: DifferenceCause;
  /** Where log10 of step and error are in the view; yPx is Infinity for an error of 0. */
  xPx: number;
  yPx: number;
}>;

/** Events of a made-up source, each 1 with the probability `rate`. */
export type Source = Readonly<{ rate: number; outcomes: Float64Array }>;

export type Score = Readonly<{
  /** Nats; Infinity after a bet of exactly 0 or 1 that was wrong. */
  logLoss: number;
  brier: number;
}>;

export type Scores = Readonly<{
  own: Score;
  /** Of the best constant bet, which is `share`. */
  best: Score;
  /** Of always one half. */
  half: Score;
  /** Of ones. */
  share: number;
  /** Bets of exactly 0 or 1 that were wrong. */
  ruined: number;
  /** The bets by fifths of [0, 1], and how often a 1 followed. */
  bins: readonly Readonly<{ count: number; meanBet: number; share: number }>[];
}>;

export interface WalksModule {
  naiveLoss(precision: Precision, label: number, logit: number): Outcome<NaiveLoss, LossCode | 'precision_unknown'>;
  lossParts(label: number, logit: number): Outcome<LossParts, LossCode>;
  /** The naive loss over the logit; nothing where it is NaN. */
  naiveCurve(precision: Precision, label: number, view: View): Outcome<Runs, LossCode | ViewCode | 'precision_unknown'>;
  /** dL/dz by a finite difference; `step` is above 0, and at most 100. The view is that of the errors. */
  difference(
    kind: DifferenceKind,
    label: number,
    logit: number,
    step: number,
    view: View,
  ): Outcome<Difference, LossCode | ViewCode | DifferenceError | 'difference_unknown'>;
  /** log10 of the error over log10 of the step. */
  differenceErrors(
    kind: DifferenceKind,
    label: number,
    logit: number,
    view: View,
  ): Outcome<Runs, LossCode | ViewCode | 'difference_unknown'>;
  /** dp/dz. */
  sigmoidSlope(logit: number): Outcome<number, LossCode>;
  /** dL/dz over the logit. */
  slopeCurve(
    loss: 'cross_entropy' | 'squared_error',
    label: number,
    view: View,
  ): Outcome<Runs, LossCode | ViewCode | 'curve_unknown'>;
  /** Twenty events; `seed` is a whole number below 2^32. */
  source(seed: number): Outcome<Source, 'seed_unknown'>;
  /** Of bets on as many outcomes (0 or 1). */
  score(outcomes: Float64Array, bets: Float64Array): Outcome<Scores, BatchCode | 'out_of_memory'>;
}
