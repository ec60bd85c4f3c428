/** A session of exercises: the one that is open, and what came before it. */
import type { Exercise, ExerciseJudgement, ExerciseKind, StudyModule } from '../../../wasm/contract/study/study.js';
import type { Axis, DecimalMark } from '../../../wasm/contract/core.js';
import { FAILED } from '../../state/practice.js';
import { valueOf } from '../../engine/value.js';
import type { Turn } from '../content/schema.js';
import { hashOf, type Settings } from './places.js';
import type { Example } from './walkthrough.js';

export const KINDS = [
  'loss_for_one',
  'loss_for_zero',
  'loss_at_logit',
  'find_p',
  'batch_mean',
  'nats_to_bits',
  'better_model',
  'spot_the_error',
] as const satisfies readonly ExerciseKind[];

export type Choice = ExerciseKind | 'any';

export const LEVELS = [1, 2, 3, 4, 5] as const;
export const MOST_SEED = 4294967295;

/** So many in a row change the level. */
const IN_A_ROW = 2;

/** What leads to an exercise, and is shared as a link. */
export interface Place {
  seed: number;
  kind: Choice;
  level: number;
}

export const START: Place = { seed: 1, kind: 'any', level: 1 };

export interface Session {
  problems: number;
  solved: number;
  first: number;
  /** Solved without a miss, with the walkthrough beside it. */
  helped: number;
  attempts: number;
  turns: Readonly<Partial<Record<Turn, number>>>;
}

export const FRESH: Session = { problems: 0, solved: 0, first: 0, helped: 0, attempts: 0, turns: {} };

/** What was said last. */
export type Said =
  | Readonly<{ type: 'nothing' | 'shown' | 'no_choice' }>
  | Readonly<{ type: 'judged'; typed: string; judgement: ExerciseJudgement }>
  | Readonly<{ type: 'chosen'; right: boolean }>;

export interface ExercisesState {
  place: Place;
  /** The kind that the seed leads to, where kinds are mixed. */
  kind: ExerciseKind;
  exercise: Exercise;
  /** Wrong answers to this exercise. */
  misses: number;
  /** Whether the walkthrough was opened with its numbers before it was over. */
  helped: boolean;
  /** Whether its solution is there to be seen: solved, or shown. */
  open: boolean;
  said: Said;
  phase: 'judged' | 'said' | 'edited';
  /** Exercises in a row that were right first time; below 0, that were not. */
  streak: number;
  /** Which way the level has just moved. */
  moved: 'up' | 'down' | undefined;
  session: Session;
  finished: boolean;
}

/** The exercise at a place. */
export function opened(core: StudyModule, place: Place, before?: ExercisesState): ExercisesState {
  const kind = place.kind === 'any' ? (KINDS[place.seed % KINDS.length] ?? KINDS[0]) : place.kind;
  return {
    place,
    kind,
    exercise: valueOf(core.exercise(place.seed, kind, place.level)),
    misses: 0,
    helped: false,
    open: false,
    said: { type: 'nothing' },
    phase: 'said',
    streak: before?.streak ?? 0,
    moved: undefined,
    session: before?.session ?? FRESH,
    finished: false,
  };
}

/** The exercise is over: the level follows what came of it. */
function over(state: ExercisesState, solved: boolean): ExercisesState {
  const clean = solved && state.misses === 0;
  const first = clean && !state.helped;
  const helped = clean && state.helped;
  // With help it says nothing of the level.
  const streak = first ? Math.max(0, state.streak) + 1 : helped ? 0 : Math.min(0, state.streak) - 1;
  const step = Math.abs(streak) < IN_A_ROW ? 0 : Math.sign(streak);
  const level = Math.min(LEVELS.length, Math.max(1, state.place.level + step));
  const { session } = state;
  return {
    ...state,
    open: true,
    streak: step === 0 ? streak : 0,
    moved: level > state.place.level ? 'up' : level < state.place.level ? 'down' : undefined,
    session: {
      ...session,
      problems: session.problems + 1,
      solved: session.solved + Number(solved),
      first: session.first + Number(first),
      helped: session.helped + Number(helped),
    },
  };
}

/** The level of the next exercise. The open one keeps its own, or it would be another. */
export const nextLevel = ({ place, moved }: ExercisesState): number =>
  place.level + (moved === 'up' ? 1 : moved === 'down' ? -1 : 0);

/** The next one has the next seed. */
export const next = (core: StudyModule, state: ExercisesState): ExercisesState => {
  const { seed, kind } = state.place;
  return opened(core, { seed: seed === MOST_SEED ? 0 : seed + 1, kind, level: nextLevel(state) }, state);
};

const isRight = (judgement: ExerciseJudgement) => judgement.verdict === 'right' || judgement.verdict === 'truncated';

/** The learner typed an answer. */
export function answered(core: StudyModule, state: ExercisesState, typed: string, mark: DecimalMark): ExercisesState {
  const { seed, level } = state.place;
  const judgement = valueOf(core.judgeExercise(typed, seed, state.kind, level, mark));
  const said: ExercisesState = { ...state, said: { type: 'judged', typed, judgement }, phase: 'judged' };
  if (state.open) return said;
  const right = isRight(judgement);
  if (!right && !FAILED[judgement.verdict]) return said;
  const { session } = state;
  const turn = judgement.verdict === 'wrong_turn' ? judgement.turn : undefined;
  const counted: ExercisesState = {
    ...said,
    misses: state.misses + Number(!right),
    session: {
      ...session,
      attempts: session.attempts + 1,
      turns: turn ? { ...session.turns, [turn]: (session.turns[turn] ?? 0) + 1 } : session.turns,
    },
  };
  return right ? over(counted, true) : counted;
}

/** The learner chose a model or a line. */
export function chosen(state: ExercisesState, choice: number | undefined): ExercisesState {
  if (choice === undefined) return { ...state, said: { type: 'no_choice' }, phase: 'judged' };
  const right = choice === state.exercise.answer;
  const said: ExercisesState = { ...state, said: { type: 'chosen', right }, phase: 'judged' };
  if (state.open) return said;
  const { session } = state;
  const counted: ExercisesState = {
    ...said,
    misses: state.misses + Number(!right),
    session: { ...session, attempts: session.attempts + 1 },
  };
  return right ? over(counted, true) : counted;
}

/** The learner has the solution shown. */
export const revealed = (state: ExercisesState): ExercisesState =>
  state.open ? state : { ...over(state, false), said: { type: 'shown' }, phase: 'judged' };

/** The one example that an exercise is about, for the walkthrough; nothing where there is none, or several. */
export function exampleOf({ kind, exercise }: ExercisesState): Example | undefined {
  const label = exercise.labels[0];
  const at = exercise.predictions[0];
  const given = GIVEN[kind];
  return given && label !== undefined && at !== undefined ? { label, given, at } : undefined;
}

const GIVEN: Readonly<Partial<Record<ExerciseKind, Axis>>> = {
  loss_for_one: 'probability',
  loss_for_zero: 'probability',
  loss_at_logit: 'logit',
  spot_the_error: 'probability',
};

/** The learner goes through its example line by line. */
export const helped = (state: ExercisesState): ExercisesState => ({ ...state, helped: state.helped || !state.open });

export const finished = (state: ExercisesState): ExercisesState => ({ ...state, finished: true });

export const edited = (state: ExercisesState): ExercisesState =>
  state.said.type === 'judged' && state.phase === 'said' ? { ...state, phase: 'edited' } : state;

/** What a person may mean by a seed; nothing where it is none. */
export function seedFrom(text: string): number | undefined {
  const digits = text.trim();
  if (!/^\d{1,10}$/.test(digits)) return undefined;
  const seed = Number(digits);
  return seed <= MOST_SEED ? seed : undefined;
}

/** The exercise as settings of an address. */
export const settingsOf = ({ seed, kind, level }: Place, version: number): Settings => ({
  seed: String(seed),
  kind,
  level: String(level),
  v: String(version),
});

/** The exercise as the end of an address. */
export const linkOf = (place: Place, version: number): string => hashOf('exercises', settingsOf(place, version));

/** Whether an address names another version than that of our exercises, so that its seed leads elsewhere. */
export const isOtherVersion = ({ v }: Settings, version: number): boolean => v !== undefined && v !== String(version);

/** The exercise that an address leads to; without a seed it leads to none. */
export function placeFrom(asked: Settings): Place | undefined {
  const seed = seedFrom(asked['seed'] ?? '');
  if (seed === undefined) return undefined;
  const kind = (['any', ...KINDS] as const).find((name) => name === asked['kind']) ?? START.kind;
  const level = LEVELS.find((known) => String(known) === asked['level']) ?? START.level;
  return { seed, kind, level };
}
