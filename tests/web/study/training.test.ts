import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  added,
  changed,
  chartOf,
  chose,
  courseOf,
  fromSettings,
  isAtRest,
  isOver,
  milestones,
  MOST_ANIMALS,
  MOST_STEPS,
  moved,
  opened as openedIn,
  paceOf,
  pictureOf,
  pointed,
  rateAt,
  rateFrom,
  removed,
  restarted,
  seedFrom,
  settingsOf,
  SETUP,
  shareOf,
  stepped as steppedIn,
  withRate,
  type Setup,
  type TrainingState,
} from '../../../web/study/state/training.js';
import { core } from '../../wasm/study/core.js';

const opened = (setup: Partial<Setup> = {}) => openedIn(core, { ...SETUP, ...setup });
const stepped = (state: TrainingState, count: number) => steppedIn(core, state, count);
const first = (state: TrainingState) => {
  const [run] = state.runs;
  assert.ok(run);
  return run;
};
const weightsOf = (state: TrainingState) => state.runs.map(({ now }) => [...now.weights]);

test('a training starts at one half everywhere, and its loss falls', () => {
  const start = opened();
  assert.equal(start.animals.length, 20);
  assert.equal(first(start).now.meanLoss, Math.LN2);
  assert.equal(courseOf(first(start), start), 'started');
  const later = stepped(start, 30);
  assert.equal(later.steps, 30);
  assert.equal(first(later).losses.length, 31);
  assert.ok(first(later).now.meanLoss < 0.4);
  assert.equal(courseOf(first(later), later), 'falling');
  assert.equal(start.steps, 0);
});

test('steps of one by one are those of all at once', () => {
  let one = opened({ shown: 'both', start: 'chance' });
  for (let i = 0; i < 25; i++) one = stepped(one, 1);
  const all = stepped(opened({ shown: 'both', start: 'chance' }), 25);
  assert.deepEqual(weightsOf(one), weightsOf(all));
  assert.deepEqual(one.runs[0]?.losses, all.runs[0]?.losses);
});

test('both losses start from the same weights, and only the squared error stalls', () => {
  const state = stepped(opened({ shown: 'both', start: 'wrong', rate: 1 }), 60);
  assert.deepEqual(weightsOf(opened({ shown: 'both', start: 'wrong' })), [
    [0, -8, -8],
    [0, -8, -8],
  ]);
  const [cross, square] = state.runs;
  assert.ok(cross && square);
  assert.ok(cross.now.wrong <= 5);
  assert.equal(square.now.course, 'stalled');
  assert.ok(square.now.wrong >= 10);
});

test('a high rate leaps, animals that are apart have no end, and neither is ever at rest', () => {
  const leaping = stepped(opened({ rate: 100 }), 100);
  assert.equal(first(leaping).now.course, 'leaping');
  const endless = stepped(opened({ herd: 'apart', rate: 2 }), 100);
  assert.equal(first(endless).now.course, 'endless');
  assert.equal(isAtRest(leaping) || isAtRest(endless), false);
  const settled = stepped(opened({ rate: 4 }), 3000);
  assert.equal(first(settled).now.course, 'settled');
  assert.equal(isAtRest(settled), true);
});

test('a run ends at its last step, and where it has diverged', () => {
  const last = stepped(stepped(opened(), MOST_STEPS - 5), 100);
  assert.equal(last.steps, MOST_STEPS);
  assert.equal(isOver(last), true);
  assert.equal(stepped(last, 1), last);
  const lost = stepped(withRate(opened({ seed: 2 }), Number.MAX_VALUE), 40);
  assert.equal(first(lost).now.course, 'diverged');
  assert.equal(isOver(lost), true);
  assert.ok([...first(lost).losses, ...first(lost).now.weights].every(Number.isFinite));
});

test('a long run takes longer strides', () => {
  assert.equal(paceOf(opened()), 1);
  assert.ok(paceOf(stepped(opened(), 1000)) > 10);
});

test('an animal that is moved keeps the weights, and its loss is counted anew', () => {
  const trained = stepped(opened(), 40);
  const state = moved(core, trained, 3, { kilograms: 11.94, centimetres: 2.02 });
  assert.deepEqual(state.animals[3], { kilograms: 11.9, centimetres: 2, dog: true });
  assert.deepEqual(weightsOf(state), weightsOf(trained));
  assert.deepEqual([state.steps, first(state).losses.length, state.chosen, state.edited], [0, 1, 3, true]);
  assert.notEqual(first(state).now.meanLoss, first(trained).now.meanLoss);
  assert.deepEqual(moved(core, state, 3, { kilograms: 99, centimetres: -5 }).animals[3], {
    kilograms: 12,
    centimetres: 2,
    dog: true,
  });
  assert.equal(moved(core, state, 3, { dog: false }).animals[3]?.dog, false);
  // To where it is already.
  assert.equal(moved(core, trained, 3, { ...trained.animals[3] }).steps, 40);
  assert.equal(moved(core, trained, 99, { dog: true }), trained);
});

test('animals come and go, and the last one stays', () => {
  let state = added(core, chose(opened(), 1));
  assert.deepEqual([state.animals.length, state.chosen, state.animals[20]?.dog], [21, 20, true]);
  for (let i = 0; i < 100; i++) state = added(core, state);
  assert.equal(state.animals.length, MOST_ANIMALS);
  for (let i = 0; i < 100; i++) state = removed(core, state, 0);
  assert.equal(state.animals.length, 1);
  assert.equal(state.chosen, 0);
  assert.equal(first(state).now.each.length, 1);
});

test('other settings start anew; animals that were moved stay, unless others are asked for', () => {
  const edited = moved(core, stepped(opened(), 10), 0, { kilograms: 1 });
  const one = changed(core, edited, { features: 1 });
  assert.deepEqual([one.steps, one.animals[0]?.kilograms, one.edited], [0, 1, true]);
  assert.deepEqual(weightsOf(one), [[0, 0, 0]]);
  assert.equal(changed(core, edited, { seed: 11 }).edited, false);
  assert.equal(changed(core, edited, { herd: 'apart' }).edited, false);
  assert.deepEqual(restarted(core, stepped(edited, 5)).animals, edited.animals);
  assert.deepEqual(weightsOf(restarted(core, stepped(edited, 5))), [[0, 0, 0]]);
});

test('the slider goes by powers of ten, and a typed rate is read as any number', () => {
  assert.deepEqual([rateAt(0), rateAt(0.5), rateAt(1), rateAt(2)], [0.001, 1, 1000, 1000]);
  assert.ok(Math.abs(shareOf(rateAt(0.73)) - 0.73) < 0.01);
  assert.equal(rateFrom(core, '1/4'), 0.25);
  assert.equal(rateFrom(core, '0,5'), 0.5);
  for (const none of ['', 'x', '0', '-1', '1001']) assert.equal(rateFrom(core, none), undefined, none);
  assert.equal(seedFrom(' 12 '), 12);
  for (const none of ['-1', '1.5', '4294967296', '']) assert.equal(seedFrom(none), undefined, none);
});

test('an address leads to the same training, as many steps on', () => {
  for (const state of [
    stepped(opened({ seed: 4, herd: 'apart', start: 'chance', features: 1, shown: 'both', rate: 2.5 }), 33),
    stepped(openedIn(core, SETUP, moved(core, opened(), 2, { kilograms: 3.3 }).animals), 7),
  ]) {
    const again = fromSettings(core, settingsOf(state));
    assert.deepEqual(weightsOf(again), weightsOf(state));
    assert.deepEqual(again.animals, state.animals);
    assert.deepEqual(settingsOf(again), settingsOf(state));
  }
});

test('an address does not promise steps that would lead elsewhere', () => {
  const faster = stepped(withRate(stepped(opened(), 5), 3), 5);
  assert.equal(settingsOf(faster)['steps'], undefined);
  assert.equal(settingsOf(restarted(core, faster))['steps'], undefined);
  assert.equal(settingsOf(stepped(restarted(core, faster), 4))['steps'], '4');
  const pulled = stepped(moved(core, stepped(opened(), 5), 0, { kilograms: 1 }), 2);
  assert.equal(settingsOf(pulled)['steps'], undefined);
});

test('what makes no sense in an address is as if it were not there', () => {
  const odd = fromSettings(core, {
    animals: '-3',
    herd: 'wolves',
    start: '',
    features: '7',
    loss: 'hinge',
    rate: '1e9',
    steps: 'x',
    points: '10-20-e',
  });
  assert.deepEqual(odd, opened());
  assert.equal(fromSettings(core, { points: Array(61).fill('10-20-d').join('.') }).animals.length, 20);
  assert.equal(fromSettings(core, { points: '' }).edited, false);
  assert.deepEqual(fromSettings(core, { points: '999-0-d' }).animals, [{ kilograms: 12, centimetres: 2, dog: true }]);
});

test('the picture has a line for two features and a curve for one', () => {
  const two = pictureOf(core, stepped(opened({ shown: 'both' }), 20));
  assert.equal(two.places.length, 40);
  assert.deepEqual(
    two.runs.map(({ undecided, sure, curve }) => [undecided.length, sure.length, curve.length]),
    [
      [4, 2, 0],
      [4, 2, 0],
    ],
  );
  const one = pictureOf(core, stepped(opened({ features: 1 }), 20));
  const [run] = one.runs;
  assert.ok(run);
  assert.equal(run.undecided[0], run.undecided[2]);
  assert.equal(run.curve.length, 1);
  // A dog stands at p = 1, a cat at p = 0.
  assert.ok((one.places[1] ?? 0) > (one.places[3] ?? 0));
  // At the start nothing is undecided more than anything else.
  assert.equal(pictureOf(core, opened()).runs[0]?.undecided.length, 0);
});

test('a place in the frame is an animal’s, and the chart holds every loss', () => {
  assert.deepEqual(pointed(opened(), 0.5, 0.25), { kilograms: 6, centimetres: 11 });
  assert.deepEqual(pointed(opened({ features: 1 }), 0.25, 0.9), { kilograms: 3 });
  const state = stepped(opened({ rate: 100 }), 300);
  const chart = chartOf(core, first(state), state.steps);
  assert.equal(chart.view.xHigh, 300);
  assert.ok(chart.line.every((px, i) => px >= 0 && px <= (i % 2 ? chart.view.heightPx : chart.view.widthPx)));
  assert.deepEqual(milestones(7), [0, 1, 2, 3, 5, 7]);
  assert.deepEqual(milestones(0), [0]);
});
