/** What is kept: what is let in, and what holds where the store fails. */
import assert from 'node:assert/strict';
import { beforeEach, test } from 'node:test';
import type { Did } from '../../../web/study/state/did.js';
import { changesOf } from '../../../web/study/state/progress.js';
import {
  applied,
  change,
  EMPTY,
  MOST_NOTE,
  plainText,
  recordIn,
  snapshotOf,
  undoing,
  type Change,
  type Kind,
  type Snapshot,
} from '../../../web/study/state/records.js';
import { Saved } from '../../../web/study/saved/saved.js';
import { faultOf, type Shelf } from '../../../web/study/saved/shelf.js';

const NOW = 1_780_000_000_000;
const NOTE = {
  id: '0123456789abcdef',
  place: 'solve',
  where: 'step=2',
  title: 'Line 2',
  text: 'Mind the minus.',
  made: NOW,
  at: NOW,
} as const;
const BOOKMARK = { id: '#/solve?step=2', place: 'solve', where: 'step=2', title: 'Line 2', at: NOW };
const TURN = { id: 'lost_minus', place: 'exercises', count: 2, at: NOW };
const SKILL = { id: 'exercises find_p', attempts: 3, right: 2, helped: 1, at: NOW };
const REVIEW = {
  id: 'loss',
  due: NOW,
  stability: 2.3,
  difficulty: 5,
  days: 2,
  steps: 0,
  reps: 2,
  lapses: 0,
  state: 2,
  first: NOW,
  at: NOW,
};
const PROGRESS = { id: 'solve', step: 3, of: 6, at: NOW };

test('a record that was kept is read as it was', () => {
  for (const [kind, record] of [
    ['notes', NOTE],
    ['skills', SKILL],
    ['turns', TURN],
    ['bookmarks', BOOKMARK],
    ['reviews', REVIEW],
    ['progress', PROGRESS],
  ] as const)
    assert.deepEqual(recordIn(kind, structuredClone(record)), record);
});

const HOSTILE: [what: string, kind: Kind, data: unknown][] = [
  ['nothing', 'notes', undefined],
  ['null', 'notes', null],
  ['a list', 'notes', [NOTE]],
  ['a text', 'notes', JSON.stringify(NOTE)],
  ['a field too few', 'notes', { ...NOTE, at: undefined }],
  ['a field too many', 'notes', { ...NOTE, html: '<b>' }],
  ['a prototype of its own', 'notes', JSON.parse(JSON.stringify(NOTE).replace('{', '{"__proto__":{"text":"x"},'))],
  ['a field of the prototype', 'notes', Object.create(NOTE)],
  ['the id of a prototype', 'notes', { ...NOTE, id: '__proto__' }],
  ['an unknown place', 'notes', { ...NOTE, place: 'attic' }],
  ['a place of another type', 'notes', { ...NOTE, place: ['solve'] }],
  ['a note that is too long', 'notes', { ...NOTE, text: 'x'.repeat(MOST_NOTE + 1) }],
  ['half a character', 'notes', { ...NOTE, text: 'a\ud83d' }],
  ['a control character', 'notes', { ...NOTE, text: 'a\u0000b' }],
  ['an address that leaves the app', 'notes', { ...NOTE, where: 'x#"onclick=' }],
  ['an address without an end', 'notes', { ...NOTE, where: 'x'.repeat(201) }],
  ['a bookmark that leads elsewhere', 'bookmarks', { ...BOOKMARK, id: 'https://example.org' }],
  ['a turn met less than never', 'turns', { ...TURN, count: -1 }],
  ['half a turn', 'turns', { ...TURN, count: 1.5 }],
  ['a time that is none', 'notes', { ...NOTE, at: NaN }],
  ['a time beyond all dates', 'notes', { ...NOTE, at: 8.64e15 + 1 }],
  ['a number as text', 'skills', { ...SKILL, attempts: '3' }],
  ['more right than tried', 'skills', { ...SKILL, right: 4 }],
  ['more helped than right', 'skills', { ...SKILL, helped: 3 }],
  ['a skill without a place', 'skills', { ...SKILL, id: 'find_p' }],
  ['a skill with two names', 'skills', { ...SKILL, id: 'exercises find p' }],
  ['a skill named in capitals', 'skills', { ...SKILL, id: 'exercises FIND' }],
  ['an infinite count', 'skills', { ...SKILL, attempts: Infinity }],
  ['further than the end', 'progress', { ...PROGRESS, step: 7 }],
  ['a state that FSRS does not have', 'reviews', { ...REVIEW, state: 4 }],
  ['a memory that lasts for ever', 'reviews', { ...REVIEW, stability: 1e9 }],
  ['a difficulty below zero', 'reviews', { ...REVIEW, difficulty: -1 }],
  ['a due date as text', 'reviews', { ...REVIEW, due: '2026-01-01' }],
  ['markup for an id', 'reviews', { ...REVIEW, id: '<img>' }],
];
for (const [what, kind, data] of HOSTILE)
  test(`${what} is no record of ${kind}`, () => {
    assert.equal(recordIn(kind, data), undefined);
    assert.equal('text' in {}, false);
  });

test('what is no record is passed over, and the others are read', () => {
  const read = snapshotOf({
    progress: [],
    skills: [SKILL, null],
    turns: [],
    notes: [{ ...NOTE, text: 7 }, NOTE],
    bookmarks: [],
    reviews: ['x'],
  });

  assert.deepEqual([...read.skills.values()], [SKILL]);
  assert.deepEqual([...read.notes.values()], [NOTE]);
  assert.equal(read.reviews.size, 0);
});

test('a note is what was typed, without what nobody can see, cut at its end and not inside a character', () => {
  assert.equal(plainText('a\r\nb\tc\u0007', 99), 'a\nb\tc');
  assert.equal(plainText('ab😀', 3), 'ab');
  assert.equal(plainText('ab😀', 4), 'ab😀');
});

test('a task is counted under its skill; who was right with help was right', () => {
  const task = (right: boolean, helped: boolean): Did => ({
    type: 'task',
    place: 'exercises',
    skill: 'find_p',
    right,
    helped,
  });
  const changes = [task(false, false), task(true, true), task(true, false), task(false, true)].flatMap((did) =>
    changesOf(did, NOW),
  );

  const { skills } = applied(EMPTY, changes).snapshot;
  assert.deepEqual([...skills.values()], [{ id: 'exercises find_p', attempts: 4, right: 2, helped: 1, at: NOW }]);
});

test('a wrong turn that is met is counted with the task', () => {
  const did: Did = {
    type: 'task',
    place: 'exercises',
    skill: 'find_p',
    turn: 'lost_minus',
    right: false,
    helped: false,
  };
  const { turns, skills } = applied(EMPTY, [...changesOf(did, 1), ...changesOf(did, NOW)]).snapshot;

  assert.deepEqual([...turns.values()], [TURN]);
  assert.equal(skills.get('exercises find_p')?.attempts, 2);
});

test('a place remembers the furthest step; a walk of another length begins anew', () => {
  const step = (step: number, of: number): Did => ({ type: 'step', place: 'solve', step, of });
  const after = (...dids: Did[]) =>
    applied(
      EMPTY,
      dids.flatMap((did) => changesOf(did, NOW)),
    ).snapshot.progress.get('solve');

  assert.deepEqual(after(step(4, 6), step(1, 6)), { id: 'solve', step: 4, of: 6, at: NOW });
  assert.deepEqual(after(step(4, 6), step(1, 3)), { id: 'solve', step: 1, of: 3, at: NOW });
});

test('what was done is taken back, but for what has changed since', () => {
  const add = (id: string): Change => change('notes', id, () => ({ ...NOTE, id }));
  const { snapshot, effects } = applied(EMPTY, [add('a'), add('b')]);
  const since = applied(snapshot, [change('notes', 'b', (note) => note && { ...note, text: 'More.' })]).snapshot;

  assert.deepEqual([...applied(snapshot, undoing(effects)).snapshot.notes], []);
  assert.deepEqual([...applied(since, undoing(effects)).snapshot.notes.keys()], ['b']);
});

/** A shelf in memory, that two pages can share and that can fail. */
class FakeShelf implements Shelf {
  static kept: Snapshot = EMPTY;
  static error: Error | undefined;
  static opened = 0;
  static writes = 0;

  static async open(): Promise<Shelf> {
    FakeShelf.opened++;
    await Promise.resolve();
    if (FakeShelf.error?.name === 'SecurityError') throw FakeShelf.error;
    return new FakeShelf();
  }
  async read() {
    await Promise.resolve();
    return FakeShelf.kept;
  }
  async write(changes: readonly Change[]) {
    await Promise.resolve();
    if (FakeShelf.error) throw FakeShelf.error;
    FakeShelf.writes++;
    const { snapshot, effects } = applied(FakeShelf.kept, changes);
    FakeShelf.kept = snapshot;
    return effects;
  }
  close() {}
}

const items = new Map<string, string>();
Object.assign(globalThis, {
  document: new EventTarget(),
  localStorage: {
    getItem: (name: string) => items.get(name) ?? null,
    setItem: (name: string, value: string) => items.set(name, value),
  },
  BroadcastChannel: undefined,
});
beforeEach(() => {
  items.clear();
  Object.assign(FakeShelf, { kept: EMPTY, error: undefined, opened: 0, writes: 0 });
});

const answered = (right = true) =>
  changesOf({ type: 'task', place: 'exercises', skill: 'find_p', right, helped: false }, NOW);
const attempts = (snapshot: Snapshot) => snapshot.skills.get('exercises find_p')?.attempts;

test('nothing is opened before there is something to keep; then it is kept, and found the next time', async () => {
  const first = new Saved(FakeShelf.open);
  await first.ready;
  assert.equal(FakeShelf.opened, 0);

  await first.apply(answered());
  const later = new Saved(FakeShelf.open);
  await later.ready;

  assert.equal(attempts(later.all), 1);
});

test('what was done is seen at once, and on the shelf in order', async () => {
  const store = new Saved(FakeShelf.open);
  const done = [store.apply(answered()), store.apply(answered(false)), store.apply(answered())];
  assert.equal(attempts(store.all), 3);

  await Promise.all(done);

  assert.equal(FakeShelf.writes, 3);
  assert.deepEqual(FakeShelf.kept.skills.get('exercises find_p'), { ...SKILL, attempts: 3, right: 2, helped: 0 });
});

test('two pages count together', async () => {
  const one = new Saved(FakeShelf.open);
  const other = new Saved(FakeShelf.open);

  await Promise.all([one.apply(answered()), other.apply(answered()), one.apply(answered())]);

  assert.equal(attempts(FakeShelf.kept), 3);
});

test('where nothing can be opened everything holds for the visit, and is told once', async () => {
  FakeShelf.error = new DOMException('no', 'SecurityError');
  const store = new Saved(FakeShelf.open);

  await store.apply(answered());
  await store.apply(answered());

  assert.equal(attempts(store.all), 2);
  assert.deepEqual([store.fault, store.tell(), store.tell()], ['unavailable', 'unavailable', undefined]);
});

test('where the shelf is full what was done still holds, and is kept once there is room', async () => {
  const store = new Saved(FakeShelf.open);
  await store.apply(answered());
  FakeShelf.error = new DOMException('full', 'QuotaExceededError');

  await store.apply(answered());
  assert.deepEqual([attempts(store.all), attempts(FakeShelf.kept), store.fault], [2, 1, 'full']);
  FakeShelf.error = undefined;
  await store.apply(answered());

  assert.deepEqual([attempts(store.all), attempts(FakeShelf.kept), store.fault], [3, 3, undefined]);
});

test('something kept before without its sign is found with the first thing that is kept', async () => {
  FakeShelf.kept = applied(EMPTY, answered()).snapshot;
  const store = new Saved(FakeShelf.open);

  await store.apply(answered());

  assert.equal(attempts(store.all), 2);
});

test('each way of failing has a name', () => {
  assert.equal(faultOf(new DOMException('', 'VersionError')), 'newer');
  assert.equal(faultOf(new DOMException('', 'QuotaExceededError')), 'full');
  assert.equal(faultOf(new TypeError('indexedDB is undefined')), 'unavailable');
  assert.equal(faultOf(undefined), 'unavailable');
});
