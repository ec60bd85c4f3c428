import assert from 'node:assert/strict';
import { test } from 'node:test';
import text from '../../web/content/en/derivation.js';
import { prose } from '../../web/views/prose.js';
import { core } from '../wasm/core.js';

/** Every string below a value; a function is asked for its sentence about a number and about none. */
function sentences(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'function')
    return [numbers('1'), numbers(undefined)].flatMap((given) => sentences(value(given)));
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentences) : [];
}

/** Whatever it is asked for, it is the same text. */
const numbers = (text: string | undefined) =>
  new Proxy({}, { get: (_, name) => (name === Symbol.toPrimitive ? () => text : text) });

test('every sentence of the derivation can be set, those as well that are seldom seen', () => {
  const all = sentences(text.derivation);
  assert.ok(all.length > 60);
  for (const sentence of all) assert.doesNotThrow(() => prose(sentence, { core, text, live: true }), sentence);
});
