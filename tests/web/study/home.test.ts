/** What home says to do next. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextOf, type Begun } from '../../../web/study/state/home.js';

const begun = (place: Begun['place'], step: number, of: number, at = 0): Begun => ({ place, step, of, at });

test('who has done nothing starts at the start, and who has begun goes on with the last of it', () => {
  assert.deepEqual(nextOf({ begun: [], due: 0 }), { type: 'start', place: 'solve' });
  assert.deepEqual(nextOf({ begun: [begun('solve', 2, 6, 5), begun('exercises', 1, 3, 4)], due: 9 }), {
    type: 'continue',
    place: 'solve',
    step: 2,
    of: 6,
  });
});

test('what was opened and left at its start is not begun, and what is done is not gone on with', () => {
  const { type, place } = nextOf({ begun: [begun('solve', 6, 6), begun('exercises', 0, 3)], due: 0 });
  assert.equal(type, 'go');
  assert.notEqual(place, 'solve');
});

test('cards that are due come before something new, where there are cards', () => {
  const { type } = nextOf({ begun: [], due: 3 });
  assert.equal(type, 'cards');
});

test('a place that there is not any more is never led to', () => {
  const gone = { place: 'poetry', step: 1, of: 2, at: 9 } as unknown as Begun;
  assert.equal(nextOf({ begun: [gone], due: 0 }).type, 'go');
});
