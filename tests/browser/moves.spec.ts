/** What one move of the point may cost, in counts: times are the benchmark's. */
import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

/** Counts what JavaScript calls of the core, by way of the table through which Embind calls it. */
async function countCalls(page: Page) {
  await page.addInitScript(() => {
    const counted = { calls: 0 };
    Object.assign(window, { counted });
    const start = WebAssembly.instantiate as (...args: unknown[]) => Promise<WebAssembly.WebAssemblyInstantiatedSource>;
    const instantiate = async (...args: unknown[]) => {
      const { module, instance } = await start(...args);
      const exports = Object.fromEntries(
        Object.entries(instance.exports).map(([name, value]) => [
          name,
          value instanceof WebAssembly.Table
            ? {
                get length() {
                  return value.length;
                },
                get: (index: number) => {
                  const called = value.get(index) as ((...values: unknown[]) => unknown) | null;
                  return called && ((...values: unknown[]) => ((counted.calls += 1), called(...values)));
                },
              }
            : value,
        ]),
      );
      return { module, instance: { exports } };
    };
    Object.assign(WebAssembly, { instantiate, instantiateStreaming: undefined });
  });
}

const calls = (page: Page) => page.evaluate(() => (window as unknown as { counted: { calls: number } }).counted.calls);

/** Nodes of the graph, text and Lit's marks included. */
const nodes = (page: Page) =>
  page.locator('bce-graph').evaluate((graph) => {
    const walker = document.createTreeWalker(graph.shadowRoot as Node);
    let count = 0;
    while (walker.nextNode()) count += 1;
    return count;
  });

const painted = (page: Page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));

async function ready(page: Page, address: string, state: string) {
  await page.goto(`${address}#p=0.7&${state}`);
  await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
  await page.locator('bce-graph .plot').scrollIntoViewIfNeeded();
  await painted(page);
}

/** Drags the point to and fro over the middle; the result is what a further number of moves does. */
async function drag(page: Page) {
  const client = await page.context().newCDPSession(page);
  const frame = await page.locator('bce-graph .plot').boundingBox();
  if (!frame) throw new Error('The graph is not drawn.');
  const y = frame.y + frame.height / 2;
  // Playwright's own mouse would run a script of its own at each move.
  const mouse = (type: 'mousePressed' | 'mouseMoved', x: number) =>
    client.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: 1, clickCount: 1 });
  let moved = 0;
  const move = async (count: number) => {
    for (let i = 0; i < count; i += 1) {
      moved += 1;
      const turn = moved % 100;
      await mouse('mouseMoved', frame.x + frame.width * (0.25 + 0.01 * Math.min(turn, 100 - turn)));
    }
    await painted(page);
  };
  // The announcement, which a slow machine would make in the middle, is a layout of its own.
  await page.evaluate(() => Object.assign(window, { setTimeout: () => 0 }));
  await mouse('mousePressed', frame.x + 0.25 * frame.width);
  await move(10);
  return { client, move };
}

const MOVES = 40;

for (const state of ['y=1', 'y=1&show=tangent', 'y=0.3&show=tangent&axis=logit', 'y=0&show=tangent,libraries']) {
  test(`a move of the point is one call of core and at most one layout: ${state}`, async ({ page, address }) => {
    await countCalls(page);
    await ready(page, address, state);
    const { client, move } = await drag(page);
    await client.send('Performance.enable');
    const layouts = async () =>
      (await client.send('Performance.getMetrics')).metrics.find(({ name }) => name === 'LayoutCount')?.value ?? NaN;
    const entry = page.locator('bce-graph .entry');
    const from = await entry.inputValue();
    const before = { calls: await calls(page), layouts: await layouts() };
    await move(MOVES);
    expect((await calls(page)) - before.calls).toBe(MOVES);
    expect((await layouts()) - before.layouts).toBeLessThanOrEqual(MOVES);
    await expect(entry).not.toHaveValue(from);
  });
}

test('five hundred moves leave no node behind', async ({ page, address }) => {
  await ready(page, address, 'y=1&show=tangent');
  const { move } = await drag(page);
  await move(90);
  const before = await nodes(page);
  await move(500);
  expect(await nodes(page)).toBe(before);
});
