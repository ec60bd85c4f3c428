/** Many on one page, and many that come and go: what they share, and that they leave nothing behind. */
import type { CDPSession, Page } from '@playwright/test';
import { expect, test } from '../lesson.js';
import { asked, open } from './host.js';

const NAMES = ['bce-lesson', 'bce-graph', 'bce-practice', 'bce-derivation'];

/** Keeps the memory of every core that is started. */
const watchCores = (page: Page) =>
  page.addInitScript(() => {
    const memories: WebAssembly.Memory[] = [];
    Object.assign(window, { memories });
    const { instantiate } = WebAssembly;
    WebAssembly.instantiate = (async (bytes: BufferSource, imports?: WebAssembly.Imports) => {
      const started = await instantiate(bytes, imports);
      const memory = Object.values(started.instance.exports).find((value) => value instanceof WebAssembly.Memory);
      if (memory) memories.push(memory as WebAssembly.Memory);
      return started;
    }) as typeof instantiate;
  });

interface Held {
  nodes: number;
  listeners: number;
  documents: number;
  heap: number;
  /** Bytes, of each core. */
  cores: number[];
}

/** What the page holds once all that nobody refers to is gone. */
async function held(page: Page, session: CDPSession): Promise<Held> {
  // What waits for a moment without work, or for a timer, is over then.
  await page.evaluate(() => new Promise((resolve) => requestIdleCallback(() => setTimeout(resolve, 1200))));
  for (let i = 0; i < 3; i += 1) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const of = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  const cores = await page.evaluate(() =>
    (window as unknown as { memories: WebAssembly.Memory[] }).memories.map(({ buffer }) => buffer.byteLength),
  );
  return {
    nodes: of('Nodes'),
    listeners: of('JSEventListeners'),
    documents: of('Documents'),
    heap: of('JSHeapUsedSize'),
    cores,
  };
}

async function measured(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await session.send('HeapProfiler.enable');
  return session;
}

test('twenty on a page are one core, and take less than 1.5 MB of heap more than one', async ({
  page,
  address,
  complaints: _,
}) => {
  const files = asked(page);
  await watchCores(page);
  await open(page, address, { body: '<bce-graph></bce-graph>', scripts: ['bce-graph.js'] });
  await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
  const session = await measured(page);
  const one = await held(page, session);
  await page.evaluate(() => {
    for (let i = 0; i < 19; i += 1) document.body.append(document.createElement('bce-graph'));
  });
  await expect(page.locator('bce-graph[data-ready]')).toHaveCount(20);
  const twenty = await held(page, session);

  expect(twenty.cores).toEqual(one.cores);
  expect(twenty.cores).toHaveLength(1);
  for (const file of ['bce.wasm', 'content-en-graph.js', 'math.woff2'])
    expect(files.filter((name) => name === file)).toHaveLength(1);
  expect(twenty.heap - one.heap).toBeLessThan(1.5e6);

  // Each has a point of its own.
  await page.locator('bce-graph .slider[part]').nth(19).press('Home');
  await expect(page.locator('bce-graph .sentence').nth(19)).toContainText('infinite');
  await expect(page.locator('bce-graph .sentence').nth(0)).toContainText('p is 0.7');
});

for (const name of NAMES)
  test(`five hundred of <${name}> that come and go leave nothing behind`, async ({ page, address, complaints: _ }) => {
    test.setTimeout(180_000);
    await watchCores(page);
    await open(page, address, { body: '<main></main>' });
    const session = await measured(page);
    const mount = (times: number) =>
      page.evaluate(
        async ({ name, times }) => {
          const main = document.querySelector('main');
          for (let i = 0; i < times; i += 1) {
            const element = document.createElement(name) as HTMLElement & { ready: Promise<void> };
            for (const [attribute, value] of [
              ['link', ''],
              ['p', String((i % 9) / 10)],
              ['theme', i % 2 ? 'dark' : 'nonsense'],
              ['storage', 'local'],
              // Every kind of part, without the long texts.
              ['sections', 'graph practice symbols'],
            ] as const)
              element.setAttribute(attribute, value);
            main?.append(element);
            // Some go before they have awoken.
            if (i % 5 > 0) await element.ready;
            element.remove();
          }
        },
        { name, times },
      );
    // Until everything that is made once has been made.
    await mount(20);
    const before = await held(page, session);
    await mount(500);
    const after = await held(page, session);
    expect(after.nodes).toBeLessThanOrEqual(before.nodes);
    expect(after.listeners - before.listeners).toBeLessThanOrEqual(0);
    expect(after.documents).toBe(before.documents);
    expect(after.cores).toEqual(before.cores);
    // Less than a kilobyte for each: none of them is still there.
    expect(after.heap - before.heap).toBeLessThan(500_000);
  });

test('elements that are taken out while they wait are waited for no longer', async ({
  page,
  address,
  complaints: _,
}) => {
  await watchCores(page);
  await open(page, address, { body: '<main hidden></main>' });
  const session = await measured(page);
  const mount = () =>
    page.evaluate(() => {
      const main = document.querySelector('main');
      for (let i = 0; i < 500; i += 1) {
        main?.append(document.createElement('bce-graph'));
        main?.replaceChildren();
      }
    });
  await mount();
  const before = await held(page, session);
  await mount();
  const after = await held(page, session);
  expect(after.nodes).toBeLessThanOrEqual(before.nodes);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.heap - before.heap).toBeLessThan(500_000);
  expect(after.cores).toEqual([]);
});
