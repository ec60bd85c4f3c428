/** The two flavours of the study module: with SIMD and without, they are the same core behind the same glue. */
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { test } from 'node:test';
import type { RawModule } from '../../../wasm/contract/module.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import { guard, guardAlso } from '../../../web/engine/guard.js';
import { UNPACK } from '../../../web/engine/unpack.js';
import { valueOf } from '../../../web/engine/value.js';
import { STUDY_SIGNATURES } from '../../../web/study/engine/study-core.js';
import { hasSimd } from '../../../web/study/engine/simd.js';

const FOLDER = new URL('../../../build/wasm/wasm/study/', import.meta.url);
const bytesOf = (name: string) => readFile(new URL(`${name}.wasm`, FOLDER));

guardAlso(STUDY_SIGNATURES);

// As in the browser, where one glue is handed either file.
const { default: createModule } = (await import(new URL('bce-study.mjs', FOLDER).href)) as {
  default(options: { wasmBinary: Uint8Array } & typeof UNPACK): Promise<RawModule>;
};
const coreOf = async (name: string) =>
  guard(await createModule({ wasmBinary: await bytesOf(name), ...UNPACK })) as StudyModule;
const [plain, simd] = await Promise.all(['bce-study', 'bce-study-simd'].map(coreOf));
assert.ok(plain && simd);

let state = 1;
const random = (): number => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return (state + 0.5) / 4294967296;
};

/** Hard and soft labels, sure and hopeless rows, both ends. */
function rows(count: number, kind: 'even' | 'sure' | 'wrong' | 'soft' | 'mixed') {
  const labels = new Float64Array(count);
  const probabilities = new Float64Array(count);
  for (let i = 0; i < count; i += 1) {
    const label = random() < 0.5 ? 0 : 1;
    const miss = { even: random(), sure: random() * 1e-5, wrong: 1 - random() * 0.05, soft: random(), mixed: random() }[
      kind
    ];
    labels[i] = kind === 'soft' || (kind === 'mixed' && random() < 0.01) ? random() : label;
    probabilities[i] = label === 1 ? 1 - miss : miss;
  }
  return { labels, probabilities };
}

test('only one of them needs SIMD, and this engine is known to have it', async () => {
  const usesSimd = async (name: string) =>
    WebAssembly.Module.customSections(await WebAssembly.compile(await bytesOf(name)), 'x');
  assert.deepEqual(await usesSimd('bce-study'), []);
  assert.equal(hasSimd(), true);
  const { validate } = WebAssembly;
  WebAssembly.validate = () => false;
  try {
    assert.equal(hasSimd(), false);
  } finally {
    WebAssembly.validate = validate;
  }
});

test('the glue of both is one, but for the name of the file, which it is never asked for', async () => {
  const [one, other] = await Promise.all(
    ['bce-study.mjs', 'bce-study-simd.mjs'].map((file) => readFile(new URL(file, FOLDER), 'utf8')),
  );
  assert.equal(other?.replaceAll('bce-study-simd', 'bce-study'), one);
});

test('both have one mean for the same rows, to 1e-13', () => {
  for (const kind of ['even', 'sure', 'wrong', 'soft', 'mixed'] as const) {
    for (const count of [1, 63, 64, 65, 1000, 10_000]) {
      const { labels, probabilities } = rows(count, kind);
      const mean = valueOf(plain.meanLoss(labels, probabilities));
      assert.ok(Math.abs(valueOf(simd.meanLoss(labels, probabilities)) / mean - 1) <= 1e-13, `${count} ${kind}`);
    }
  }
});

test('both find the same bad row, and the same infinite one', () => {
  const { labels, probabilities } = rows(5000, 'even');
  probabilities[4321] = 1.5;
  const refused = plain.meanLoss(labels, probabilities);
  assert.deepEqual(simd.meanLoss(labels, probabilities), refused);
  assert.ok(!refused.ok && 'row' in refused && refused.row === 4321);
  probabilities[4321] = 1 - (labels[4321] ?? 0);
  for (const core of [plain, simd]) assert.equal(valueOf(core.meanLoss(labels, probabilities)), Infinity);
});

test('both say the same of predictions that were added in chunks', () => {
  const { labels, probabilities } = rows(20_000, 'mixed');
  const numbers = Float64Array.from(labels, (_, i) => i + 1);
  const reports = [plain, simd].map((core) => {
    let summary = new Float64Array();
    for (let from = 0; from < 20_000; from += 3000) {
      const part = (all: Float64Array) => all.subarray(from, from + 3000);
      const added = valueOf(
        core.addPredictions(summary, 'probability', part(labels), part(probabilities), part(numbers)),
      );
      summary = new Float64Array(added.summary);
      assert.deepEqual(added.faults, []);
    }
    return valueOf(core.reportPredictions(summary));
  });
  const [one, other] = reports;
  assert.ok(one && other);
  assert.ok(Math.abs(other.sum / one.sum - 1) <= 1e-13);
  assert.deepEqual(
    { ...other, sum: 0, mean: 0, libraries: 0, costliest: 0 },
    { ...one, sum: 0, mean: 0, libraries: 0, costliest: 0 },
  );
  assert.deepEqual(
    other.costliest.map(({ row }) => row),
    one.costliest.map(({ row }) => row),
  );
});

test('what is no summary, no scale or no rows is refused', () => {
  const none = new Float64Array();
  const one = Float64Array.of(1);
  for (const core of [plain, simd]) {
    assert.deepEqual(core.addPredictions(one, 'logit', one, one, one), { ok: false, code: 'summary_unknown' });
    assert.deepEqual(core.addPredictions(none, 'odds' as 'logit', one, one, one), { ok: false, code: 'scale_unknown' });
    assert.deepEqual(core.addPredictions(none, 'logit', one, one, none), { ok: false, code: 'lengths_differ' });
    assert.deepEqual(core.reportPredictions(none), { ok: false, code: 'empty' });
    assert.deepEqual(core.reportPredictions(one), { ok: false, code: 'summary_unknown' });
  }
});

test('both train to the same bits, for any number of examples', () => {
  const none = new Float64Array();
  for (const count of [1, 2, 3, 5, 511, 514, 1000]) {
    const kilograms = Float64Array.from({ length: count }, () => random() * 12);
    const centimetres = Float64Array.from({ length: count }, () => 2 + random() * 12);
    const labels = Float64Array.from(kilograms, (weight) => Number(weight + random() * 6 > 9));
    for (const ears of [centimetres, none])
      for (const loss of ['cross_entropy', 'squared_error'] as const) {
        const start = Float64Array.of(random() - 0.5, 9 * random(), -9 * random());
        const run = (core: StudyModule) => valueOf(core.train(kilograms, ears, labels, start, none, loss, 3, 50));
        assert.deepEqual(run(simd), run(plain), `${count} ${loss}`);
      }
  }
});
