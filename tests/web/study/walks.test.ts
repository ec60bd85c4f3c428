/** What the three walkthroughs show for what the learner moves. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import * as entropy from '../../../web/study/state/entropy.js';
import * as gradient from '../../../web/study/state/gradient.js';
import * as logits from '../../../web/study/state/logits.js';
import { core } from '../../wasm/study/core.js';

const close = (a: number, b: number, share = 1e-12) =>
  assert.ok(a === b || Math.abs(a - b) <= share * Math.max(Math.abs(a), Math.abs(b)), `${a} is not ${b}`);

test('the parts of the stable form make up the loss for every label and logit that can be set', () => {
  for (const y of [0, 0.3, 0.5, 1])
    for (const z of [...logits.PRESETS, -logits.FAR, -0.5, 3, logits.FAR, 1e300]) {
      const { parts, rising, falling } = logits.bench(core, { y, z });
      close(parts.large - parts.product + parts.tail, parts.loss, 1e-9);
      close(rising - falling, z, 1e-9);
    }
});

test('any finite logit can be typed, and nothing else', () => {
  assert.equal(logits.logitFrom(core, '−800'), -800);
  assert.equal(logits.logitFrom(core, '1e300'), 1e300);
  for (const none of ['', 'x', 'inf', 'ln(-1)']) assert.equal(logits.logitFrom(core, none), undefined, none);
});

test('the picture has a curve for each way to the loss, and the naive ones end early', () => {
  const { loss, single, double } = logits.lossPicture(core, 0);
  const end = (runs: typeof loss) => runs.at(-1)?.at(-2) ?? 0;
  assert.ok(end(single) < end(double) && end(double) < end(loss));
});

test('a step of the check is what core takes', () => {
  assert.equal(gradient.stepFrom(core, '1e-7'), 1e-7);
  for (const none of ['', '0', '-1', '101', 'h']) assert.equal(gradient.stepFrom(core, none), undefined, none);
  assert.deepEqual([1e-18, 0.1, 0.25, 10, 100].map(gradient.powerOf), [-18, -1, -1, 1, 1]);
  assert.equal(gradient.tenTo(-18), 1e-18);
});

test('the three slopes belong together at every point that can be set', () => {
  for (const y of [0, 0.3, 1])
    for (const z of [-gradient.FAR, -1, 0, 2.5, gradient.FAR]) {
      const { at, slopeOfP, forward, central } = gradient.check(core, { ...gradient.START, y, z });
      close(at.slope * slopeOfP, at.slopeInLogit, 1e-9);
      assert.equal(forward.slope, central.slope);
      assert.ok(central.error <= forward.error);
    }
});

test('entropy and divergence make up the loss, infinite or not', () => {
  for (const y of [0, 0.3, 1])
    for (const p of [0, 0.3, 0.6, 1]) {
      const { at, own, believed } = entropy.amounts(core, { y, p });
      close(at.entropy + at.divergence, at.loss);
      if (y > 0 && y < 1) {
        close(y * own[1] + (1 - y) * own[0], at.entropy);
        close(y * believed[1] + (1 - y) * believed[0], at.loss);
      }
    }
  assert.equal(entropy.amounts(core, { y: 0.3, p: 0.3 }).at.divergence, 0);
});

test('bets are placed one by one or all at once, and none after the last', () => {
  const start = entropy.gameOf(core, 4);
  assert.equal(entropy.scores(core, start), undefined);
  const one = entropy.placed({ ...start, bet: 0.7 });
  assert.deepEqual(one.bets, [0.7]);
  const scores = entropy.scores(core, one);
  assert.equal(scores?.own.logLoss, entropy.costs(core, one)[0]);
  const all = entropy.placed({ ...one, bet: 1 }, true);
  assert.equal(all.bets.length, all.source.outcomes.length);
  assert.ok(entropy.isOver(all) && !entropy.isOver(one));
  assert.equal(entropy.placed(all).bets.length, all.bets.length);
  assert.equal(entropy.nextGame(core, all).seed, 5);
  assert.equal(entropy.nextGame(core, { ...all, seed: 4294967295 }).seed, 0);
});
