/** The study app around its places: addresses, history, focus, what is missing, and what is there without a script. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { SoFar } from '../../../web/study/state/home.js';
import { hashOf, isMade, PLACES, TAGS, type Place } from '../../../web/study/state/places.js';
import { expect, layoutShifts, test as base } from '../lesson.js';

const test = base.extend<{ app: string }>({
  app: async ({ address }, use) => use(address.replace('index', 'study')),
});

const section = (page: Page, place: Place) => page.locator(`[data-place="${place}"]`);
const shown = (page: Page) => page.locator('main > [data-place]:visible');

/** Until the place is shown, alone, and answers. */
async function arrived(page: Page, place: Place): Promise<void> {
  await expect(shown(page)).toHaveCount(1);
  await expect(section(page, place)).toBeVisible();
  if (isMade(place)) await expect(page.locator(TAGS[place])).toHaveAttribute('data-ready', '');
}

test('the places are gone to by their links, shown alone, named and given the focus', async ({
  page,
  app,
  complaints: _,
}) => {
  await page.goto(app);
  await arrived(page, '');
  await expect(page).toHaveTitle('Binary Cross-Entropy Loss: study app');
  await expect(page.locator('nav [aria-current]')).toHaveCount(0);

  for (const place of PLACES.filter((one) => !one.includes('/') && one !== '')) {
    const link = page.locator(`nav a[href="${hashOf(place)}"]`);
    await link.click();
    await arrived(page, place);
    const heading = section(page, place).locator('h2');
    await expect(heading).toBeFocused();
    await expect(heading).toBeInViewport();
    await expect(page).toHaveTitle(`${await heading.textContent()} · Binary Cross-Entropy Loss: study app`);
    await expect(link).toHaveAttribute('aria-current', 'page');
    await expect(page.locator('nav [aria-current]')).toHaveCount(1);
  }
  await page.getByRole('heading', { level: 1 }).getByRole('link').click();
  await arrived(page, '');
});

test('each place that is offered is led to from home', async ({ page, app, complaints: _ }) => {
  await page.goto(app);
  // Of the walkthroughs each by itself.
  for (const place of PLACES.filter((one) => one !== '' && one !== 'walkthroughs'))
    await expect(
      section(page, '')
        .locator(`a[href="${hashOf(place)}"]`)
        .first(),
    ).toBeVisible();
});

test('back and forward lead through the places, to where one was in them', async ({ page, app, complaints: _ }) => {
  await page.setViewportSize({ width: 360, height: 500 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${app}#/solve`);
  await arrived(page, 'solve');
  const walkthrough = page.locator('bce-walkthrough');
  await walkthrough.getByRole('button', { name: 'Show this line' }).click();
  await expect(walkthrough.locator('#said')).toContainText('filled in');
  const depth = await page.evaluate(() => {
    scrollTo(0, 300);
    return scrollY;
  });
  await page.locator('nav a[href="#/settings"]').evaluate((link: HTMLElement) => link.click());
  await arrived(page, 'settings');
  expect(await page.evaluate(() => scrollY)).toBe(0);

  await page.goBack();
  await arrived(page, 'solve');
  await expect(section(page, 'solve').locator('h2')).toBeFocused();
  expect(await page.evaluate(() => scrollY)).toBe(depth);
  await expect(walkthrough.locator('.solution > li')).toHaveCount(2);
  await page.goForward();
  await arrived(page, 'settings');
  await page.goBack();
  await arrived(page, 'solve');
});

for (const hash of ['#/poetry', '#/solve/more', '#/__proto__?a=%ZZ', `#/${'x'.repeat(5_000)}`]) {
  test(`an address that leads nowhere leads home, and says so: ${hash.slice(0, 20)}`, async ({
    page,
    app,
    complaints: _,
  }) => {
    await page.goto(app + hash);
    await arrived(page, '');
    await expect(page.locator('#told')).toContainText('There is no such place here');
    await page.locator('nav a[href="#/solve"]').click();
    await arrived(page, 'solve');
    await expect(page.locator('#told')).toBeHidden();
  });
}

test('settings that mean nothing change nothing', async ({ page, app, complaints: _ }) => {
  await page.goto(`${app}#/solve?y=%3Cimg%20src=x%3E&p=${'9'.repeat(900)}&__proto__=1`);
  await arrived(page, 'solve');
  const walkthrough = page.locator('bce-walkthrough');
  await expect(walkthrough.locator('#label-fault')).toBeVisible();
  await expect(walkthrough.locator('img')).toHaveCount(0);
  await page.goto(`${app}#/exercises?seed=-4&kind=poetry`);
  await arrived(page, 'exercises');
  await expect(page.locator('bce-exercises #problem')).toContainText(/\w/);
});

test('a link leads to an example, and the address follows the numbers', async ({ page, app, complaints: _ }) => {
  const walkthrough = page.locator('bce-walkthrough');
  await page.goto(`${app}#/solve?y=0&p=0.3`);
  await arrived(page, 'solve');
  await expect(walkthrough.locator('#label')).toHaveValue('0');
  await expect(walkthrough.locator('#at')).toHaveValue('0.3');
  await walkthrough.locator('#at').fill('0.4');
  await walkthrough.getByRole('button', { name: 'Start with these numbers' }).click();
  await expect(page).toHaveURL(/#\/solve\?y=0&p=0\.4$/);

  await page.goto(`${app}#/solve?y=0.5&z=-3`);
  await expect(walkthrough.getByRole('radio', { name: 'a logit' })).toBeChecked();
  await expect(walkthrough.locator('#at')).toHaveValue('-3');
  await page.goto(`${app}#/solve?p=85`);
  await expect(walkthrough.locator('#at-fault')).toContainText('For 85 % write 0.85');
});

test('a link from before there were places leads to its exercise', async ({ page, app, complaints: _ }) => {
  await page.goto(`${app}#seed=42&kind=loss_for_one&level=2&v=1`);
  await arrived(page, 'exercises');
  await expect(page.locator('bce-exercises #seed')).toHaveValue('42');
  await expect(page).toHaveURL(/#\/exercises\?seed=42&kind=loss_for_one&level=2&v=1$/);
  await expect(page.locator('bce-exercises #problem')).toBeFocused();
});

test('an exercise that opens the walkthrough is come back to with the browser’s own button', async ({
  page,
  app,
  complaints: _,
}) => {
  await page.goto(`${app}#/exercises?seed=5&kind=loss_for_one&level=1`);
  await arrived(page, 'exercises');
  const exercises = page.locator('bce-exercises');
  await exercises.locator('#answer').fill('half typed');
  await exercises.getByRole('button', { name: /line by line/ }).click();
  await arrived(page, 'solve');
  await expect(page.locator('bce-walkthrough #answer')).toBeFocused();
  await page.goBack();
  await arrived(page, 'exercises');
  await expect(exercises.locator('#seed')).toHaveValue('5');
  await expect(exercises.locator('#answer')).toBeFocused();
  await expect(exercises.locator('#answer')).toHaveValue('half typed');
});

test('where a place cannot be fetched that is said, and it can be asked for again', async ({ page, app }) => {
  let gone = true;
  await page.route(/study-elements-bce-settings/, (route) => (gone ? route.abort() : route.continue()));
  await page.goto(app);
  await page.locator('nav a[href="#/settings"]').click();
  const settings = section(page, 'settings');
  await expect(settings.getByText('could not be loaded')).toBeVisible();
  await expect(page).toHaveURL(/#\/settings$/);
  await settings.getByRole('button', { name: 'Try again' }).click();
  await expect(settings.getByText('could not be loaded')).toBeVisible();

  // The rest goes on.
  await page.locator('nav a[href="#/solve"]').click();
  await arrived(page, 'solve');
  await page.goBack();
  await expect(settings.getByText('could not be loaded')).toHaveCount(1);
  gone = false;
  await settings.getByRole('button', { name: 'Try again' }).click();
  await arrived(page, 'settings');
  await expect(settings.getByText('could not be loaded')).toHaveCount(0);
  await expect(settings.locator('h2')).toBeFocused();
});

test('what is seen first is the place of the address, without anything that moves', async ({ page, app }) => {
  const shifts = await layoutShifts(page);
  for (const place of ['', 'solve', 'exercises', 'settings'] as const) {
    await page.goto('about:blank');
    await page.goto(app + hashOf(place));
    await arrived(page, place);
    await page.waitForTimeout(200);
    // Seen once on a machine under load: 0.0003, as of a line by a pixel. What moves in the way of a reader is a
    // hundred times that.
    const seen = await shifts();
    expect(
      seen.reduce((sum, shift) => sum + shift, 0),
      place,
    ).toBeLessThan(0.001);
  }
  // Before the app itself has come.
  await page.route(/bce-study\.js/, (route) => route.abort());
  await page.goto('about:blank');
  await page.goto(`${app}#/exercises`);
  await expect(shown(page)).toHaveCount(1);
  await expect(section(page, 'exercises')).toBeVisible();
  await page.locator('nav a[href="#/solve"]').click();
  await expect(shown(page)).toHaveCount(1);
  await expect(section(page, 'solve')).toBeVisible();
});

test.describe('without the core', () => {
  test.use({ missing: /bce-study-.*\.wasm/ });

  test('the whole solution can be read, graph and all', async ({ page, app }) => {
    await page.goto(`${app}#/solve`);
    const walkthrough = page.locator('bce-walkthrough');
    await expect(walkthrough.getByText('The moving parts could not be loaded')).toBeVisible();
    await expect(walkthrough.getByRole('heading', { name: 'Apply the minus' })).toBeVisible();
    await expect(walkthrough.locator('figure text.chosen')).toBeVisible();
    await expect(walkthrough.locator('figcaption')).toContainText('0.163 nats');
    await expect(walkthrough.getByRole('button')).toHaveText('Try again');
  });
});

test('the colours that were chosen are there from the first, and hold in every place', async ({ page, app }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto(`${app}#/settings`);
  await arrived(page, 'settings');
  await page.locator('bce-settings').getByRole('radio', { name: 'Dark' }).check({ force: true });
  const dark = 'rgb(21, 23, 26)';
  await expect(page.locator('html')).toHaveCSS('background-color', dark);
  await expect(page.locator('bce-settings')).toHaveCSS('background-color', dark);

  await page.route(/bce-study\.js/, (route) => route.abort());
  await page.reload();
  await expect(page.locator('html')).toHaveCSS('background-color', dark);
  await page.goto(`${app}#/solve`);
  await expect(page.locator('bce-walkthrough')).toHaveCSS('background-color', dark);
});

for (const scheme of ['light', 'dark'] as const)
  for (const width of [320, 1280]) {
    test(`no place is wider than ${width} pixels, and axe has no complaint in the ${scheme}`, async ({ page, app }) => {
      // axe goes over each of them.
      test.setTimeout(30_000 * PLACES.length);
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme: scheme });
      for (const place of PLACES) {
        await page.goto(app + hashOf(place));
        await arrived(page, place);
        if (place === 'solve') await page.locator('bce-walkthrough').getByRole('button', { name: 'Show all' }).click();
        expect(await page.evaluate(() => document.documentElement.scrollWidth), place).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(
            ({ id, nodes }) => `${place} ${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
          ),
        ).toEqual([]);
      }
    });
  }

test('nothing is asked for but files of the app, whatever is gone to', async ({
  page,
  context,
  app,
  complaints: _,
}) => {
  const strange: string[] = [];
  const here = new URL('./', app);
  context.on('request', (request) => {
    const { href, protocol } = new URL(request.url());
    const file = href.startsWith(here.href) ? href.slice(here.href.length) : '';
    const ours = /^[\w-]+\.(html|js|css|wasm|woff2|svg|png|webmanifest)$/.test(file);
    if (protocol !== 'blob:' && (!ours || request.method() !== 'GET')) strange.push(`${request.method()} ${href}`);
  });
  await page.goto(app);
  for (const place of PLACES) {
    await page.evaluate((hash) => void (location.hash = hash), hashOf(place));
    await arrived(page, place);
  }
  for (const place of ['solve', 'exercises'] as const) {
    await page.evaluate((hash) => void (location.hash = hash), hashOf(place));
    await arrived(page, place);
    for (const button of await section(page, place).locator('button:visible:enabled').all())
      if (await button.isVisible()) await button.click();
  }
  expect(strange).toEqual([]);
});

test('what to do next follows what has been done', async ({ page, app, complaints: _ }) => {
  await page.goto(app);
  const next = page.locator('#next');
  await expect(next.getByRole('link', { name: 'Solve your first example' })).toHaveAttribute('href', '#/solve');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'auto');
  const height = (await section(page, '').boundingBox())?.height;
  const tell = (soFar: SoFar) =>
    page.evaluate(
      (soFar) => void document.dispatchEvent(Object.assign(new Event('bce-so-far'), { soFar })),
      // As it crosses into the page: the event of our own is no other.
      soFar,
    );

  await tell({ begun: [{ place: 'solve', step: 2, of: 6, at: 1 }], due: 0 });
  await expect(next.getByRole('link', { name: 'Go on with: Solve it yourself' })).toHaveAttribute('href', '#/solve');
  await expect(next).toContainText('step 2 of 6');
  expect((await section(page, '').boundingBox())?.height).toBe(height);
  await next.getByRole('link').click();
  await arrived(page, 'solve');
});

test('the app can be put on the screen of a phone', async ({ page, app, complaints: _ }) => {
  await page.goto(app);
  const href = await page.locator('link[rel="manifest"]').getAttribute('href');
  const address = new URL(href ?? '', app);
  const answer = await page.request.get(address.href);
  expect(answer.headers()['content-type']).toContain('application/manifest+json');
  const manifest = await answer.json();
  expect(manifest).toMatchObject({ display: 'standalone', start_url: './study.html', scope: './' });
  expect(manifest.icons.map(({ purpose, sizes }: Record<string, string>) => `${purpose} ${sizes}`)).toEqual([
    'any 192x192',
    'any 512x512',
    'maskable 192x192',
    'maskable 512x512',
  ]);
  for (const { src, sizes } of manifest.icons) {
    const picture = await (await page.request.get(new URL(src, address).href)).body();
    // Of a PNG: its width and its height.
    expect(`${picture.readUInt32BE(16)}x${picture.readUInt32BE(20)}`).toBe(sizes);
  }
  const session = await page.context().newCDPSession(page);
  // As the browser itself takes it, under our policy.
  const { data, errors } = await session.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  expect(JSON.parse(data ?? '{}')).toEqual(manifest);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the places stand one below the other, and read', async ({ page, app }) => {
    await page.goto(app);
    await expect(page.getByText('needs JavaScript and WebAssembly')).toBeVisible();
    await expect(page.getByRole('heading', { name: 'Apply the minus' })).toBeVisible();
    await expect(page.locator('bce-exercises #problem')).toBeVisible();
    await page.locator('nav a[href="#/exercises"]').click();
    await expect(section(page, 'exercises')).toBeInViewport();
  });

  test('nothing is shown that would not work', async ({ page, app }) => {
    await page.goto(app);
    await expect(page.getByRole('heading', { name: 'Solve it yourself' })).toBeVisible();
    for (const role of ['button', 'textbox', 'radio', 'combobox'] as const)
      await expect(page.getByRole(role)).toHaveCount(0);
    for (const words of ['Type the next line', 'checked as you type']) await expect(page.getByText(words)).toBeHidden();
    await expect(page.locator('a[href="#/settings"]:visible')).toHaveCount(0);
    await expect(section(page, 'settings')).toBeHidden();
  });
});
