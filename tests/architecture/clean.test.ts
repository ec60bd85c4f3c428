/** What is tracked is the project's own: no machine's paths, no registry's address, nothing that a build writes. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesIn, trackedFiles } from '../../web/tools/files.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

const TEXTS: [what: string, pattern: RegExp][] = [
  // A lock file with addresses in it installs only where that registry can be reached.
  [
    "a package registry's address",
    /registry\.(npmjs\.org|yarnpkg\.com)|npm\.pkg\.|pkg\.dev\/|\/artifactory\/|"resolved": ?"http/,
  ],
  ["a path of someone's machine", /(?<![\w.~-])\/(home|Users|root|work|workspace|workspaces)\/\w/],
];
const GENERATED = /(^|\/)(build|dist|node_modules|test-results|playwright-report)\/|\.(wasm|o|a|tsbuildinfo|log)$/;

const textFaults = (file: string, source: string) =>
  TEXTS.flatMap(([what, pattern]) => {
    const found = pattern.exec(source);
    if (found === null) return [];
    return [`${file}:${source.slice(0, found.index).split('\n').length} holds ${what}: ${found[0]}`];
  });

// Without git there is no list, but then nothing has been built into the tree that it would not ignore.
const files = (trackedFiles() ?? filesIn('')).filter((file) => existsSync(join(ROOT, file)));

test('no tracked file names a registry or a machine', () => {
  const faults = files.flatMap((file) => textFaults(file, readFileSync(join(ROOT, file), 'latin1')));

  assert.ok(faults.length === 0, faults.join('\n'));
});

test('nothing that a build writes is tracked', () => {
  const faults = files.filter((file) => GENERATED.test(file));

  assert.ok(faults.length === 0, `Generated, so not to be committed: ${faults.join(', ')}`);
});

test('an address or a path that does not belong is seen, an ordinary one is not', () => {
  const home = ['', 'home', 'ada', 'bce'].join('/');
  const lock = `"resolved": "${['https:/', 'example.org', 'lit.tgz'].join('/')}"`;

  assert.match(textFaults('a.json', `x\n${lock}`).join(), /a\.json:2 holds a package registry/);
  assert.match(textFaults('a.ts', `const x = '${home}';`).join(), /a path of someone/);
  assert.deepEqual(textFaults('a.ts', 'https://example.org/work/x ../work/y /usr/bin/env'), []);
});
