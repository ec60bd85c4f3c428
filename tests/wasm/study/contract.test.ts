import { argCount } from '../core.js';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { SIGNATURES } from '../../../web/engine/guard.js';
import { valueOf } from '../../../web/engine/value.js';
import { STUDY_SIGNATURES } from '../../../web/study/engine/study-core.js';
import { KINDS } from '../../../web/study/state/exercises.js';
import { core, raw } from './core.js';

test('the study module exports the public contract and its own, with their argument counts', () => {
  const exported = Object.entries(raw).filter(([, value]) => typeof value === 'function' && 'argCount' in value);
  const expected = { ...SIGNATURES, ...STUDY_SIGNATURES };
  assert.deepEqual(
    Object.fromEntries(exported.map(([name, value]) => [name, (value as unknown as { argCount: number }).argCount])),
    Object.fromEntries(Object.entries(expected).map(([name, kinds]) => [name, argCount(kinds)])),
  );
});

test('an argument of the wrong type is refused before core is asked', () => {
  const call = (name: string, ...values: unknown[]) =>
    (core as unknown as Record<string, (...values: unknown[]) => unknown>)[name]?.(...values);
  assert.deepEqual(call('work', '1', 'probability', 0.5), { ok: false, code: 'argument_type' });
  assert.deepEqual(call('judgeLine', '1', 1, 'probability', 0.5), { ok: false, code: 'argument_count' });
  assert.deepEqual(call('exercise', 1, 2, 3), { ok: false, code: 'argument_type' });
});

test('a solution crosses as lines, each with its rule and its reasons', () => {
  const lines = valueOf(core.work(1, 'probability', 0.85));
  assert.deepEqual(
    lines.map(({ rule }) => rule),
    [undefined, 'substitute', 'one_minus', 'zero_term', 'one_factor', 'logarithm', 'apply_minus'],
  );
  assert.deepEqual(lines.at(-1)?.line, [
    { kind: 'identifier', text: 'L' },
    { kind: 'operation', text: '≈' },
    { kind: 'number', number: 0.162519 },
  ]);
  assert.equal(lines[1]?.because.length, 2);
});

test('what makes no example is refused with core’s code', () => {
  assert.deepEqual(core.work(2, 'probability', 0.5), { ok: false, code: 'label_out_of_range' });
  assert.deepEqual(core.work(1, 'probability', NaN), { ok: false, code: 'probability_not_finite' });
  assert.deepEqual(core.work(1, 'odds' as 'logit', 0.5), { ok: false, code: 'axis_unknown' });
  assert.deepEqual(core.judgeLine('1', 1, 'logit', 0, 99, '.'), { ok: false, code: 'line_unknown' });
  assert.deepEqual(core.judgeLine('1', 1, 'logit', 0, -1, '.'), { ok: false, code: 'line_unknown' });
  assert.deepEqual(core.judgeLine('1', 1, 'logit', 0, NaN, '.'), { ok: false, code: 'line_unknown' });
});

test('every verdict on a line crosses with what belongs to it', () => {
  const judged = (text: string, line = 1) => valueOf(core.judgeLine(text, 1, 'probability', 0.85, line, '.'));
  assert.deepEqual(judged(''), { verdict: 'empty' });
  const unread = judged('ln(');
  assert.ok(unread.verdict === 'unreadable' && unread.reason === 'missing_operand');
  const right = judged('-[1 ln 0.85 + 0 ln 0.15]');
  assert.ok(right.verdict === 'right' && right.reached === 2 && right.reading.length > 5);
  const ahead = judged('0.1625');
  assert.ok(ahead.verdict === 'ahead' && ahead.reached === 6);
  const turned = judged('ln 0.85');
  assert.ok(turned.verdict === 'wrong_turn' && turned.turn === 'lost_minus');
  assert.equal(judged('-[1 ln 0.85 + (1-1) ln(1-0.85)]').verdict, 'not_yet');
  assert.equal(judged('ln(-1)').verdict, 'undefined');
});

test('the same seed gives the same exercise, and a trap is named', () => {
  assert.deepEqual(core.exercise(42, 'loss_for_one', 2), core.exercise(42, 'loss_for_one', 2));
  const { given, answer } = valueOf(core.exercise(8, 'nats_to_bits', 1));
  const judged = valueOf(core.judgeExercise(String(given), 8, 'nats_to_bits', 1, '.'));
  assert.ok(judged.verdict === 'wrong_turn' && judged.turn === 'unchanged');
  assert.equal(valueOf(core.judgeExercise(answer.toPrecision(6), 8, 'nats_to_bits', 1, '.')).verdict, 'right');
});

test('the numbers of an exercise are those that native code draws', () => {
  const table = readFileSync(new URL('../../core/golden/exercises.tsv', import.meta.url), 'utf8');
  const rows = table.split('\n').filter((line) => /^\d/.test(line));
  assert.equal(rows.length, 200);
  for (const line of rows) {
    const [kind, level, seed, labels, predictions, rivals, given] = line.split('\t');
    const numbers = (cell = '') => cell.split(' ').filter(Boolean).map(Number);
    const name = KINDS[Number(kind)] ?? KINDS[0];
    const exercise = valueOf(core.exercise(Number(seed), name, Number(level)));
    assert.equal(exercise.version, 1);
    assert.deepEqual(exercise.labels, numbers(labels), line);
    if (name !== 'find_p') assert.deepEqual(exercise.predictions, numbers(predictions), line);
    assert.deepEqual(exercise.rivals, numbers(rivals), line);
    assert.equal(exercise.given, Number(given), line);
  }
});

test('a seed, a kind or a level that is none is refused', () => {
  for (const seed of [-1, 0.5, 4294967296, NaN, Infinity])
    assert.deepEqual(core.exercise(seed, 'find_p', 1), { ok: false, code: 'seed_unknown' }, String(seed));
  assert.deepEqual(core.exercise(1, 'poetry' as 'find_p', 1), { ok: false, code: 'kind_unknown' });
  for (const level of [0, 6, NaN])
    assert.deepEqual(core.exercise(1, 'find_p', level), { ok: false, code: 'level_unknown' }, String(level));
});

test('what a walkthrough asks for crosses with its numbers, and a mistake by its name', () => {
  const { answer, ...given } = valueOf(core.asking('gradient_in_p', 0));
  assert.deepEqual(given, { label: 1, given: 'probability', at: 0.2 });
  assert.ok(Math.abs(answer + 5) < 1e-14);
  const task = valueOf(core.asking('logits_task', 3));
  assert.equal(task.given, 'logit');
  assert.deepEqual(core.asking('logits_task', 3), core.asking('logits_task', 3));
  assert.equal(valueOf(core.judgeAsked(task.answer.toPrecision(4), 'logits_task', 3, '.')).verdict, 'right');
  const turned = valueOf(core.judgeAsked('5', 'gradient_in_p', 0, '.'));
  assert.ok(turned.verdict === 'wrong_turn' && turned.turn === 'minus_lost');
  const named = valueOf(core.judgeAsked('-0.8', 'gradient_in_p', 0, '.'));
  assert.ok(named.verdict === 'wrong_turn' && named.turn === 'slope_in_logit');
  assert.deepEqual(core.asking('poetry' as 'logits_task', 1), { ok: false, code: 'question_unknown' });
  assert.deepEqual(core.judgeAsked('1', 'logits_task', -1, '.'), { ok: false, code: 'seed_unknown' });
});

test('the naive loss crosses with what it becomes, infinite or NaN', () => {
  assert.equal(valueOf(core.naiveLoss('float64', 0, 40)).loss, Infinity);
  assert.ok(Number.isNaN(valueOf(core.naiveLoss('float64', 1, 40)).loss));
  assert.equal(valueOf(core.naiveLoss('float32', 0, 17.5)).complement, 0);
  const { large, product, tail, loss } = valueOf(core.lossParts(1, -800));
  assert.deepEqual([large, product, tail, loss], [0, -800, 0, 800]);
  const view = { xLow: -45, xHigh: 45, yLow: 0, yHigh: 45, widthPx: 900, heightPx: 450 };
  assert.equal(valueOf(core.naiveCurve('float64', 0, view)).length, 1);
  assert.deepEqual(core.naiveLoss('float16' as 'float32', 0, 0), { ok: false, code: 'precision_unknown' });
  assert.deepEqual(core.lossParts(2, 0), { ok: false, code: 'label_out_of_range' });
});

test('a finite difference crosses with its parts and its place', () => {
  const view = { xLow: -18, xHigh: 1, yLow: -17, yHigh: 1, widthPx: 1900, heightPx: 1800 };
  const { ahead, behind, change, width, quotient, slope, error, xPx } = valueOf(
    core.difference('central', 1, 1, 0.01, view),
  );
  assert.equal(change, ahead - behind);
  assert.equal(quotient, change / width);
  assert.equal(error, Math.abs(quotient - slope));
  assert.ok(Math.abs(xPx - 1600) < 1e-6);
  assert.ok(valueOf(core.differenceErrors('forward', 1, 1, view)).length > 0);
  assert.deepEqual(core.difference('central', 1, 1, 0, view), { ok: false, code: 'step_out_of_range' });
  assert.deepEqual(core.difference('sideways' as 'central', 1, 1, 1, view), { ok: false, code: 'difference_unknown' });
});

test('events and scores cross as plain data', () => {
  const { outcomes, rate } = valueOf(core.source(4));
  assert.equal(outcomes.length, 20);
  assert.ok(rate > 0 && rate < 1);
  const scores = valueOf(core.score(new Float64Array([1, 0]), new Float64Array([0, 0.5])));
  assert.equal(scores.own.logLoss, Infinity);
  assert.equal(scores.own.brier, 0.625);
  assert.deepEqual([scores.share, scores.ruined], [0.5, 1]);
  assert.deepEqual(
    scores.bins.map(({ count }) => count),
    [1, 0, 1, 0, 0],
  );
  assert.deepEqual(core.score(new Float64Array(), new Float64Array()), { ok: false, code: 'empty' });
  assert.deepEqual(core.source(0.5), { ok: false, code: 'seed_unknown' });
});
