/** The lesson as one file, opened from a disk. */
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SECTION_IDS } from '../../web/content/schema.js';
import { expect, ready, SITE, test } from './lesson.js';

const LOCALES = { en: 'bce-lesson.html', es: 'bce-lesson-es.html' };
const fileOf = (name: string) => pathToFileURL(join(SITE, name)).href;

test('everything works from a disk, and nothing is asked for', async ({ page }) => {
  const found: string[] = [];
  page.on('request', (request) => found.push(request.url()));
  page.on('pageerror', (error) => found.push(String(error)));
  page.on('console', (message) => found.push(message.text()));
  await page.goto(`${fileOf(LOCALES.en)}#p=0.25&y=0`);
  await ready(page);
  // The state of a link that was kept.
  await expect(page.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.25');
  await page.getByRole('slider', { name: 'Predicted probability p' }).press('End');
  await expect(page.locator('bce-graph .sentence')).toContainText('the loss is infinite');
  await page.getByRole('textbox', { name: 'Your answer for L' }).fill('-ln 0.85');
  await page.getByRole('textbox', { name: 'Your answer for L' }).press('Enter');
  await expect(page.locator('bce-practice').getByRole('status')).toContainText('Right');
  await page.getByRole('textbox', { name: 'Predicted probability of example 1' }).fill('0.5');
  await expect(page.locator('bce-derivation .value b').first()).toHaveText('0.168');
  const saved = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as SVG' }).click();
  expect(readFileSync(await (await saved).path(), 'utf8')).toContain('<svg');
  const formula = page.locator('bce-lesson .hero math').first();
  await expect(formula).toHaveCSS('font-family', /BCE Math/);
  expect(await page.evaluate(() => [...document.fonts].map(({ status }) => status))).toEqual(['loaded']);
  // A browser tells of data in the page as of a request.
  expect(found.filter((note) => !/^(file:.*bce-lesson\.html|data:|blob:)/.test(note))).toEqual([]);
});

test('each language has a file', async ({ page }) => {
  await page.goto(fileOf(LOCALES.es));
  await ready(page);
  await expect(page.locator('h1')).toHaveText('Entropía cruzada binaria');
  await page.getByRole('textbox', { name: 'Escribe una probabilidad p' }).fill('0,85');
  await expect(page.locator('bce-graph .sentence')).toContainText('la pérdida es de 0,163 nats');
});

test('a file is no larger than a mail takes, and stays that', () => {
  for (const file of Object.values(LOCALES)) expect(statSync(join(SITE, file)).size).toBeLessThan(350_000);
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all of it is there to read, set as it should be', async ({ page }) => {
    await page.goto(fileOf(LOCALES.en));
    for (const id of SECTION_IDS) await expect(page.locator(`#${id} h2`)).toBeVisible();
    await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
    await expect(page.locator('bce-graph .curve.chosen')).toHaveCSS('stroke-width', '3.5px');
    for (const control of ['input', 'button']) await expect(page.locator(`${control}:visible`)).toHaveCount(0);
  });
});

test('where a browser cannot unpack it, the lesson stays and a sentence says what does not work', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'DecompressionStream'));
  await page.goto(fileOf(LOCALES.en));
  await expect(page.locator('bce-lesson .waiting')).toBeVisible({ timeout: 20_000 });
  await expect(page.locator('#graph h2')).toBeVisible();
});
