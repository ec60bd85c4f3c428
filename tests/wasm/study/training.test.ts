import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../web/engine/value.js';
import { core, raw } from './core.js';

const EMPTY = new Float64Array();
const of = (...numbers: number[]) => Float64Array.from(numbers);
const VIEW = { xLow: 0, xHigh: 12, yLow: 2, yHigh: 14, widthPx: 120, heightPx: 120 };

const { weights, ears, labels } = valueOf(core.animals(1, 'mixed'));

test('a herd crosses, and the training has the bits that native code has', () => {
  assert.deepEqual([weights.length, ears.length, labels.length], [20, 20, 20]);
  const run = valueOf(core.train(weights, ears, labels, of(0, 0, 0), EMPTY, 'cross_entropy', 0.5, 500));
  // As in tests/core/training_test.cpp.
  assert.deepEqual(
    [...run.weights],
    [0x164b4f2d41f68b / 2 ** 53, 0x1b9f53dee846b6 / 2 ** 52, 0x194c1427157e0f / 2 ** 50],
  );
  assert.equal(run.meanLoss, 0x1245dc019da42a / 2 ** 56);
  assert.equal(run.losses.length, 501);
  assert.equal(run.losses[0], Math.LN2);
  assert.equal(run.losses.at(-1), run.meanLoss);
  assert.equal(run.each.length, 20);
  assert.ok(Math.abs(run.each.reduce((sum, loss) => sum + loss, 0) / 20 - run.meanLoss) < 1e-15);
  assert.equal(run.each[run.dearest], Math.max(...run.each));
  assert.ok(run.share > 1 / 20 && run.share < 1);
  assert.ok(run.probabilities.every((p) => p > 0 && p < 1));
});

test('steps go on where others ended', () => {
  const start = valueOf(core.train(weights, EMPTY, labels, of(0, 0, 9), EMPTY, 'squared_error', 1, 10));
  const on = valueOf(core.train(weights, EMPTY, labels, start.weights, start.losses, 'squared_error', 1, 3));
  const whole = valueOf(core.train(weights, EMPTY, labels, of(0, 0, 9), EMPTY, 'squared_error', 1, 13));
  assert.deepEqual(on.weights, whole.weights);
  assert.equal(on.losses.length, 3);
  assert.equal(on.weights[2], 9);
  assert.equal(start.gradient[2], 0);
});

test('what comes back is its own: memory that grows does not touch it', () => {
  const run = valueOf(core.train(weights, ears, labels, of(0, 0, 0), EMPTY, 'cross_entropy', 0.5, 5));
  const kept = [...run.each];
  const many = new Float64Array(4_000_000).fill(0.5);
  valueOf(core.meanLoss(many, many));
  valueOf(core.train(weights, ears, labels, of(1, 2, 3), EMPTY, 'cross_entropy', 0.5, 5));
  assert.deepEqual([...run.each], kept);
});

test('every way a training may go crosses by its name', () => {
  const train = (
    from: Float64Array,
    loss: 'cross_entropy' | 'squared_error',
    rate: number,
    herd = { weights, ears, labels },
  ) => valueOf(core.train(herd.weights, herd.ears, herd.labels, from, EMPTY, loss, rate, 40)).course;
  const wrong = valueOf(core.startingWeights('wrong', 0, 2));
  assert.equal(train(of(0, 0, 0), 'cross_entropy', 0.5), 'falling');
  assert.equal(train(wrong, 'squared_error', 1), 'stalled');
  const mixed = valueOf(core.animals(2, 'mixed'));
  assert.equal(train(of(0, 0, 0), 'cross_entropy', 200, mixed), 'leaping');
  assert.equal(train(of(0, 0, 0), 'cross_entropy', Number.MAX_VALUE, mixed), 'diverged');
  assert.equal(train(of(0, 0, 0), 'cross_entropy', 1, valueOf(core.animals(3, 'apart'))), 'endless');
});

test('nothing that comes back is NaN or infinite, whatever the rate', () => {
  for (const rate of [1e-300, 1, 1e6, 1e200, 1e308, Number.MAX_VALUE])
    for (const loss of ['cross_entropy', 'squared_error'] as const) {
      const run = valueOf(core.train(weights, ears, labels, of(0.3, -2, 1), EMPTY, loss, rate, 50));
      for (const list of [run.weights, run.gradient, run.losses, run.each, run.probabilities])
        assert.ok(list.every(Number.isFinite), String(rate));
      assert.ok([run.slope, run.meanLoss, run.wrong, run.share].every(Number.isFinite));
    }
});

test('a start from a seed is within its bounds', () => {
  assert.deepEqual(valueOf(core.startingWeights('level', 5, 2)), of(0, 0, 0));
  assert.deepEqual(valueOf(core.startingWeights('chance', 5, 2)), valueOf(core.startingWeights('chance', 5, 2)));
  assert.ok(valueOf(core.startingWeights('chance', 5, 2)).every((weight) => Math.abs(weight) <= 2));
});

test('lines, curves and places are drawn in pixels', () => {
  const line = valueOf(core.levelLine(of(-1, 0, 1), 2, 0.5, VIEW));
  assert.deepEqual([...line].map(Math.round), [0, 40, 120, 40]);
  assert.equal(valueOf(core.levelLine(of(0, 0, 0), 2, 0.5, VIEW)).length, 0);
  const upright = valueOf(core.levelLine(of(-1, 2, 5), 1, 0.5, VIEW));
  assert.deepEqual([...upright].map(Math.round), [70, 0, 70, 120]);
  assert.equal(valueOf(core.probabilityCurve(of(0, 3, 0), { ...VIEW, yLow: 0, yHigh: 1 })).length, 1);
  assert.deepEqual([...valueOf(core.lossTrace(of(2, 14, 8), { ...VIEW, xHigh: 2 }))], [0, 120, 60, 0, 120, 60]);
  assert.deepEqual([...valueOf(core.placed(of(0, 6, 99), of(2, 14, 8), VIEW))], [0, 120, 60, 0, 120, 60]);
  assert.ok(valueOf(core.safeRate(weights, ears, labels)) > 1);
});

test('what cannot be trained on is refused with its code', () => {
  const zero = of(0, 0, 0);
  const train = (...given: Parameters<typeof core.train>) => core.train(...given);
  const refused = (code: string) => ({ ok: false, code });
  assert.deepEqual(train(EMPTY, EMPTY, EMPTY, zero, EMPTY, 'cross_entropy', 1, 1), refused('no_examples'));
  assert.deepEqual(train(of(1, 2), EMPTY, of(1), zero, EMPTY, 'cross_entropy', 1, 1), refused('lengths_differ'));
  assert.deepEqual(train(of(NaN), EMPTY, of(1), zero, EMPTY, 'cross_entropy', 1, 1), refused('feature_not_finite'));
  assert.deepEqual(train(of(1), EMPTY, of(0.5), zero, EMPTY, 'cross_entropy', 1, 1), refused('label_not_binary'));
  assert.deepEqual(
    train(of(1), EMPTY, of(1), of(0, NaN, 0), EMPTY, 'cross_entropy', 1, 1),
    refused('weight_not_finite'),
  );
  assert.deepEqual(train(of(1), EMPTY, of(1), of(0), EMPTY, 'cross_entropy', 1, 1), refused('weight_not_finite'));
  assert.deepEqual(train(of(1), EMPTY, of(1), zero, EMPTY, 'cross_entropy', 0, 1), refused('rate_not_positive'));
  assert.deepEqual(train(of(1), EMPTY, of(1), zero, EMPTY, 'cross_entropy', Infinity, 1), refused('rate_not_positive'));
  assert.deepEqual(train(of(1), EMPTY, of(1), zero, EMPTY, 'hinge' as 'cross_entropy', 1, 1), refused('loss_unknown'));
  assert.deepEqual(train(of(1), EMPTY, of(1), zero, EMPTY, 'cross_entropy', 1, 1e9), refused('steps_unknown'));
  const many = new Float64Array(20_001);
  assert.deepEqual(train(many, EMPTY, many, zero, EMPTY, 'cross_entropy', 1, 1), refused('too_many'));
  assert.deepEqual(core.animals(-1, 'mixed'), refused('seed_unknown'));
  assert.deepEqual(core.animals(1, 'wolves' as 'mixed'), refused('herd_unknown'));
  assert.deepEqual(core.startingWeights('level', 1, 3), refused('features_unknown'));
  assert.deepEqual(core.startingWeights('top' as 'level', 1, 2), refused('start_unknown'));
  assert.deepEqual(core.levelLine(zero, 2, 1, VIEW), refused('probability_out_of_range'));
  assert.deepEqual(core.levelLine(zero, 2, 0.5, { ...VIEW, widthPx: 0 }), refused('view_empty'));
  assert.deepEqual(core.placed(of(1), EMPTY, VIEW), refused('lengths_differ'));
  assert.deepEqual(
    core.train('1' as never, EMPTY, of(1), zero, EMPTY, 'cross_entropy', 1, 1),
    refused('argument_type'),
  );
  assert.ok('train' in raw);
});
