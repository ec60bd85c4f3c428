/** As ../codes.test.ts, for the study edition: core's spellings are the contract's. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesIn } from '../../../web/tools/files.mjs';
import { ROOT } from '../../../web/tools/steps.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
const all = (folder: string, ending: string) =>
  filesIn(folder)
    .filter((file) => file.endsWith(ending))
    .map(read)
    .join('\n');
const contract = all('wasm/contract/study', '.d.ts');
const names = all('wasm/study', '.hpp');

const HEADERS = {
  Precision: 'naive',
  DifferenceKind: 'difference',
  DifferenceCause: 'difference',
  DifferenceError: 'difference',
  Rule: 'rewrite',
  Slip: 'worked',
  LineVerdict: 'worked',
  ExerciseKind: 'variants',
  Mistake: 'question',
  Asked: 'walks',
  Scale: 'predictions',
};

for (const [name, header] of Object.entries(HEADERS)) {
  test(`${name} is spelled the same in core, in the wire names and in the contract`, () => {
    const body = new RegExp(`\\benum class ${name}\\b[^{;]*\\{([^}]*)\\}`).exec(
      read(`core/include/bce/${header}.hpp`),
    )?.[1];
    const union = new RegExp(`\\btype ${name}\\s*=([^;]*);`).exec(contract)?.[1];
    const wire = new RegExp(`kNames<${name}>\\s*\\{([^}]*)\\}`).exec(names)?.[1];
    const enumerators = [...(body ?? '').matchAll(/\w+/g)].map(([word]) => word);

    assert.ok(enumerators.length > 0);
    // The wire names stand in the order of the enumerators.
    assert.deepEqual(
      [...(wire ?? '').matchAll(/"(\w+)"/g)].map(([, word]) => word),
      enumerators,
    );
    assert.deepEqual(
      [...(union ?? '').matchAll(/'(\w+)'/g)].map(([, word]) => word),
      enumerators,
    );
  });
}
