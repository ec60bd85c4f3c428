/** Attempts at the free problem. */
import type { CoreModule, DecimalMark, Judgement, Problem, Verdict } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';

export interface PracticeState {
  /** What was checked last, as it was typed. */
  checked: string;
  judgement: Judgement | undefined;
  /**
   * judged: nothing is said yet, so that the same sentence twice is heard twice;
   * said: the verdict stands;
   * edited: it stands, but for an answer that is no longer in the field.
   */
  phase: 'judged' | 'said' | 'edited';
  /** Used up by wrong answers, and by hints that are not free. */
  attempts: number;
  /** The hints that have been opened, by their place in the ladder. */
  hints: ReadonlySet<number>;
}

export const UNTRIED: PracticeState = {
  checked: '',
  judgement: undefined,
  phase: 'said',
  attempts: 0,
  hints: new Set(),
};

/** Only what could be read and is not the loss; too few figures or another unit is no failed attempt. */
export const FAILED: Readonly<Record<Verdict, boolean>> = {
  empty: false,
  unreadable: false,
  right: false,
  truncated: false,
  imprecise: false,
  indistinct: false,
  other_unit: false,
  near: true,
  unequal: true,
  infinite: true,
  wrong_turn: true,
  wrong: true,
};

export function answered(
  core: CoreModule,
  problem: Problem,
  typed: string,
  decimalMark: DecimalMark,
  before: PracticeState = UNTRIED,
): PracticeState {
  const judgement = valueOf(core.judge(typed, problem.label, problem.probability, decimalMark));
  // The same answer checked again is not another attempt.
  const again = typed === before.checked && before.judgement !== undefined;
  return {
    ...before,
    checked: typed,
    judgement,
    phase: 'judged',
    attempts: before.attempts + (FAILED[judgement.verdict] && !again ? 1 : 0),
  };
}

export const said = (state: PracticeState): PracticeState => ({ ...state, phase: 'said' });

/** The learner types on. */
export const edited = (state: PracticeState): PracticeState =>
  state.judgement && state.phase === 'said' ? { ...state, phase: 'edited' } : state;

/** The first hint costs nothing, and after a right answer none does. */
export const isFree = (state: PracticeState, hint: number): boolean => hint === 0 || isRight(state);

/** A hint was opened: it costs once, however often it is folded and opened again. */
export function hinted(state: PracticeState, hint: number): PracticeState {
  if (state.hints.has(hint)) return state;
  const cost = isFree(state, hint) ? 0 : 1;
  return { ...state, hints: new Set([...state.hints, hint]), attempts: state.attempts + cost };
}

/** Whether the answer counts as right. */
export const isRight = ({ judgement }: PracticeState): boolean =>
  judgement?.verdict === 'right' || judgement?.verdict === 'truncated';
