/** The guide for publishers: what it shows works, and what it says can be taken along. */
import { inside } from './host.js';
import { expect, layoutShifts, test } from './lesson.js';

test('is led to from the page, and back', async ({ lesson }) => {
  await lesson.getByRole('link', { name: 'For publishers' }).click();
  await expect(lesson.getByRole('heading', { level: 1 })).toHaveText('On your own page');
  await lesson.getByRole('link', { name: 'The lesson', exact: true }).click();
  await expect(lesson.locator('bce-lesson')).toHaveCount(1);
});

test('its examples come alive where they stand', async ({ page, address, complaints: _ }) => {
  const shifts = await layoutShifts(page);
  await page.goto(address.replace('index', 'guide'));
  for (const name of ['bce-graph', 'bce-practice']) {
    await page.locator(name).scrollIntoViewIfNeeded();
    await expect(page.locator(name)).toHaveAttribute('data-ready', '');
  }
  expect(await shifts()).toEqual([]);
  await expect(page.locator('bce-graph .sentence')).toContainText('p is 0.85');
  await page.getByRole('slider', { name: 'Predicted probability p' }).press('End');
  await expect(page.locator('bce-graph .sentence')).toContainText('p is exactly 1');
  // The colours are those that are printed beside it.
  const printed = page.locator('figure.code', { hasText: 'bce-practice {' }).locator('code');
  await expect(printed).toContainText('--bce-accent: light-dark(#7a2f7d');
  // In whatever way the browser writes it.
  const painted = await page.getByRole('button', { name: 'Check' }).evaluate((button) => {
    const context = document.createElement('canvas').getContext('2d');
    if (!context) return [];
    context.fillStyle = getComputedStyle(button).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  });
  for (const [i, channel] of [122, 47, 125, 255].entries())
    expect(Math.abs((painted[i] ?? NaN) - channel)).toBeLessThanOrEqual(1);
  await page.locator('iframe').scrollIntoViewIfNeeded();
  const content = await inside(page);
  const overflow = () => content.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
  await expect.poll(overflow).toBe(0);
});

test('each piece of code is copied as it stands', async ({ page, context, address, complaints: _ }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(address.replace('index', 'guide'));
  await page.getByRole('button', { name: 'Copy: An element' }).click();
  await expect(page.locator('body > #said')).toHaveText('Copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    [
      '<script type="module" src="https://example.org/bce/bce-lesson.js"></script>',
      '<bce-lesson>',
      '  <a href="https://example.org/bce/">Binary cross-entropy, an interactive lesson</a>',
      '</bce-lesson>',
    ].join('\n'),
  );
  await expect(page.locator('figure.code button')).toHaveCount(await page.locator('figure.code').count());
});

test('every entry of its contents leads to a section, and none is left out', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.goto(address.replace('index', 'guide'));
  const hrefs = await page.locator('nav a').evaluateAll((links) => links.map((link) => link.getAttribute('href')));
  expect(hrefs).toEqual(await page.locator('section').evaluateAll((all) => all.map(({ id }) => `#${id}`)));
});

for (const width of [320, 360, 768, 1280])
  test(`does not scroll sideways at ${width} pixels, and is held to its width`, async ({
    page,
    address,
    complaints: _,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    await page.goto(address.replace('index', 'guide'));
    const [page_, text] = await page.evaluate(() => [
      document.documentElement.scrollWidth,
      document.querySelector('.intro')?.clientWidth ?? 0,
    ]);
    expect(page_).toBe(width);
    expect(text).toBeLessThan(760);
  });

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('all of it is there to read, and no button that would do nothing', async ({ page, address }) => {
    await page.goto(address.replace('index', 'guide'));
    await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
    await expect(page.locator('bce-practice')).toContainText('0.85 of having a condition');
    await expect(page.locator('button:visible')).toHaveCount(0);
    for (const name of ['Attributes', 'Events', 'Custom properties'])
      await expect(page.getByRole('table', { name })).toBeVisible();
  });
});
