import type { Page } from '@playwright/test';
import { SECTION_IDS } from '../../web/content/schema.js';
import { expect, layoutShifts, ready, SITE, test } from './lesson.js';

const PARTS = SECTION_IDS;

for (const width of [320, 1280]) {
  test(`comes alive at ${width} pixels without a second copy of anything and without moving it`, async ({
    page,
    address,
    complaints: _,
  }) => {
    await page.setViewportSize({ width, height: 800 });
    const shifts = await layoutShifts(page);
    await page.goto(address);
    await ready(page);
    await expect(page.locator('h1')).toHaveCount(1);
    await expect(page.locator('h2')).toHaveCount(PARTS.length);
    await expect(page.locator('.picture')).toHaveCount(1);
    await expect(page.locator('.step')).toHaveCount(3);
    expect(await shifts()).toEqual([]);
  });
}

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

/** Opens the page, does something to what was prerendered, and only then lets the script come. */
async function beforeTheScript(page: Page, address: string, change: () => void): Promise<void> {
  let come = (): void => undefined;
  const comes = new Promise<void>((resolve) => (come = resolve));
  await page.route('**/bce-lesson.js', async (route) => {
    await comes;
    await route.continue();
  });
  await page.goto(address, { waitUntil: 'commit' });
  await page.locator('#sources li').last().waitFor();
  await page.evaluate(change);
  come();
  await ready(page);
}

test('prose that was prerendered is not drawn a second time', async ({ page, address, complaints: _ }) => {
  await beforeTheScript(page, address, () => {
    const root = document.querySelector('bce-lesson')?.shadowRoot;
    for (const node of root?.querySelectorAll('.section > :is(p, ul, dl, table, .questions):not(.symbols)') ?? [])
      Object.assign(node, { old: true });
  });
  const kept = await page.locator('bce-lesson').evaluate((lesson) => {
    const nodes = lesson.shadowRoot?.querySelectorAll('.section > :is(p, ul, dl, table, .questions):not(.symbols)');
    // Where Lit had taken over, its marks would be there.
    return [...(nodes ?? [])].map((node) => 'old' in node && !node.innerHTML.includes('<!--'));
  });
  expect(kept.length).toBeGreaterThan(20);
  expect(kept).not.toContain(false);
});

test('a page whose language was changed before the script came is drawn anew in that language', async ({
  page,
  address,
}) => {
  await beforeTheScript(page, address, () => document.querySelector('bce-lesson')?.setAttribute('locale', 'es'));
  await expect(page.locator('h1')).toHaveText('Entropía cruzada binaria');
  await expect(page.locator('bce-lesson').getByText(/\b(the label|the loss|is|this)\b/i)).toHaveCount(0);
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
    for (const control of ['input', 'button', 'nav a'])
      await expect(page.locator(`bce-lesson ${control}:visible`)).toHaveCount(0);
    await expect(page.locator('bce-derivation .field').first()).toHaveText('1');
    await expect(page.locator('bce-graph .printed')).toHaveText('0.7');
    await expect(page.locator('bce-graph .printed')).toBeVisible();
    // What a hint costs is not said where it costs nothing.
    for (const cost of await page.locator('.hint summary .live').all()) await expect(cost).toBeHidden();
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
    await expect(page.locator('bce-lesson article > .failed p')).toHaveRole('status');
    await expect(page.locator('.live:visible')).toHaveCount(0);
    await expect(page.locator('bce-graph .printed')).toBeVisible();
    // No room is kept for what will not come.
    for (const part of await page.locator('.live').all()) expect(await part.boundingBox()).toBeNull();
    await expect(page.locator('bce-lesson input:visible')).toHaveCount(0);
    await expect(page.locator('bce-lesson button:visible')).toHaveText(['Try again']);
    await expect(page.locator('h2')).toHaveCount(PARTS.length);
    expect(await page.evaluate(() => (window as unknown as { codes: string[] }).codes)).toEqual(['core_unavailable']);
    expect(failures).toEqual([]);
  });
});

test.describe('with the text missing', () => {
  test.use({ missing: /\/content-/ });

  test('the prerendered lesson stays and one sentence says what does not work', async ({ page, address }) => {
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
    expect(await page.evaluate(() => (window as unknown as { codes: string[] }).codes)).toEqual(['text_unavailable']);
    expect(failures).toEqual([]);
  });
});

for (const [name, alive] of [
  ['bce-graph', '.slider[part]'],
  ['bce-practice', 'form input'],
  ['bce-derivation', 'table input'],
] as const)
  test(`<${name}> comes alive from its own script, which brings nothing of the others`, async ({
    page,
    address,
    complaints: _,
  }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop() ?? ''));
    await page.route('**/alone.html', (route) =>
      route.fulfill({
        contentType: 'text/html',
        body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
          <script type="module" src="${name}.js"></script><${name}></${name}></html>`,
      }),
    );
    await page.goto(new URL('alone.html', address).href);
    await expect(page.locator(name)).toHaveAttribute('data-ready', '');
    await expect(page.locator(`${name} ${alive}`).first()).toBeVisible();
    const kinds = asked.map((file) => file.replace(/-[0-9A-Z]{8}\./, '.')).filter((file) => file !== 'favicon.ico');
    expect(kinds.sort()).toEqual(
      ['alone.html', `${name}.js`, 'bce.wasm', `content-en-${name.slice(4)}.js`, 'math.woff2'].sort(),
    );
  });

test.describe('with the script missing', () => {
  test.use({ missing: /\.js$/ });

  test('the lesson stays readable', async ({ page, address }) => {
    await page.goto(address);
    await expect(page.locator('h2')).toHaveCount(PARTS.length);
    await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Check' })).toBeHidden();
    for (const control of ['input', 'button', 'nav a'])
      await expect(page.locator(`bce-lesson ${control}:visible`)).toHaveCount(0);
  });

  test('after a while a sentence says that something is missing', async ({ page, address }) => {
    await page.goto(address);
    const waiting = page.getByText('The parts that move are not here yet.');
    await expect(waiting).toBeHidden();
    await expect(waiting).toBeVisible({ timeout: 15_000 });
    await expect(page.getByText('Scripts are off')).toBeHidden();
  });
});

test('where everything has come, nothing says that something is missing', async ({ lesson }) => {
  for (const notice of ['.waiting', '.still']) await expect(lesson.locator(notice)).toHaveCSS('display', 'none');
  await expect(lesson.locator('.failed')).toHaveCount(0);
});

const focusedHeading = (page: Page) =>
  page.evaluate(() => {
    let element = document.activeElement;
    while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
    return element?.id;
  });

test('the contents lead to every section without touching the address', async ({ lesson }) => {
  const links = lesson.getByRole('navigation', { name: 'In this lesson' }).getByRole('link');
  await expect(links).toHaveCount(PARTS.length);
  const address = lesson.url();
  for (const [i, id] of PARTS.entries()) {
    await links.nth(i).click();
    await expect(lesson.locator(`#${id} h2`)).toBeInViewport();
    expect(await focusedHeading(lesson)).toBe(`heading-${id}`);
  }
  expect(lesson.url()).toBe(address);
});

test('an address that names a section opens there, and a later one leads there', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.goto(`${address}#practice`);
  await ready(page);
  await expect(page.locator('#practice h2')).toBeInViewport();
  expect(await focusedHeading(page)).toBe('heading-practice');
  await page.evaluate(() => (location.hash = '#sources'));
  await expect(page.locator('#sources h2')).toBeInViewport();
  await expect.poll(() => focusedHeading(page)).toBe('heading-sources');
  await page.evaluate(() => (location.hash = '#%zz'));
});

test('what the host has named itself is the host’s', async ({ lesson }) => {
  await lesson.evaluate(() => {
    const own = document.createElement('p');
    own.id = 'practice';
    document.body.prepend(own);
    location.hash = '#practice';
  });
  await expect(lesson).toHaveURL(/#practice$/);
  expect(await focusedHeading(lesson)).not.toBe('heading-practice');
});

test('where the free lesson ends is said only where there is somewhere to go on', async ({ lesson }) => {
  const notice = lesson.locator('bce-lesson header').getByText('are free to use here');
  await expect(notice).toHaveCount(0);
  const host = (href: string) =>
    lesson.evaluate((href) => document.querySelector('bce-lesson')?.setAttribute('study-href', href), href);
  await host('study.html');
  await expect(notice).toBeVisible();
  await expect(lesson.getByRole('link', { name: 'Open the study app' })).toHaveAttribute('href', /\/study\.html$/);
  // What is no place leaves the link where it led.
  await host('javascript:alert(1)');
  await expect(lesson.getByRole('link', { name: 'Open the study app' })).toHaveAttribute('href', /\/study\.html$/);
  await lesson.evaluate(() => document.querySelector('bce-lesson')?.removeAttribute('study-href'));
  await expect(notice).toHaveCount(0);
});

/** Lets the core arrive when `release` is called. */
async function holdCore(page: Page): Promise<() => void> {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\.wasm$/, async (route) => {
    await held;
    await route.continue();
  });
  return release;
}

test.describe('an element that is moved about', () => {
  test('while the core is loading comes alive once, where it is then', async ({ page, address, complaints: _ }) => {
    const release = await holdCore(page);
    await page.goto(address);
    await page.evaluate(() => {
      const count: string[] = [];
      Object.assign(window, { count });
      document.addEventListener('bce-ready', (event) => count.push((event.composedPath()[0] as Element).localName));
      const lesson = document.querySelector('bce-lesson');
      const aside = document.createElement('aside');
      document.body.append(aside);
      if (lesson) aside.append(lesson);
    });
    release();
    await ready(page);
    await expect(page.locator('aside > bce-lesson h1')).toHaveCount(1);
    await page.getByRole('button', { name: 'Add an example' }).click();
    await expect(page.locator('bce-derivation tbody tr')).toHaveCount(5);
    const count = await page.evaluate(() => (window as unknown as { count: string[] }).count);
    expect(count.slice(0, -1).sort()).toEqual(['bce-derivation', 'bce-graph', 'bce-practice']);
    // Who waits for the lesson finds all of it.
    expect(count.at(-1)).toBe('bce-lesson');
  });

  test('out of the page while the core is loading sleeps until it is back', async ({
    page,
    address,
    complaints: _,
  }) => {
    const release = await holdCore(page);
    await page.goto(address);
    const away = await page.evaluateHandle(() => {
      const lesson = document.querySelector('bce-lesson');
      lesson?.remove();
      return lesson;
    });
    release();
    // Another one, to know when the core is there.
    await page.evaluate(() => document.body.append(document.createElement('bce-practice')));
    await expect(page.locator('body > bce-practice')).toHaveAttribute('data-ready', '');
    expect(await away.evaluate((lesson) => lesson?.hasAttribute('data-ready'))).toBe(false);
    await away.evaluate((lesson) => lesson && document.querySelector('main')?.append(lesson));
    for (const name of ['bce-lesson', 'bce-graph', 'bce-derivation'])
      await expect(page.locator(name)).toHaveAttribute('data-ready', '');
    await expect(page.locator('h1')).toHaveCount(1);
  });

  test('when it is alive keeps what the learner did', async ({ lesson }) => {
    await lesson.getByRole('textbox', { name: 'Predicted probability of example 1' }).fill('0.5');
    await lesson.evaluate(() => {
      const aside = document.createElement('aside');
      document.body.append(aside);
      const whole = document.querySelector('bce-lesson');
      if (whole) aside.append(whole);
    });
    await expect(lesson.getByRole('textbox', { name: 'Predicted probability of example 1' })).toHaveValue('0.5');
    await expect(lesson.locator('bce-derivation .value b').first()).toHaveText('0.168');
    await lesson.getByRole('textbox', { name: 'Predicted probability of example 1' }).fill('0.9');
    await expect(lesson.locator('bce-derivation .value b').first()).toHaveText('0.3024');
    await expect(lesson.locator('bce-lesson [role=status]').filter({ hasText: 'nats' })).toHaveCount(1);
  });
});

test.describe('an element that a script adds', () => {
  test.use({ missing: /\.wasm$/ });

  test('shows the host’s words where the core is missing, and the lesson once it has come', async ({
    page,
    address,
  }) => {
    let broken = true;
    await page.route(/\.wasm$/, (route) =>
      broken
        ? route.abort()
        : route.fulfill({ path: `${SITE}/${new URL(route.request().url()).pathname.split('/').pop()}` }),
    );
    await page.goto(address);
    await page.evaluate(() => {
      const part = document.createElement('bce-derivation');
      const words = document.createElement('p');
      words.textContent = 'The host says this instead.';
      part.append(words);
      document.body.append(part);
    });
    const part = page.locator('body > bce-derivation');
    await part.scrollIntoViewIfNeeded();
    await expect(part.locator('.failed')).toHaveText(/could not be loaded/);
    await expect(page.getByText('The host says this instead.')).toBeVisible();
    broken = false;
    await page.evaluate(() => {
      for (const element of document.querySelectorAll('main > *, body > bce-derivation'))
        element.parentElement?.append(element);
    });
    await ready(page.locator('main'));
    await expect(page.locator('.failed')).toHaveCount(0);
    await expect(page.locator('main h1')).toHaveCount(1);
    await expect(part.locator('.step')).toHaveCount(3);
    await expect(page.getByText('The host says this instead.')).toBeHidden();
    await expect(part).not.toHaveAttribute('data-failed');
  });
});

test('at 320 pixels the symbols fit, with the text spacing that a reader may ask for', async ({ lesson }) => {
  await lesson.setViewportSize({ width: 320, height: 800 });
  await lesson.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(
      '* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }' +
        'p { margin-block-end: 2em !important }',
    );
    const wide = (root: Document | ShadowRoot) => {
      root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
      for (const element of root.querySelectorAll('*')) if (element.shadowRoot) wide(element.shadowRoot);
    };
    wide(document);
  });
  const overflow = (selector: string) =>
    lesson.locator(selector).evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(await overflow('.symbols')).toBeLessThanOrEqual(0);
  for (const cell of await lesson.locator('.symbols tbody :is(th, td)').all())
    expect(await cell.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(0);
  await expect(lesson.getByRole('table').first().getByRole('row')).toHaveCount(4);
  await expect(lesson.getByRole('rowheader', { name: 'predicted probability that y = 1', exact: true })).toBeVisible();
  expect(await overflow('bce-derivation .data table')).toBeLessThanOrEqual(0);
  expect(await lesson.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
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
  await expect(lesson.locator('#second .readings .main dd')).toHaveText(/^\s*0\.105 /);
  await lesson.evaluate(() => document.querySelector('#second')?.remove());
  await expect(lesson.locator('bce-lesson bce-graph .readings .main dd')).toHaveText(/^\s*0\.357 /);
});

test('a page that does not fit the script, as one out of a cache, is drawn anew', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.route('**/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace('<bce-lesson', '<bce-lesson sections="practice graph"');
    await route.fulfill({ response, body });
  });
  await page.goto(address);
  for (const name of ['bce-lesson', 'bce-graph', 'bce-practice'])
    await expect(page.locator(name)).toHaveAttribute('data-ready', '');
  await expect(page.locator('h2')).toHaveCount(2);
  await page.getByRole('textbox', { name: 'Your answer for L' }).fill('0.163');
  await page.keyboard.press('Enter');
  await expect(page.locator('bce-practice').getByRole('status')).toContainText('Right.');
  expect(await page.locator('bce-practice .practice').evaluate((box) => getComputedStyle(box).padding)).not.toBe('0px');
});

test('properties of the wrong kind do no harm', async ({ lesson }) => {
  await lesson.evaluate(() => {
    const element = document.createElement('bce-lesson');
    element.id = 'odd';
    Object.assign(element, { sections: ['graph', 7], locale: 5, p: {}, y: null, studyHref: { toString: () => 'x' } });
    document.body.append(element);
  });
  await expect(lesson.locator('#odd')).toHaveAttribute('data-ready', '');
  await expect(lesson.locator('#odd h2')).toHaveCount(1);
});

test('a host that unsets everything does not take the lesson apart', async ({ lesson }) => {
  await lesson.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { all: unset }');
    document.adoptedStyleSheets = [sheet];
  });
  const style = await lesson.locator('bce-lesson').evaluate((element) => {
    const { display, containerType } = getComputedStyle(element);
    return { display, containerType };
  });
  expect(style).toEqual({ display: 'block', containerType: 'inline-size' });
});
