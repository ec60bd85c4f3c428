/** The page of the study app, as it is built. */
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import test from 'node:test';
import { hashOf, OFFERED } from '../../../web/study/state/places.js';
import { ROOT } from '../../../web/tools/steps.mjs';
import { htmlFaults } from '../../web/html.js';

const SITE = join(ROOT, 'dist/site');
const page = readFileSync(join(SITE, 'study.html'), 'utf8');

test('the page is sound HTML', async () => {
  // An address that has a slash in front leads to an id that has one, which HTML lets be.
  assert.deepEqual(
    (await htmlFaults(page)).filter((fault) => !/element id "\/[\w/]*" must begin with a letter/.test(fault)),
    [],
  );
});

test('each place that is offered has a section under its own address, and each link in the page leads to one', () => {
  const ids = [...page.matchAll(/<section id="([^"]*)" data-place/g)].map(([, id]) => `#${id}`);
  assert.deepEqual(
    ids,
    OFFERED.map((place) => hashOf(place)),
  );
  for (const [, href] of page.matchAll(/href="(#[^"]*)"/g)) assert.ok(ids.includes(href ?? ''), href);
});

test('what the page asks for is there', () => {
  const files = [...page.matchAll(/(?:href|src)="\.\/([^"#]+)"/g)].map(([, file]) => file ?? '');
  assert.ok(files.length > 8);
  for (const file of files) assert.ok(existsSync(join(SITE, file)), file);
});
