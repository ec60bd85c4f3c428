/**
 * What crosses in the study edition beside the public contract (../core.d.ts), by its rules.
 */
import type {
  Axis,
  CoreModule,
  DecimalMark,
  Judgement,
  LossCode,
  Outcome,
  ParseCode,
  Token,
  Unit,
  WrongTurn,
} from '../core.js';
import type { WalksModule } from './walks.js';

/** A step of a worked solution; core/include/bce/rewrite.hpp says what each does. */
export type Rule =
  | 'substitute'
  | 'one_minus'
  | 'zero_term'
  | 'zero_silences'
  | 'one_factor'
  | 'sigmoid'
  | 'log_of_reciprocal'
  | 'large_exponent'
  | 'exponential'
  | 'complement'
  | 'logarithm'
  | 'multiply'
  | 'add'
  | 'apply_minus';

/** A rule gone wrong, in a solution with a mistake to find. */
export type Slip = 'percentage' | 'swapped_terms' | 'forgotten_one' | 'base_ten' | 'lost_minus';

/** What is said of a line; core/include/bce/worked.hpp has the rules. */
export type LineVerdict =
  | 'empty'
  | 'unreadable'
  | 'undefined'
  | 'right'
  | 'ahead'
  | 'not_yet'
  | 'imprecise'
  | 'near'
  | 'unequal'
  | 'wrong_turn'
  | 'wrong';

export type ExerciseKind =
  | 'loss_for_one'
  | 'loss_for_zero'
  | 'loss_at_logit'
  | 'find_p'
  | 'batch_mean'
  | 'nats_to_bits'
  | 'better_model'
  | 'spot_the_error';

/** Mistakes that are met only in exercises. */
export type Mistake =
  | 'logit_as_p'
  | 'other_outcome'
  | 'straight_line'
  | 'power_of_ten'
  | 'power_of_two'
  | 'growing_power'
  | 'sum'
  | 'labels_ignored'
  | 'terms_swapped'
  | 'ten_for_e'
  | 'two_for_e'
  | 'minus_lost'
  | 'multiplied'
  | 'hartleys'
  | 'unchanged'
  | 'max_left_out'
  | 'tail_left_out'
  | 'product_added'
  | 'factors_added'
  | 'squared_slope'
  | 'own_square'
  | 'first_order'
  | 'label_entropy'
  | 'not_subtracted'
  | 'entropy_added'
  | 'reversed';

/** A number that a walkthrough asks for; core/include/bce/walks.hpp says which. */
export type Asked =
  | 'logits_loss'
  | 'logits_softplus'
  | 'logits_task'
  | 'gradient_in_p'
  | 'gradient_of_p'
  | 'gradient_in_z'
  | 'gradient_order'
  | 'gradient_task'
  | 'entropy_of_label'
  | 'entropy_cross'
  | 'entropy_divergence'
  | 'entropy_task';

export type WorkedLine = Readonly<{
  /** What led to it; none for the first. */
  rule?: Rule;
  /** L = ..., or nearly. Computed numbers are rounded to six figures. */
  line: readonly Token[];
  /** What was replaced on the way to it. */
  because: readonly (readonly Token[])[];
}>;

type LineReading = Readonly<{ reading: readonly Token[]; unit?: Unit; naturalLog?: true; otherMark?: true }>;

export type LineJudgement =
  | Readonly<{ verdict: 'empty' }>
  | Readonly<{ verdict: 'unreadable'; reason: ParseCode; position: number; length: number }>
  | (Readonly<{ verdict: 'right' | 'ahead'; reached: number }> & LineReading)
  | (Readonly<{ verdict: 'wrong_turn'; turn: WrongTurn }> & LineReading)
  | (Readonly<{ verdict: Exclude<LineVerdict, 'empty' | 'unreadable' | 'right' | 'ahead' | 'wrong_turn'> }> &
      LineReading);

export type Exercise = Readonly<{
  /** Of what a seed leads to; a link names it. */
  version: number;
  kind: ExerciseKind;
  level: number;
  /** None for nats_to_bits. */
  labels: readonly number[];
  /** As many: p, or z for loss_at_logit; for better_model the first model's. */
  predictions: readonly number[];
  /** The second model's. */
  rivals: readonly number[];
  /** The loss in nats, for find_p and nats_to_bits. */
  given: number;
  /** The number asked for; for better_model 0 or 1, for spot_the_error the index of the line. */
  answer: number;
  /** For spot_the_error. */
  lines: readonly WorkedLine[];
  /** What went wrong in them. */
  slip: Slip;
  /** Statements that lead to the answer. */
  solution: readonly (readonly Token[])[];
}>;

type JudgedTurn = Extract<Judgement, { verdict: 'wrong_turn' }>;
export type ExerciseJudgement =
  Exclude<Judgement, JudgedTurn> | (Omit<JudgedTurn, 'turn'> & Readonly<{ turn: WrongTurn | Mistake }>);

type ExerciseCode = 'seed_unknown' | 'kind_unknown' | 'level_unknown';

/** What is given where a number is asked for, and that number. `at` is p or z, as `given` says. */
export type Asking = Readonly<{ label: number; given: Axis; at: number; answer: number }>;
export type AskingCode = 'question_unknown' | 'seed_unknown';

export interface StudyModule extends CoreModule, WalksModule {
  /** The loss of an example solved line by line. `at` is p or z, as `given` says. */
  work(label: number, given: Axis, at: number): Outcome<readonly WorkedLine[], LossCode | 'axis_unknown'>;
  /** Judges a text as the line after line `line` of that solution, counted from 0. */
  judgeLine(
    text: string,
    label: number,
    given: Axis,
    at: number,
    line: number,
    decimalMark: DecimalMark,
  ): Outcome<LineJudgement, LossCode | 'axis_unknown' | 'line_unknown'>;
  /** The exercise of a seed (a whole number below 2^32) and a level (1 to 5). */
  exercise(seed: number, kind: ExerciseKind, level: number): Outcome<Exercise, ExerciseCode>;
  /** Judges a number typed as its answer. */
  judgeExercise(
    text: string,
    seed: number,
    kind: ExerciseKind,
    level: number,
    decimalMark: DecimalMark,
  ): Outcome<ExerciseJudgement, ExerciseCode>;
  /** What a walkthrough asks for; a task by its seed (a whole number below 2^32), a step the same for every seed. */
  asking(asked: Asked, seed: number): Outcome<Asking, AskingCode>;
  /** Judges a number typed as its answer. */
  judgeAsked(
    text: string,
    asked: Asked,
    seed: number,
    decimalMark: DecimalMark,
  ): Outcome<ExerciseJudgement, AskingCode>;
}
