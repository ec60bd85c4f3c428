/** What <bce-walkthrough> says; marks and rules as in web/content/schema.ts. */
import type { Axis, LossCode } from '../../../wasm/contract/core.js';
import type { LineVerdict, Rule } from '../../../wasm/contract/study/study.js';
import type { Prose } from '../../content/schema.js';

/** Why a field of the example cannot be used. */
export type FieldFault = 'field_empty' | 'not_a_number' | LossCode;

export interface SolveText {
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
}
