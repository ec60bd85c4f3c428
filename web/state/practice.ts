/** One attempt at the free problem. */
import type { CoreModule, Judgement, Problem } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';

export interface PracticeState {
  /** What was checked last, as it was typed. */
  checked: string;
  judgement: Judgement | undefined;
}

export const UNTRIED: PracticeState = { checked: '', judgement: undefined };

export function answered(core: CoreModule, problem: Problem, typed: string): PracticeState {
  return { checked: typed, judgement: valueOf(core.judge(typed, problem.label, problem.probability)) };
}

/** Whether the answer counts as right. */
export const isRight = ({ judgement }: PracticeState): boolean =>
  judgement?.verdict === 'right' || judgement?.verdict === 'truncated';
