/** What <bce-exercises> says; marks and rules as in web/content/schema.ts. */
import type { ExerciseKind, Slip } from '../../../wasm/contract/study/study.js';
import type { Prose } from '../../content/schema.js';

/** The numbers of an exercise, formatted for the locale. */
export interface ExerciseNumbers {
  y: string;
  p: string;
  given: string;
  rows: string;
}

export interface ExercisesText {
  intro: Prose;
  kind: string;
  kinds: Record<ExerciseKind | 'any', string>;
  seed: string;
  seedFault: string;
  level: string;
  open: string;
  link: string;
  linked: string;
  linkFailed: string;
  /** The link that led here was made by another version. */
  otherVersion: string;
  tasks: Record<ExerciseKind, (numbers: ExerciseNumbers) => Prose>;
  asks: Record<ExerciseKind, Prose>;
  table: { caption: string; example: string; label: Prose; prediction: Prose; models: readonly [string, string] };
  field: Record<Exclude<ExerciseKind, 'better_model' | 'spot_the_error'>, string>;
  choose: string;
  lineNumber(n: string): string;
  check: string;
  show: string;
  /** Opens the walkthrough; before the exercise is over that counts as help. */
  solve: Record<'free' | 'costs', string>;
  next: string;
  solution: string;
  verdicts: Record<
    | 'empty'
    | 'right'
    | 'truncated'
    | 'near'
    | 'imprecise'
    | 'indistinct'
    | 'other_unit'
    | 'unequal'
    | 'infinite'
    | 'wrong',
    Prose
  >;
  faults: Record<'needs_numbers' | 'undefined' | 'other_letter', Prose>;
  noChoice: string;
  betterRight: Prose;
  betterWrong: Prose;
  spotRight: Prose;
  spotWrong: Prose;
  slips: Record<Slip, Prose>;
  shown: Prose;
  harder(level: string): string;
  easier(level: string): string;
  finish: string;
  summary: {
    heading: string;
    rows: Record<'problems' | 'solved' | 'first' | 'helped' | 'attempts' | 'level', string>;
    turns: string;
    none: string;
    times(name: string, times: string): string;
    again: string;
  };
}
