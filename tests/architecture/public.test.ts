/** The free edition is not only without a way to the worked solution: the solution is not in its files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesIn } from '../../web/tools/files.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

/** The answer to the free problem, and lines of its solution, as they could be written down. */
const SOLUTION = [
  /0?[.,]16(25|3)/,
  /\\u2212ln\(?0[.,]85|−ln ?\(?0[.,]85|-ln ?\(?0[.,]85/,
  /1 ?[·×*] ?ln ?\(?0[.,]85/,
  /ln ?\(?20\/17/,
  /one minus one is zero/i,
];

const faults = (file: string, source: string) =>
  SOLUTION.filter((line) => line.test(source)).map((line) => `${file}: ${line}`);

test('no published file holds the solution of the free problem, or its answer', () => {
  const files = filesIn('dist/site').filter((file) => /\.(html|js|css|txt|json|wasm)$/.test(file));
  assert.ok(files.some((file) => file.endsWith('.html')) && files.some((file) => file.endsWith('.wasm')));
  assert.deepEqual(
    files.flatMap((file) => faults(file, readFileSync(join(ROOT, file), 'utf8'))),
    [],
  );
});

test('a solution that has slipped in is seen', () => {
  for (const line of ['L = -ln 0.85', '−(1·ln 0.85 + 0·ln 0.15)', 'about 0.163', '1 * ln(0.85)'])
    assert.ok(faults('a.html', line).length > 0, line);
  assert.deepEqual(faults('a.html', 'L = −ln p, 0.357'), []);
});
