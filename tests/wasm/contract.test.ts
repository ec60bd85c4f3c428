import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import createModule from '#bce';
import type { Axis, CurveName, PointReading, Runs, View } from '../../wasm/contract/core.js';
import { guard, MOST_NUMBERS, SIGNATURES } from '../../web/engine/guard.js';
import { UNPACK } from '../../web/engine/unpack.js';
import { valueOf } from '../../web/engine/value.js';
import { INITIAL, viewOf } from '../../web/state/graph.js';
import { argCount, core, WASM } from './core.js';

const VIEW = viewOf(INITIAL);

const raw = (await createModule({ wasmBinary: await readFile(WASM), ...UNPACK })) as unknown as Record<
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
  lossCurve: ['cross_entropy', 1, 'probability', VIEW],
  readPoint: [1, 'probability', 0.85, 'probability', VIEW],
  ticks: ['x', VIEW, 5],
  formula: ['-ln(p)'],
  evaluate: ['-ln(0.85)'],
  freeProblem: [],
  judge: ['0.163', 1, 0.85, '.'],
  derivationFormulas: [],
  derive: [Float64Array.of(1, 0), Float64Array.of(0.9, 0.2), 'nothing'],
};

const call = (name: string, values: readonly unknown[]) =>
  (core as unknown as Record<string, (...values: unknown[]) => { ok: boolean; code?: string }>)[name]?.(...values);

test('the module exports exactly the functions of the contract, with its argument counts', () => {
  // Embind's own helpers and the runtime's carry no argument count.
  const exported = Object.entries(raw).filter(([, value]) => typeof value === 'function' && 'argCount' in value);
  assert.deepEqual(
    Object.fromEntries(exported.map(([name, value]) => [name, value.argCount])),
    Object.fromEntries(Object.entries(SIGNATURES).map(([name, kinds]) => [name, argCount(kinds)])),
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
  assert.deepEqual(core.lossCurve('cross_entropy', 1, 'probability', open as typeof VIEW), {
    ok: false,
    code: 'argument_type',
  });
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
  const curve = (name: string, label: number, axis: string, view = VIEW) =>
    codeOf(core.lossCurve(name as CurveName, label, axis as Axis, view));
  assert.equal(curve('cross_entropy', 1, 'probability', { ...VIEW, yHigh: NaN }), 'view_not_finite');
  assert.equal(curve('cross_entropy', 1, 'probability', { ...VIEW, xHigh: 0 }), 'view_empty');
  assert.equal(curve('numpy', 1, 'probability'), 'curve_unknown');
  assert.equal(curve('keras', 1, 'x'), 'axis_unknown');
  assert.equal(curve('keras', 1.5, 'logit'), 'label_out_of_range');
  const point = (label: number, given: string, at: number, axis: string, view = VIEW) =>
    codeOf(core.readPoint(label, given as Axis, at, axis as Axis, view));
  assert.equal(point(NaN, 'probability', 0.5, 'probability'), 'label_not_finite');
  assert.equal(point(1, 'x', 0.5, 'probability'), 'axis_unknown');
  assert.equal(point(1, 'probability', 0.5, 'y'), 'axis_unknown');
  assert.equal(point(1, 'probability', 1.2, 'logit'), 'probability_out_of_range');
  assert.equal(point(1, 'probability', Infinity, 'logit'), 'probability_not_finite');
  assert.equal(point(1, 'logit', NaN, 'logit'), 'logit_not_finite');
  assert.equal(point(1, 'logit', 0, 'logit', { ...VIEW, xHigh: 0 }), 'view_empty');
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
  const before = own.lossCurve('cross_entropy', 1, 'probability', VIEW);
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
    const outcome = core.judge(text, 1, 0.85, '.');
    assert.ok(outcome.ok);
    assert.equal(outcome.value.verdict, 'unreadable', text.slice(0, 20));
  }
  const long = core.judge('1+'.repeat(200) + '1', 1, 0.85, '.');
  assert.ok(long.ok && long.value.verdict === 'unreadable');
  assert.equal(long.value.reason, 'too_long');
});

test('a position counts as JavaScript does, so that the piece can be cut out of what was typed', () => {
  const typed = '1 + 💥 + 2';
  const outcome = core.formula(typed);
  assert.ok(!outcome.ok && 'position' in outcome);
  assert.equal(typed.slice(outcome.position, outcome.position + outcome.length), '💥');
});

const LOGITS: View = { xLow: -8, xHigh: 8, yLow: 0, yHigh: 8, widthPx: 1600, heightPx: 800 };

const CURVES = {
  cross_entropy: true,
  squared_error: true,
  classification_error: true,
  pytorch: true,
  keras: true,
  scikit_learn: true,
} satisfies Record<CurveName, true>;

const read = (label: number, given: Axis, at: number, axis: Axis, view: View): PointReading =>
  valueOf(core.readPoint(label, given, at, axis, view));

test('every curve is drawn over either axis, inside the frame', () => {
  for (const [axis, view] of [
    ['probability', VIEW],
    ['logit', LOGITS],
  ] as const) {
    const seen = new Set<string>();
    for (const name of Object.keys(CURVES) as CurveName[]) {
      const runs: Runs = valueOf(core.lossCurve(name, 1, axis, view));
      assert.equal(runs.length, name === 'classification_error' ? 2 : 1, `${name} over ${axis}`);
      for (const [i, px] of runs.flatMap((run) => [...run]).entries())
        assert.ok(px >= 0 && px <= (i % 2 === 0 ? view.widthPx : view.heightPx), `${name} over ${axis}`);
      seen.add(runs.map((run) => run.join()).join(';'));
    }
    // What libraries change of the loss is too little for this frame, or beyond it.
    assert.ok(seen.size >= 3, axis);
  }
});

test('a library draws its own curve', () => {
  const wide: View = { ...LOGITS, xLow: -60, xHigh: 60, yHigh: 120 };
  const drawn = (Object.keys(CURVES) as CurveName[]).map((name) =>
    valueOf(core.lossCurve(name, 0, 'logit', wide))
      .map((run) => run.join())
      .join(';'),
  );
  assert.equal(new Set(drawn).size, drawn.length);
});

test('a point is read whole, from its probability', () => {
  assert.deepEqual(read(1, 'probability', 0.5, 'probability', { ...VIEW, widthPx: 100, heightPx: 100 }), {
    probability: 0.5,
    complement: 0.5,
    logit: 0,
    loss: Math.LN2,
    slope: -2,
    slopeInLogit: -0.5,
    entropy: 0,
    divergence: Math.LN2,
    squaredError: 0.125,
    squaredErrorSlope: -0.125,
    classificationError: 0,
    reported: {
      pytorch: { loss: Math.LN2, slope: -2 },
      keras: { loss: Math.LN2, slope: -2 },
      scikit_learn: { loss: Math.LN2, slope: -2 },
    },
    xPx: 50,
    yPx: ((5 - Math.LN2) / 5) * 100,
    inFrame: true,
    tangent: [0, 80 - 20 * Math.LN2, 84.65735902799727, 100],
  });
});

test('from the logit the loss and the slopes keep their digits where the probability rounds', () => {
  const point = read(1, 'logit', 40, 'logit', LOGITS);
  assert.equal(point.probability, 1);
  assert.equal(point.logit, 40);
  assert.ok(Math.abs(point.loss / 4.248354255291589e-18 - 1) < 1e-14);
  assert.ok(Math.abs(point.slopeInLogit / -4.248354255291589e-18 - 1) < 1e-14);
  assert.ok(Math.abs(read(0, 'logit', 40, 'logit', LOGITS).slope / 2.3538526683702e17 - 1) < 1e-13);
  assert.equal(read(0, 'logit', 40, 'logit', LOGITS).loss, 40);
  assert.equal(read(1, 'probability', point.probability, 'logit', LOGITS).loss, 0);
});

test('an infinite logit is the exact end, drawn at the edge of the frame', () => {
  const end = read(1, 'logit', -Infinity, 'logit', LOGITS);
  assert.deepEqual(
    [end.probability, end.logit, end.loss, end.slope, end.slopeInLogit],
    [0, -Infinity, Infinity, -Infinity, -1],
  );
  assert.deepEqual([end.squaredError, end.squaredErrorSlope, end.classificationError], [0.5, 0, 1]);
  assert.deepEqual([end.xPx, end.yPx, end.inFrame, end.tangent], [0, 0, false, undefined]);
  assert.deepEqual(end, read(1, 'probability', 0, 'logit', LOGITS));
  assert.ok('tangent' in end);

  const right = read(1, 'logit', Infinity, 'logit', LOGITS);
  assert.deepEqual([right.loss, right.xPx, right.yPx, right.inFrame], [0, 1600, 800, false]);
});

test('libraries report a finite loss and a finite slope at the ends', () => {
  const { reported } = read(1, 'probability', 0, 'probability', VIEW);
  assert.deepEqual(reported.pytorch, { loss: 100, slope: -1 / 1e-12 });
  assert.equal(reported.keras.slope, 0);
  assert.equal(reported.scikit_learn.slope, 0);
  for (const { loss } of Object.values(reported)) assert.ok(loss > 16 && loss <= 100);
});

test('a point is in the frame where both its coordinates are', () => {
  const half = { ...VIEW, xLow: 0.5 };
  assert.equal(read(1, 'probability', 0.85, 'probability', VIEW).inFrame, true);
  assert.equal(read(1, 'probability', 1, 'probability', VIEW).inFrame, true);
  assert.equal(read(1, 'probability', 0.001, 'probability', VIEW).inFrame, false);
  assert.equal(read(1, 'probability', 0.25, 'probability', half).inFrame, false);
  assert.equal(read(1, 'probability', 0.25, 'probability', half).xPx, 0);
});

test('the tangent has the slope of the curve over the axis it is drawn over', () => {
  for (const [given, at, axis, view] of [
    ['probability', 0.3, 'probability', VIEW],
    ['probability', 0.3, 'logit', LOGITS],
    ['logit', -1.5, 'logit', LOGITS],
    ['logit', -1.5, 'probability', VIEW],
  ] as const) {
    const point = read(1, given, at, axis, view);
    assert.ok(point.tangent);
    const [x0, y0, x1, y1] = point.tangent;
    const slope =
      ((y0 - y1) / view.heightPx / ((x1 - x0) / view.widthPx)) * ((view.yHigh - view.yLow) / (view.xHigh - view.xLow));
    const expected = axis === 'probability' ? point.slope : point.slopeInLogit;
    assert.ok(Math.abs(slope / expected - 1) < 1e-9, `${given} over ${axis}: ${slope}, not ${expected}`);
    const height = y0 + ((point.xPx - x0) / (x1 - x0)) * (y1 - y0);
    assert.ok(Math.abs(height - point.yPx) < 1e-6);
  }
});

test('what only says that it is an array is refused before it reaches the module', () => {
  const forged = [
    { [Symbol.toStringTag]: 'Float64Array', length: -1 },
    Object.create(Float64Array.prototype),
    new Proxy(new Float64Array(2), {}),
  ];
  for (let i = 0; i < 3_000; i += 1)
    for (const bad of forged)
      assert.deepEqual(core.meanLoss(bad as Float64Array, bad as Float64Array), { ok: false, code: 'argument_type' });
  const lying = Float64Array.of(1, 0);
  Object.defineProperty(lying, 'length', { get: () => 1e9 });
  assert.ok(core.meanLoss(lying, Float64Array.of(0.5, 0.5)).ok);
  assert.ok(core.meanLoss(Float64Array.of(1), Float64Array.of(0.5)).ok);
});

test('a view whose sides throw or change is read once and refused', () => {
  const throwing = Object.defineProperty({ ...VIEW }, 'yHigh', {
    get() {
      throw new Error('no');
    },
  });
  const symbol = { ...VIEW, yHigh: Symbol('high') as unknown as number };
  for (const view of [throwing, symbol])
    assert.deepEqual(core.lossCurve('cross_entropy', 1, 'probability', view), { ok: false, code: 'argument_type' });
  let reads = 0;
  const counting = Object.defineProperty({ ...VIEW }, 'yHigh', { get: () => (reads += 1) && 5 });
  assert.ok(core.lossCurve('cross_entropy', 1, 'probability', counting).ok);
  assert.equal(reads, 1);
});

test('the largest batch needs no more memory than a small one', async () => {
  const own = guard((await createModule({ wasmBinary: await readFile(WASM), ...UNPACK })) as never);
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('no more');
  };
  try {
    const many = new Float64Array(MOST_NUMBERS).fill(0.5);
    assert.ok(Math.abs(valueOf(own.meanLoss(many, many)) - Math.LN2) < 1e-15);
  } finally {
    WebAssembly.Memory.prototype.grow = grow;
  }
});

test('a bad row is counted from the start of the batch, not of the chunk that it crosses in', () => {
  const labels = new Float64Array(10_000).fill(1);
  const probabilities = new Float64Array(10_000).fill(0.5);
  probabilities[9_999] = 1.5;
  assert.deepEqual(core.meanLoss(labels, probabilities), {
    ok: false,
    code: 'probability',
    row: 9_999,
    cause: 'probability_out_of_range',
  });
});

test('a module that has failed is not asked again', () => {
  let calls = 0;
  const broken = guard({
    ...(raw as object),
    loss: () => {
      calls += 1;
      throw new Error('unreachable');
    },
  } as never);
  assert.deepEqual(broken.loss(1, 0.5), { ok: false, code: 'core_failed' });
  assert.deepEqual(broken.loss(1, 0.5), { ok: false, code: 'core_failed' });
  assert.deepEqual(broken.entropy(0.5), { ok: false, code: 'core_failed' });
  assert.equal(calls, 1);
});

test('too many rows are refused without a copy of them', () => {
  const many = new Float64Array(MOST_NUMBERS);
  const outcome = core.derive(many, many, 'nothing');
  assert.ok(!outcome.ok);
  assert.equal(outcome.code, 'too_many_rows');
});

test('an assumption is dropped by its name, and an infinite loss crosses as it is', () => {
  const [labels, probabilities] = [Float64Array.of(1, 0), Float64Array.of(0.5, 1)];
  const outcome = core.derive(labels, probabilities, 'inner_probabilities');
  assert.ok(outcome.ok);
  assert.deepEqual(
    outcome.value.steps.map((step) => step.value),
    [0, -Infinity, Infinity],
  );
  assert.deepEqual(outcome.value.breach, { rows: 1, step: 'log_likelihood', instead: 0.5 });
  const refused = core.derive(labels, probabilities, 'nothing');
  assert.ok(!refused.ok);
  assert.deepEqual({ ...refused }, { ok: false, code: 'probability_at_end', row: 1 });
  const unknown = core.derive(labels, probabilities, 'gravity' as never);
  assert.deepEqual(unknown, { ok: false, code: 'assumption_unknown' });
});

test('half a character is no more than one character', () => {
  for (const typed of ['\ud800', '1 + \udc00x', '\ud800\ud800']) {
    const outcome = core.formula(typed);
    assert.ok(!outcome.ok && 'position' in outcome);
    assert.ok(outcome.position + outcome.length <= typed.length, JSON.stringify(typed));
  }
});

test('a judgement says what it is of, and nothing that its verdict has not', () => {
  const judged = (text: string) => {
    const outcome = core.judge(text, 1, 0.85, '.');
    assert.ok(outcome.ok);
    const { reading, ...rest } = outcome.value as Record<string, unknown>;
    return { ...rest, read: reading !== undefined };
  };

  assert.deepEqual(judged(''), { verdict: 'empty', read: false });
  assert.deepEqual(judged('0.163'), { verdict: 'right', value: 0.163, read: true });
  assert.deepEqual(judged('0.2345 bits'), { verdict: 'other_unit', value: 0.2345, unit: 'bits', read: true });
  assert.deepEqual(judged('85'), { verdict: 'wrong_turn', turn: 'percentage', value: 85, read: true });
  assert.deepEqual(judged('-log 0.85 = 0.163'), { verdict: 'right', value: 0.163, naturalLog: true, read: true });
  assert.deepEqual(judged('-ln 0'), { verdict: 'infinite', value: Infinity, read: true });
  assert.deepEqual(judged('p = 1'), { verdict: 'unreadable', reason: 'other_letter', read: true });
  assert.deepEqual(judged('2 + 1e400'), {
    verdict: 'unreadable',
    reason: 'number_too_large',
    position: 4,
    length: 5,
    read: false,
  });
});

test('the locale decides on a mark that could part thousands', () => {
  const verdict = (text: string, mark: '.' | ',') => {
    const outcome = core.judge(text, 0, 0.85, mark);
    assert.ok(outcome.ok);
    return outcome.value.verdict;
  };
  assert.equal(verdict('1.897', '.'), 'right');
  assert.equal(verdict('1,897', ','), 'right');
  assert.equal(verdict('1,897', '.'), 'unreadable');
  assert.equal(verdict('1.897', ','), 'unreadable');
  assert.equal(verdict('1,8971', '.'), 'right');
});
