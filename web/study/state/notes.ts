/** Notes and bookmarks: what becomes of them as somebody types and clicks. */
import {
  addressOf,
  change,
  MOST,
  MOST_NOTE,
  MOST_TITLE,
  plainText,
  written,
  type Anchor,
  type Bookmark,
  type Change,
  type Note,
  type Snapshot,
} from './records.js';

/** Where something is, and what stands there. */
export interface Titled extends Anchor {
  title: string;
}

export const sameAnchor = (one: Anchor, other: Anchor): boolean => addressOf(one) === addressOf(other);

/** As it is typed; one with nothing in it is none. The whole note is written, whatever is there: it is what its writer sees. */
export const noted = (
  id: string,
  { place, where, title }: Titled,
  made: number,
  typed: string,
  now: number,
): Change => {
  const text = plainText(typed, MOST_NOTE);
  const note: Note = { id, place, where, title: plainText(title, MOST_TITLE), text, made, at: now };
  return written('notes', id, text.trim() === '' ? undefined : note);
};

export const removed = (kind: 'notes' | 'bookmarks', id: string): Change => change(kind, id, () => undefined);

/** Sets the bookmark where there is none, and the other way round. */
export const marked = ({ place, where, title }: Titled, on: boolean, now: number): Change => {
  const bookmark: Bookmark = {
    id: addressOf({ place, where }),
    place,
    where,
    title: plainText(title, MOST_TITLE),
    at: now,
  };
  return change('bookmarks', bookmark.id, (before) => (on ? (before ?? bookmark) : undefined));
};

export const notesAt = ({ notes }: Snapshot, anchor: Anchor): Note[] =>
  [...notes.values()].filter((note) => sameAnchor(note, anchor)).sort((one, other) => one.made - other.made);

export const isMarked = ({ bookmarks }: Snapshot, anchor: Anchor): boolean => bookmarks.has(addressOf(anchor));

export const hasRoom = (snapshot: Snapshot, kind: 'notes' | 'bookmarks'): boolean => snapshot[kind].size < MOST[kind];

/** The latest first, by when they were made: what is being typed stays where it is. */
export const latest = <T extends { made?: number; at: number; id: string }>(records: Iterable<T>): T[] =>
  [...records].sort((one, other) => (other.made ?? other.at) - (one.made ?? one.at) || (one.id < other.id ? -1 : 1));
