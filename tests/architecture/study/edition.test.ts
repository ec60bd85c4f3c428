/**
 * The edition boundary: nothing of the study edition is in a public file, and without its folders
 * the public edition is built, byte for byte the same, and passes its tests.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import test from 'node:test';
import exercisesText from '../../../web/study/content/en/exercises.js';
import settingsText from '../../../web/study/content/en/settings.js';
import shellText from '../../../web/study/content/en/shell.js';
import solveText from '../../../web/study/content/en/solve.js';
import studyText from '../../../web/study/content/en/study.js';
import lessonText from '../../../web/content/en/lesson.js';
import { PLACES } from '../../../web/study/state/places.js';
import { filesIn } from '../../../web/tools/files.mjs';
import { ROOT } from '../../../web/tools/steps.mjs';

const SITE = join(ROOT, 'dist/site');
const outputs = readdirSync(SITE, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(SITE.length + 1));
const isStudy = (file: string) => /^(bce-)?study\b/.test(file);

const strings = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value !== null
      ? Object.values(value).flatMap(strings)
      : [];

const wireNames = (file: string) =>
  [...readFileSync(join(ROOT, file), 'utf8').matchAll(/"(\w+_\w+)"/g)].map(([, name]) => name ?? '');

/** Sentences, names of elements and functions, and wire names that only the study edition has. */
const MARKERS = (() => {
  const shared = new Set([...strings(lessonText), ...wireNames('wasm/bindings/names.hpp')]);
  const places = PLACES.map((place) => shellText.places[place]);
  const texts = [
    { ...shellText, places },
    solveText,
    exercisesText,
    settingsText,
    { ...studyText, practice: undefined },
  ];
  const sentences = strings(texts).filter((text) => text.length > 24);
  return [
    ...['bce-walkthrough', 'bce-exercises', 'judgeLine', 'judgeExercise'],
    ...[...sentences, ...wireNames('wasm/study/names.hpp')].filter((text) => !shared.has(text)),
  ];
})();

const markersIn = (source: string) => MARKERS.filter((marker) => source.includes(marker));

test('no public file holds anything of the study edition', () => {
  const faults = outputs
    .filter((file) => !isStudy(file))
    .flatMap((file) => markersIn(readFileSync(join(SITE, file), 'utf8')).map((marker) => `${file} holds "${marker}"`));

  assert.deepEqual(faults, []);
});

test('the markers are found where they belong', () => {
  const found = new Set(outputs.filter(isStudy).flatMap((file) => markersIn(readFileSync(join(SITE, file), 'utf8'))));

  assert.ok(MARKERS.length > 80, `${MARKERS.length} markers`);
  assert.deepEqual(
    MARKERS.filter((marker) => !found.has(marker)),
    [],
  );
});

test('without study folders the public edition is built the same, and passes its tests', (t) => {
  const copy = mkdtempSync(join(tmpdir(), 'public-edition-'));
  t.after(() => rmSync(copy, { recursive: true, force: true }));
  for (const file of filesIn('').filter((path) => !/(^|\/)study\//.test(path))) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    cpSync(join(ROOT, file), join(copy, file));
  }
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  const run = (...values: string[]) => {
    // Node's runner would take a run inside a run for one of its own.
    const env = { ...process.env, NODE_TEST_CONTEXT: undefined };
    const { status, stdout, stderr } = spawnSync(process.execPath, values, { cwd: copy, env, encoding: 'utf8' });
    assert.equal(status, 0, `${values.join(' ')}\n${stdout}${stderr}`);
  };

  run('web/tools/build.mjs');
  const built = readdirSync(join(copy, 'dist/site'));
  assert.deepEqual(built.sort(), outputs.filter((file) => !isStudy(file)).sort());
  for (const file of built)
    assert.ok(readFileSync(join(copy, 'dist/site', file)).equals(readFileSync(join(SITE, file))), `${file} differs`);

  // What is packed without it is what is packed with it, less what is its own.
  const packed = (root: string) =>
    readdirSync(join(root, 'dist/package')).filter((file) => /\.(js|wasm|woff2)$/.test(file));
  assert.deepEqual(
    packed(copy),
    packed(ROOT).filter((file) => !isStudy(file)),
  );
  for (const file of packed(copy))
    assert.ok(
      readFileSync(join(copy, 'dist/package', file)).equals(readFileSync(join(ROOT, 'dist/package', file))),
      `${file} of the package differs`,
    );
  const { exports } = JSON.parse(readFileSync(join(copy, 'dist/package/package.json'), 'utf8'));
  assert.deepEqual(
    Object.keys(exports).filter((name) => name.includes('study')),
    [],
  );

  const tests = ['wasm', 'web', 'architecture']
    .flatMap((folder) => filesIn(`tests/${folder}`))
    .filter((file) => file.endsWith('.test.ts') && !file.includes('/study/'))
    // The bytes have been compared already.
    .filter((file) => !file.endsWith('/sizes.test.ts'));
  run('--import', 'tsx', '--test', ...tests);
});
