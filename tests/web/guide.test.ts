/** The guide as it is published: valid, whole, and true to what it tells of. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import test from 'node:test';
import { SECTION_IDS } from '../../web/content/schema.js';
import { EVENTS, THEMES } from '../../web/state/frame.js';
import { describe, tablesOf } from '../../web/tools/manifest.mjs';
import { DIRECTIVES } from '../../web/tools/policy.mjs';
import { htmlFaults } from './html.js';

const SITE = new URL('../../dist/site/', import.meta.url);
const html = readFileSync(new URL('guide.html', SITE), 'utf8');
/** What is read, without the elements at work in it. */
const text = html
  .replace(/<template[^]*?<\/template>/g, '')
  .replace(/<!--[^]*?-->|<[^>]*>/g, '')
  .replaceAll('&lt;', '<')
  .replaceAll('&gt;', '>')
  .replaceAll('&quot;', '"')
  .replaceAll('&#39;', "'")
  .replaceAll('&amp;', '&');

test('the guide is valid HTML', async () => {
  assert.deepEqual(await htmlFaults(html), []);
});

test('each file that it names of its own is there', () => {
  const own = [...html.matchAll(/(?:href|src)="(\.\/[^"#?]+)/g)].map(([, file = '']) => file);
  assert.ok(own.length > 8);
  for (const file of own) assert.ok(existsSync(new URL(file, SITE)), file);
  for (const [, file = ''] of text.matchAll(/example\.org\/bce\/([\w-]+\.(?:js|html))/g))
    assert.ok(existsSync(new URL(file, SITE)), file);
});

test('it has every row of every table, every section, and every part of the policy', () => {
  for (const { columns, rows } of Object.values(tablesOf(describe({ study: false }).manifest)))
    for (const row of rows)
      for (const [i, cell] of row.entries())
        assert.ok(text.includes(cell.replaceAll('`', '')), `${columns[i]}: ${cell}`);
  for (const id of SECTION_IDS) assert.ok(text.includes(id), id);
  for (const [name, value] of Object.entries(DIRECTIVES)) assert.ok(text.includes(`${name} ${value}`), name);
  for (const name of [...Object.keys(EVENTS), ...THEMES]) assert.ok(text.includes(name), name);
  const { 'bce-lesson.js': hash } = JSON.parse(readFileSync(new URL('integrity.json', SITE), 'utf8'));
  assert.ok(text.includes(`integrity="${hash}"`));
});

test('nothing of its marks is left on the page', () => {
  assert.doesNotMatch(text.replace(/`y = \$\{y\}[^`]*`/, ''), /`|undefined|\[object|\]\(/);
});
