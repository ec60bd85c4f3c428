/**
 * All that is kept as one file, and back. A file is let in whole or not at all: it may have been cut off, changed, or
 * written by somebody who wants to see what happens. Older versions are brought up to this one.
 */
import { kindsOf, migrated } from './migrations.js';
import {
  applied,
  EMPTY,
  isSame,
  KINDS,
  MOST,
  recordIn,
  VERSION,
  type Change,
  type Kind,
  type Records,
  type Snapshot,
} from './records.js';

const FORMAT = 'bce-study';

/** The largest file that is looked at: the most that can be kept is below it. */
export const MOST_BYTES = 8_000_000;

/** Why a file is not let in. */
export type FileFault = 'too_large' | 'not_json' | 'not_ours' | 'newer' | 'damaged';

export type FileReading =
  Readonly<{ ok: true; snapshot: Snapshot; made: number }> | Readonly<{ ok: false; fault: FileFault }>;

/** FNV-1a, of UTF-16. It finds what was changed by accident; who means to change a file can make another. */
export function checksum(text: string): string {
  let sum = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) sum = Math.imul(sum ^ text.charCodeAt(i), 0x01000193);
  return (sum >>> 0).toString(16).padStart(8, '0');
}

export function fileOf(snapshot: Snapshot, now: number): string {
  const records = Object.fromEntries(KINDS.map((kind) => [kind, [...snapshot[kind].values()]]));
  const file = { format: FORMAT, version: VERSION, made: now, sum: checksum(JSON.stringify(records)), records };
  return `${JSON.stringify(file, null, 1)}\n`;
}

const isFields = (data: unknown): data is Readonly<Record<string, unknown>> =>
  typeof data === 'object' && data !== null && !Array.isArray(data);

const hasJust = (data: object, names: readonly string[]): boolean =>
  Object.keys(data).length === names.length && names.every((name) => Object.hasOwn(data, name));

const refused = (fault: FileFault): FileReading => ({ ok: false, fault });

/** What a file holds, or why it is not let in. */
export function readFile(text: string): FileReading {
  if (text.length > MOST_BYTES) return refused('too_large');
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\ufeff/, ''));
  } catch {
    return refused('not_json');
  }
  if (!isFields(file) || !Object.hasOwn(file, 'format') || file['format'] !== FORMAT) return refused('not_ours');
  const { version, made, sum, records } = file;
  if (!Number.isInteger(version) || (version as number) < 1) return refused('damaged');
  // A later version may look like anything.
  if ((version as number) > VERSION) return refused('newer');
  const kinds = kindsOf(version as number);
  if (!hasJust(file, ['format', 'version', 'made', 'sum', 'records'])) return refused('damaged');
  if (!isFields(records) || !hasJust(records, kinds)) return refused('damaged');
  if (!Number.isInteger(made) || (made as number) < 0 || (made as number) > 8.64e15) return refused('damaged');
  if (sum !== checksum(JSON.stringify(records))) return refused('damaged');
  const changes: Change[] = [];
  for (const kind of kinds) {
    const list = records[kind];
    if (!Array.isArray(list) || list.length > MOST[kind]) return refused('damaged');
    const ids = new Set<string>();
    for (const data of list) {
      const record = recordIn(kind, migrated(kind, data, version as number));
      if (!record || ids.has(record.id)) return refused('damaged');
      ids.add(record.id);
      changes.push({ kind, id: record.id, to: () => record });
    }
  }
  return { ok: true, snapshot: applied(EMPTY, changes).snapshot, made: made as number };
}

/** Of two records of one thing, which stays. Taking in the same file twice changes nothing. */
const MERGED: { readonly [K in Kind]: (mine: Records[K], theirs: Records[K]) => Records[K] } = {
  progress: (mine, theirs) =>
    mine.of === theirs.of
      ? { ...mine, step: Math.max(mine.step, theirs.step), at: Math.max(mine.at, theirs.at) }
      : later(mine, theirs),
  // What was counted on two devices may be the same tasks: never their sum.
  skills: (mine, theirs) => (theirs.attempts > mine.attempts ? theirs : mine),
  turns: (mine, theirs) => (theirs.count > mine.count ? theirs : mine),
  notes: (mine, theirs) => later(mine, theirs),
  bookmarks: (mine) => mine,
  reviews: (mine, theirs) => later(mine, theirs),
};

const later = <T extends { at: number }>(mine: T, theirs: T): T => (theirs.at > mine.at ? theirs : mine);

export type Way = 'merge' | 'replace';

export interface Plan {
  changes: readonly Change[];
  added: number;
  changed: number;
  removed: number;
}

/** What it would do to take in a file one way or the other. */
export function planOf(mine: Snapshot, theirs: Snapshot, way: Way): Plan {
  const plan = { changes: [] as Change[], added: 0, changed: 0, removed: 0 };
  const ofKind = <K extends Kind>(kind: K) => {
    for (const [id, their] of theirs[kind] as ReadonlyMap<string, Records[K]>) {
      const own = mine[kind].get(id) as Records[K] | undefined;
      const to = (before: Records[K] | undefined) =>
        before && way === 'merge' ? (MERGED[kind](before, their) as Records[K]) : their;
      const after = to(own);
      if (own && isSame(own, after)) continue;
      if (own) plan.changed++;
      else plan.added++;
      plan.changes.push({ kind, id, to: to as Change['to'] });
    }
    if (way === 'merge') return;
    for (const id of mine[kind].keys()) {
      if (theirs[kind].has(id)) continue;
      plan.removed++;
      plan.changes.push({ kind, id, to: () => undefined });
    }
  };
  KINDS.forEach(ofKind);
  return plan;
}

/** Whether all of it can be kept afterwards. */
export const fits = (snapshot: Snapshot): boolean => KINDS.every((kind) => snapshot[kind].size <= MOST[kind]);

/** Leaves nothing. */
export const clearing = (mine: Snapshot): Plan => planOf(mine, EMPTY, 'replace');
