/** What <bce-walkthrough> says; marks and rules as in web/content/schema.ts. */
import type { Axis, LossCode } from '../../../wasm/contract/core.js';
import type { LineVerdict, Rule } from '../../../wasm/contract/study/study.js';
import type { Prose } from '../../content/schema.js';

/** Why a field of the example cannot be used. */
export type FieldFault = 'field_empty' | 'not_a_number' | LossCode;

/** What a sentence about the picture has: the numbers of the example, formatted, and what kind of place they are. */
export interface GraphNumbers {
  y: string;
  /** `p` or `z`, whichever was given. */
  letter: Prose;
  at: string;
  loss: string;
  /** What the loss is for the labels 1 and 0. */
  one: string;
  zero: string;
  soft: boolean;
  infinite: boolean;
  /** Whether the point can be seen. */
  inFrame: boolean;
}

export interface SolveText {
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
  /** The graph beside the lines. */
  graph: {
    yAxis: Prose;
    xAxis: Record<Axis, Prose>;
    /** The name of a curve, and the factor before its logarithm. */
    weighed(curve: { name: string; weight: string }): string;
    /** What a line is in the picture; of the formula, before there is a rule. */
    says: Record<Rule | 'formula', (numbers: GraphNumbers) => Prose>;
  };
}
