/** What the study app may weigh over the wire, by brotli; the record of every file is ../sizes.test.ts. */
import assert from 'node:assert/strict';
import test from 'node:test';
import { measure } from '../../../web/tools/sizes.mjs';

/** Every file of which the name fits counts. */
const BUDGETS = [
  {
    what: 'the app before its first place: page, scripts, words, styles',
    files: /^(study\.html|study-(first|shared|page|content-en-study)\.(js|css)|bce-study\.js)$/,
    most: 45_000,
  },
  {
    what: 'a worked solution with its graph, once it is gone to',
    files: /^study-(elements-bce-walkthrough|content-en-solve)\.js$/,
    most: 12_500,
  },
  {
    what: 'the exercises, once they are gone to',
    files: /^study-(elements-bce|content-en)-exercises\.js$/,
    most: 8_000,
  },
];

const sizes = measure();
for (const { what, files, most } of BUDGETS)
  test(`${what}: at most ${most / 1000} kB in brotli`, () => {
    const counted = Object.keys(sizes).filter((file) => files.test(file));
    const bytes = counted.reduce((sum, file) => sum + (sizes[file]?.brotli ?? 0), 0);
    assert.ok(counted.length > 0);
    assert.ok(bytes <= most, `${bytes} bytes: ${counted.join(', ')}`);
  });

test('what the places stand on is in one file, and in no other', () => {
  const loaders = Object.keys(sizes).filter((file) => /^(bce-)?study.*\.js$/.test(file));
  const shared = sizes['study-shared.js'];
  assert.ok(shared);
  // With Lit and the glue of the core none of the others would be so small.
  for (const file of loaders.filter((name) => name !== 'study-shared.js'))
    assert.ok((sizes[file]?.brotli ?? 0) < shared.brotli / 2, file);
});
