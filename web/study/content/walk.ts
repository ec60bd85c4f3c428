/** What every walkthrough says beside its own words; marks and rules as in web/content/schema.ts. */
import type { Verdict } from '../../../wasm/contract/core.js';
import type { Prose } from '../../content/schema.js';
import type { Turn } from './schema.js';

/** What a question is about, formatted for the locale: y, p or z, and the answer. */
export interface Numbers {
  y: string;
  at: string;
  answer: string;
}

/** An answer to choose, and what is said to who chose it. */
export interface Option {
  answer: Prose;
  reason: Prose;
}

export interface QuestionText {
  ask(numbers: Numbers): Prose;
  /** Names the box for a number. */
  field?: string;
  /** In the place of a number. */
  options?: readonly Option[];
  /** Why the answer is what it is; once it is there. */
  why(numbers: Numbers): readonly Prose[];
  /** Said of mistakes in the place of what is said of them everywhere. */
  turns?: Readonly<Partial<Record<Turn, Prose>>>;
}

export interface StepText extends QuestionText {
  heading: string;
  body: readonly Prose[];
}

/** A walkthrough: its own text has this and what its interactive parts say. */
export interface WalkthroughText {
  /** Names the list of steps. */
  heading: string;
  intro: Prose;
  steps: readonly StepText[];
  task: StepText;
}

export interface WalkText {
  /** Names the row of buttons that lead to the steps. */
  stops: string;
  stop(n: string, heading: string): string;
  task: string;
  check: string;
  show: string;
  next: string;
  toTask: string;
  back: string;
  /** At a step that was left without an answer. */
  answer: string;
  another: string;
  choose: string;
  noChoice: string;
  shown: string;
  chosenRight: Prose;
  chosenWrong: Prose;
  tags: Record<'found' | 'shown', string>;
  verdicts: Record<Exclude<Verdict, 'unreadable' | 'wrong_turn'>, Prose>;
  faults: Record<'needs_numbers' | 'undefined' | 'other_letter', Prose>;
  done: string;
}
