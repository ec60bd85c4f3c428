/** The page without a network, and what happens to it when a new build is published. */
import { once } from 'node:events';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from '@playwright/test';
import sirv from 'sirv';
import { keptFiles } from '../../web/tools/offline.mjs';
import { POLICY } from '../../web/tools/policy.mjs';
import { expect, ready, SITE, test as base } from './lesson.js';

interface Published {
  address: string;
  folder: string;
  /** What the server refuses to give. */
  broken: RegExp | undefined;
  asked: string[];
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Another build, whose pages are called otherwise. */
  publish(title: string): Promise<void>;
}

const test = base.extend<{ site: Published }>({
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'published-'));
    cpSync(SITE, folder, { recursive: true });
    const files = sirv(folder, { dev: true, etag: true });
    let server: Server | undefined;
    let port = 0;
    const site: Published = {
      address: '',
      folder,
      broken: undefined,
      asked: [],
      async start() {
        server = createServer((request, response) => {
          response.setHeader('Content-Security-Policy', POLICY);
          response.setHeader('Cache-Control', 'no-cache');
          request.url = (request.url ?? '').replace(/^\/below/, '');
          site.asked.push(request.url);
          if (site.broken?.test(request.url)) response.writeHead(503).end();
          else files(request, response);
        });
        server.listen(port, '127.0.0.1');
        await once(server, 'listening');
        ({ port } = server.address() as AddressInfo);
        site.address = `http://127.0.0.1:${port}/below/`;
      },
      async stop() {
        server?.closeAllConnections();
        server?.close();
        if (server) await once(server, 'close');
        server = undefined;
      },
      async publish(title) {
        const page = join(folder, 'index.html');
        writeFileSync(page, readFileSync(page, 'utf8').replace(/<title>[^<]*/, `<title>${title}`));
        const worker = join(folder, 'offline.js');
        const [, ...script] = readFileSync(worker, 'utf8').split('\n');
        const kept = await keptFiles(folder, (file) => !/study/.test(file));
        writeFileSync(worker, [`const FILES=${JSON.stringify(kept)};`, ...script].join('\n'));
      },
    };
    await site.start();
    await use(site);
    await site.stop();
    rmSync(folder, { recursive: true, force: true });
  },
});

/** Until the page's files are in the browser. */
const kept = (page: Page) => page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));

/** The lesson answers: graph, practice, derivation, and what is fetched late. */
async function works(page: Page): Promise<void> {
  await ready(page);
  await page.getByRole('textbox', { name: 'Type a probability p' }).fill('0.25');
  await expect(page.locator('bce-graph .sentence')).toContainText('the loss is 1.39 nats');
  await page.getByRole('textbox', { name: 'Your answer for L' }).fill('-ln 0.85');
  await page.getByRole('textbox', { name: 'Your answer for L' }).press('Enter');
  await expect(page.locator('bce-practice').getByRole('status')).toContainText('Right');
  await page.getByRole('textbox', { name: 'Predicted probability of example 1' }).fill('0.5');
  await expect(page.locator('bce-derivation .value b').first()).toHaveText('0.168');
}

test('after one visit everything works without a network, in a new tab as well', async ({ page, context, site }) => {
  const failures: string[] = [];
  context.on('weberror', (error) => failures.push(String(error.error())));
  await page.goto(site.address);
  await kept(page);
  await site.stop();

  const tab = await context.newPage();
  await tab.goto(site.address);
  await works(tab);
  await tab.getByRole('button', { name: 'Embed this' }).click();
  await expect(tab.getByRole('dialog')).toBeVisible();
  await tab.keyboard.press('Escape');
  await tab.getByRole('link', { name: 'Español' }).click();
  await expect(tab.locator('h1')).toHaveText('Entropía cruzada binaria');
  await ready(tab);
  await tab.goto(`${site.address}index.html?from=somewhere#p=0.5&y=1`);
  await ready(tab);
  await expect(tab.locator('bce-graph .sentence')).toContainText('p is 0.5');
  expect(failures).toEqual([]);
});

test('and after the browser was closed and opened again', async ({ site }) => {
  const profile = mkdtempSync(join(tmpdir(), 'profile-'));
  const { launchOptions } = test.info().project.use as { launchOptions: { executablePath: string; args: string[] } };
  const launch = (): Promise<BrowserContext> => chromium.launchPersistentContext(profile, launchOptions);
  try {
    const first = await launch();
    const page = await first.newPage();
    await page.goto(site.address);
    await kept(page);
    await first.close();
    await site.stop();
    const second = await launch();
    const again = await second.newPage();
    await again.goto(site.address);
    await works(again);
    await second.close();
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
});

test('nothing is kept where one file did not come, and all of it at the next visit', async ({ page, site }) => {
  site.broken = /elements-keep/;
  await page.goto(site.address);
  await ready(page);
  await expect.poll(() => site.asked.filter((file) => /elements-keep/.test(file)).length).toBeGreaterThan(0);
  await expect
    .poll(() =>
      page.evaluate(async () => {
        const all = await navigator.serviceWorker.getRegistrations();
        return all.some(({ active, installing, waiting }) => active ?? installing ?? waiting);
      }),
    )
    .toBe(false);

  site.broken = undefined;
  await page.reload();
  await kept(page);
  await site.stop();
  await page.reload();
  await works(page);
});

test('a file that was lost is fetched again and kept', async ({ page, site }) => {
  await page.goto(site.address);
  await kept(page);
  const drop = () =>
    page.evaluate(async () => {
      const [name = ''] = await caches.keys();
      const cache = await caches.open(name);
      const lost = (await cache.keys()).filter(({ url }) => /bce-lesson\.js|\.wasm/.test(url));
      return (await Promise.all(lost.map((request) => cache.delete(request)))).length;
    });
  expect(await drop()).toBe(2);
  await page.reload();
  await works(page);
  await site.stop();
  await page.reload();
  await works(page);
});

test('a new build is told of, goes in when the learner wants it, and never mixes with the old one', async ({
  page,
  context,
  site,
}) => {
  await page.goto(site.address);
  await kept(page);
  await page.reload();
  await ready(page);
  const notice = page.locator('#update');
  await expect(notice).toBeHidden();
  const before = await page.title();

  await site.publish('The next build');
  await page.reload();
  // The old build, whole, until the learner says so.
  await expect(page).toHaveTitle(before);
  await expect(notice.getByRole('status')).toHaveText(/newer version/);
  await works(page);
  const tab = await context.newPage();
  await tab.goto(site.address);
  await expect(tab).toHaveTitle(before);
  await ready(tab);

  await notice.getByRole('button', { name: 'Load it now' }).click();
  await expect(page).toHaveTitle('The next build');
  await works(page);
  await expect(notice).toBeHidden();
  // The other tab goes on, with what was typed, and is told.
  await expect(tab).toHaveTitle(before);
  await expect(tab.locator('#update')).toBeVisible();
  await works(tab);
  await tab.locator('#update').getByRole('button').click();
  await expect(tab).toHaveTitle('The next build');
  // What belonged to the old build is gone.
  expect(await page.evaluate(() => caches.keys().then((names) => names.length))).toBe(1);
});

test('an element on a page of somebody else, and a lesson in a frame, keep nothing', async ({ page, site }) => {
  writeFileSync(
    join(site.folder, 'host.html'),
    '<!doctype html><title>Host</title><script type="module" src="bce-lesson.js"></script><bce-lesson sections="graph"></bce-lesson><iframe src="embed.html?sections=practice" title="Practice"></iframe><iframe src="index.html" title="The page"></iframe>',
  );
  await page.goto(`${site.address}host.html`);
  await page.locator('bce-lesson[data-ready]').waitFor();
  for (const frame of ['Practice', 'The page']) {
    await page.locator(`iframe[title="${frame}"]`).scrollIntoViewIfNeeded();
    await page.frameLocator(`iframe[title="${frame}"]`).locator('bce-lesson[data-ready]').waitFor();
  }
  await page.waitForTimeout(500);
  expect(site.asked.filter((file) => /offline/.test(file))).toEqual([]);
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  expect(await page.evaluate(() => navigator.serviceWorker.getRegistrations().then((all) => all.length))).toBe(0);
});
