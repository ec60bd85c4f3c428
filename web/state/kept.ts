/**
 * What the learner did, as it is kept between visits: from state to plain data and back. The data may have been
 * written by anybody; what makes no sense in it is undefined, and then everything is as on a first visit.
 */
import type { CoreModule, DecimalMark, Dropped } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';
import { MOST_ROWS, resumed, type DerivationState } from './derivation.js';
import { fromLink, toLink, type GraphState } from './graph.js';
import { answered, UNTRIED, type PracticeState } from './practice.js';

/** What the practice holds beside its state: the text in the field. */
export interface PracticeWork {
  attempt: PracticeState;
  typed: string;
}

/** What each part of the lesson has to keep. */
export interface Work {
  graph: GraphState;
  practice: PracticeWork;
  derivation: DerivationState;
}
export type Part = keyof Work;

/** What the data is read with. */
export interface Means {
  core: CoreModule;
  decimalMark: DecimalMark;
}

interface Form<State> {
  kept(state: State): unknown;
  resumed(data: unknown, now: State, means: Means): State | undefined;
}

const MOST_TYPED = 200;
const MOST_ATTEMPTS = 999;
const MOST_HINTS = 20;

const isTyped = (value: unknown): value is string => typeof value === 'string' && value.length <= MOST_TYPED;
const isCount = (value: unknown, most: number): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most;
const fieldsOf = (data: unknown): Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null ? { ...data } : {};

const DROPPED: readonly Dropped[] = ['nothing', 'binary_labels', 'independence', 'inner_probabilities'];

export const FORMS: { [Name in Part]: Form<Work[Name]> } = {
  graph: {
    kept: toLink,
    resumed: (data, now) => {
      if (typeof data !== 'string' || data.length > 400) return undefined;
      let sense = true;
      const state = fromLink(now, data, () => (sense = false));
      return sense ? state : undefined;
    },
  },

  practice: {
    kept: ({ attempt: { checked, judgement, attempts, hints }, typed }) => ({
      typed: typed.slice(0, MOST_TYPED),
      ...(judgement && { checked: checked.slice(0, MOST_TYPED) }),
      attempts,
      hints: [...hints],
    }),
    resumed: (data, _now, { core, decimalMark }) => {
      const { typed, checked, attempts, hints } = fieldsOf(data);
      if (!isTyped(typed) || !isCount(attempts, MOST_ATTEMPTS)) return undefined;
      if (!Array.isArray(hints) || hints.length > MOST_HINTS) return undefined;
      if (!hints.every((hint) => isCount(hint, MOST_HINTS))) return undefined;
      if (checked !== undefined && !isTyped(checked)) return undefined;
      // Judged anew: nothing that is kept says what is right.
      const problem = valueOf(core.freeProblem());
      const judged = checked === undefined ? UNTRIED : answered(core, problem, checked, decimalMark);
      const phase = typed === judged.checked ? 'said' : 'edited';
      return { typed, attempt: { ...judged, attempts, hints: new Set(hints), phase } };
    },
  },

  derivation: {
    kept: ({ rows, dropped }) => ({
      rows: rows.map(({ label, probability }) => [label.slice(0, MOST_TYPED), probability.slice(0, MOST_TYPED)]),
      dropped,
    }),
    resumed: (data, now, { core }) => {
      const { rows, dropped } = fieldsOf(data);
      const without = DROPPED.find((known) => known === dropped);
      if (!without || !Array.isArray(rows) || rows.length > MOST_ROWS) return undefined;
      const cells = rows.map((row: unknown) => (Array.isArray(row) ? row.filter(isTyped) : []));
      const pairs = cells.flatMap(([label, probability, ...more]) =>
        label === undefined || probability === undefined || more.length > 0 ? [] : [[label, probability] as const],
      );
      return pairs.length === rows.length ? resumed(core, now, pairs, without) : undefined;
    },
  },
};
