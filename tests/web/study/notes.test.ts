/** Notes and bookmarks, and what the exercises and the walkthrough tell of what the learner did. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { answered, chosen, didBetween as exerciseDid, helped, opened } from '../../../web/study/state/exercises.js';
import { hasRoom, isMarked, latest, marked, noted, notesAt, removed } from '../../../web/study/state/notes.js';
import { addressFrom } from '../../../web/study/state/places.js';
import {
  addressOf,
  applied,
  EMPTY,
  MOST,
  MOST_TITLE,
  recordIn,
  type Note,
  type Snapshot,
} from '../../../web/study/state/records.js';
import { soFarOf, summaryOf } from '../../../web/study/state/summary.js';
import {
  checked,
  didBetween as lineDid,
  FIELDS,
  isStarted,
  reached,
  shown,
  started,
  upTo,
} from '../../../web/study/state/walkthrough.js';
import { titled } from '../../../web/study/views/keep-here.js';
import { core } from '../../wasm/study/core.js';

const HERE = titled('solve', { y: '1', p: '0.85', step: '2' }, 'Line 2');
const ID = '0123456789abcdef';
const note = (text: string, at = 5): Snapshot => applied(EMPTY, [noted(ID, HERE, 4, text, at)]).snapshot;

test('what is noted can be kept, and its address leads back', () => {
  const [kept] = notesAt(note('Mind the minus.'), HERE);

  assert.ok(kept);
  assert.deepEqual(recordIn('notes', kept), kept);
  const address = addressFrom(addressOf(kept));
  assert.equal(typeof address === 'object' && address.place, 'solve');
  assert.equal(addressOf(kept), '#/solve?y=1&p=0.85&step=2');
});

test('whatever settings an address has, a note at it can be kept', () => {
  const odd = titled('exercises', { kind: 'ü/?#&=+ %"\'<>*', seed: '−1' }, 'x'.repeat(500));
  const { notes, bookmarks } = applied(EMPTY, [noted(ID, odd, 1, 'x', 2), marked(odd, true, 3)]).snapshot;

  for (const [kind, records] of [
    ['notes', notes],
    ['bookmarks', bookmarks],
  ] as const)
    for (const record of records.values()) assert.deepEqual(recordIn(kind, record), record);
  assert.equal(notes.get(ID)?.title.length, MOST_TITLE);
  assert.equal(isMarked({ ...EMPTY, bookmarks }, odd), true);
});

test('an address that is too long to be kept leads to the place', () => {
  assert.deepEqual(titled('exercises', { seed: '1'.repeat(300) }, 'x'), { place: 'exercises', where: '', title: 'x' });
});

test('a note without anything in it is none', () => {
  assert.equal(note(' \n\u0007').notes.size, 0);
  assert.equal(applied(note('Here.'), [noted(ID, HERE, 4, '', 6)]).snapshot.notes.size, 0);
  assert.equal(applied(note('Here.'), [removed('notes', ID)]).snapshot.notes.size, 0);
});

test('a bookmark is set once, and taken away', () => {
  const on = applied(EMPTY, [marked(HERE, true, 1), marked(HERE, true, 2)]).snapshot;

  assert.equal(on.bookmarks.get(addressOf(HERE))?.at, 1);
  assert.equal(isMarked(applied(on, [marked(HERE, false, 3)]).snapshot, HERE), false);
});

test('notes stay in their order while they are being changed', () => {
  const one = { id: 'a', made: 1, at: 9 };
  const other = { id: 'b', made: 2, at: 2 };

  assert.deepEqual(latest([one, other]), [other, one]);
  assert.deepEqual(latest([{ ...one, at: 10 }, other]), [other, { ...one, at: 10 }]);
});

test('there is room until there are as many as can be kept', () => {
  const notes = new Map(Array.from({ length: MOST.notes }, (_, i) => [`${i}`, {} as Note]));

  assert.equal(hasRoom(EMPTY, 'notes'), true);
  assert.equal(hasRoom({ ...EMPTY, notes }, 'notes'), false);
});

test('an answer tells its kind, whether it was right and which wrong turn it was; a text that cannot be read tells nothing', () => {
  const exercise = opened(core, { seed: 7, kind: 'loss_for_one', level: 2 });
  const after = (typed: string, from = exercise) => exerciseDid(from, answered(core, from, typed, '.'));
  const task = { type: 'task', place: 'exercises', skill: 'loss_for_one', helped: false };

  assert.deepEqual(after(`${-exercise.exercise.answer}`), { ...task, right: false, turn: 'lost_minus' });
  assert.deepEqual(after('77'), { ...task, right: false });
  assert.deepEqual(after(exercise.exercise.answer.toPrecision(5)), { ...task, right: true });
  assert.deepEqual(after(exercise.exercise.answer.toPrecision(5), helped(exercise)), {
    ...task,
    right: true,
    helped: true,
  });
  assert.equal(after('ln('), undefined);
  const solved = answered(core, exercise, exercise.exercise.answer.toPrecision(5), '.');
  assert.equal(after('77', solved), undefined);
});

test('a choice tells what came of it, and no choice tells nothing', () => {
  const exercise = opened(core, { seed: 3, kind: 'better_model', level: 1 });
  const right = exercise.exercise.answer;

  assert.equal(exerciseDid(exercise, chosen(exercise, right))?.type, 'task');
  assert.deepEqual(
    [right, 1 - right].map((choice) => Reflect.get(exerciseDid(exercise, chosen(exercise, choice)) ?? {}, 'right')),
    [true, false],
  );
  assert.equal(exerciseDid(exercise, chosen(exercise, undefined)), undefined);
});

const start = () => {
  const state = started(core, FIELDS);
  assert.ok(isStarted(state));
  return state;
};

test('a line tells whether it was right, and how far the learner has come; one that is shown, only how far', () => {
  const first = start();
  const task = { type: 'task', place: 'solve', helped: false, skill: 'line' };
  const of = first.lines.length - 1;

  assert.deepEqual(lineDid(first, checked(core, first, '-ln 0.85', '.')), [
    { ...task, right: true },
    { type: 'step', place: 'solve', step: 4, of },
  ]);
  assert.deepEqual(lineDid(first, checked(core, first, 'ln 0.85', '.')), [
    { ...task, right: false, turn: 'lost_minus' },
  ]);
  assert.deepEqual(lineDid(first, checked(core, first, '-[', '.')), []);
  assert.deepEqual(lineDid(first, shown(first)), [{ type: 'step', place: 'solve', step: 1, of }]);
});

test('an address leads to a line, and leaves what is there as it came', () => {
  const first = start();

  assert.equal(reached(upTo(first, '3')), 3);
  assert.equal(reached(upTo(first, '99')), first.lines.length - 1);
  for (const odd of [undefined, '', '-1', 'x', '1e1', '100']) assert.equal(upTo(first, odd), first);
  const typed = checked(core, first, '-ln 0.85', '.');
  assert.equal(upTo(typed, '2'), typed);
  assert.deepEqual(upTo(typed, '5').ways.slice(-2), ['typed', 'shown']);
});

test('what was done is told in the order of the places, and home hears of it', () => {
  const all: Snapshot = {
    ...EMPTY,
    progress: new Map([
      ['walkthroughs/logits', { id: 'walkthroughs/logits', step: 1, of: 4, at: 2 }],
      ['solve', { id: 'solve', step: 6, of: 6, at: 1 }],
    ]),
    skills: new Map([
      ['solve line', { id: 'solve line', attempts: 1, right: 1, helped: 0, at: 1 }],
      ['exercises find_p', { id: 'exercises find_p', attempts: 1, right: 1, helped: 0, at: 1 }],
    ]),
  };
  const today = { now: 5, start: 0, end: 10 };
  const seen = { stability: 1, difficulty: 5, days: 0, steps: 0, reps: 1, lapses: 0, state: 1, first: 1, at: 1 };

  assert.deepEqual(
    summaryOf(all).walks.map(({ id }) => id),
    ['solve', 'walkthroughs/logits'],
  );
  assert.deepEqual(
    summaryOf(all).skills.map(({ place, skill }) => [place, skill]),
    [
      ['solve', 'line'],
      ['exercises', 'find_p'],
    ],
  );
  assert.deepEqual(soFarOf(all, today).begun[1], { place: 'solve', step: 6, of: 6, at: 1 });
  assert.equal(soFarOf(all, today).due, 0);
  assert.equal(soFarOf({ ...all, reviews: new Map([['loss', { id: 'loss', due: 2, ...seen }]]) }, today).due, 1 + 9);
});
