/**
 * Smaller is a feature, and a size that moved without anyone meaning it is a sign. Smaller fails
 * too, so that the record stays true.
 */
import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { madeWith, measure, recorded, spent, withoutHash } from '../../web/tools/sizes.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

const ACCEPT =
  'If the change is meant: npm run build && npm run bench -- --record-sizes, and commit tests/architecture/sizes.json.';

test('every shipped file has exactly the size on record', async (t) => {
  const record = recorded();
  assert.ok(record, `tests/architecture/sizes.json is missing. ${ACCEPT}`);
  const here = await madeWith();
  if (JSON.stringify(here) !== JSON.stringify(record.madeWith)) {
    // Another compiler gives other bytes, another Node compresses otherwise: nothing of ours changed.
    t.diagnostic(`not compared: recorded with ${JSON.stringify(record.madeWith)}, this is ${JSON.stringify(here)}`);
    return;
  }

  const now = measure();
  // The study edition may be left out; what is public weighs the same without it.
  const edition = existsSync(join(ROOT, 'web/study')) ? /./ : /^(?!(package\/)?(bce-)?study)/;
  const names = [...new Set([...Object.keys(record.files), ...Object.keys(now)])]
    .filter((name) => edition.test(name))
    .sort();
  const changes = names.flatMap((name) => {
    const [before, after] = [record.files[name], now[name]];
    if (!before) return [`${name} is new: ${after?.brotli} bytes in brotli`];
    if (!after) return [`${name} is gone`];
    return (['raw', 'gzip', 'brotli'] as const)
      .filter((kind) => before[kind] !== after[kind])
      .map((kind) => {
        const change = after[kind] - before[kind];
        return `${name} ${kind}: ${before[kind]} -> ${after[kind]} (${change > 0 ? '+' : ''}${change} bytes)`;
      });
  });

  assert.ok(changes.length === 0, `Sizes differ from the record:\n  ${changes.join('\n  ')}\n${ACCEPT}`);
});

for (const { what, bytes, most, counted } of spent(measure())) {
  test(`${what}: at most ${most / 1000} kB in brotli`, () => {
    assert.ok(counted.length > 0, `No file in dist/site counts as ${what}; see BUDGETS in web/tools/sizes.mjs.`);
    assert.ok(bytes <= most, `${what} weighs ${bytes} bytes (${counted.join(', ')}), ${bytes - most} too many.`);
  });
}

test('a content hash is no part of a name', () => {
  assert.equal(withoutHash('assets/bce-AB12CD34.wasm'), 'assets/bce.wasm');
  assert.equal(withoutHash('bce-lesson.js'), 'bce-lesson.js');
});
