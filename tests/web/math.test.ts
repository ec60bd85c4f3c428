import assert from 'node:assert/strict';
import { test } from 'node:test';
import { render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import { mathView } from '../../web/views/math.js';
import { core } from '../wasm/core.js';

/** The characters of a formula, as a reader sees them. */
async function shown(formula: string): Promise<string> {
  const outcome = core.formula(formula);
  assert.ok(outcome.ok, formula);
  const html = await collectResult(render(mathView(outcome.value, 'en')));
  return html.replace(/<[^>]*>/g, '').replace(/\s/g, '');
}

test('a power of ten is bracketed where it is multiplied or is an argument, and nowhere else', async () => {
  for (const [formula, text] of [
    ['ln 0.00005', 'ln(5×10⁻⁵)'],
    ['0.00005 * 0.9', '(5×10⁻⁵)×0.9'],
    ['0.9 * 0.00005', '0.9×(5×10⁻⁵)'],
    ['0.00005 y', '(5×10⁻⁵)y'],
    ['0.00005^2', '(5×10⁻⁵)2'],
    ['1 - 0.00005', '1−5×10⁻⁵'],
    ['-0.00005', '−5×10⁻⁵'],
    ['ln(1 - 0.00005)', 'ln(1−5×10⁻⁵)'],
    ['0.00005 / 20000', '5×10⁻⁵2×10⁴'],
    ['L = 0.00005', 'L=5×10⁻⁵'],
    ['ln 0.5', 'ln0.5'],
  ] as const)
    assert.equal(await shown(formula), text);
});
