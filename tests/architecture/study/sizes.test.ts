/** What the study app may weigh over the wire, by brotli; the record of every file is ../sizes.test.ts. */
import assert from 'node:assert/strict';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { measure, withoutHash } from '../../../web/tools/sizes.mjs';
import { ROOT } from '../../../web/tools/steps.mjs';

const SITE = join(ROOT, 'dist/site');

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
  {
    what: 'the cards with their schedule, once they are gone to',
    files: /^study-(elements-bce|content-en)-cards\.js$/,
    most: 15_500,
  },
  {
    what: 'notes and progress, once they are gone to',
    files: /^study-(elements-bce|content-en)-(notes|progress)\.js$/,
    most: 12_500,
  },
  {
    what: 'the bookmark and the notes of a place',
    files: /^study-(elements-bce|content-en)-keep\.js$/,
    most: 5_300,
  },
  {
    what: 'the store, once there is something to keep',
    files: /^study-saved-saved\.js$/,
    most: 4_500,
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
  // Lit, and the glue of the core. A worker shares nothing with the page, and has a core of its own.
  for (const part of ['litElementVersions', '_embind_register_']) {
    const holders = readdirSync(SITE).filter(
      (file) => /^(bce-)?study(?!-worker).*\.js$/.test(file) && readFileSync(join(SITE, file), 'utf8').includes(part),
    );
    assert.deepEqual(holders.map(withoutHash), ['study-shared.js'], part);
  }
});
