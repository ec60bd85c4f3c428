/** A learner on the way through a worked solution. */
import type { Axis, DecimalMark } from '../../../wasm/contract/core.js';
import type { LineJudgement, StudyModule, WorkedLine } from '../../../wasm/contract/study/study.js';
import { valueOf } from '../../engine/value.js';
import type { FieldFault } from '../content/solve.js';
import type { MadePlace, Settings } from './places.js';

/** How a line came to stand there: typed, passed by who was ahead, or shown. */
export type Way = 'typed' | 'ahead' | 'shown';

/** What was said last. */
export type Said =
  | Readonly<{ type: 'nothing' | 'opened' | 'shown' | 'back' }>
  | Readonly<{ type: 'judged'; typed: string; judgement: LineJudgement }>;

export interface WalkthroughState {
  label: number;
  given: Axis;
  at: number;
  lines: readonly WorkedLine[];
  /** For each line that has been reached, after the first. */
  ways: readonly Way[];
  said: Said;
  /** judged: nothing is said yet; said: it stands; edited: it stands for what is no longer typed. */
  phase: 'judged' | 'said' | 'edited';
}

const NOTHING: Said = { type: 'nothing' };

/** An example from elsewhere on the page. */
export interface Example {
  label: number;
  given: Axis;
  at: number;
}

/** Its fields, as somebody would type them. */
export const fieldsOf = ({ label, given, at }: Example): Fields => ({ label: String(label), given, at: String(at) });

/** The fields of the example, as they were typed. */
export interface Fields {
  label: string;
  given: Axis;
  at: string;
}

export type FieldFaults = Readonly<{ label?: FieldFault; at?: FieldFault }>;

/** The problem of the free lesson. */
export const FIELDS: Fields = { label: '1', given: 'probability', at: '0.85' };

/** An example as settings of an address, and where it came from. */
export const settingsOf = ({ label, given, at }: Example, from?: MadePlace): Settings => ({
  y: String(label),
  [given === 'logit' ? 'z' : 'p']: String(at),
  ...(from && { from }),
});

/** Longer than any number is. */
const MOST_DIGITS = 40;

/** The fields that an address fills; nothing where it names no prediction. */
export function fieldsFrom({ y = FIELDS.label, p, z }: Settings): Fields | undefined {
  const at = z ?? p;
  if (at === undefined) return undefined;
  return {
    label: y.slice(0, MOST_DIGITS),
    given: z === undefined ? 'probability' : 'logit',
    at: at.slice(0, MOST_DIGITS),
  };
}

function numberIn(core: StudyModule, text: string): number | FieldFault {
  const value = core.evaluate(text);
  if (value.ok) return value.value;
  return value.code === 'empty' ? 'field_empty' : 'not_a_number';
}

/** The start of a solution, or what is wrong with the fields. */
export function started(core: StudyModule, fields: Fields): WalkthroughState | FieldFaults {
  const label = numberIn(core, fields.label);
  const at = numberIn(core, fields.at);
  if (typeof label === 'string' || typeof at === 'string') {
    return { ...(typeof label === 'string' && { label }), ...(typeof at === 'string' && { at }) };
  }
  const lines = core.work(label, fields.given, at);
  if (lines.ok) {
    return { label, given: fields.given, at, lines: lines.value, ways: [], said: NOTHING, phase: 'said' };
  }
  const code = lines.code as FieldFault;
  return code.startsWith('label') ? { label: code } : { at: code };
}

/** A solution that was opened from elsewhere, which is said. */
export const announced = (state: WalkthroughState): WalkthroughState => ({
  ...state,
  said: { type: 'opened' },
  phase: 'judged',
});

export const isStarted = (state: WalkthroughState | FieldFaults): state is WalkthroughState => 'lines' in state;

/** The last line that is reached, counted from 0. */
export const reached = (state: WalkthroughState): number => state.ways.length;

export const isDone = (state: WalkthroughState): boolean => reached(state) === state.lines.length - 1;

/** The learner typed the next line. */
export function checked(
  core: StudyModule,
  state: WalkthroughState,
  typed: string,
  mark: DecimalMark,
): WalkthroughState {
  if (isDone(state)) return state;
  const from = reached(state);
  const judgement = valueOf(core.judgeLine(typed, state.label, state.given, state.at, from, mark));
  const ways = [...state.ways];
  if (judgement.verdict === 'right' || judgement.verdict === 'ahead') {
    for (let line = from + 1; line < judgement.reached; line++) ways.push('ahead');
    ways.push('typed');
  }
  return { ...state, ways, said: { type: 'judged', typed, judgement }, phase: 'judged' };
}

/** The learner has the next line shown, or all that are left. */
export function shown(state: WalkthroughState, all = false): WalkthroughState {
  const left = state.lines.length - 1 - reached(state);
  const more = Array.from({ length: all ? left : Math.min(1, left) }, (): Way => 'shown');
  return { ...state, ways: [...state.ways, ...more], said: { type: 'shown' }, phase: 'judged' };
}

export const back = (state: WalkthroughState): WalkthroughState => ({
  ...state,
  ways: state.ways.slice(0, -1),
  said: { type: 'back' },
  phase: 'judged',
});

export const again = (state: WalkthroughState): WalkthroughState => ({
  ...state,
  ways: [],
  said: NOTHING,
  phase: 'said',
});

export const heard = <State extends { phase: string }>(state: State): State => ({ ...state, phase: 'said' });

/** The learner types on. */
export const edited = (state: WalkthroughState): WalkthroughState =>
  state.said.type === 'judged' && state.phase === 'said' ? { ...state, phase: 'edited' } : state;
