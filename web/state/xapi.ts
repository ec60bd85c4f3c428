/**
 * What a learner did, said in xAPI 1.0.3 with the verbs and types of ADL's vocabulary.
 *
 * Who the learner is and where the lesson stands only the host knows; nothing is sent from here. What
 * happened may come from anybody who can dispatch an event, so what cannot be is no statement.
 */
import { ACTIVITY_NAMES, type Activity } from '../content/activities.js';
import type { Verdict } from '../../wasm/contract/core.js';
import { FAILED } from './practice.js';

/** How a learner is named, in one of xAPI's four ways. */
export type XapiActor = Readonly<{ objectType?: 'Agent'; name?: string }> &
  Readonly<
    | { mbox: string }
    | { mbox_sha1sum: string }
    | { openid: string }
    | { account: Readonly<{ homePage: string; name: string }> }
  >;

/** What of a statement's context only the host knows. */
export interface XapiContext {
  readonly registration?: string;
  readonly platform?: string;
  readonly language?: string;
  readonly revision?: string;
  readonly contextActivities?: Readonly<Partial<Record<'grouping' | 'category' | 'other', readonly XapiActivity[]>>>;
  readonly extensions?: Readonly<Record<string, unknown>>;
}

export interface XapiSetting {
  /** The learner. */
  readonly actor: XapiActor;
  /** The whole address (an IRI) that the lesson has in the host's records; its parts get #graph and so on. */
  readonly activity: string;
  readonly context?: XapiContext;
}

export type XapiVerb = 'initialized' | 'interacted' | 'answered' | 'completed' | 'experienced';

export interface XapiActivity {
  readonly objectType?: 'Activity';
  readonly id: string;
  readonly definition?: Readonly<{
    type?: string;
    name?: Readonly<Record<string, string>>;
    interactionType?: 'fill-in';
  }>;
}

export interface XapiResult {
  readonly success?: boolean;
  readonly completion?: boolean;
  readonly response?: string;
  readonly score?: Readonly<{ scaled: number }>;
  readonly extensions?: Readonly<Record<string, string | number>>;
}

export interface XapiStatement {
  /** Only where the browser can make one; otherwise the record store does. */
  readonly id?: string;
  readonly actor: XapiActor;
  readonly verb: Readonly<{
    id: `http://adlnet.gov/expapi/verbs/${XapiVerb}`;
    display: Readonly<{ 'en-US': XapiVerb }>;
  }>;
  readonly object: XapiActivity;
  readonly result?: XapiResult;
  readonly context?: XapiContext & Readonly<{ contextActivities?: Readonly<{ parent?: readonly XapiActivity[] }> }>;
  readonly timestamp: string;
}

/** Something that an element told: its event's name, the part it came from, and what it carried. */
export interface Happening {
  readonly type: string;
  readonly part: Activity;
  /** The fields of the event. */
  readonly told: Readonly<Record<string, unknown>>;
}

/** What our values are called in a statement; a name, not an address. */
export const EXTENSION = 'urn:binary-cross-entropy:';

/** As much of an answer as core reads. */
const MOST_RESPONSE = 1_000;
const MOST_COUNT = 1_000_000;

const TYPES: Readonly<Record<Activity, string>> = {
  lesson: 'lesson',
  graph: 'simulation',
  practice: 'cmi.interaction',
  derivation: 'interaction',
};

const isShare = (value: unknown): value is number => typeof value === 'number' && value >= 0 && value <= 1;
const isLoss = (value: unknown): value is number => typeof value === 'number' && value >= 0;
const isCount = (value: unknown): value is number =>
  Number.isInteger(value) && (value as number) >= 0 && (value as number) <= MOST_COUNT;
const isVerdict = (value: unknown): value is Verdict => typeof value === 'string' && Object.hasOwn(FAILED, value);

/** JSON has no Infinity. */
const amount = (value: number): number | string => (Number.isFinite(value) ? value : 'Infinity');

/** Short, and without halves of characters, which no record store takes. */
const response = (text: string): string => text.slice(0, MOST_RESPONSE).replace(/\p{Surrogate}/gu, '\ufffd');

const extensions = (values: Readonly<Record<string, string | number>>): Readonly<Record<string, string | number>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [EXTENSION + name, value]));

/** Done with: right, also where figures were cut off rather than rounded. */
const RIGHT: ReadonlySet<Verdict> = new Set(['right', 'truncated']);

/** Right, wrong, or neither: what could not be read or judged is no failure. */
const success = (verdict: Verdict): boolean | undefined =>
  RIGHT.has(verdict) ? true : FAILED[verdict] ? false : undefined;

type Said = Readonly<{ verb: XapiVerb; part: Activity; result?: XapiResult }>;

function saidOf({ type, part, told }: Happening): readonly Said[] {
  switch (type) {
    case 'bce-ready':
      return [{ verb: 'initialized', part }];
    case 'bce-change': {
      const { p, y, loss } = told;
      if (!isShare(p) || !isShare(y) || !isLoss(loss)) return [];
      const values = extensions({ p, y, loss: amount(loss) });
      // As a link to the graph has it.
      return [{ verb: 'interacted', part: 'graph', result: { response: `p=${p}&y=${y}`, extensions: values } }];
    }
    case 'bce-answer': {
      const { verdict, answer, attempts } = told;
      if (!isVerdict(verdict)) return [];
      const known = success(verdict);
      const answered: Said = {
        verb: 'answered',
        part: 'practice',
        result: {
          ...(known === undefined ? {} : { success: known, score: { scaled: known ? 1 : 0 } }),
          ...(typeof answer === 'string' ? { response: response(answer) } : {}),
          extensions: extensions({ verdict, ...(isCount(attempts) ? { attempts } : {}) }),
        },
      };
      const done = { success: true, completion: true };
      return known ? [answered, { verb: 'completed', part: 'practice', result: done }] : [answered];
    }
    case 'bce-step': {
      const { meanLoss, rows } = told;
      if (!isLoss(meanLoss) || !isCount(rows)) return [];
      const values = extensions({ meanLoss: amount(meanLoss), rows });
      return [{ verb: 'experienced', part: 'derivation', result: { extensions: values } }];
    }
    default:
      return [];
  }
}

function activityOf(part: Activity, lesson: string): XapiActivity {
  return {
    objectType: 'Activity',
    id: part === 'lesson' ? lesson : `${lesson.split('#', 1)[0]}#${part}`,
    definition: {
      type: `http://adlnet.gov/expapi/activities/${TYPES[part]}`,
      name: ACTIVITY_NAMES[part],
      // What is typed is a number or a formula. The right one is not told: the lesson does not tell it either.
      ...(part === 'practice' ? { interactionType: 'fill-in' as const } : {}),
    },
  };
}

function contextOf(part: Activity, { activity, context }: XapiSetting): XapiStatement['context'] {
  if (part === 'lesson') return context;
  const parent = [{ objectType: 'Activity' as const, id: activity }];
  return { ...context, contextActivities: { ...context?.contextActivities, parent } };
}

/** The statements that something is worth: one, two where an answer was right, or none. */
export const statementsOf = (happening: Happening, setting: XapiSetting, at: Date): readonly XapiStatement[] =>
  saidOf(happening).map(({ verb, part, result }) => {
    const context = contextOf(part, setting);
    return {
      actor: setting.actor,
      verb: { id: `http://adlnet.gov/expapi/verbs/${verb}`, display: { 'en-US': verb } },
      object: activityOf(part, setting.activity),
      ...(result ? { result } : {}),
      ...(context ? { context } : {}),
      timestamp: at.toISOString(),
    };
  });
