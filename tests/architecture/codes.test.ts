/**
 * One language for codes: an enumerator in core is spelled as its string in the contract, and as the
 * key of its sentence in every locale.
 */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesIn } from '../../web/tools/files.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

/** Core's enum, and the contract's union. */
const PAIRS = {
  LossError: 'LossCode',
  BatchErrorCode: 'BatchCode',
  ViewError: 'ViewCode',
  ParseErrorCode: 'ParseCode',
  DataErrorCode: 'DataCode',
  WrongTurn: 'WrongTurn',
  Verdict: 'Verdict',
  AnswerFault: 'AnswerFault',
  Library: 'Library',
  ComparedLoss: 'CurveName',
  Axis: 'Axis',
  Unit: 'Unit',
  StepId: 'StepId',
  Dropped: 'Dropped',
};

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8').replace(/\/\*[^]*?\*\/|\/\/.*/g, '');
const headers = filesIn('core/include').map(read).join('\n');
const contract = read('wasm/contract/core.d.ts');

const enumerators = (name: string, source: string) => {
  const body = new RegExp(`\\benum class ${name}\\b[^{;]*\\{([^}]*)\\}`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/\w+/g)].map(([word]) => word).sort();
};

const members = (name: string, source: string) => {
  const body = new RegExp(`\\btype ${name}\\s*=([^;]*);`).exec(source)?.[1] ?? '';
  return [...body.matchAll(/'([^']*)'/g)].map(([, word]) => word ?? '').sort();
};

for (const [core, web] of Object.entries(PAIRS)) {
  test(`${core} in core and ${web} in the contract have the same spellings`, () => {
    const ours = enumerators(core, headers);

    assert.ok(ours.length > 0, `enum class ${core} was not found in core/include`);
    assert.deepEqual(members(web, contract), ours, `${web} in wasm/contract/core.d.ts is not enum class ${core}`);
  });
}

test('a spelling that differs is seen', () => {
  const source = 'enum class Unit : std::uint8_t { nats, bits };';

  assert.deepEqual(enumerators('Unit', source), ['bits', 'nats']);
  assert.notDeepEqual(members('Unit', "export type Unit = 'nats' | 'bit';"), enumerators('Unit', source));
});
