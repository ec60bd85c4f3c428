import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ALL_OPEN, keyedStop, linkedStop, STOPS, toggled, walkTo } from '../../web/state/walk.js';

test('a walk opens one step alone and ends at the ends', () => {
  assert.deepEqual(walkTo(1), { at: 1, open: [false, true, false, false] });
  assert.equal(walkTo(-1).at, 0);
  assert.equal(walkTo(STOPS).at, STOPS - 1);
});

test('a step is opened and closed without the others', () => {
  assert.deepEqual(toggled(ALL_OPEN, 2, false), { at: undefined, open: [true, true, false, true] });
  assert.deepEqual(toggled(walkTo(0), 2, true), { at: 2, open: [true, false, true, false] });
  assert.equal(toggled(ALL_OPEN, 0, true), ALL_OPEN);
});

test('arrow keys lead on and back, in the direction of reading', () => {
  assert.equal(keyedStop(ALL_OPEN, 'ArrowRight', false), 0);
  assert.equal(keyedStop(ALL_OPEN, 'ArrowLeft', false), 0);
  assert.equal(keyedStop(walkTo(1), 'ArrowRight', false), 2);
  assert.equal(keyedStop(walkTo(1), 'ArrowLeft', false), 0);
  assert.equal(keyedStop(walkTo(1), 'ArrowLeft', true), 2);
  for (const key of ['ArrowUp', 'ArrowDown', 'Home', 'Enter', 'a'])
    assert.equal(keyedStop(ALL_OPEN, key, false), undefined);
});

test('an address names a step, or none', () => {
  assert.equal(linkedStop('#step=2'), 1);
  assert.equal(linkedStop('#p=0.85&y=1&step=4'), 3);
  for (const hash of ['', '#', '#step', '#step=0', '#step=5', '#step=1.5', '#step=-1', '#step=two', '#derivation'])
    assert.equal(linkedStop(hash), undefined, hash);
  const refused: string[] = [];
  for (const hash of ['#step=2', '#derivation', '#step=7', '#step='])
    linkedStop(hash, (name, value) => refused.push(`${name}=${value}`));
  assert.deepEqual(refused, ['step=7', 'step=']);
});
