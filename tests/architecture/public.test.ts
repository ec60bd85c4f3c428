/** The free edition is not only without a way to the worked solution: the solution is not in its files. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesIn } from '../../web/tools/files.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

/** Lines of the solution of the free problem, as they could be written down. */
const LINES = [/1 ?[·×*] ?ln ?\(?0[.,]85/, /0 ?[·×*] ?ln ?\(?0[.,]15/, /ln ?\(?20\/17/, /one minus one is zero/i];

/** Its answer: in the practice part alone, for the loss of a prediction of 0.85 is told elsewhere as an example. */
const ANSWER = [...LINES, /0?[.,]16(25|3)/, /(−|-|\\u2212)ln ?\(?0[.,]85/];

const faults = (file: string, source: string, lines: readonly RegExp[]) =>
  lines.filter((line) => line.test(source)).map((line) => `${file}: ${line}`);

test('no published file holds the solution of the free problem, nor the practice part its answer', () => {
  const files = filesIn('dist/site').filter((file) => /\.(html|js|css|txt|json|wasm)$/.test(file));
  const practice = files.filter((file) => /practice[^/]*\.js$/.test(file));
  assert.ok(practice.length >= 2 && files.some((file) => file.endsWith('.wasm')));
  const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
  const [prerendered = ''] = /<bce-practice[^]*?<\/bce-practice>/.exec(read('dist/site/index.html')) ?? [];
  assert.ok(prerendered.includes('0.85'));
  assert.deepEqual(
    [
      ...files.flatMap((file) => faults(file, read(file), LINES)),
      ...practice.flatMap((file) => faults(file, read(file), ANSWER)),
      ...faults('<bce-practice> in index.html', prerendered, ANSWER),
    ],
    [],
  );
});

test('a solution that has slipped in is seen', () => {
  for (const line of ['−(1·ln 0.85 + 0·ln 0.15)', '1 * ln(0.85)']) assert.ok(faults('a', line, LINES).length > 0, line);
  for (const line of ['L = -ln 0.85', 'about 0.163']) assert.ok(faults('a', line, ANSWER).length > 0, line);
  assert.deepEqual(faults('a', 'L = −ln p, 0.357', ANSWER), []);
});
