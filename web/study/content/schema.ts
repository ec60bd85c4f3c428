/** The shape of the study edition's text; marks and rules as in web/content/schema.ts. */
import type { Axis, LossCode, WrongTurn } from '../../../wasm/contract/core.js';
import type { ExerciseKind, LineVerdict, Mistake, Rule, Slip } from '../../../wasm/contract/study/study.js';
import type { PracticeText, Prose } from '../../content/schema.js';

export type Turn = WrongTurn | Mistake;

/** Why a field of the example cannot be used. */
export type FieldFault = 'field_empty' | 'not_a_number' | LossCode;

/** The numbers of an exercise, formatted for the locale. */
export interface ExerciseNumbers {
  y: string;
  p: string;
  given: string;
  rows: string;
}

export interface StudyText extends PracticeText {
  /** For tabs and search engines. */
  pageTitle: string;
  pageDescription: string;
  home: { title: string; intro: Prose; back: string; noScript: string; solve: string; practise: string };

  /** Said of any mistake, without giving the answer away; and its name, for a list. */
  mistakes: Record<Turn, { name: string; help: Prose }>;

  walkthrough: {
    heading: string;
    intro: Prose;
    setup: string;
    label: Prose;
    given: string;
    axes: Record<Axis, Prose>;
    at: Record<Axis, string>;
    start: string;
    faults: Record<FieldFault, string>;
    /** Names the list of lines. */
    lines: string;
    /** Before the formula that everything starts from. */
    first: string;
    /** Each rule: what it is called, what it asks for, and why it holds. */
    rules: Record<Rule, { name: string; task: Prose; why: Prose }>;
    next: string;
    field: string;
    check: string;
    show: string;
    showAll: string;
    back: string;
    again: string;
    howTo: Prose;
    verdicts: Record<Exclude<LineVerdict, 'unreadable' | 'wrong_turn'>, Prose>;
    shown: Prose;
    wentBack: Prose;
    /** Said when an exercise has brought its numbers along. */
    opened: Record<Axis, (numbers: { y: string; at: string }) => Prose>;
    toOrigin: string;
    done(counts: { typed: string; shown: string }): string;
    tags: Record<'typed' | 'ahead' | 'shown', string>;
  };

  exercises: {
    heading: string;
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
  };
}
