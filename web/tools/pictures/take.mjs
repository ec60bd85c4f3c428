/**
 * `npm run pictures`: takes the reference pictures in tests/browser/reference anew, from the page as it
 * was built last. They are for people to look at: the tests compare numbers, not pixels. With words after it,
 * only those pictures whose name begins with one of them.
 */
import { once } from 'node:events';
import { createServer } from 'node:http';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SCENES, SHEETS } from './scenes.mjs';
import { FOR_BUILD, find, npmPackages, setup } from '../setup.mjs';
import { ROOT, main, run } from '../steps.mjs';

/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('./scenes.mjs').Act} Act */

const FOLDER = join(ROOT, 'tests/browser/reference');
const HEIGHT = 900;
/** Of a printed page, in points to the inch: to see its layout, not to read it. */
const PAPER_DPI = 75;

const wanted = process.argv.slice(2);
/** @param {{ name: string }} picture */
const isWanted = ({ name }) => wanted.length === 0 || wanted.some((start) => name.startsWith(start));

/** @param {Page} page @param {Act} act */
async function perform(page, [selector, what]) {
  const target = page.locator(selector).first();
  if (what?.type !== undefined) return target.fill(what.type);
  if (what?.hover) return target.hover();
  if (what?.paste !== undefined)
    return target.evaluate((field, text) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData('text/plain', text);
      field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
    }, what.paste);
  if (what?.press === undefined) return target.click({ force: true });
  const [key = '', times = '1'] = what.press.split('*');
  for (let i = 0; i < Number(times); i += 1) await target.press(key);
}

await main(async () => {
  await setup([...FOR_BUILD, 'chromium', 'pdftoppm']);
  await npmPackages('web/tools/pictures');
  await run('build the page', [process.execPath, 'web/tools/build.mjs']);
  // Its packages are this folder's own, and not there when types are checked.
  const { default: sharp } = await import(String('sharp'));
  const { default: sirv } = await import('sirv');
  const { chromium } = await import('playwright-core');
  const files = sirv(join(ROOT, 'dist/site'), { dev: true });
  const server = createServer((request, response) => files(request, response)).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('The server has no address.');
  const site = `http://127.0.0.1:${address.port}/`;
  const browser = await chromium.launch({
    executablePath: find('chromium') ?? '',
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'],
  });
  /** With as many colours as it takes to look the same. @type {(name: string, png: Buffer | string) => Promise<void>} */
  const keep = (name, png) =>
    sharp(png)
      .png({ palette: true, quality: 90, effort: 10 })
      .toFile(join(FOLDER, `${name}.png`));
  if (wanted.length === 0) await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });

  for (const { name, of, width, scheme, page: file = 'index.html', still = false, acts = [] } of SCENES.filter(
    isWanted,
  )) {
    const page = await browser.newPage({
      viewport: { width, height: HEIGHT },
      colorScheme: scheme === 'dark' ? 'dark' : 'light',
      forcedColors: scheme === 'forced' ? 'active' : 'none',
      javaScriptEnabled: !still,
    });
    await page.goto(site + file);
    if (!still) await page.locator('bce-lesson[data-ready]').waitFor();
    for (const act of acts) await perform(page, act);
    // On a screen as high as the page: what stays in sight while a reader scrolls would lie over the rest.
    const height = await page.locator('html').evaluate((html) => html.scrollHeight);
    if (of !== undefined) await page.setViewportSize({ width, height });
    await keep(name, await (of === undefined ? page.screenshot() : page.locator(of).first().screenshot()));
    await page.close();
  }

  for (const { name, page: file, format } of SHEETS.filter(isWanted)) {
    const page = await browser.newPage();
    await page.goto(site + file);
    await page.locator('bce-lesson[data-ready]').waitFor();
    const folder = await mkdtemp(join(tmpdir(), 'bce-'));
    const paper = join(folder, 'paper.pdf');
    await writeFile(paper, await page.pdf({ format }));
    await run(`print ${name}`, [find('pdftoppm') ?? '', '-png', '-r', String(PAPER_DPI), paper, join(folder, name)]);
    for (const sheet of (await readdir(folder)).filter((file) => file.endsWith('.png')))
      await keep(sheet.replace('.png', ''), join(folder, sheet));
    await rm(folder, { recursive: true });
    await page.close();
  }

  await browser.close();
  server.closeAllConnections();
  server.close();
  const count = (await readdir(FOLDER)).length;
  console.log(`  ${count} pictures in tests/browser/reference`);
});
