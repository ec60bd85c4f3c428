/** A learner on the way through a walkthrough: steps with a question each, and a task at the end. */
import type { Axis, DecimalMark } from '../../../wasm/contract/core.js';
import type { Asked, ExerciseJudgement, StudyModule } from '../../../wasm/contract/study/study.js';
import { FAILED } from '../../state/practice.js';
import { valueOf } from '../../engine/value.js';
import type { Place } from './places.js';

/** What was given for a number that is asked for, and that number; `at` is p or z, as `given` says. */
export type Given = Readonly<{ label: number; given: Axis; at: number; answer: number }>;

/** A question, as it is judged: a number that is typed, or one of several answers (counted from 0). */
export type Question =
  | (Readonly<{ type: 'number'; judge(typed: string, mark: DecimalMark): ExerciseJudgement }> & Given)
  | Readonly<{ type: 'choice'; right: number }>;

/** What a walkthrough consists of; the same object for as long as it is shown. */
export interface Plan {
  place: Place;
  steps: readonly Question[];
  /** The task at the end, of numbers that follow from a seed. */
  task(seed: number): Question;
  /** What is practised there, for who keeps a record of it. */
  skill: string;
}

/** A number of core's own list (core/include/bce/walks.hpp). */
export const asks = (core: StudyModule, asked: Asked, seed = 0): Question => ({
  type: 'number',
  ...valueOf(core.asking(asked, seed)),
  judge: (typed, mark) => valueOf(core.judgeAsked(typed, asked, seed, mark)),
});

export const chooses = (right: number): Question => ({ type: 'choice', right });

/** How an answer came to be there: found by the learner, or shown to them. */
export type Way = 'found' | 'shown';

/** What was said last. */
export type Said =
  | Readonly<{ type: 'nothing' | 'shown' | 'no_choice' }>
  | Readonly<{ type: 'judged'; typed: string; judgement: ExerciseJudgement }>
  | Readonly<{ type: 'chosen'; choice: number; right: boolean }>;

export interface WalkState {
  /** The step that is worked at, counted from 0; after the last one comes the task. */
  at: number;
  /** The last one that is open. What was reached stays. */
  reached: number;
  /** Of each step, and at the end of the task. */
  ways: readonly (Way | undefined)[];
  /** Wrong answers to the task. */
  misses: number;
  seed: number;
  task: Question;
  said: Said;
  phase: 'judged' | 'said' | 'edited';
}

const NOTHING: Pick<WalkState, 'said' | 'phase'> = { said: { type: 'nothing' }, phase: 'said' };

export const begun = (plan: Plan, seed: number): WalkState => ({
  at: 0,
  reached: 0,
  ways: Array.from({ length: plan.steps.length + 1 }, () => undefined),
  misses: 0,
  seed,
  task: plan.task(seed),
  ...NOTHING,
});

export const isTask = (plan: Plan, at: number): boolean => at === plan.steps.length;

export const questionAt = (plan: Plan, state: WalkState, at = state.at): Question => plan.steps[at] ?? state.task;

/** Whether the answer is there to be seen. */
export const isSettled = (state: WalkState, at = state.at): boolean => state.ways[at] !== undefined;

/** To a step; all before it are open too, whether they were answered or not. */
export function gone(plan: Plan, state: WalkState, to: number): WalkState {
  const at = Math.min(Math.max(to, 0), plan.steps.length);
  return { ...state, at, reached: Math.max(state.reached, at), ...NOTHING };
}

const settled = (state: WalkState, way: Way): WalkState['ways'] =>
  state.ways.map((was, i) => (i === state.at ? way : was));

/** The learner typed a number. */
export function answered(plan: Plan, state: WalkState, typed: string, mark: DecimalMark): WalkState {
  const question = questionAt(plan, state);
  if (question.type !== 'number') return state;
  const judgement = question.judge(typed, mark);
  const said: WalkState = { ...state, said: { type: 'judged', typed, judgement }, phase: 'judged' };
  if (isSettled(state)) return said;
  if (judgement.verdict === 'right' || judgement.verdict === 'truncated') {
    return { ...said, ways: settled(state, 'found') };
  }
  return missed(plan, said, FAILED[judgement.verdict]);
}

/** The learner chose one of several answers, or none. */
export function chosen(plan: Plan, state: WalkState, choice: number | undefined): WalkState {
  const question = questionAt(plan, state);
  if (question.type !== 'choice') return state;
  if (choice === undefined) return { ...state, said: { type: 'no_choice' }, phase: 'judged' };
  const right = choice === question.right;
  const said: WalkState = { ...state, said: { type: 'chosen', choice, right }, phase: 'judged' };
  if (isSettled(state)) return said;
  return right ? { ...said, ways: settled(state, 'found') } : missed(plan, said, true);
}

const missed = (plan: Plan, state: WalkState, failed: boolean): WalkState =>
  failed && isTask(plan, state.at) ? { ...state, misses: state.misses + 1 } : state;

/** The learner has the answer shown. */
export const revealed = (state: WalkState): WalkState =>
  isSettled(state) ? state : { ...state, ways: settled(state, 'shown'), said: { type: 'shown' }, phase: 'judged' };

export const MOST_SEED = 4294967295;

/** The task with the numbers of a seed, as if it had never been looked at. */
export const seeded = (plan: Plan, state: WalkState, seed: number): WalkState => ({
  ...state,
  ways: state.ways.map((way, i) => (isTask(plan, i) ? undefined : way)),
  misses: 0,
  seed,
  task: plan.task(seed),
});

/** On to a task with other numbers. */
export const renewed = (plan: Plan, state: WalkState): WalkState =>
  gone(plan, seeded(plan, state, state.seed === MOST_SEED ? 0 : state.seed + 1), plan.steps.length);

export const heard = (state: WalkState): WalkState => ({ ...state, phase: 'said' });

/** The learner types on. */
export const edited = (state: WalkState): WalkState =>
  state.said.type === 'judged' && state.phase === 'said' ? { ...state, phase: 'edited' } : state;

/** The step that the settings of an address name, as step=2, counted from 0. */
export function stepIn({ step }: Readonly<Record<string, string>>, plan: Plan): number | undefined {
  if (!step || !/^[1-9]\d?$/.test(step) || Number(step) > plan.steps.length + 1) return undefined;
  return Number(step) - 1;
}

/** The seed that they name. */
export function seedIn({ seed }: Readonly<Record<string, string>>): number | undefined {
  if (!seed || !/^\d{1,10}$/.test(seed) || Number(seed) > MOST_SEED) return undefined;
  return Number(seed);
}
