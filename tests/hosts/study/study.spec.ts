/** What is packed of the study edition. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { elementsIn } from '../../../web/tools/manifest.mjs';
import { check, COMPILERS, expect, inNode, observed, test } from '../host.js';
import { APPS, INSTALLED } from '../places.mjs';

test('its core solves an example, and is one for all who ask', () => {
  const source = `
    import { loadCore, valueOf } from 'binary-cross-entropy/study/core';
    const core = await loadCore();
    console.log(core === (await loadCore()), valueOf(core.work(1, 'probability', 0.85)).length > 2);
  `;
  expect(inNode(source)).toBe('true true\n');
});

test('its elements and its core are typed', () => {
  test.setTimeout(300_000);
  const checked = check(COMPILERS['TypeScript 7'], '-p', join(APPS, 'types/study'), '--pretty', 'false');
  expect(checked).toEqual({ status: 0, output: '' });
});

test('the manifest names what its elements have', async ({ page, open }) => {
  const manifest = JSON.parse(readFileSync(join(INSTALLED, 'custom-elements.json'), 'utf8'));
  await open('plain');
  await page.evaluate((script) => import(script), '/package/bce-study.js');
  for (const tag of ['bce-walkthrough', 'bce-exercises']) {
    const told = elementsIn(manifest).find(({ tagName }) => tagName === tag);
    const there = await observed(page, tag);
    expect((told?.attributes ?? []).map(({ name }) => name).sort(), tag).toEqual(there.attributes);
    for (const { name } of told?.members ?? []) expect(there.keys, `${tag}.${name}`).toContain(name);
  }
});
