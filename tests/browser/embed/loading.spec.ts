/** When an element of ours asks for its files, what it shares, and what it does without them. */
import type { Page } from '@playwright/test';
import { written } from '../../../web/tools/policy.mjs';
import { expect, ready, SITE, test } from '../lesson.js';
import { HOST_DIRECTIVES, asked, open, told } from './host.js';

const FAR = '<div style="block-size: 400vh"></div>';

/** The files that an element needs beside its script. */
const fetched = (files: readonly string[]) => files.filter((file) => /wasm|content-|woff2/.test(file)).sort();
const GRAPH = ['bce.wasm', 'content-en-graph.js', 'math.woff2'];

/** Counts in the page how many cores are started. */
const countCores = (page: Page) =>
  page.addInitScript(() => {
    const { instantiate } = WebAssembly;
    Object.assign(window, { cores: 0 });
    WebAssembly.instantiate = ((...given: Parameters<typeof instantiate>) => {
      (window as unknown as { cores: number }).cores += 1;
      return instantiate(...given);
    }) as typeof instantiate;
  });
const cores = (page: Page) => page.evaluate(() => (window as unknown as { cores: number }).cores);

test.describe('an element asks for nothing beside its script', () => {
  for (const [name, body, show] of [
    ['far below', `${FAR}<bce-graph></bce-graph>`, () => scrollTo(0, 2.5 * innerHeight)],
    [
      'in a part of the page that scrolls by itself',
      `<div id="box" style="block-size: 200px; overflow: auto">${FAR}<bce-graph></bce-graph></div>`,
      () => document.querySelector('#box')?.scrollTo(0, 9999),
    ],
    [
      'in folded details',
      '<details><summary>More</summary><bce-graph></bce-graph></details>',
      () => document.querySelector('details')?.setAttribute('open', ''),
    ],
    ['in a dialog', '<dialog><bce-graph></bce-graph></dialog>', () => document.querySelector('dialog')?.showModal()],
    [
      'in a tab that is not shown',
      '<div id="tab" style="display: none"><bce-graph></bce-graph></div>',
      () => document.querySelector<HTMLElement>('#tab')?.style.setProperty('display', 'block'),
    ],
    [
      'while the host hides it',
      '<bce-graph hidden></bce-graph>',
      () => document.querySelector('bce-graph')?.removeAttribute('hidden'),
    ],
  ] as const)
    test(`${name}, and comes alive once it is about to be seen`, async ({ page, address, complaints: _ }) => {
      const files = asked(page);
      await open(page, address, { body, scripts: ['bce-graph.js'] });
      // Long enough for what would be asked for to be asked for.
      await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 200)));
      expect(fetched(files)).toEqual([]);
      await page.evaluate(show);
      const graph = page.locator('bce-graph');
      await expect(graph).toHaveAttribute('data-ready', '');
      await graph.getByRole('slider', { name: 'Predicted probability p' }).press('End');
      await expect(graph.locator('.sentence')).toContainText('p is exactly 1');
      expect(fetched(files)).toEqual(GRAPH);
    });
});

test('an element that cannot wait is told so, from the start or later', async ({ page, address, complaints: _ }) => {
  const files = asked(page);
  await open(page, address, {
    body: `<div hidden><bce-practice></bce-practice></div><div hidden><bce-graph loading="eager"></bce-graph></div>`,
    scripts: ['bce-graph.js', 'bce-practice.js'],
  });
  await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
  expect(fetched(files)).toEqual(GRAPH);
  await page.locator('bce-practice').evaluate((element) => element.setAttribute('loading', 'eager'));
  await expect(page.locator('bce-practice')).toHaveAttribute('data-ready', '');
  expect(fetched(files)).toEqual(['bce.wasm', 'content-en-graph.js', 'content-en-practice.js', 'math.woff2']);
});

test('what has come for one element serves the others, wherever they are', async ({ page, address, complaints: _ }) => {
  const files = asked(page);
  await countCores(page);
  const graphs = `${FAR}<bce-graph></bce-graph>`.repeat(4);
  await open(page, address, {
    body: `<bce-graph></bce-graph>${graphs}<div hidden><bce-graph></bce-graph></div>`,
    scripts: ['bce-graph.js'],
  });
  await expect(page.locator('bce-graph[data-ready]')).toHaveCount(6);
  expect(fetched(files)).toEqual(GRAPH);
  expect(await cores(page)).toBe(1);
});

test('a prerendered lesson far below is there to read and asks for nothing until it is near', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.route('**/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text())
      .replace(/<link rel="(preload|modulepreload)"[^>]*>/g, '')
      .replace('<main>', `<main>${FAR}`);
    await route.fulfill({ contentType: 'text/html', body });
  });
  const files = asked(page);
  await page.goto(address);
  await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
  await page.evaluate(() => customElements.whenDefined('bce-derivation'));
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 200)));
  expect(files.filter((file) => /wasm|content-/.test(file))).toEqual([]);
  await page.locator('h1').scrollIntoViewIfNeeded();
  await ready(page);
  await expect(page.locator('h2')).toHaveCount(14);
});

test('two scripts of one version share one core', async ({ page, address, complaints: _ }) => {
  const files = asked(page);
  await countCores(page);
  await open(page, address, {
    body: '<bce-graph></bce-graph><bce-practice></bce-practice><bce-derivation></bce-derivation>',
    scripts: ['bce-graph.js', 'bce-practice.js', 'bce-derivation.js'],
  });
  for (const name of ['bce-graph', 'bce-practice', 'bce-derivation'])
    await expect(page.locator(name)).toHaveAttribute('data-ready', '');
  expect(await cores(page)).toBe(1);
  expect(files.filter((file) => file === 'bce.wasm')).toHaveLength(1);
  await page.getByRole('textbox', { name: 'Your answer for L' }).fill('0.163');
  await page.keyboard.press('Enter');
  await expect(page.locator('bce-practice').getByRole('status')).toContainText('Right.');
});

/** Another version of the lesson beside this one, as far as a browser can tell: other files, another core. */
const serveOther = (page: Page) =>
  page.route('**/other/*', async (route) => {
    const name = new URL(route.request().url()).pathname.split('/').pop() ?? '';
    const file = `${SITE}/${name.replace('OTHER000', '')}`;
    if (!name.endsWith('.js')) return route.fulfill({ path: file.replace('bce-.wasm', 'bce.wasm') });
    const response = await route.fetch({ url: route.request().url().replace('/other/', '/') });
    // Words of its own, so that it can be told which is which.
    const body = (await response.text()).replaceAll('data-ready', 'data-other');
    return route.fulfill({ response, body });
  });

for (const [first, second] of [
  ['bce-lesson.js', 'other/bce-lesson.js'],
  ['other/bce-lesson.js', 'bce-lesson.js'],
] as const)
  test(`of two versions on one page the first one holds (${first})`, async ({ page, address, complaints: _ }) => {
    await serveOther(page);
    // The name that both make their templates under may be taken once without these words.
    const trusted = `${HOST_DIRECTIVES['trusted-types']} 'allow-duplicates'`;
    await open(page, address, {
      body: '<bce-lesson></bce-lesson><bce-graph></bce-graph>',
      scripts: [first, second],
      policy: written({ ...HOST_DIRECTIVES, 'trusted-types': trusted }),
    });
    const [ours, theirs] = first.startsWith('other') ? ['data-other', 'data-ready'] : ['data-ready', 'data-other'];
    await expect(page.locator(`bce-lesson[${ours}]`)).toHaveCount(1);
    await expect(page.locator(`bce-graph[${ours}]`)).toHaveCount(2);
    await expect(page.locator(`[${theirs}]`)).toHaveCount(0);
    expect(await told(page, 'bce-error')).toEqual([]);
  });

test('a lesson works with a part that another version has defined', async ({ page, address, complaints: _ }) => {
  await serveOther(page);
  await countCores(page);
  await open(page, address, {
    body: '<bce-lesson sections="graph derivation practice"></bce-lesson>',
    scripts: ['other/bce-graph.js', 'bce-lesson.js'],
  });
  await expect(page.locator('bce-lesson')).toHaveAttribute('data-ready', '');
  await expect(page.locator('bce-lesson bce-graph')).toHaveAttribute('data-other', '');
  await page.locator('bce-graph .slider[part]').press('Home');
  await expect(page.locator('bce-graph .sentence')).toContainText('infinite');
  await page
    .locator('bce-graph')
    .getByRole('radio', { name: /^y = 0/ })
    .check();
  // The lesson follows what it can see of a part: its label.
  await expect(page.locator('.hero math .off')).toHaveText(/ln/);
  await page.getByRole('textbox', { name: 'Your answer for L' }).fill('0.163');
  await page.keyboard.press('Enter');
  await expect(page.locator('bce-practice').getByRole('status')).toContainText('Right.');
  // A core of its own for each version.
  expect(await cores(page)).toBe(2);
});

test('the script of one part takes the place of what was prerendered for it, once', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.route('**/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '<script type="module"',
      '<script type="module" src="bce-graph.js"></script>$&',
    );
    await route.fulfill({ response, body });
  });
  await page.goto(address);
  // For the lesson it is a part of another version, which comes for itself.
  await page.locator('bce-graph').scrollIntoViewIfNeeded();
  await ready(page);
  await expect(page.locator('bce-graph .picture')).toHaveCount(1);
  await page.locator('bce-graph .slider[part]').press('End');
  await expect(page.locator('bce-graph .sentence')).toContainText('p is exactly 1');
});

test('the children that the host wrote stand in until the element is ready', async ({
  page,
  address,
  complaints: _,
}) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  await open(page, address, {
    body: '<bce-graph><p>A graph of the loss.</p></bce-graph>',
    scripts: ['bce-graph.js'],
  });
  const words = page.getByText('A graph of the loss.');
  await expect(words).toBeVisible();
  await page.emulateMedia({ media: 'print' });
  await expect(words).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  release();
  await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
  await expect(words).toBeHidden();
});

test.describe('where a file is missing', () => {
  for (const [what, missing, code] of [
    ['the core', /\.wasm$/, 'core_unavailable'],
    ['the text', /\/content-/, 'text_unavailable'],
  ] as const)
    test(`${what}, the element says so once, and tries again when it is asked to`, async ({ page, address }) => {
      let broken = true;
      const failures: string[] = [];
      page.on('pageerror', (error) => failures.push(String(error)));
      await page.route(missing, (route) => (broken ? route.abort() : route.continue()));
      await open(page, address, {
        attributes: 'lang="fr"',
        body: '<bce-graph><p>A graph of the loss.</p></bce-graph>',
        scripts: ['bce-graph.js'],
      });
      const graph = page.locator('bce-graph');
      const status = graph.getByRole('status');
      const again = graph.getByRole('button', { name: 'Try again' });
      await expect(status).toHaveText('This part of the page could not be loaded.');
      await expect(page.getByText('A graph of the loss.')).toBeVisible();
      // In a language that the page around it does not have.
      await expect(graph.locator('.failed')).toHaveAttribute('lang', 'en');
      await again.click();
      await expect(status).toHaveText('This part of the page could not be loaded.');
      await expect(again).toBeFocused();
      expect(await told(page, 'bce-error')).toEqual([`bce-error bce-graph ${code}`]);

      broken = false;
      await again.click();
      await expect(graph).toHaveAttribute('data-ready', '');
      await expect(graph).not.toHaveAttribute('data-failed');
      await expect(graph.locator('.failed')).toHaveCount(0);
      await expect(page.getByText('A graph of the loss.')).toBeHidden();
      await expect(graph.locator('.picture')).toHaveCount(1);
      expect(failures).toEqual([]);
    });

  test('a prerendered lesson tries again as a whole', async ({ page, address }) => {
    let broken = true;
    await page.route(/\.wasm$/, (route) => (broken ? route.abort() : route.continue()));
    await page.goto(address);
    const again = page.getByRole('button', { name: 'Try again' });
    await expect(again).toHaveCount(1);
    broken = false;
    await again.press('Enter');
    await ready(page);
    await expect(again).toHaveCount(0);
    await expect(page.locator('[data-failed]')).toHaveCount(0);
    await expect(page.locator('h2')).toHaveCount(14);
    await page.getByRole('button', { name: 'Add an example' }).click();
    await expect(page.locator('bce-derivation tbody tr')).toHaveCount(5);
  });
});

/** Lets every call into a core fail while `trap` is set in the page. */
const setTraps = (page: Page, from: 'start' | 'later') =>
  page.addInitScript((trap) => {
    Object.assign(window, { trap });
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (async (bytes: BufferSource, imports?: WebAssembly.Imports) => {
      const { module, instance } = await instantiate(bytes, imports);
      const trapped =
        (call: (...given: unknown[]) => unknown, started: boolean) =>
        (...given: unknown[]) => {
          // Its start is no call of ours.
          if (started && given.length === 1 && (window as unknown as { trap: boolean }).trap)
            throw new WebAssembly.RuntimeError('unreachable');
          return call(...given);
        };
      const exports = Object.fromEntries(
        Object.entries(instance.exports).map(([name, value]) => [
          name,
          typeof value === 'function' ? trapped(value as never, value.length === 1) : value,
        ]),
      );
      return { module, instance: { exports } };
    }) as typeof instantiate;
  }, from === 'start');

const spring = (page: Page, trap: boolean) => page.evaluate((trap) => void Object.assign(window, { trap }), trap);

test('where the core fails in the middle the page hears no exception, and a new core goes on', async ({
  page,
  address,
}) => {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  await countCores(page);
  await setTraps(page, 'later');
  await open(page, address, { body: '<bce-lesson sections="graph"></bce-lesson>' });
  const lesson = page.locator('bce-lesson');
  await expect(lesson).toHaveAttribute('data-ready', '');
  await spring(page, true);
  // While a learner moves the point, of all things.
  await lesson.getByRole('slider', { name: 'Predicted probability p' }).press('End');
  await lesson.evaluate((element) => Object.assign(element, { p: 0.2 }));
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toBeVisible();
  await expect(lesson.locator('bce-graph .curve.chosen')).toBeVisible();
  await expect(lesson.getByRole('slider')).toHaveCount(0);
  expect(await told(page, 'bce-error')).toEqual(['bce-error bce-lesson drawing_failed']);
  await spring(page, false);
  await again.click();
  await expect(again).toHaveCount(0);
  await expect(lesson.locator('.sentence')).toContainText('p is 0.2');
  await lesson.getByRole('slider', { name: 'Predicted probability p' }).press('End');
  await expect(lesson.locator('.sentence')).toContainText('p is exactly 1');
  expect(await cores(page)).toBe(2);
  expect(failures).toEqual([]);
});

test('where the core fails from the start a prerendered lesson stays, and is drawn by the next one', async ({
  page,
  address,
}) => {
  const failures: string[] = [];
  page.on('pageerror', (error) => failures.push(String(error)));
  await setTraps(page, 'start');
  await page.goto(address);
  const again = page.getByRole('button', { name: 'Try again' });
  await expect(again).toHaveCount(1);
  await expect(page.locator('h2')).toHaveCount(14);
  await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
  await again.click();
  await expect(again).toBeVisible();
  await spring(page, false);
  await again.click();
  await ready(page);
  await expect(again).toHaveCount(0);
  await expect(page.locator('h2')).toHaveCount(14);
  await expect(page.locator('bce-graph .picture')).toHaveCount(1);
  await page.locator('bce-graph .slider[part]').press('Home');
  await expect(page.locator('bce-graph .sentence')).toContainText('infinite');
  expect(failures).toEqual([]);
});

test('where the core fails from the start the children that the host wrote stay', async ({ page, address }) => {
  await setTraps(page, 'start');
  await open(page, address, { body: '<bce-graph><p>A graph of the loss.</p></bce-graph>', scripts: ['bce-graph.js'] });
  const graph = page.locator('bce-graph');
  await expect(graph.getByRole('status')).toHaveText('This part of the page could not be loaded.');
  await expect(page.getByText('A graph of the loss.')).toBeVisible();
  expect(await told(page)).toEqual(['bce-error bce-graph drawing_failed']);
  await spring(page, false);
  await graph.getByRole('button', { name: 'Try again' }).click();
  await expect(graph).toHaveAttribute('data-ready', '');
  await expect(graph.locator('.picture')).toHaveCount(1);
});
