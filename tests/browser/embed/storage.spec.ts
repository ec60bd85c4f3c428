/** What stays in the browser: nothing, unless the host asks for it. */
import type { Page } from '@playwright/test';
import { expect, LETS_WRITE, test } from '../lesson.js';
import { asked, open, told } from './host.js';

const RECORD = 'bce-lesson/1';
const LESSON = '<bce-lesson storage="local" sections="graph practice derivation"></bce-lesson>';

const record = (page: Page) => page.evaluate((key) => JSON.parse(localStorage.getItem(key) ?? 'null'), RECORD);
const graph = (page: Page) => page.locator('bce-graph').first();
const slider = (page: Page) => graph(page).getByRole('slider', { name: 'Predicted probability p' });
const answer = (page: Page) => page.getByRole('textbox', { name: 'Your answer for L' });
const ready = (page: Page) =>
  expect(page.locator('bce-lesson, body > bce-graph').first()).toHaveAttribute('data-ready', '');

/** Counts every access to the browser's stores. */
const watchStores = (page: Page) =>
  page.addInitScript(() => {
    const seen: string[] = [];
    Object.assign(window, { seen });
    for (const name of ['getItem', 'setItem', 'removeItem', 'key', 'clear'] as const) {
      const known = Storage.prototype[name] as (...given: unknown[]) => unknown;
      Object.defineProperty(Storage.prototype, name, {
        value(this: Storage, ...given: unknown[]) {
          seen.push(name);
          return known.apply(this, given);
        },
      });
    }
  });
const seen = (page: Page) => page.evaluate(() => (window as unknown as { seen: string[] }).seen);

test('without it nothing is read, written or fetched for it', async ({ page, address, complaints: _ }) => {
  const files = asked(page);
  await watchStores(page);
  await open(page, address, { body: '<bce-lesson></bce-lesson><bce-graph storage="none"></bce-graph>' });
  await ready(page);
  await slider(page).press('Home');
  await answer(page).fill('0.163');
  await answer(page).press('Enter');
  await page.reload();
  await ready(page);
  expect(await seen(page)).toEqual([]);
  expect(await page.evaluate(() => [localStorage.length, sessionStorage.length, document.cookie])).toEqual([0, 0, '']);
  expect(files.filter((file) => file.includes('keep'))).toEqual([]);
});

test('with it the lesson goes on where the learner left it', async ({ page, address, complaints: _ }) => {
  await open(page, address, { body: LESSON });
  await ready(page);
  await slider(page).press('Home');
  await graph(page).getByRole('radio', { name: 'bits' }).check();
  await page.locator('bce-practice summary').nth(1).click();
  await answer(page).fill('0.164');
  await answer(page).press('Enter');
  await answer(page).fill('0.163');
  await answer(page).press('Enter');
  await expect(page.locator('#said')).toContainText('Right.');
  await page.getByRole('textbox', { name: 'Predicted probability of example 1' }).fill('0.5');
  await page.locator('bce-derivation').getByRole('radio', { name: 'Assumption 2' }).check();
  // Closed at once: what was done last is there as well.
  await page.reload();
  await ready(page);
  await expect(graph(page).locator('.sentence')).toContainText('infinite');
  await expect(graph(page).getByRole('radio', { name: 'bits' })).toBeChecked();
  await expect(answer(page)).toHaveValue('0.163');
  await expect(page.locator('#said')).toContainText('Right.');
  await expect(page.locator('.attempts')).toContainText('2');
  await expect(page.getByRole('textbox', { name: 'Predicted probability of example 1' })).toHaveValue('0.5');
  await expect(page.locator('bce-derivation').getByRole('radio', { name: 'Assumption 2' })).toBeChecked();
  await expect(page.locator('.hero math .off')).toHaveText(/ln/);
  expect(Object.keys(await record(page)).sort()).toEqual(['lesson derivation', 'lesson graph', 'lesson practice']);
  expect(await told(page, 'bce-error')).toEqual([]);
  // What was taken up is nothing that the learner did.
  expect((await told(page)).filter((event) => !event.startsWith('bce-ready'))).toEqual([]);
});

test('what was kept is there before the lesson is seen', async ({ page, address, complaints: _ }) => {
  await open(page, address, { body: '<bce-graph storage="local" p="0.2"></bce-graph>', scripts: ['bce-graph.js'] });
  await ready(page);
  await slider(page).press('End');
  await expect.poll(() => record(page)).toEqual({ graph: 'p=1&y=1' });
  await page.addInitScript(() => {
    const sentences: (string | null | undefined)[] = [];
    Object.assign(window, { sentences });
    const look = () => {
      const shown = document.querySelector('bce-graph')?.shadowRoot?.querySelector('.sentence');
      if (shown) sentences.push(shown.textContent);
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await page.reload();
  await ready(page);
  await expect(graph(page).locator('.sentence')).toContainText('p is exactly 1');
  const sentences = await page.evaluate(() => [...new Set((window as unknown as { sentences: string[] }).sentences)]);
  expect(sentences).toEqual([expect.stringContaining('p is exactly 1')]);
});

test('a script moves a graph and a host sets one without that being kept', async ({ page, address, complaints: _ }) => {
  await watchStores(page);
  await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
  await ready(page);
  await graph(page).evaluate((element) => Object.assign(element, { p: 0.2 }));
  await expect(graph(page).locator('.sentence')).toContainText('p is 0.2');
  await graph(page).evaluate((element) => element.remove());
  expect((await seen(page)).filter((name) => name === 'setItem')).toEqual([]);
});

test('each element has what is its own: by its id, or by its place among its kind', async ({
  page,
  address,
  complaints: _,
}) => {
  const graphs =
    '<bce-graph storage="local"></bce-graph>'.repeat(2) + '<bce-graph storage="local" id="last"></bce-graph>';
  await open(page, address, { body: graphs, scripts: ['bce-graph.js'] });
  await expect(page.locator('bce-graph[data-ready]')).toHaveCount(3);
  for (const [i, key] of ['Home', 'End', 'ArrowLeft'].entries())
    await page.locator('bce-graph').nth(i).locator('.slider[part]').press(key);
  await expect.poll(() => record(page)).toEqual({ graph: 'p=0&y=1', 'graph:2': 'p=1&y=1', 'graph#last': 'p=0.69&y=1' });
  await page.reload();
  for (const [i, p] of ['p is exactly 0', 'p is exactly 1', 'p is 0.69'].entries())
    await expect(page.locator('bce-graph .sentence').nth(i)).toContainText(p);
});

test('an element that comes and goes keeps its work, and two of a kind do not take each other’s', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
  await ready(page);
  await slider(page).press('Home');
  // Gone before it had time to write.
  await graph(page).evaluate((element) => element.remove());
  expect(await record(page)).toEqual({ graph: 'p=0&y=1' });
  await page.evaluate(() => {
    for (let i = 0; i < 2; i += 1) {
      const graph = document.createElement('bce-graph');
      graph.setAttribute('storage', 'local');
      document.body.append(graph);
    }
  });
  await expect(page.locator('bce-graph .sentence').first()).toContainText('p is exactly 0');
  await expect(page.locator('bce-graph .sentence').last()).toContainText('p is 0.7');
});

test('a host that asks for it later finds what the learner has done since, or what was kept before', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, {
    body: '<bce-graph></bce-graph><bce-graph id="b"></bce-graph>',
    scripts: ['bce-graph.js'],
  });
  await page.evaluate((key) => localStorage.setItem(key, '{"graph":"p=0.1&y=0","graph#b":"p=0.2&y=0"}'), RECORD);
  await expect(page.locator('bce-graph[data-ready]')).toHaveCount(2);
  await slider(page).press('End');
  for (const element of await page.locator('bce-graph').all())
    await element.evaluate((graph) => Object.assign(graph, { storage: 'local' }));
  await expect(page.locator('#b .sentence')).toContainText('The label is 0 and p is 0.2');
  await expect(graph(page).locator('.sentence')).toContainText('p is exactly 1');
  await slider(page).press('Home');
  await expect.poll(() => record(page)).toEqual({ 'graph#b': 'p=0.2&y=0', graph: 'p=0&y=1' });
  // And from now on nothing more.
  await graph(page).evaluate((graph) => Object.assign(graph, { storage: 'none' }));
  await slider(page).press('End');
  await graph(page).evaluate((graph) => graph.remove());
  expect(await record(page)).toEqual({ 'graph#b': 'p=0.2&y=0', graph: 'p=0&y=1' });
});

for (const [what, text] of [
  ['no JSON', '{"graph":'],
  ['no record', '[1,2,3]'],
  ['too long', JSON.stringify({ graph: 'p=0.1&y=1', more: 'x'.repeat(60_000) })],
  ['of another shape', JSON.stringify({ graph: { p: 0.1 }, practice: [], derivation: { rows: [[{}, {}]] } })],
  ['out of range', JSON.stringify({ graph: 'p=7&y=1' })],
] as const)
  test(`what is kept and is ${what} is as a first visit, and is written over`, async ({
    page,
    address,
    complaints: _,
  }) => {
    await page.addInitScript(
      ([key, text]) => {
        if (!sessionStorage.getItem('once')) localStorage.setItem(key, text);
        sessionStorage.setItem('once', '1');
      },
      [RECORD, text] as const,
    );
    await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
    await ready(page);
    await expect(graph(page).locator('.sentence')).toContainText('The label is 1 and p is 0.7');
    expect(await told(page, 'bce-error')).toEqual(['bce-error bce-graph storage_invalid storage']);
    await slider(page).press('End');
    await expect.poll(() => page.evaluate((key) => localStorage.getItem(key), RECORD)).toContain('"graph":"p=1&y=1"');
  });

test('the record of another version, and what else the host keeps, is left alone', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.addInitScript(() => {
    localStorage.setItem('bce-lesson/2', '{"graph":"p=0.1&y=1"}');
    localStorage.setItem('theirs', 'x');
  });
  await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
  await ready(page);
  await expect(graph(page).locator('.sentence')).toContainText('p is 0.7');
  await slider(page).press('End');
  await expect.poll(() => record(page)).toEqual({ graph: 'p=1&y=1' });
  expect(await page.evaluate(() => [localStorage.getItem('bce-lesson/2'), localStorage.getItem('theirs')])).toEqual([
    '{"graph":"p=0.1&y=1"}',
    'x',
  ]);
});

test('what has not been touched for longest goes first where there is too much', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.addInitScript((key) => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`graph#g${i}`, 'p=0.1&y=1']));
    localStorage.setItem(key, JSON.stringify(many));
  }, RECORD);
  await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
  await ready(page);
  await slider(page).press('End');
  const names = async () => Object.keys(await record(page));
  await expect.poll(async () => (await names()).at(-1)).toBe('graph');
  expect(await names()).toHaveLength(30);
  expect((await names()).at(0)).toBe('graph#g1');
});

for (const [what, forbid] of [
  [
    'forbidden',
    () =>
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('The operation is insecure.', 'SecurityError');
        },
      }),
  ],
  [
    'full',
    () => {
      Storage.prototype.setItem = () => {
        throw new DOMException('The quota has been exceeded.', 'QuotaExceededError');
      };
    },
  ],
] as const)
  test(`where the store is ${what} the lesson works without it, and the host is told once`, async ({
    page,
    address,
  }) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.addInitScript(forbid);
    await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
    await ready(page);
    for (const key of ['End', 'Home', 'End']) {
      await slider(page).press(key);
      await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 500)));
    }
    await expect(graph(page).locator('.sentence')).toContainText('p is exactly 1');
    expect(await told(page, 'bce-error')).toEqual(['bce-error bce-graph storage_unavailable storage']);
    expect(failures).toEqual([]);
  });

test.describe('with the consent that a frame without an origin needs', () => {
  test.use({ headers: { 'Content-Security-Policy': LETS_WRITE, 'Access-Control-Allow-Origin': '*' } });

  test('in a frame without an origin the lesson works without a store', async ({ page, address }) => {
    await page.goto(address);
    await page.evaluate((script) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.width = '700';
      frame.height = '900';
      frame.srcdoc = `<!doctype html><html lang="en"><script type="module" src="${script}"></script>
      <bce-graph storage="local"></bce-graph>`;
      document.body.prepend(frame);
    }, new URL('bce-graph.js', address).href);
    const framed = page.frameLocator('iframe').locator('bce-graph');
    await expect(framed).toHaveAttribute('data-ready', '');
    await framed.getByRole('slider', { name: 'Predicted probability p' }).press('End');
    await expect(framed.locator('.sentence')).toContainText('p is exactly 1');
  });
});

test('where the file that keeps is missing the lesson works without it', async ({ page, address }) => {
  await page.route(/elements-keep/, (route) => route.abort());
  await open(page, address, { body: '<bce-graph storage="local"></bce-graph>', scripts: ['bce-graph.js'] });
  await ready(page);
  await slider(page).press('End');
  await expect(graph(page).locator('.sentence')).toContainText('p is exactly 1');
  expect(await told(page, 'bce-error')).toEqual(['bce-error bce-graph storage_unavailable storage']);
});
