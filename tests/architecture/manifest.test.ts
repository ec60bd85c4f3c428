/** What is said of the elements is what their sources say. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { filesIn } from '../../web/tools/files.mjs';
import { describe, elementsIn, readme } from '../../web/tools/manifest.mjs';
import { ROOT } from '../../web/tools/steps.mjs';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');

test('the tables of the README are those of the elements', async () => {
  const [now, made] = [read('README.md'), await readme()];

  assert.ok(now.includes('| `sections` '));
  assert.ok(now === made, 'README.md says something else than the elements: node web/tools/manifest.mjs --write');
});

test('every custom property that a host may set is described, and no other', () => {
  const styles = filesIn('web/styles').filter((file) => file.endsWith('.css'));
  const code = styles.map((file) => read(file).replace(/\/\*[^]*?\*\//g, '')).join('\n');
  const used = new Set([...code.matchAll(/var\(\s*(--bce-[\w-]+)/g)].map(([, name]) => name ?? ''));
  const { manifest } = describe({ study: false });
  const described = elementsIn(manifest).flatMap(({ cssProperties = [] }) => cssProperties.map(({ name }) => name));

  assert.ok(used.size > 0);
  assert.deepEqual([...new Set(described)].sort(), [...used].sort());
});

test('every part that a host may style is described, and no other', () => {
  const views = [...filesIn('web/views'), ...filesIn('web/elements')].map(read).join('\n');
  const named = [...views.matchAll(/\spart="([^"$]*)"|\.part = '([^']*)'/g)].flatMap(([, mark, set]) =>
    (mark ?? set ?? '').split(' '),
  );
  const { manifest } = describe({ study: false });
  const described = elementsIn(manifest).flatMap(({ cssParts = [] }) => cssParts.map(({ name }) => name));

  assert.ok(named.length > 0);
  assert.deepEqual([...new Set(described)].sort(), [...new Set(named)].sort());
});
