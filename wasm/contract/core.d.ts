/**
 * What crosses from the C++ core to the web, in TypeScript's own words.
 *
 * Everything is plain data: nothing has to be deleted. Natural logarithm and nats throughout.
 * A function that can refuse its input returns an Outcome; its codes have the same spelling as the
 * enumerators in core.
 */

export type Outcome<T, Code extends string, Detail = unknown> =
  | Readonly<{ ok: true; value: T }>
  | (Readonly<{ ok: false; code: Code }> & Readonly<Detail>)
  | Readonly<{ ok: false; code: ArgumentCode }>;

/**
 * Refused before core is asked: a wrong count or type of argument, or an array past kMostNumbers;
 * or not answered, because the module itself has failed, which it then does for every later call.
 */
export type ArgumentCode = 'argument_count' | 'argument_type' | 'array_too_long' | 'core_failed';

export type LossCode =
  | 'label_not_finite'
  | 'label_out_of_range'
  | 'probability_not_finite'
  | 'probability_out_of_range'
  | 'logit_not_finite';

export type BatchCode = 'empty' | 'lengths_differ' | 'label' | 'probability';

export type ViewCode = 'view_not_finite' | 'view_empty';

export type ParseCode =
  | 'empty'
  | 'too_long'
  | 'too_deep'
  | 'unknown_character'
  | 'unknown_word'
  | 'malformed_number'
  | 'number_too_large'
  | 'missing_operand'
  | 'missing_bracket'
  | 'unexpected_bracket'
  | 'second_equals'
  | 'ambiguous_mark';

export type DataCode =
  | 'no_rows'
  | 'too_many_rows'
  | 'lengths_differ'
  | 'label_not_binary'
  | 'label_out_of_range'
  | 'probability_not_finite'
  | 'probability_out_of_range'
  | 'probability_at_end';

export type WrongTurn =
  | 'base_ten'
  | 'base_two'
  | 'lost_minus'
  | 'other_term'
  | 'percentage'
  | 'squared_error'
  | 'absolute_error'
  | 'probability'
  | 'complement'
  | 'hundredfold'
  | 'misplaced_point'
  | 'halved'
  | 'both_terms'
  | 'entropy'
  | 'own_weight'
  | 'logit'
  | 'slope'
  | 'slope_in_logit'
  | 'mislabelled';

/** What is said of an answer; core/include/bce/answer.hpp has the rules. */
export type Verdict =
  | 'empty'
  | 'unreadable'
  | 'right'
  | 'truncated'
  | 'near'
  | 'imprecise'
  | 'indistinct'
  | 'other_unit'
  | 'unequal'
  | 'infinite'
  | 'wrong_turn'
  | 'wrong';

/** Why a formula that could be read is no answer. */
export type AnswerFault = 'needs_numbers' | 'undefined' | 'other_letter';

export type Library = 'pytorch' | 'keras' | 'scikit_learn';
export type Unit = 'nats' | 'bits' | 'hartleys';
export type StepId = 'likelihood' | 'log_likelihood' | 'mean_loss';
/** The assumption of the derivation that is given up; core/include/bce/derivation.hpp says what for. */
export type Dropped = 'nothing' | 'binary_labels' | 'independence' | 'inner_probabilities';

/** How the children of an `open` token are laid out; see core/include/bce/tokens.hpp. */
export type Layout = 'row' | 'fenced' | 'fraction' | 'superscript' | 'subscript' | 'hat' | 'root' | 'total';

/** A formula, flat: an `open` token is followed by its children and a `close`. */
export type Token =
  | Readonly<{
      kind: 'number';
      number: number;
      /** Significant figures that it was typed with; none where nobody typed it. */
      figures?: number;
    }>
  | Readonly<{ kind: 'identifier' | 'function' | 'operation'; text: string }>
  | Readonly<{ kind: 'open'; text: Exclude<Layout, 'fenced'> | '(' | '[' | '|' }>
  | Readonly<{ kind: 'close' }>;

/** A rectangle of the plane, and the pixels that show it (downwards from the top left corner). */
export type View = Readonly<{
  xLow: number;
  xHigh: number;
  yLow: number;
  yHigh: number;
  widthPx: number;
  heightPx: number;
}>;

/** Unbroken stretches of a curve, in pixels, each x0, y0, x1, y1, ... from left to right. */
export type Runs = readonly Float64Array[];

/** What a prediction is told by, and what a curve is drawn over: p, or z where p = sigmoid(z). */
export type Axis = 'probability' | 'logit';

/** The loss, what it is compared with, and what a library reports in its place. */
export type CurveName = 'cross_entropy' | 'squared_error' | 'classification_error' | Library;

/** What a library has in place of the loss and of dL/dp; always finite. */
export type Reported = Readonly<{ loss: number; slope: number }>;

/** Everything the graph shows of one point. Nats; +-Infinity where the mathematics says so. */
export type PointReading = Readonly<{
  /** Rounded, where z was given. */
  probability: number;
  /** 1 - p, with its own digits where p rounds to 1. */
  complement: number;
  /** ln(p / (1 - p)); +-Infinity at the ends. */
  logit: number;
  loss: number;
  /** dL/dp */
  slope: number;
  /** dL/dz = p - y */
  slopeInLogit: number;
  /** The loss as entropy(y) + divergence(y || p). */
  entropy: number;
  divergence: number;
  /** 1/2 (p - y)^2, and its slope over z: (p - y) p (1 - p). */
  squaredError: number;
  squaredErrorSlope: number;
  /** The error to expect of the prediction that says 1 where p >= 1/2. */
  classificationError: number;
  /** Of the probability, as it was rounded. */
  reported: Readonly<Record<Library, Reported>>;
  /** Where it is drawn, held to the frame. */
  xPx: number;
  yPx: number;
  /** False where the point itself is outside the frame, so that xPx or yPx is the frame's edge. */
  inFrame: boolean;
  /**
   * The tangent of the loss over the axis, inside the frame, in pixels: x0, y0, x1, y1 from left to
   * right. Undefined where there is none, or none of it is in the frame.
   */
  tangent: readonly [number, number, number, number] | undefined;
}>;

/** The number, and where it stands on its axis, in pixels. */
export type Tick = Readonly<{ value: number; px: number }>;

/** What a locale writes between ones and tenths. */
export type DecimalMark = '.' | ',';

export type Problem = Readonly<{ label: number; probability: number }>;

/**
 * What was understood of an answer, and the unit that was typed with it. `value` is in that unit.
 * `naturalLog`: log was typed without a base, and read as ln. `otherMark`: decimals were typed with
 * the mark that is not the locale's, and no others.
 */
type Reading = Readonly<{ reading: readonly Token[]; unit?: Unit; naturalLog?: true; otherMark?: true }>;

export type Judgement =
  | Readonly<{ verdict: 'empty' }>
  | Readonly<{ verdict: 'unreadable'; reason: ParseCode; position: number; length: number }>
  | (Readonly<{ verdict: 'unreadable'; reason: AnswerFault }> & Reading)
  | (Readonly<{ verdict: 'wrong_turn'; turn: WrongTurn; value: number }> & Reading)
  | (Readonly<{ verdict: Exclude<Verdict, 'empty' | 'unreadable' | 'wrong_turn'>; value: number }> & Reading);

export type Step = Readonly<{
  id: StepId;
  /** Name = definition. */
  formula: readonly Token[];
  /** The definition with the rows' numbers in it. */
  worked: readonly Token[];
  /** The definition's value for the rows. */
  value: number;
  /** The same value, got from the step before. */
  follows: number;
  agrees: boolean;
  /** False where rounding in the step before has changed the figures that are shown. */
  comparable: boolean;
  /** The figures that are shown are all there are. */
  exact: boolean;
}>;

export type Derivation = Readonly<{
  steps: readonly [Step, Step, Step];
  /** Significant figures that values are shown with. */
  figures: number;
  underflowed: boolean;
  /** What becomes of it on rows that do not keep to the assumption that was dropped. */
  breach: Readonly<{
    rows: number;
    /** The first step that needs the assumption. */
    step: StepId;
    /** A likelihood to set beside step 1; which, core/include/bce/derivation.hpp says. */
    instead: number;
  }>;
}>;

export interface CoreModule {
  /** The loss in nats, in [0, Infinity]. Label in [0, 1], probability in [0, 1]. */
  loss(label: number, probability: number): Outcome<number, LossCode>;
  /** The loss in nats from a finite logit. */
  lossFromLogit(label: number, logit: number): Outcome<number, LossCode>;
  /** dL/dp. */
  slope(label: number, probability: number): Outcome<number, LossCode>;
  /** dL/dz = p - y. */
  slopeFromLogit(label: number, logit: number): Outcome<number, LossCode>;
  /** H(y), the least loss any probability can reach for this label. Nats. */
  entropy(label: number): Outcome<number, LossCode>;
  /** KL(y || p), what p costs above that. Nats. */
  divergence(label: number, probability: number): Outcome<number, LossCode>;
  /** An amount of nats in another unit. */
  inUnit(unit: Unit, nats: number): Outcome<number, 'unit_unknown'>;
  /** What a library reports in place of the loss; always finite. Nats. */
  reportedLoss(library: Library, label: number, probability: number): Outcome<number, LossCode | 'library_unknown'>;
  /** Mean loss of a batch in nats. `row` counts from 0. At most 4,194,304 examples. */
  meanLoss(
    labels: Float64Array,
    probabilities: Float64Array,
  ): Outcome<number, BatchCode, { row: number; cause: LossCode }>;

  /** A curve over the axis for one label, inside the view. */
  lossCurve(
    curve: CurveName,
    label: number,
    axis: Axis,
    view: View,
  ): Outcome<Runs, LossCode | ViewCode | 'curve_unknown' | 'axis_unknown'>;
  /**
   * Everything the graph shows of a point. `at` is p or z, as `given` says; a z of +-Infinity is
   * p = 1 or 0, exactly. `axis` and `view` say where the loss is drawn.
   */
  readPoint(
    label: number,
    given: Axis,
    at: number,
    axis: Axis,
    view: View,
  ): Outcome<PointReading, LossCode | ViewCode | 'axis_unknown'>;
  /** Round numbers along the axis, ascending, at most `atMost`. */
  ticks(axis: 'x' | 'y', view: View, atMost: number): Outcome<readonly Tick[], ViewCode | 'axis_unknown'>;

  /** Reads a formula; the tokens print it. Positions count UTF-16 code units, as JavaScript does. */
  formula(text: string): Outcome<readonly Token[], ParseCode, { position: number; length: number }>;

  /** The value of a formula without letters. */
  evaluate(text: string): Outcome<number, ParseCode | 'unknown_symbol' | 'undefined'>;

  /** The free problem: find the loss. */
  freeProblem(): Outcome<Problem, never>;
  /** Judges an answer to a problem. Any text is a normal argument. `decimalMark` is the locale's. */
  judge(text: string, label: number, probability: number, decimalMark: DecimalMark): Outcome<Judgement, LossCode>;

  /** The derivation's three formulas, as they hold for any data set. */
  derivationFormulas(): Outcome<readonly [readonly Token[], readonly Token[], readonly Token[]], never>;
  /** The derivation for 1 to 12 rows. `row` counts from 0. */
  derive(
    labels: Float64Array,
    probabilities: Float64Array,
    dropped: Dropped,
  ): Outcome<Derivation, DataCode | 'assumption_unknown', { row: number }>;
}
