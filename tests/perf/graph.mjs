/**
 * The graph in a real browser, beside the same graph in other libraries: what one move of the
 * pointer costs, how soon the graph can be dragged, and what has to be fetched for it.
 *
 * All are measured in turn in each round, so that what the machine does meanwhile falls on all alike.
 */
import { chromium } from 'playwright-core';
import { Stop, step } from '../../web/tools/steps.mjs';
import { EMPTY, MOVED, PAGES, PLAIN, serve } from './contestants.mjs';
import { median } from './tables.mjs';

/** @typedef {import('./contestants.mjs').Contestant} Contestant */
/** @typedef {import('./tables.mjs').Table} Table */
/** @typedef {import('playwright-core').Page} Page */
/** @typedef {import('playwright-core').CDPSession} Client */

const VIEWPORT = { width: 900, height: 900 };
const WARM_UP = 30;
/** Odd, so that the way to and fro never ends where it began. */
const MOVES = 99;
const SLOWDOWN = 6;
/** What Lighthouse calls slow 4G. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 204_800, uploadThroughput: 96_000 };

/** Runs in the page before anything else of it: notes when all that has to be ready is ready and painted. */
const probe = (/** @type {readonly string[]} */ wakes) => {
  const waiting = new Set(wakes);
  /** @type {{ live: number, shift: number, longTasks: number[] }} */
  const seen = { live: 0, shift: 0, longTasks: [] };
  Object.assign(globalThis, { seen });
  const painted = () =>
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      // A message posted in a frame is read once that frame is painted.
      port1.onmessage = () => (seen.live = performance.now());
      port2.postMessage('');
    });
  if (wakes.length === 0) addEventListener('DOMContentLoaded', painted);
  document.addEventListener('bce-ready', (event) => {
    const from = event.composedPath()[0];
    waiting.delete(from instanceof Element ? from.localName : 'document');
    if (waiting.size === 0) painted();
  });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += /** @type {any} */ (entry).value;
  }).observe({ type: 'layout-shift', buffered: true });
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.longTasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
};

/**
 * @typedef {object} Conditions
 * @property {number} [slowdown]
 * @property {boolean} [slowNetwork]
 */

/** @param {string | null} executablePath */
const launch = (executablePath) =>
  chromium.launch({
    executablePath: executablePath ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

/** @param {Page} page @param {Contestant} contestant */
const loaded = async (page, { name, wakes }, origin = '', path = '') => {
  await page.addInitScript(probe, wakes);
  await page.goto(origin + path);
  await page
    .waitForFunction(() => /** @type {any} */ (globalThis).seen.live > 0, undefined, { polling: 50 })
    .catch(() => {
      throw new Stop(`${name} did not become ready.`);
    });
};

/** The texts, values or places that tell where the point is. @param {Page} page @param {Contestant} contestant */
const read = async (page, { readings }) =>
  Promise.all(
    readings.map((selector) =>
      page.locator(selector).evaluate((node) => {
        if (node instanceof HTMLInputElement) return node.value;
        return node instanceof SVGCircleElement ? node.getAttribute('cx') : node.textContent;
      }),
    ),
  );

/** @param {Page} page */
const settled = (page) =>
  page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(() => done(0)))));

/** Takes hold of the point; the result moves it to the next place. @type {(page: Page, client: Client, contestant: Contestant) => Promise<() => Promise<unknown>>} */
const grab = async (page, client, { name, grip, across }) => {
  // Playwright's own mouse runs a script of its own in the page at each move of a pressed button.
  const mouse = (/** @type {'mouseMoved' | 'mousePressed'} */ type, /** @type {number} */ x, /** @type {number} */ y) =>
    client.send('Input.dispatchMouseEvent', { type, x, y, button: 'left', buttons: grip ? 1 : 0, clickCount: 1 });
  const box = await page.locator(across).first().boundingBox();
  if (!box) throw new Stop(`${name} shows no graph.`);
  let y = box.y + box.height / 2;
  if (grip !== undefined) {
    const held = page.locator(grip).first();
    await held.scrollIntoViewIfNeeded();
    const at = await held.boundingBox();
    if (!at) throw new Stop(`${name} shows nothing to drag.`);
    y = at.y + at.height / 2;
    await page.mouse.move(at.x + at.width / 2, y);
    await mouse('mousePressed', at.x + at.width / 2, y);
  }
  const left = Math.round(box.x + 0.3 * box.width);
  // To and fro over the middle, more than a hundredth at a time, so that every move is a change.
  const stride = Math.max(4, Math.ceil(box.width / 95));
  const places = Math.floor((0.4 * box.width) / stride);
  let i = 0;
  return () => {
    const turn = i++ % (2 * places);
    return mouse('mouseMoved', left + stride * (turn < places ? turn : 2 * places - turn), y);
  };
};

/** Moves the point as a warm-up and refuses one that does not follow. @type {(page: Page, client: Client, contestant: Contestant) => Promise<() => Promise<unknown>>} */
const warmedUp = async (page, client, contestant) => {
  const move = await grab(page, client, contestant);
  const seen = contestant.readings.map(() => /** @type {string[]} */ ([]));
  for (let i = 0; i < WARM_UP; ++i) {
    await move();
    await settled(page);
    for (const [j, text] of (await read(page, contestant)).entries()) seen[j]?.push(text ?? '');
  }
  const [places = [], losses = []] = seen;
  const stuck = places.findIndex((text, i) => text === places[i - 1]);
  if (stuck >= 0) throw new Stop(`${contestant.name} did not follow the pointer: ${places[stuck]} stayed.`);
  // Near its lowest place a loss keeps its figures for some moves.
  if (contestant.grip !== undefined && new Set(losses).size < WARM_UP / 5)
    throw new Stop(`${contestant.name} does not show the loss of where it is: ${losses.join(', ')}.`);
  return move;
};

/** @typedef {{ task: number, layouts: number, styles: number, nodes: number }} Cost of a move; ms */

/**
 * @typedef {object} Bench
 * @property {import('playwright-core').Browser} browser
 * @property {string} origin
 */

/**
 * A fresh page, so that nothing of the one before it is left, neither in a cache nor in memory.
 * @template T
 * @param {Bench} bench
 * @param {Conditions} conditions
 * @param {(page: Page, client: Client) => Promise<T>} work
 */
const onPage = async ({ browser }, { slowdown = 1, slowNetwork = false }, work) => {
  const context = await browser.newContext({ viewport: VIEWPORT });
  try {
    const page = await context.newPage();
    const client = await context.newCDPSession(page);
    if (slowdown > 1) await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    if (slowNetwork) {
      await client.send('Network.enable');
      await client.send('Network.emulateNetworkConditions', SLOW_4G);
    }
    return await work(page, client);
  } finally {
    await context.close();
  }
};

/** What a move costs; at full speed in processor time, which other programs do not disturb. @type {(bench: Bench, contestant: Contestant, slowdown: number) => Promise<Cost>} */
const cost = (bench, contestant, slowdown) =>
  onPage(bench, {}, async (page, client) => {
    await loaded(page, contestant, bench.origin, contestant.path);
    const move = await warmedUp(page, client, contestant);
    await client.send('Performance.enable', { timeDomain: slowdown > 1 ? 'timeTicks' : 'threadTicks' });
    await client.send('Emulation.setCPUThrottlingRate', { rate: slowdown });
    const metrics = async () => {
      const { metrics: list } = await client.send('Performance.getMetrics');
      const of = (/** @type {string} */ name) => list.find((metric) => metric.name === name)?.value ?? NaN;
      return {
        task: 1000 * of('TaskDuration'),
        layouts: of('LayoutCount'),
        styles: of('RecalcStyleCount'),
        nodes: of('Nodes'),
      };
    };
    const textBefore = await read(page, contestant);
    await settled(page);
    const before = await metrics();
    for (let i = 0; i < MOVES; ++i) await move();
    await settled(page);
    const after = await metrics();
    const textAfter = await read(page, contestant);
    if (contestant.grip !== undefined && textAfter[0] === textBefore[0])
      throw new Stop(`${contestant.name} stands where it stood: ${textAfter.join(', ')}.`);
    const each = (/** @type {keyof Cost} */ key) => (after[key] - before[key]) / MOVES;
    return { task: each('task'), layouts: each('layouts'), styles: each('styles'), nodes: after.nodes - before.nodes };
  });

/** The longest task of the main thread while the point moves on the slowed processor, ms. @type {(bench: Bench, contestant: Contestant) => Promise<number>} */
const longest = (bench, contestant) =>
  onPage(bench, {}, async (page, client) => {
    await loaded(page, contestant, bench.origin, contestant.path);
    const move = await warmedUp(page, client, contestant);
    await client.send('Emulation.setCPUThrottlingRate', { rate: SLOWDOWN });
    await settled(page);
    await bench.browser.startTracing(page, { categories: ['disabled-by-default-devtools.timeline', 'toplevel'] });
    for (let i = 0; i < MOVES / 2; ++i) await move();
    const trace = await bench.browser.stopTracing();
    /** @type {{ traceEvents: { name: string, ph: string, pid: number, tid: number, dur?: number, tdur?: number, args: { name?: string } }[] }} */
    const { traceEvents } = JSON.parse(trace.toString());
    const main = new Set(
      traceEvents
        .filter(({ name, args }) => name === 'thread_name' && args.name === 'CrRendererMain')
        .map(({ pid, tid }) => `${pid}:${tid}`),
    );
    const tasks = traceEvents.filter(({ name, pid, tid }) => /RunTask$/.test(name) && main.has(`${pid}:${tid}`));
    if (tasks.length < MOVES / 2) throw new Stop(`${contestant.name}: the trace shows no tasks.`);
    return Math.max(...tasks.map(({ dur = 0, tdur = dur }) => tdur)) / 1000;
  });

/** @typedef {{ live: number, paint: number, shift: number, longTasks: number[], requests: string[] }} Load ms, paths */

/** @type {(bench: Bench, contestant: Contestant, conditions: Conditions) => Promise<Load>} */
const load = (bench, contestant, conditions) =>
  onPage(bench, conditions, async (page) => {
    /** @type {string[]} */
    const requests = [];
    page.on('response', (response) => requests.push(new URL(response.url()).pathname));
    // The graph as it opens, without what a link asks of it.
    await loaded(page, contestant, bench.origin, contestant.path.replace(/#.*/, ''));
    const seen = await page.evaluate(() => ({
      .../** @type {{ live: number, shift: number, longTasks: number[] }} */ (/** @type {any} */ (globalThis).seen),
      paint: performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? NaN,
    }));
    return { ...seen, requests };
  });

/**
 * Every contestant in each round, in turn.
 * @template T
 * @param {string} title
 * @param {number} rounds
 * @param {readonly Contestant[]} contestants
 * @param {(contestant: Contestant) => Promise<T>} work
 */
const inTurn = (title, rounds, contestants, work) =>
  step(title, async () => {
    /** @type {Map<Contestant, T[]>} */
    const taken = new Map(contestants.map((contestant) => [contestant, []]));
    for (let round = 0; round < rounds; ++round)
      for (const contestant of contestants) taken.get(contestant)?.push(await work(contestant));
    return { ok: true, value: taken };
  });

/** @type {<T>(taken: Map<Contestant, T[]>, contestant: Contestant, number: (one: T) => number) => number} */
const middle = (taken, contestant, number) => median((taken.get(contestant) ?? []).map(number));

/** @param {Bench} bench @param {number} rounds @returns {Promise<Table>} */
const moves = async (bench, rounds) => {
  const fast = await inTurn('moves', rounds, MOVED, (one) => cost(bench, one, 1));
  const slow = await inTurn(`moves, ${SLOWDOWN} × slower`, rounds, MOVED, (one) => cost(bench, one, SLOWDOWN));
  const tasks = await inTurn('longest tasks', Math.min(3, rounds), MOVED, (one) => longest(bench, one));
  const task = (/** @type {Cost} */ one) => one.task;
  const rows = MOVED.map((one) => [
    one.name,
    middle(fast, one, task).toFixed(2),
    (middle(fast, one, task) / middle(fast, PLAIN, task)).toFixed(2),
    middle(slow, one, task).toFixed(1),
    (middle(slow, one, task) / middle(slow, PLAIN, task)).toFixed(2),
    middle(tasks, one, (longestOne) => longestOne).toFixed(1),
    middle(fast, one, ({ layouts }) => layouts).toFixed(2),
    middle(fast, one, ({ styles }) => styles).toFixed(2),
  ]);
  return {
    title: 'One move of the pointer (ms of the main thread)',
    columns: ['', '1 ×', '/ plain', '6 × slower', '/ plain', 'longest task, 6 ×', 'layouts', 'style passes'],
    rows,
    note: `Medians of ${rounds} interleaved rounds of ${MOVES} moves; 1 × is processor time. Ours with the tangent on.`,
  };
};

/** @param {Bench} bench @param {ReadonlyMap<string, number>} weights @param {number} rounds @returns {Promise<Table>} */
const loads = async (bench, weights, rounds) => {
  const conditions = [{}, { slowdown: SLOWDOWN }, { slowdown: SLOWDOWN, slowNetwork: true }];
  const names = ['1 ×', '6 × slower', '6 × and slow 4G'];
  const taken = [];
  for (const [i, condition] of conditions.entries())
    taken.push(await inTurn(`loads, ${names[i]}`, rounds, PAGES, (one) => load(bench, one, condition)));
  const [fast = new Map(), slow = new Map(), slowest = new Map()] = taken;
  const paint = (/** @type {Load} */ one) => one.paint;
  const rows = PAGES.map((one) => {
    const requests = new Set((slowest.get(one) ?? []).flatMap((/** @type {Load} */ { requests: list }) => list));
    const counted = [...requests].filter((path) => /\.(js|css|wasm)$/.test(path));
    return [
      one.name,
      (counted.reduce((sum, path) => sum + (weights.get(path) ?? NaN), 0) / 1000).toFixed(1),
      ...[fast, slow, slowest].map((list) => middle(list, one, ({ live }) => live).toFixed(0)),
      middle(slowest, one, paint).toFixed(0),
      (middle(slowest, one, paint) / middle(slowest, EMPTY, paint)).toFixed(2),
      middle(slow, one, ({ shift }) => shift).toFixed(3),
      middle(slow, one, ({ longTasks }) => longTasks.length).toFixed(0),
      middle(slow, one, ({ longTasks }) => Math.max(0, ...longTasks)).toFixed(0),
    ];
  });
  return {
    title: 'From navigation to a graph that is painted and can be dragged (ms)',
    columns: [
      '',
      'kB, brotli 11',
      ...names,
      'first paint, 6 × and slow 4G',
      '/ empty page',
      'layout shift',
      'tasks over 50 ms, 6 ×',
      'the longest',
    ],
    rows,
    note: `Medians of ${rounds} interleaved rounds, nothing cached. kB: scripts, styles and wasm that are fetched until then.`,
  };
};

/**
 * @param {{ executable: string | null, rounds: number }} options
 * @returns {Promise<{ browser: string, tables: Table[] }>}
 */
export const graph = async ({ executable, rounds }) => {
  const server = await serve();
  const browser = await launch(executable);
  try {
    const bench = { browser, origin: server.origin };
    const tables = [await moves(bench, rounds), await loads(bench, server.weights, rounds)];
    return { browser: browser.version(), tables };
  } finally {
    await browser.close();
    server.close();
  }
};
