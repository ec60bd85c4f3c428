import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import createModule from '#bce';
import { guard, MOST_NUMBERS, SIGNATURES } from '../../web/engine/guard.js';
import { VIEW } from '../../web/state/graph.js';
import { core, WASM } from './core.js';

const raw = (await createModule({ wasmBinary: await readFile(WASM) })) as unknown as Record<
  string,
  ((...values: unknown[]) => unknown) & { argCount?: number }
>;

/** Good arguments for every function, so that one at a time can be spoilt. */
const GOOD: Record<keyof typeof SIGNATURES, unknown[]> = {
  loss: [1, 0.85],
  lossFromLogit: [1, 0.5],
  slope: [1, 0.85],
  slopeFromLogit: [1, 0.5],
  entropy: [0.5],
  divergence: [0.5, 0.25],
  inUnit: ['bits', 1],
  reportedLoss: ['keras', 1, 0],
  meanLoss: [Float64Array.of(1, 0), Float64Array.of(0.5, 0.5)],
  lossCurve: [1, VIEW],
  readPoint: [1, 0.85, VIEW],
  ticks: ['x', VIEW, 5],
  formula: ['-ln(p)'],
  evaluate: ['-ln(0.85)'],
  freeProblem: [],
  judge: ['0.163', 1, 0.85],
  derivationFormulas: [],
  derive: [Float64Array.of(1, 0), Float64Array.of(0.9, 0.2)],
};

const call = (name: string, values: readonly unknown[]) =>
  (core as unknown as Record<string, (...values: unknown[]) => { ok: boolean; code?: string }>)[name]?.(...values);

test('the module exports exactly the functions of the contract, with its argument counts', () => {
  // Embind's own helpers and the runtime's carry no argument count.
  const exported = Object.entries(raw).filter(([, value]) => typeof value === 'function' && 'argCount' in value);
  assert.deepEqual(
    Object.fromEntries(exported.map(([name, value]) => [name, value.argCount])),
    Object.fromEntries(Object.entries(SIGNATURES).map(([name, kinds]) => [name, kinds.length])),
  );
});

test('every function takes good arguments', () => {
  for (const [name, values] of Object.entries(GOOD)) assert.equal(call(name, values)?.ok, true, name);
});

test('a missing and a surplus argument are refused with a code', () => {
  for (const [name, values] of Object.entries(GOOD)) {
    assert.deepEqual(call(name, [...values, 1]), { ok: false, code: 'argument_count' }, name);
    if (values.length > 0) assert.deepEqual(call(name, values.slice(1)), { ok: false, code: 'argument_count' }, name);
  }
});

test('an argument of the wrong type is refused with a code, not read as 0', () => {
  const wrong = ['a', '1', null, undefined, true, {}, [], () => 1, 1n, Symbol('s'), new Float32Array(2), [1, 0]];
  for (const [name, values] of Object.entries(GOOD)) {
    values.forEach((good, i) => {
      for (const bad of wrong.filter((value) => typeof value !== typeof good || typeof good === 'object')) {
        const spoilt = values.with(i, bad);
        assert.deepEqual(
          call(name, spoilt),
          { ok: false, code: 'argument_type' },
          `${name}, argument ${i}: ${String(bad)}`,
        );
      }
    });
  }
});

test('a view that lacks a side is refused', () => {
  const { yHigh: _, ...open } = VIEW;
  assert.deepEqual(core.lossCurve(1, open as typeof VIEW), { ok: false, code: 'argument_type' });
});

test('NaN and numbers out of range are refused with their own codes, nothing is clamped', () => {
  const codeOf = (outcome: { ok: boolean; code?: string }) => outcome.code;
  assert.equal(codeOf(core.loss(NaN, 0.5)), 'label_not_finite');
  assert.equal(codeOf(core.loss(2, 0.5)), 'label_out_of_range');
  assert.equal(codeOf(core.loss(1, NaN)), 'probability_not_finite');
  assert.equal(codeOf(core.loss(1, Infinity)), 'probability_not_finite');
  assert.equal(codeOf(core.loss(1, 1.2)), 'probability_out_of_range');
  assert.equal(codeOf(core.loss(1, -Number.MIN_VALUE)), 'probability_out_of_range');
  assert.equal(codeOf(core.lossFromLogit(1, NaN)), 'logit_not_finite');
  assert.equal(codeOf(core.entropy(NaN)), 'label_not_finite');
  assert.equal(codeOf(core.lossCurve(1, { ...VIEW, yHigh: NaN })), 'view_not_finite');
  assert.equal(codeOf(core.lossCurve(1, { ...VIEW, xHigh: 0 })), 'view_empty');
  assert.equal(codeOf(core.ticks('z' as 'x', VIEW, 5)), 'axis_unknown');
  assert.equal(codeOf(core.inUnit('decibels' as 'bits', 1)), 'unit_unknown');
  assert.equal(codeOf(core.reportedLoss('numpy' as 'keras', 1, 0.5)), 'library_unknown');
  assert.equal(codeOf(core.evaluate('p')), 'unknown_symbol');
  assert.equal(codeOf(core.evaluate('ln(-1)')), 'undefined');
});

test('the ends are infinity and zero, not NaN and not minus zero', () => {
  assert.deepEqual(core.loss(1, 0), { ok: true, value: Infinity });
  assert.deepEqual(core.loss(0, 1), { ok: true, value: Infinity });
  assert.ok(Object.is((core.loss(1, 1) as { value: number }).value, 0));
  assert.ok(Object.is((core.loss(0, 0) as { value: number }).value, 0));
});

test('a batch reports its first bad row and why', () => {
  const rows = (...values: number[]) => Float64Array.from(values);
  assert.deepEqual(core.meanLoss(rows(), rows()), { ok: false, code: 'empty' });
  assert.deepEqual(core.meanLoss(rows(1), rows(0.5, 0.5)), { ok: false, code: 'lengths_differ' });
  assert.deepEqual(core.meanLoss(rows(1, 1), rows(0.5, 1.2)), {
    ok: false,
    code: 'probability',
    row: 1,
    cause: 'probability_out_of_range',
  });
  assert.deepEqual(core.meanLoss(rows(3, 1), rows(0.5, 1.2)), {
    ok: false,
    code: 'label',
    row: 0,
    cause: 'label_out_of_range',
  });
});

test('a huge array is refused before it is copied; the largest allowed one is taken', () => {
  const huge = new Float64Array(MOST_NUMBERS + 1);
  assert.deepEqual(core.meanLoss(huge, huge), { ok: false, code: 'array_too_long' });
  const largest = huge.subarray(1).fill(0.5);
  assert.ok(core.meanLoss(largest, largest).ok);
});

test('curves stay what they were when the memory of the core grows', async () => {
  const own = guard(raw as never);
  const before = own.lossCurve(1, VIEW);
  assert.ok(before.ok);
  const copy = before.value.map((run) => Float64Array.from(run));
  const many = new Float64Array(MOST_NUMBERS).fill(0.25);
  assert.ok(own.meanLoss(many, many).ok);
  assert.deepEqual(before.value, copy);
  assert.ok((before.value[0]?.length ?? 0) > 4);
});

test('text of any length and content is a normal argument', () => {
  for (const text of [
    'x'.repeat(1_000_000),
    '\u0000',
    '\ud800',
    '💥',
    '<img src=x onerror=alert(1)>',
    '('.repeat(500),
  ]) {
    const outcome = core.judge(text, 1, 0.85);
    assert.ok(outcome.ok);
    assert.equal(outcome.value.verdict, 'unreadable', text.slice(0, 20));
  }
  const long = core.judge('1+'.repeat(200) + '1', 1, 0.85);
  assert.ok(long.ok && long.value.verdict === 'unreadable');
  assert.equal(long.value.reason, 'too_long');
});

test('a position counts as JavaScript does, so that the piece can be cut out of what was typed', () => {
  const typed = '1 + 💥 + 2';
  const outcome = core.formula(typed);
  assert.ok(!outcome.ok && 'position' in outcome);
  assert.equal(typed.slice(outcome.position, outcome.position + outcome.length), '💥');
});
