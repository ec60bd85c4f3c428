/**
 * `npm run pictures`: takes the reference pictures in tests/browser/reference anew, from the page as it
 * was built last. They are for people to look at: the tests compare numbers, not pixels.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { FOR_BUILD, find, setup } from './setup.mjs';
import { ROOT, main, run } from './steps.mjs';

const FOLDER = join(ROOT, 'tests/browser/reference');

/** The graph at every width and in every scheme, for it is drawn; the other parts once. */
const PICTURES = [
  ...[320, 768, 1280].flatMap((width) =>
    ['light', 'dark', 'forced'].map((scheme) => ({ part: 'graph', width, scheme })),
  ),
  { part: 'practice', width: 768, scheme: 'light' },
  { part: 'derivation', width: 768, scheme: 'light' },
];

await main(async () => {
  await setup([...FOR_BUILD, 'chromium']);
  await run('build the page', [process.execPath, 'web/tools/build.mjs']);
  const { default: sirv } = await import('sirv');
  const { chromium } = await import('playwright-core');
  const files = sirv(join(ROOT, 'dist/site'), { dev: true });
  const server = createServer((request, response) => files(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  const browser = await chromium.launch({
    executablePath: find('chromium') ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  await mkdir(FOLDER, { recursive: true });
  for (const { part, width, scheme } of PICTURES) {
    const page = await browser.newPage({
      viewport: { width, height: 900 },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      forcedColors: scheme === 'forced' ? 'active' : 'none',
    });
    await page.goto(`http://127.0.0.1:${address.port}/`);
    await page.locator(`bce-${part}[data-ready]`).waitFor();
    await page.evaluate(() => document.fonts.ready);
    await page.locator(`bce-${part}`).screenshot({ path: join(FOLDER, `${part}-${width}-${scheme}.png`) });
    await page.close();
  }
  await browser.close();
  server.closeAllConnections();
  server.close();
});
