/** What a host sets, by attribute and by property. */
import { expect, test } from '../lesson.js';
import { asked, open, told } from './host.js';

const PARTS = ['graph', 'practice', 'derivation'] as const;
const ELEMENTS = ['lesson', ...PARTS] as const;

test('every setting is an attribute and a property, with a value of its own before anything is set', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, {
    body: ELEMENTS.map((name) => `<bce-${name} class="host-${name}"></bce-${name}>`).join(''),
  });
  for (const name of ELEMENTS) {
    const values = await page.locator(`.host-${name}`).evaluate((element) => {
      const keys = ['locale', 'theme', 'loading', 'p', 'y', 'link', 'sections', 'studyHref'];
      const known = element as unknown as Record<string, unknown>;
      return Object.fromEntries(keys.filter((key) => key in element).map((key) => [key, known[key]]));
    });
    const graph = { p: 0.7, y: 1 };
    expect(values).toEqual({
      locale: null,
      theme: 'auto',
      loading: 'lazy',
      ...(name === 'practice' ? {} : { link: false }),
      ...(name === 'graph' || name === 'lesson' ? graph : {}),
      ...(name === 'practice' || name === 'lesson' ? { studyHref: null } : {}),
      ...(name === 'lesson' ? { sections: expect.arrayContaining(['overview', 'graph', 'sources']) } : {}),
    });
  }
  expect(await told(page, 'bce-error')).toEqual([]);
});

test('a value that makes no sense leaves the one before and is told of once, whatever it is', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, {
    body: `<bce-lesson p="0.2" y="0" locale="es" theme="dark" sections="graph practice"
      study-href="https://study.example/" link></bce-lesson>`,
  });
  const lesson = page.locator('bce-lesson');
  await expect(lesson).toHaveAttribute('data-ready', '');
  const before = { p: 0.2, y: 0, locale: 'es', theme: 'dark', studyHref: 'https://study.example/', loading: 'lazy' };
  const now = () =>
    lesson.evaluate((element, names) => {
      const known = element as unknown as Record<string, unknown>;
      return Object.fromEntries(names.map((name) => [name, known[name]]));
    }, Object.keys(before));

  const thrown = await lesson.evaluate(
    (element, names) => {
      const fails = () => {
        throw new Error('read');
      };
      const numbers = [NaN, Infinity, -1, 2, 10n ** 30n];
      const objects = [{}, [[]], new Date(), document.body, Object.create(null), { toString: fails }];
      const others = [() => 1, Symbol('x'), 'x'.repeat(1e6), 'blob:null/1', new Proxy([], { get: fails })];
      const strange: unknown[] = [...numbers, ...objects, ...others];
      const thrown: string[] = [];
      for (const name of names)
        for (const value of [...strange, ...strange])
          try {
            (element as unknown as Record<string, unknown>)[name] = value;
            if (typeof value === 'string') element.setAttribute(name === 'studyHref' ? 'study-href' : name, value);
          } catch (error) {
            thrown.push(`${name}: ${String(error)}`);
          }
      return thrown;
    },
    [...Object.keys(before), 'sections'],
  );

  expect(thrown).toEqual([]);
  expect(await now()).toEqual(before);
  await expect(lesson.locator('h2')).toHaveCount(2);
  await expect(lesson).toHaveAttribute('theme', 'dark');
  const errors = await told(page, 'bce-error');
  expect(new Set(errors)).toEqual(
    new Set([...Object.keys(before), 'sections'].map((name) => `bce-error bce-lesson setting_invalid ${name}`)),
  );
});

test('the same fault is told of once, another one again, and the first again after it was mended', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, { body: '<bce-graph p="7" theme="blue" sections="x"></bce-graph>' });
  const graph = page.locator('bce-graph');
  const errors = () => told(page, 'bce-error');
  const set = (p: unknown) => graph.evaluate((element, p) => Object.assign(element, { p }), p);
  expect(await errors()).toEqual([
    'bce-error bce-graph setting_invalid p',
    'bce-error bce-graph setting_invalid theme',
  ]);
  for (const p of ['7', '7', 0.3, '7', 'seven', 'seven']) await set(p);
  expect((await errors()).slice(2)).toEqual([
    'bce-error bce-graph setting_invalid p',
    'bce-error bce-graph setting_invalid p',
  ]);
  // An element that is on no page yet waits with it until somebody can hear.
  await page.evaluate(() => {
    const graph = document.createElement('bce-graph');
    for (let i = 0; i < 100; i += 1) graph.setAttribute('y', `${i}x`);
    document.body.append(graph);
  });
  expect((await errors()).slice(4)).toEqual(['bce-error bce-graph setting_invalid y']);
});

test('nothing and an empty text put a setting back to what holds without it', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, { body: '<bce-graph p="0.2" y="0" theme="dark" locale="es"></bce-graph>' });
  const graph = page.locator('bce-graph');
  await expect(graph).toHaveAttribute('data-ready', '');
  for (const none of [null, undefined, '']) {
    await graph.evaluate((element) => Object.assign(element, { p: 0.2, y: 0, theme: 'dark', locale: 'es' }));
    const values = await graph.evaluate((element, none) => {
      const known = Object.assign(element as HTMLElement & Record<'p' | 'y' | 'theme' | 'locale', unknown>, {
        p: none,
        y: none,
        theme: none,
        locale: none,
      });
      return [known.p, known.y, known.theme, known.locale];
    }, none);
    expect(values).toEqual([0.7, 1, 'auto', null]);
  }
  await expect(graph.locator('.sentence')).toContainText('The label is 1 and p is 0.7');
  await graph.evaluate((element) => {
    element.setAttribute('p', '0.4');
    element.removeAttribute('p');
  });
  await expect(graph.locator('.sentence')).toContainText('p is 0.7');
  expect(await told(page, 'bce-error')).toEqual([]);
});

test('numbers, lists and switches may come as a framework hands them over', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, { body: '<bce-lesson></bce-lesson>' });
  const lesson = page.locator('bce-lesson');
  await lesson.evaluate((element) =>
    Object.assign(element, { p: 0.25, y: 0, sections: ['practice', 'graph'], link: true, studyHref: 'more.html' }),
  );
  await expect(lesson).toHaveAttribute('data-ready', '');
  await expect(lesson.locator('section')).toHaveCount(2);
  expect(await lesson.locator('section').evaluateAll((sections) => sections.map(({ id }) => id))).toEqual([
    'practice',
    'graph',
  ]);
  await expect(lesson.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.25');
  await expect(lesson.getByRole('button', { name: 'Copy a link' })).toBeVisible();
  await expect(lesson.getByRole('link', { name: 'Open the study app' })).toHaveAttribute(
    'href',
    new URL('more.html', address).href,
  );
  await lesson.evaluate((element) => Object.assign(element, { link: 'false' }));
  await expect(lesson.getByRole('button', { name: 'Copy a link' })).toHaveCount(0);
});

test('what was set before the script came holds, and what is set after it as well', async ({
  page,
  address,
  complaints: _,
}) => {
  const files = asked(page);
  await open(page, address, { body: '<div style="height: 400vh"></div><bce-graph p="0.1"></bce-graph>', scripts: [] });
  const graph = page.locator('bce-graph');
  await graph.evaluate((element) => Object.assign(element, { p: 0.3, theme: 'dark', locale: 'es' }));
  await page.evaluate((script) => import(script), new URL('bce-graph.js', address).href);
  // Known as long as it sleeps, too.
  expect(await graph.evaluate((element) => [Object.keys(element), (element as unknown as { p: number }).p])).toEqual([
    expect.not.arrayContaining(['p', 'theme', 'locale']),
    0.3,
  ]);
  await graph.evaluate((element) => Object.assign(element, { p: 0.9 }));
  await graph.scrollIntoViewIfNeeded();
  await expect(graph).toHaveAttribute('data-ready', '');
  await expect(graph).toHaveAttribute('theme', 'dark');
  await expect(graph.locator('.sentence')).toContainText('p es 0,9');
  expect(files.filter((file) => file.startsWith('content-'))).toEqual(['content-es-graph.js']);
});

test('to set a point anew moves it back from where the learner put it', async ({ page, address, complaints: _ }) => {
  await open(page, address, { body: '<bce-lesson p="0.3" sections="graph"></bce-lesson>' });
  const lesson = page.locator('bce-lesson');
  await expect(lesson).toHaveAttribute('data-ready', '');
  await lesson.getByRole('slider', { name: 'Predicted probability p' }).press('End');
  await lesson.getByRole('radio', { name: /^y = 0/ }).check();
  await expect(lesson.locator('.sentence')).toContainText('infinite');
  const point = () =>
    lesson.evaluate((element) => [(element as unknown as { p: number }).p, (element as unknown as { y: number }).y]);
  expect(await point()).toEqual([1, 0]);
  await lesson.evaluate((element) => Object.assign(element, { p: 0.3, y: 1 }));
  await expect(lesson.locator('.sentence')).toContainText('The label is 1 and p is 0.3');
  expect(await point()).toEqual([0.3, 1]);
  // A script that moves the point is no learner.
  expect(await told(page, 'bce-change')).toHaveLength(2);
});

test('what the learner did stays where other sections are shown', async ({ page, address, complaints: _ }) => {
  await open(page, address, { body: '<bce-lesson sections="graph practice"></bce-lesson>' });
  const lesson = page.locator('bce-lesson');
  await expect(lesson).toHaveAttribute('data-ready', '');
  await lesson.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
  await lesson.getByRole('textbox', { name: 'Your answer for L' }).fill('0.16');
  await lesson.evaluate((element) => Object.assign(element, { sections: 'overview practice tips graph' }));
  await expect(lesson.locator('section')).toHaveCount(4);
  await expect(lesson.locator('bce-graph .sentence')).toContainText('infinite');
  await expect(lesson.getByRole('textbox', { name: 'Your answer for L' })).toHaveValue('0.16');
});

test('the language is the nearest that is named, through the shadow roots around', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, {
    attributes: 'lang="en"',
    body: '<div lang="es-MX" id="outer"></div><section lang="fr"><bce-practice id="french"></bce-practice></section>',
  });
  await page.evaluate(() => {
    const root = document.querySelector('#outer')?.attachShadow({ mode: 'closed' });
    root?.append(document.createElement('div'));
    const inner = root?.querySelector('div')?.attachShadow({ mode: 'open' });
    inner?.append(document.createElement('bce-practice'));
    Object.assign(window, { inner: inner?.querySelector('bce-practice') });
  });
  await page.waitForFunction(() => (window as unknown as { inner: Element }).inner.hasAttribute('data-ready'));
  const words = await page.evaluate(() =>
    (window as unknown as { inner: Element }).inner.shadowRoot?.querySelector('.practice')?.getAttribute('lang'),
  );
  expect(words).toBe('es');
  // Where there is no lesson in that language, the first there is.
  await expect(page.locator('#french .practice')).toHaveAttribute('lang', 'en');
});

test('an address that makes no sense is told of and changes nothing', async ({ page, address, complaints: _ }) => {
  await open(page, address, { body: '<bce-lesson link sections="graph derivation"></bce-lesson>' });
  await expect(page.locator('bce-lesson')).toHaveAttribute('data-ready', '');
  await page.evaluate(() => (location.hash = '#p=7&y=0&step=12'));
  await expect(page.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.7');
  expect((await told(page, 'bce-error')).sort()).toEqual([
    'bce-error bce-derivation link_invalid step',
    'bce-error bce-graph link_invalid p',
  ]);
});
