import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../web/engine/value.js';
import {
  answered as answeredIn,
  chosen,
  exampleOf,
  helped,
  isOtherVersion,
  KINDS,
  linkOf,
  MOST_SEED,
  next,
  nextLevel,
  opened,
  placeFrom,
  revealed,
  seedFrom,
  settingsOf,
  type ExercisesState,
} from '../../../web/study/state/exercises.js';
import {
  again,
  back,
  checked as checkedIn,
  FIELDS,
  fieldsOf,
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
    { problems: 1, solved: 1, first: 0, helped: 0, attempts: 2, turns: undefined },
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

test('mixed kinds come in an order that links rely on', () => {
  assert.deepEqual(
    Array.from({ length: 10 }, (_, seed) => opened(core, { seed, kind: 'any', level: 1 }).kind),
    [
      'loss_for_one',
      'loss_for_zero',
      'loss_at_logit',
      'find_p',
      'batch_mean',
      'nats_to_bits',
      'better_model',
      'spot_the_error',
      'loss_for_one',
      'loss_for_zero',
    ],
  );
});

test('a link of another version is told, and one from before versions is not', () => {
  assert.equal(isOtherVersion({ seed: '12', v: '1' }, 1), false);
  assert.equal(isOtherVersion({ seed: '12' }, 1), false);
  for (const v of ['2', '0', '01', '', 'x']) assert.equal(isOtherVersion({ seed: '12', v }, 1), true, v);
  assert.deepEqual(placeFrom({ seed: '12', v: '7' }), { seed: 12, kind: 'any', level: 1 });
});

test('an exercise about one example hands it to the walkthrough, with all its digits', () => {
  for (const kind of KINDS)
    for (let seed = 0; seed < 40; seed++) {
      const state = opened(core, { seed, kind, level: 5 });
      const example = exampleOf(state);
      const single = ['loss_for_one', 'loss_for_zero', 'loss_at_logit', 'spot_the_error'].includes(kind);
      assert.equal(example !== undefined, single, kind);
      if (!example) continue;
      const way = started(core, fieldsOf(example));
      assert.ok(isStarted(way));
      assert.deepEqual([way.label, way.at], [state.exercise.labels[0], state.exercise.predictions[0]]);
      assert.equal(way.given, kind === 'loss_at_logit' ? 'logit' : 'probability');
    }
});

test('with the walkthrough it is no first time, and says nothing of the level', () => {
  const state = opened(core, { seed: 3, kind: 'loss_for_one', level: 2 });
  const solve = (from: ExercisesState) => answered(from, String(from.exercise.answer));
  const done = solve(helped(state));
  assert.deepEqual([done.session.solved, done.session.first, done.session.helped, done.streak], [1, 0, 1, 0]);
  const missed = solve(answered(helped(state), '99'));
  assert.deepEqual([missed.session.helped, missed.streak], [0, -1]);
  // After it is over there is nothing to help with.
  const after = helped(solve(state));
  assert.deepEqual([after.helped, after.session.first], [false, 1]);
  assert.equal(next(core, done).helped, false);
});

test('a link leads back to where it was made, and nothing else is one', () => {
  const place = { seed: 12, kind: 'find_p', level: 4 } as const;
  assert.equal(linkOf(place, 1), '#/exercises?seed=12&kind=find_p&level=4&v=1');
  assert.deepEqual(placeFrom(settingsOf(place, 1)), place);
  assert.equal(placeFrom({}), undefined);
  assert.equal(placeFrom({ seed: '-1' }), undefined);
  assert.deepEqual(placeFrom({ seed: '5', kind: 'poetry', level: '9' }), { seed: 5, kind: 'any', level: 1 });
  assert.equal(seedFrom('4294967296'), undefined);
  assert.equal(seedFrom(' 7 '), 7);
  assert.equal(seedFrom('1e3'), undefined);
});
