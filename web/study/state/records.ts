/**
 * What is kept between visits: a record for each thing, so that two pages can write beside each other. Here is what a
 * record looks like, what is let in, and how one becomes another. Records come from a store and from files that
 * anybody may have written, so each is read field by field, and one with a field too many or too few is none.
 */
import { PLACES, type Place } from './places.js';

/** How far somebody has come in a place. */
export interface Progress {
  id: Place;
  step: number;
  of: number;
  at: number;
}

/** What came of the tasks that practise one thing. Whoever was right with help was right as well. */
export interface Skill {
  /** The place and the skill, with a space between. */
  id: string;
  attempts: number;
  right: number;
  helped: number;
  at: number;
}

/** A wrong turn that was met. */
export interface Turn {
  /** Its name in core. */
  id: string;
  place: Place;
  count: number;
  at: number;
}

/** Where something is: a place, and what its address has after the question mark. */
export interface Anchor {
  place: Place;
  where: string;
}

export interface Note extends Anchor {
  id: string;
  /** What stood there when it was written. */
  title: string;
  text: string;
  made: number;
  at: number;
}

export interface Bookmark extends Anchor {
  /** The address. */
  id: string;
  title: string;
  at: number;
}

/** Where a card stands in its schedule, in the words of FSRS. */
export interface Review {
  /** Of the card. */
  id: string;
  due: number;
  stability: number;
  difficulty: number;
  /** Of the interval; 0 while it is being learned. */
  days: number;
  steps: number;
  reps: number;
  lapses: number;
  /** new, learning, review, relearning */
  state: number;
  /** When it was first seen, and last. */
  first: number;
  at: number;
}

export interface Records {
  progress: Progress;
  skills: Skill;
  turns: Turn;
  notes: Note;
  bookmarks: Bookmark;
  reviews: Review;
}
export type Kind = keyof Records;

/** Of the records' shape, in the store and in files. */
export const VERSION = 2;

/** So many of each are kept at most. */
export const MOST: Readonly<Record<Kind, number>> = {
  progress: 50,
  skills: 200,
  turns: 200,
  notes: 500,
  bookmarks: 300,
  reviews: 500,
};
/** Characters. */
export const MOST_NOTE = 2000;
export const MOST_TITLE = 120;
const MOST_COUNT = 1e6;
const LAST_TIME = 8.64e15;

type Check = (value: unknown) => boolean;

const whole =
  (least: number, most: number): Check =>
  (value) =>
    Number.isInteger(value) && (value as number) >= least && (value as number) <= most;
const within =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most;
const matching =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value);

const isCount = whole(0, MOST_COUNT);
const isTime = whole(0, LAST_TIME);
const isPlace: Check = (value) => PLACES.some((place) => place === value);
/** What URLSearchParams writes. */
export const isWhere = matching(/^[\w.*%&=+-]{0,200}$/);

/** The address inside the app. */
export const addressOf = ({ place, where }: Anchor): string => `#/${place}${where && `?${where}`}`;

/** Text as somebody types it: lines, but no other control characters, and no halves of characters. */
export const plainText = (text: string, most: number): string =>
  text
    .replace(/\r\n?/g, '\n')
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
    .slice(0, most)
    .replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '');

const isText =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most && value === plainText(value, most);

const FIELDS: { readonly [K in Kind]: Readonly<Record<keyof Records[K], Check>> } = {
  progress: { id: isPlace, step: isCount, of: isCount, at: isTime },
  skills: {
    id: (value) => {
      if (typeof value !== 'string') return false;
      const [place, skill = '', ...more] = value.split(' ');
      return more.length === 0 && isPlace(place) && /^[a-z][a-z0-9_]{0,39}$/.test(skill);
    },
    attempts: isCount,
    right: isCount,
    helped: isCount,
    at: isTime,
  },
  turns: { id: matching(/^[a-z][a-z0-9_]{0,39}$/), place: isPlace, count: isCount, at: isTime },
  notes: {
    id: matching(/^[0-9a-f]{16}$/),
    place: isPlace,
    where: isWhere,
    title: isText(MOST_TITLE),
    text: isText(MOST_NOTE),
    made: isTime,
    at: isTime,
  },
  bookmarks: {
    id: (value) => typeof value === 'string',
    place: isPlace,
    where: isWhere,
    title: isText(MOST_TITLE),
    at: isTime,
  },
  reviews: {
    id: matching(/^[a-z][a-z0-9_-]{0,59}$/),
    due: isTime,
    stability: within(0, 36500),
    difficulty: within(0, 10),
    days: whole(0, 36500),
    steps: whole(0, 20),
    reps: isCount,
    lapses: isCount,
    state: whole(0, 3),
    first: isTime,
    at: isTime,
  },
};

export const KINDS = Object.keys(FIELDS) as Kind[];

/** The record in some data; undefined where it is none. */
export function recordIn<K extends Kind>(kind: K, data: unknown): Records[K] | undefined {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return undefined;
  const fields: Readonly<Record<string, Check>> = FIELDS[kind];
  const names = Object.keys(fields);
  if (Object.keys(data).length !== names.length) return undefined;
  const entries = names.map((name) => [name, Object.hasOwn(data, name) ? Reflect.get(data, name) : undefined] as const);
  if (!entries.every(([name, value]) => fields[name]?.(value))) return undefined;
  const record = Object.fromEntries(entries) as unknown as Records[K];
  return (SOUND[kind]?.(record) ?? true) ? record : undefined;
}

/** Whether the fields go together. */
const SOUND: { readonly [K in Kind]?: (record: Records[K]) => boolean } = {
  progress: ({ step, of }) => step <= of,
  skills: ({ attempts, right, helped }) => helped <= right && right <= attempts,
  bookmarks: (bookmark) => bookmark.id === addressOf(bookmark),
};

/** All that is kept. */
export type Snapshot = { readonly [K in Kind]: ReadonlyMap<string, Records[K]> };

export const EMPTY: Snapshot = {
  progress: new Map(),
  skills: new Map(),
  turns: new Map(),
  notes: new Map(),
  bookmarks: new Map(),
  reviews: new Map(),
};

export const countOf = (snapshot: Snapshot): number => KINDS.reduce((sum, kind) => sum + snapshot[kind].size, 0);

/** What becomes of one record: made from what is there when it is written, which another page may have changed. */
export interface Change {
  kind: Kind;
  id: string;
  to(before: Records[Kind] | undefined): Records[Kind] | undefined;
  /** Whatever is there: it can be written without having been read, even by a page that is about to go. */
  blind?: true;
}

/** A change in the types of its kind. */
export const change = <K extends Kind>(
  kind: K,
  id: string,
  to: (before: Records[K] | undefined) => Records[K] | undefined,
): Change => ({ kind, id, to: to as Change['to'] });

/** Writes a record over whatever is there. */
export const written = <K extends Kind>(kind: K, id: string, record: Records[K] | undefined): Change => ({
  ...change(kind, id, () => record),
  blind: true,
});

/** What a change did. */
export interface Effect {
  kind: Kind;
  id: string;
  before: Records[Kind] | undefined;
  after: Records[Kind] | undefined;
}

/** The outcome of changes; and what they did to each record, in order. */
export function applied(snapshot: Snapshot, changes: readonly Change[]): { snapshot: Snapshot; effects: Effect[] } {
  const touched: Partial<Record<Kind, Map<string, Records[Kind]>>> = {};
  const effects = changes.map(({ kind, id, to }) => {
    const records = (touched[kind] ??= new Map<string, Records[Kind]>(snapshot[kind]));
    const before = records.get(id);
    const after = to(before);
    if (after) records.set(id, after);
    else records.delete(id);
    return { kind, id, before, after };
  });
  return { snapshot: { ...snapshot, ...(touched as Partial<Snapshot>) }, effects };
}

/** Sets records to what somebody else has written. */
export const withRecords = (snapshot: Snapshot, effects: readonly Effect[]): Snapshot =>
  applied(
    snapshot,
    effects.map(({ kind, id, after }) => ({ kind, id, to: () => after })),
  ).snapshot;

/** Records are flat; in what order somebody wrote their fields does not matter. */
export function isSame(one: Records[Kind] | undefined, other: Records[Kind] | undefined): boolean {
  if (!one || !other) return one === other;
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...names].every((name) => Reflect.get(one, name) === Reflect.get(other, name));
}

/** Takes back what was done, but for what has been changed since. */
export const undoing = (effects: readonly Effect[]): Change[] =>
  [...effects].reverse().map(({ kind, id, before, after }) => ({
    kind,
    id,
    to: (now) => (isSame(now, after) ? before : now),
  }));

/** What was read from the store; what is no record is passed over. */
export function snapshotOf(read: Readonly<Record<Kind, readonly unknown[]>>): Snapshot {
  const ofKind = <K extends Kind>(kind: K): ReadonlyMap<string, Records[K]> =>
    new Map(
      read[kind].flatMap((data) => {
        const record = recordIn(kind, data);
        return record ? [[record.id, record] as const] : [];
      }),
    );
  return {
    progress: ofKind('progress'),
    skills: ofKind('skills'),
    turns: ofKind('turns'),
    notes: ofKind('notes'),
    bookmarks: ofKind('bookmarks'),
    reviews: ofKind('reviews'),
  };
}
