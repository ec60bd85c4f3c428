import { expect, ready, test } from './lesson.js';

const PARTS = ['overview', 'symbols', 'graph', 'practice', 'derivation', 'sources'];

test('comes alive without a second copy of anything and without moving it', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  await page.goto(address);
  await ready(page);
  await expect(page.locator('h1')).toHaveCount(1);
  await expect(page.locator('h2')).toHaveCount(PARTS.length);
  await expect(page.locator('.picture')).toHaveCount(1);
  await expect(page.locator('.step')).toHaveCount(3);
  expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
});

test('the live page shows the same as the prerendered one', async ({ browser, lesson, address }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const still = await context.newPage();
  await still.goto(address);
  // The words of the whole page, in order, without what only the live one or only the still one has.
  const words = (page: typeof still) => page.locator('bce-lesson').ariaSnapshot();
  expect(await still.locator('bce-graph .curve.chosen').getAttribute('d')).toBe(
    await lesson.locator('bce-graph .curve.chosen').getAttribute('d'),
  );
  expect(await still.locator('bce-derivation .steps').ariaSnapshot()).toBe(
    await lesson.locator('bce-derivation .steps').ariaSnapshot(),
  );
  expect((await words(still)).length).toBeGreaterThan(1000);
  await context.close();
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('everything is readable, and nothing is shown that would not work', async ({ page, address, complaints: _ }) => {
    await page.goto(address);
    await expect(page.getByText('Scripts are off')).toBeVisible();
    for (const id of PARTS) await expect(page.locator(`#${id} h2`)).toBeVisible();
    await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
    await expect(page.locator('bce-derivation .value b').first()).toBeVisible();
    await expect(page.getByText('0.85 of having a condition')).toBeVisible();
    for (const control of ['input', 'button']) {
      for (const found of await page.locator(`bce-lesson ${control}:visible`).all())
        await expect(found).toHaveAttribute('readonly');
    }
  });
});

test.describe('with the core missing', () => {
  test.use({ missing: /\.wasm$/ });

  test('the lesson stays and one sentence says what does not work', async ({ page, address }) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await page.addInitScript(() => {
      const codes: string[] = [];
      Object.assign(window, { codes });
      document.addEventListener('bce-error', (event) => codes.push((event as Event & { code: string }).code));
    });
    await page.goto(address);
    await expect(page.getByText('The moving parts could not be loaded.')).toBeVisible();
    await expect(page.locator('.failed')).toHaveCount(1);
    await expect(page.locator('h2')).toHaveCount(PARTS.length);
    expect(await page.evaluate(() => (window as unknown as { codes: string[] }).codes)).toEqual(['core_unavailable']);
    expect(failures).toEqual([]);
  });
});

test.describe('with the script missing', () => {
  test.use({ missing: /\.js$/ });

  test('the lesson stays readable', async ({ page, address }) => {
    await page.goto(address);
    await expect(page.locator('h2')).toHaveCount(PARTS.length);
    await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check' })).toBeHidden();
  });
});

for (const width of [320, 360, 768, 1280]) {
  test(`fits ${width} pixels without sideways scrolling`, async ({ lesson }) => {
    await lesson.setViewportSize({ width, height: 800 });
    expect(await lesson.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('formulas are set in the font of the lesson', async ({ lesson }) => {
  expect(await lesson.evaluate(() => document.fonts.check('16px "BCE Math"'))).toBe(true);
  const hero = lesson.locator('.hero math');
  expect(await hero.evaluate((math) => getComputedStyle(math).fontFamily)).toContain('BCE Math');
  await expect(hero).toHaveText('L=−[ylnp+(1−y)ln(1−p)]');
});

test('asks for nothing but its own files', async ({ page, address }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  await page.goto(address);
  await ready(page);
  const base = address.replace('index.html', '');
  expect(asked.filter((url) => !url.startsWith(base))).toEqual([]);
});

test('an element that a script puts on the page works as the prerendered one does', async ({ lesson }) => {
  await lesson.evaluate(() => {
    const graph = document.createElement('bce-graph');
    graph.id = 'second';
    graph.setAttribute('p', '0.1');
    graph.setAttribute('y', '0');
    document.body.append(graph);
  });
  await expect(lesson.locator('#second')).toHaveAttribute('data-ready', '');
  await expect(lesson.locator('#second .readings dd')).toHaveText(['0.1', '0.105']);
  await lesson.evaluate(() => document.querySelector('#second')?.remove());
  await expect(lesson.locator('bce-lesson bce-graph .readings dd')).toHaveText(['0.85', '0.163']);
});
