/** The file that holds all that is kept: out and in again, and what is not let in. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  checksum,
  clearing,
  fileOf,
  fits,
  MOST_BYTES,
  planOf,
  readFile,
  type FileFault,
} from '../../../web/study/state/file.js';
import {
  addressOf,
  applied,
  change,
  countOf,
  EMPTY,
  KINDS,
  MOST,
  MOST_NOTE,
  MOST_TITLE,
  undoing,
  VERSION,
  type Note,
  type Snapshot,
} from '../../../web/study/state/records.js';

const NOW = 1_780_000_000_000;

const note = (id: string, more: Partial<Note> = {}): Note => ({
  id: id.padStart(16, '0'),
  place: 'solve',
  where: 'step=2',
  title: 'Line 2',
  text: 'Mind the minus.\n‘’ 😀 <b>&amp;',
  made: NOW,
  at: NOW,
  ...more,
});

const MINE: Snapshot = {
  progress: new Map([['solve', { id: 'solve', step: 3, of: 6, at: NOW }]]),
  skills: new Map([['exercises find_p', { id: 'exercises find_p', attempts: 3, right: 2, helped: 1, at: NOW }]]),
  turns: new Map([['lost_minus', { id: 'lost_minus', place: 'exercises', count: 2, at: NOW }]]),
  notes: new Map([note('1'), note('2')].map((each) => [each.id, each])),
  bookmarks: new Map([['#/solve', { id: '#/solve', place: 'solve', where: '', title: 'Solve', at: NOW }]]),
  reviews: new Map([
    [
      'loss',
      {
        id: 'loss',
        due: NOW,
        stability: 2.3065,
        difficulty: 5.1,
        days: 2,
        steps: 0,
        reps: 2,
        lapses: 0,
        state: 2,
        first: NOW,
        at: NOW,
      },
    ],
  ]),
};

const plainly = (snapshot: Snapshot) => KINDS.map((kind) => [kind, [...snapshot[kind].values()]]);

function held(text: string): Snapshot {
  const reading = readFile(text);
  assert.ok(reading.ok, reading.ok ? '' : reading.fault);
  return reading.snapshot;
}

test('a file brings back all that was kept, to the last digit', () => {
  assert.deepEqual(plainly(held(fileOf(MINE, NOW))), plainly(MINE));
  assert.equal(countOf(held(fileOf(EMPTY, NOW))), 0);
});

test('a file that an editor has laid out anew is the same file', () => {
  const file: unknown = JSON.parse(fileOf(MINE, NOW));

  assert.deepEqual(plainly(held(`\ufeff${JSON.stringify(file, null, 8)}\r\n`)), plainly(MINE));
});

test('the most that can be kept fits into a file that is let in', () => {
  const text = '€'.repeat(MOST_NOTE);
  const notes = Array.from({ length: MOST.notes }, (_, i) =>
    note(i.toString(16), { text, title: '€'.repeat(MOST_TITLE), where: 'x'.repeat(200) }),
  );
  const full = { ...EMPTY, notes: new Map(notes.map((each) => [each.id, each])) };
  const file = fileOf(full, NOW);

  assert.ok(Buffer.byteLength(file) < MOST_BYTES / 2, `${Buffer.byteLength(file)}`);
  assert.equal(held(file).notes.size, MOST.notes);
});

/** A file with something changed in it, and the sum of it made anew, as by somebody who means it. */
function forged(to: (records: Record<string, unknown[]>, file: Record<string, unknown>) => unknown): string {
  const file = JSON.parse(fileOf(MINE, NOW)) as Record<string, unknown> & { records: Record<string, unknown[]> };
  to(file.records, file);
  return JSON.stringify({ ...file, sum: checksum(JSON.stringify(file.records)) });
}

const first = (records: Record<string, unknown[]>, kind: string) => records[kind]?.[0] as Record<string, unknown>;
const whole = fileOf(MINE, NOW);

const REFUSED: [what: string, fault: FileFault, text: string][] = [
  ['an empty file', 'not_json', ''],
  ['a picture', 'not_json', '\x89PNG\r\n\x1a\n'],
  ['a page', 'not_json', '<!doctype html>'],
  ['a file that was cut off', 'not_json', whole.slice(0, -40)],
  ['a file without an end to its brackets', 'not_json', '['.repeat(200_000)],
  ['a file that is too large', 'too_large', ' '.repeat(MOST_BYTES) + whole],
  ['a number', 'not_ours', '7'],
  ['null', 'not_ours', 'null'],
  ['a list', 'not_ours', `[${whole}]`],
  ['somebody else’s file', 'not_ours', '{"format":"anki","version":1}'],
  ['our name in a prototype', 'not_ours', '{"__proto__":{"format":"bce-study","version":2}}'],
  ['a later version', 'newer', forged((_, file) => (file['version'] = VERSION + 1))],
  ['a later version that looks like anything', 'newer', '{"format":"bce-study","version":99,"cards":{}}'],
  ['no version', 'damaged', forged((_, file) => delete file['version'])],
  ['version 0', 'damaged', forged((_, file) => (file['version'] = 0))],
  ['half a version', 'damaged', forged((_, file) => (file['version'] = 1.5))],
  ['a version as text', 'damaged', forged((_, file) => (file['version'] = '2'))],
  ['this version with the kinds of an earlier one', 'damaged', forged((records) => delete records['turns'])],
  ['a kind too many', 'damaged', forged((records) => (records['html'] = []))],
  ['something beside the records', 'damaged', forged((_, file) => (file['script'] = 'alert(1)'))],
  ['a time that is none', 'damaged', forged((_, file) => (file['made'] = 'yesterday'))],
  ['one letter changed', 'damaged', whole.replace('Mind', 'Mint')],
  ['one digit changed', 'damaged', whole.replace('2.3065', '2.3064')],
  ['records that are no list', 'damaged', forged((records) => Object.assign(records, { notes: { length: 1 } }))],
  ['one record that is none', 'damaged', forged((records) => records['notes']?.push(null))],
  ['one field that is none', 'damaged', forged((records) => (first(records, 'notes')['text'] = 7))],
  ['a field too many', 'damaged', forged((records) => (first(records, 'notes')['html'] = '<b>'))],
  [
    'a prototype in a record',
    'damaged',
    forged((records) => Object.defineProperty(first(records, 'notes'), '__proto__', { value: {}, enumerable: true })),
  ],
  ['a constructor for a kind', 'damaged', forged((records) => (records['constructor'] = []))],
  ['the same thing twice', 'damaged', forged((records) => records['notes']?.push(first(records, 'notes')))],
  [
    'too many of a kind',
    'damaged',
    forged((records) => (records['notes'] = Array.from({ length: MOST.notes + 1 }, (_, i) => note(i.toString(16))))),
  ],
];
for (const [what, fault, text] of REFUSED)
  test(`refused whole: ${what}`, () => {
    assert.deepEqual(readFile(text), { ok: false, fault });
    assert.equal(Reflect.get({}, 'format'), undefined);
  });

/** As version 1 wrote it. */
const VERSION_1 = {
  progress: [{ id: 'solve', step: 3, of: 6, at: NOW }],
  skills: [{ id: 'exercises find_p', attempts: 3, right: 2, helped: 1, at: NOW }],
  notes: [
    { id: '0000000000000001', place: 'solve', step: 2, text: 'Mind the minus.', at: NOW },
    { id: '0000000000000002', place: 'exercises', step: 0, text: 'Round at the end.', at: NOW },
  ],
  reviews: [],
};
const version1 = (records: unknown) =>
  JSON.stringify({ format: 'bce-study', version: 1, made: NOW, sum: checksum(JSON.stringify(records)), records });

test('a file of version 1 is brought up to this one', () => {
  const { notes, progress, turns } = held(version1(VERSION_1));

  assert.deepEqual(
    [...notes.values()].map(({ title, made, ...at }) => [addressOf(at), title, made]),
    [
      ['#/solve?step=2', '', NOW],
      ['#/exercises', '', NOW],
    ],
  );
  assert.deepEqual([...progress.values()], VERSION_1.progress);
  assert.equal(turns.size, 0);
});

test('version 1 is held to what it had', () => {
  for (const records of [
    { ...VERSION_1, turns: [] },
    { ...VERSION_1, notes: [{ ...VERSION_1.notes[0], text: 7 }] },
    { ...VERSION_1, notes: [null] },
  ])
    assert.deepEqual(readFile(version1(records)), { ok: false, fault: 'damaged' });
});

const THEIRS: Snapshot = {
  ...EMPTY,
  progress: new Map([['solve', { id: 'solve', step: 5, of: 6, at: NOW - 1 }]]),
  skills: new Map([['exercises find_p', { id: 'exercises find_p', attempts: 2, right: 2, helped: 0, at: NOW + 1 }]]),
  notes: new Map([note('2', { text: 'Later.', at: NOW + 1 }), note('3')].map((each) => [each.id, each])),
};

test('merging adds, takes what is further or later, and removes nothing', () => {
  const plan = planOf(MINE, THEIRS, 'merge');
  const { snapshot } = applied(MINE, plan.changes);

  assert.deepEqual([plan.added, plan.changed, plan.removed], [1, 2, 0]);
  assert.equal(snapshot.progress.get('solve')?.step, 5);
  assert.equal(snapshot.skills.get('exercises find_p')?.attempts, 3);
  assert.deepEqual(
    [...snapshot.notes.values()].map(({ text }) => text.slice(0, 5)),
    ['Mind ', 'Later', 'Mind '],
  );
});

test('merging the same file twice changes nothing the second time', () => {
  const once = applied(MINE, planOf(MINE, THEIRS, 'merge').changes).snapshot;

  assert.deepEqual(planOf(once, THEIRS, 'merge').changes, []);
  assert.deepEqual(planOf(MINE, held(fileOf(MINE, NOW)), 'merge').changes, []);
});

test('replacing leaves what the file holds and nothing else', () => {
  const plan = planOf(MINE, THEIRS, 'replace');

  assert.deepEqual(plainly(applied(MINE, plan.changes).snapshot), plainly(THEIRS));
  assert.deepEqual([plan.added, plan.changed, plan.removed], [1, 3, 4]);
});

test('taking in a file and clearing everything are taken back, but for what was done since', () => {
  for (const plan of [planOf(MINE, THEIRS, 'merge'), planOf(MINE, THEIRS, 'replace'), clearing(MINE)]) {
    const { snapshot, effects } = applied(MINE, plan.changes);
    const since = applied(snapshot, [change('notes', 'f'.repeat(16), () => note('f'))]).snapshot;

    const back = applied(since, undoing(effects)).snapshot;
    assert.equal(back.notes.size, 3);
    for (const kind of KINDS)
      for (const [id, record] of MINE[kind]) assert.deepEqual(back[kind].get(id), record, `${kind} ${id}`);
  }
  assert.equal(countOf(applied(MINE, clearing(MINE).changes).snapshot), 0);
});

test('together they may be too many', () => {
  const many = Array.from({ length: MOST.notes }, (_, i) => note((i + 16).toString(16)));
  const theirs = { ...EMPTY, notes: new Map(many.map((each) => [each.id, each])) };

  assert.equal(fits(applied(MINE, planOf(MINE, theirs, 'replace').changes).snapshot), true);
  assert.equal(fits(applied(MINE, planOf(MINE, theirs, 'merge').changes).snapshot), false);
});
