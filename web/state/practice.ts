/** One attempt at the free problem. */
import type { CoreModule, Judgement, Problem } from '../../wasm/contract/core.js';
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
}

export const UNTRIED: PracticeState = { checked: '', judgement: undefined, phase: 'said' };

export function answered(core: CoreModule, problem: Problem, typed: string): PracticeState {
  return {
    checked: typed,
    judgement: valueOf(core.judge(typed, problem.label, problem.probability)),
    phase: 'judged',
  };
}

export const said = (state: PracticeState): PracticeState => ({ ...state, phase: 'said' });

/** The learner types on. */
export const edited = (state: PracticeState): PracticeState =>
  state.judgement && state.phase === 'said' ? { ...state, phase: 'edited' } : state;

/** Whether the answer counts as right. */
export const isRight = ({ judgement }: PracticeState): boolean =>
  judgement?.verdict === 'right' || judgement?.verdict === 'truncated';
