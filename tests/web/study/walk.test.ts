import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  answered as answeredIn,
  asks,
  begun,
  chosen as chosenIn,
  chooses,
  gone as goneIn,
  isSettled,
  MOST_SEED,
  questionAt,
  renewed as renewedIn,
  revealed,
  seeded as seededIn,
  seedIn,
  stepIn,
  type Plan,
  type WalkState,
} from '../../../web/study/state/walk.js';
import { core } from '../../wasm/study/core.js';

const PLAN: Plan = {
  place: 'walkthroughs/gradient',
  skill: 'gradient',
  steps: [asks(core, 'gradient_in_p'), chooses(2), asks(core, 'gradient_of_p')],
  task: (seed) => asks(core, 'gradient_task', seed),
};
const answered = (state: WalkState, typed: string) => answeredIn(PLAN, state, typed, '.');
const chosen = (state: WalkState, choice: number | undefined) => chosenIn(PLAN, state, choice);
const gone = (state: WalkState, to: number) => goneIn(PLAN, state, to);
const start = begun(PLAN, 5);

const numberOf = (state: WalkState): string => {
  const question = questionAt(PLAN, state);
  assert.ok(question.type === 'number');
  return question.answer.toPrecision(5);
};

test('a right number settles a step, a wrong one is named and leaves it open', () => {
  const wrong = answered(start, '5');
  assert.ok(wrong.said.type === 'judged' && wrong.said.judgement.verdict === 'wrong_turn');
  assert.equal(wrong.said.judgement.turn, 'minus_lost');
  assert.equal(isSettled(wrong), false);
  assert.deepEqual(answered(wrong, '-5').ways, ['found', undefined, undefined, undefined]);
});

test('an answer that was shown stays shown, whatever is typed then', () => {
  const shown = revealed(start);
  assert.deepEqual(shown.ways, ['shown', undefined, undefined, undefined]);
  assert.deepEqual(answered(shown, '-5').ways, shown.ways);
  assert.equal(revealed(shown), shown);
});

test('of several answers only the right one settles a step', () => {
  const second = gone(start, 1);
  assert.deepEqual(chosen(second, undefined).said, { type: 'no_choice' });
  assert.deepEqual(chosen(second, 0).said, { type: 'chosen', choice: 0, right: false });
  assert.equal(isSettled(chosen(second, 0)), false);
  assert.equal(chosen(second, 2).ways[1], 'found');
  assert.equal(answered(second, '1'), second);
  assert.equal(chosen(start, 2), start);
});

test('what was reached stays open, and nothing of one step is said at the next', () => {
  const third = gone(answered(start, '5'), 2);
  assert.deepEqual([third.at, third.reached, third.said.type], [2, 2, 'nothing']);
  assert.deepEqual([gone(third, 0).at, gone(third, 0).reached], [0, 2]);
  assert.equal(gone(third, 99).at, 3);
  assert.equal(gone(third, -1).at, 0);
});

test('the task counts what missed, and not what could not be read', () => {
  const task = gone(start, 3);
  assert.equal(answered(task, 'ln(').misses, 0);
  assert.equal(answered(task, '').misses, 0);
  const missed = answered(answered(task, '77'), '78');
  assert.equal(missed.misses, 2);
  assert.equal(answered(missed, numberOf(missed)).ways[3], 'found');
  assert.equal(answered(start, '77').misses, 0);
});

test('another task has other numbers and starts clean; the steps keep their answers', () => {
  const done = revealed(gone(answered(start, '-5'), 3));
  const other = renewedIn(PLAN, done);
  assert.deepEqual(
    [other.at, other.seed, other.misses, other.ways],
    [3, 6, 0, ['found', undefined, undefined, undefined]],
  );
  assert.notEqual(numberOf(other), numberOf(done));
  assert.equal(renewedIn(PLAN, seededIn(PLAN, start, MOST_SEED)).seed, 0);
  assert.equal(seededIn(PLAN, start, 9).at, 0);
});

test('an address names a step and a seed, or nothing that is used', () => {
  assert.equal(stepIn({ step: '3' }, PLAN), 2);
  assert.equal(stepIn({ step: '4' }, PLAN), 3);
  for (const step of ['0', '5', '-1', '1.5', 'x', '']) assert.equal(stepIn({ step }, PLAN), undefined, step);
  assert.equal(stepIn({}, PLAN), undefined);
  assert.equal(seedIn({ seed: '12' }), 12);
  for (const seed of ['-1', '4294967296', '1e3', '']) assert.equal(seedIn({ seed }), undefined, seed);
});
