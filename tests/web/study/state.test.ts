import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../web/engine/value.js';
import {
  answered as answeredIn,
  chosen,
  KINDS,
  linkOf,
  MOST_SEED,
  next,
  nextLevel,
  opened,
  placeFrom,
  revealed,
  seedFrom,
  type ExercisesState,
} from '../../../web/study/state/exercises.js';
import {
  again,
  back,
  checked as checkedIn,
  FIELDS,
  isDone,
  isStarted,
  reached,
  shown,
  started,
  type WalkthroughState,
} from '../../../web/study/state/walkthrough.js';
import { core } from '../../wasm/study/core.js';

const checked = (state: WalkthroughState, typed: string) => checkedIn(core, state, typed, '.');
const answered = (state: ExercisesState, typed: string) => answeredIn(core, state, typed, '.');

const start = (label = '1', at = '0.85', given: 'probability' | 'logit' = 'probability'): WalkthroughState => {
  const state = started(core, { label, given, at });
  assert.ok(isStarted(state));
  return state;
};

test('a walkthrough goes on with a right line, and stays with a wrong one', () => {
  const first = start();
  const right = checked(first, '-[1 ln 0.85 + (1-1) ln(1-0.85)]');
  assert.deepEqual(right.ways, ['typed']);
  assert.equal(reached(checked(right, '0.7')), 1);
  assert.equal(reached(checked(right, 'ln(')), 1);
});

test('lines that were passed are told from lines that were typed and shown', () => {
  const ahead = checked(start(), '-ln 0.85');
  assert.deepEqual(ahead.ways, ['ahead', 'ahead', 'ahead', 'typed']);
  const all = shown(ahead, true);
  assert.deepEqual(all.ways.slice(4), ['shown', 'shown']);
  assert.ok(isDone(all));
});

test('a learner can go back, start over, and take nothing after the end', () => {
  const two = shown(shown(start()));
  assert.equal(reached(back(two)), 1);
  assert.equal(reached(back(start())), 0);
  assert.equal(reached(again(two)), 0);
  const done = shown(start(), true);
  assert.equal(checked(done, '0.1625'), done);
});

test('fields that make no example are told apart', () => {
  assert.ok(isStarted(started(core, FIELDS)));
  assert.deepEqual(started(core, { label: '', given: 'probability', at: 'x' }), {
    label: 'field_empty',
    at: 'not_a_number',
  });
  assert.deepEqual(started(core, { label: '2', given: 'probability', at: '0.5' }), { label: 'label_out_of_range' });
  assert.deepEqual(started(core, { label: '1', given: 'probability', at: '85' }), { at: 'probability_out_of_range' });
  assert.ok(isStarted(started(core, { label: '1/3', given: 'logit', at: '-800' })));
});

const open = (level = 2, kind: ExercisesState['place']['kind'] = 'nats_to_bits', seed = 9) =>
  opened(core, { seed, kind, level });

const solved = (state: ExercisesState) =>
  answered(state, valueOf(core.exercise(state.place.seed, state.kind, state.place.level)).answer.toPrecision(5));

test('two exercises right first time raise the level, two that were not lower it', () => {
  const one = solved(open());
  assert.equal(nextLevel(one), 2);
  const two = solved(next(core, one));
  assert.equal(two.moved, 'up');
  assert.equal(next(core, two).place.level, 3);

  const given = revealed(open());
  assert.equal(nextLevel(given), 2);
  const mended = solved(answered(next(core, given), '999'));
  assert.equal(mended.moved, 'down');
  assert.equal(next(core, mended).place.level, 1);
  assert.equal(nextLevel(solved(next(core, solved(open(5))))), 5);
  assert.equal(nextLevel(revealed(next(core, revealed(open(1))))), 1);
});

test('a session counts exercises once, answers each time, and mistakes by name', () => {
  const state = open();
  const wrong = answered(state, String(state.exercise.given));
  assert.deepEqual(wrong.session.turns, { unchanged: 1 });
  const right = solved(wrong);
  assert.deepEqual(
    { ...right.session, turns: undefined },
    { problems: 1, solved: 1, first: 0, attempts: 2, turns: undefined },
  );
  assert.equal(solved(right).session, right.session);
  assert.equal(revealed(right), right);
});

test('what cannot be read, is empty or too coarse is no attempt', () => {
  const state = open();
  for (const text of ['', 'ln(', 'L', String(Number(state.exercise.answer.toPrecision(1)))])
    assert.equal(answered(state, text).session.attempts, 0, text);
});

test('a choice is right or wrong, and none is told', () => {
  const state = open(1, 'better_model');
  assert.equal(chosen(state, undefined).session.attempts, 0);
  const wrong = chosen(state, 1 - state.exercise.answer);
  assert.equal(wrong.open, false);
  assert.equal(chosen(wrong, state.exercise.answer).open, true);
});

test('mixed kinds follow from the seed, and each comes up', () => {
  const kinds = new Set(Array.from({ length: 8 }, (_, seed) => opened(core, { seed, kind: 'any', level: 1 }).kind));
  assert.equal(kinds.size, KINDS.length);
});

test('the seed after the last is the first', () => {
  assert.equal(next(core, revealed(open(1, 'find_p', MOST_SEED))).place.seed, 0);
});

test('a link leads back to where it was made, and nothing else is one', () => {
  const place = { seed: 12, kind: 'find_p', level: 4 } as const;
  assert.deepEqual(placeFrom(linkOf(place)), place);
  assert.equal(placeFrom('#practice'), undefined);
  assert.equal(placeFrom('#seed=-1'), undefined);
  assert.deepEqual(placeFrom('#seed=5&kind=poetry&level=9'), { seed: 5, kind: 'any', level: 1 });
  assert.equal(seedFrom('4294967296'), undefined);
  assert.equal(seedFrom(' 7 '), 7);
  assert.equal(seedFrom('1e3'), undefined);
});
