/** The lesson in a frame: alone, and in pages of others that help it, do not know it, or mean it harm. */
import type { FrameLocator, Page } from '@playwright/test';
import { LOCALES } from '../../web/content/locales.js';
import { SECTION_IDS } from '../../web/content/schema.js';
import { embedFile } from '../../web/state/snippet.js';
import { expect, inside, test } from './host.js';

const heightOf = (page: Page, frame = 'iframe') =>
  page.locator(frame).evaluate((element) => element.getBoundingClientRect().height);
/** How much higher than the frame its content is. */
const overflow = (content: FrameLocator) =>
  content.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
const sectionsIn = (content: FrameLocator | Page) =>
  content.locator('bce-lesson section.section:visible').evaluateAll((all) => all.map(({ id }) => id));

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of LOCALES) {
    test(`the lesson is there to read, with nothing around it (${locale})`, async ({
      page,
      lessonFile,
      complaints: _,
    }) => {
      await page.goto(lessonFile(embedFile(locale)));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      expect(await sectionsIn(page)).toEqual([...SECTION_IDS]);
      await expect(page.locator('.curve.chosen')).toBeVisible();
      await expect(page.locator('.value b').first()).toBeVisible();
      await expect(page.locator('.still')).toBeVisible();
      for (const control of ['input', 'button', 'nav', 'body > header'])
        await expect(page.locator(`${control}:visible`)).toHaveCount(0);
    });
  }
});

test.describe('the address', () => {
  test('chooses sections in their order, the point, the colours and the language', async ({
    page,
    lessonFile,
    complaints: _,
  }) => {
    await page.goto(lessonFile('embed.html?sections=practice,graph&p=0.25&y=0&theme=dark&locale=es'));
    await page.locator('bce-lesson[data-ready]').waitFor();
    expect(await sectionsIn(page)).toEqual(['practice', 'graph']);
    await expect(page.locator('bce-graph .sentence')).toContainText('La etiqueta es 0 y p es 0,25');
    await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(21, 23, 26)');
    await expect(page.locator('bce-practice')).toHaveCSS('background-color', 'rgb(21, 23, 26)');
    // What stood there until then is gone.
    await expect(page.locator('bce-lesson > div')).toHaveCount(0);
  });

  for (const [query, wanted] of [
    ['?sections=symbols,graph,overview,sources&theme=dark', ['symbols', 'graph', 'overview', 'sources']],
    ['?sections=practice', ['practice']],
    ['', [...SECTION_IDS]],
  ] as const)
    test(`is obeyed before the core is there, and nothing moves when it comes (${query})`, async ({
      page,
      lessonFile,
      complaints: _,
    }) => {
      await page.setViewportSize({ width: 700, height: 900 });
      let release = () => {};
      const held = new Promise<void>((resolve) => (release = resolve));
      await page.route(/\.wasm$/, async (route) => {
        await held;
        await route.continue();
      });
      const measure = () => page.evaluate(() => document.documentElement.getBoundingClientRect().height);
      await page.goto(lessonFile(`embed.html${query}`));
      await expect.poll(() => sectionsIn(page)).toEqual(wanted);
      await expect(page.locator('bce-lesson > div h1')).toBeVisible();
      if (query.includes('dark'))
        for (const box of ['html', '.lesson']) await expect(page.locator(box)).toHaveCSS('color-scheme', 'dark');
      await page.evaluate(() => document.fonts.ready);
      const before = await measure();
      release();
      await page.locator('bce-lesson[data-ready]').waitFor();
      expect(await sectionsIn(page)).toEqual(wanted);
      expect(await measure()).toBe(before);
    });

  test('may hold a state, as the lesson’s links do, which wins', async ({ page, lessonFile, complaints: _ }) => {
    await page.goto(lessonFile('embed.html?sections=graph&p=0.25#p=0.85&y=0'));
    await expect(page.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.85');
    await page.evaluate(() => (location.hash = '#p=0.1&y=1'));
    await expect(page.locator('bce-graph .sentence')).toContainText('The label is 1 and p is 0.1');
  });

  for (const query of [
    '?sections=nothing,&p=2&y=-1&theme=pink&locale=xx',
    '?p=NaN&y=Infinity&sections=&theme=&locale=',
    '?p=%E0%A4%A&sections=%00%FF&theme[]=dark&__proto__=x&constructor=y',
    '?sections=%22%3E%3Cimg%20src=x%20onerror=alert(1)%3E&locale=%3Cscript%3E&study-href=https://evil.example/&storage=local',
    `?sections=${'a,'.repeat(5000)}&p=${'0'.repeat(4000)}`,
    '?study-href=javascript:alert(1)&studyHref=https://evil.example/',
  ])
    test(`that makes no sense is the whole lesson: ${query.slice(0, 60)}`, async ({
      page,
      lessonFile,
      complaints: _,
    }) => {
      await page.goto(lessonFile(`embed.html${query}`));
      await page.locator('bce-lesson[data-ready]').waitFor();
      expect(await sectionsIn(page)).toEqual([...SECTION_IDS]);
      await expect(page.locator('bce-graph .sentence')).toContainText('The label is 1 and p is 0.7');
      await expect(page.locator('bce-lesson a[href*=evil]')).toHaveCount(0);
      await expect(page.getByText('study app')).toHaveCount(0);
      expect(await page.evaluate(() => localStorage.length)).toBe(0);
    });

  test('leads to other pages in a tab of their own', async ({ page, context, lessonFile, complaints: _ }) => {
    await context.route(/wikipedia/, (route) => route.fulfill({ body: 'elsewhere' }));
    await page.goto(lessonFile('embed.html?sections=sources'));
    await page.locator('bce-lesson[data-ready]').waitFor();
    const opened = context.waitForEvent('page');
    await page.getByRole('link', { name: 'Cross-entropy' }).click();
    await expect((await opened).locator('body')).toHaveText('elsewhere');
    await expect(page).toHaveURL(/embed\.html/);
  });
});

test.describe('in a page with the host script', () => {
  test('the frame has the height of its content, whatever becomes of it', async ({
    page,
    host,
    lessonFile,
    complaints: _,
  }) => {
    await page.setViewportSize({ width: 800, height: 700 });
    await host(`<iframe src="${lessonFile('embed.html?sections=questions,graph')}" title="Lesson" width="100%" height="300"
      frameborder="0"></iframe><script async src="${lessonFile('bce-frame.js')}"></script>`);
    const content = await inside(page);
    await expect.poll(() => overflow(content)).toBe(0);
    const before = await heightOf(page);
    expect(before).toBeGreaterThan(1000);

    await content.locator('.questions summary').first().click();
    await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 20);
    await content.locator('.questions summary').first().click();
    await expect.poll(() => heightOf(page)).toBe(before);

    await page.setViewportSize({ width: 360, height: 700 });
    await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 100);
    await expect.poll(() => overflow(content)).toBe(0);
    // It comes to rest.
    const narrow = await heightOf(page);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 300)));
    expect(await heightOf(page)).toBe(narrow);
  });

  test('what the learner does is heard on the frame, and settings are taken from the page', async ({
    page,
    host,
    lessonFile,
    complaints: _,
  }) => {
    await host(
      `<iframe src="${lessonFile('embed.html')}" title="Lesson" width="100%"></iframe>
      <script async src="${lessonFile('bce-frame.js')}"></script>`,
      `window.heard = [];
      for (const name of ['bce-ready', 'bce-change', 'bce-answer', 'bce-step', 'bce-error'])
        document.addEventListener(name, (event) => heard.push([name, event.target.localName, event.detail]));
      window.set = (settings) => document.querySelector('iframe').contentWindow.postMessage({ bce: 1, type: 'set', ...settings }, '*');`,
    );
    const content = await inside(page);
    const heard = () => page.evaluate(() => (window as unknown as { heard: unknown[] }).heard.splice(0));
    await expect.poll(heard).toEqual([['bce-ready', 'iframe', {}]]);
    await content.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
    await expect.poll(heard).toEqual([['bce-change', 'iframe', { y: 1, p: 0, loss: Infinity }]]);
    await content.getByRole('textbox', { name: 'Your answer for L' }).fill('0.163');
    await content.getByRole('textbox', { name: 'Your answer for L' }).press('Enter');
    await expect(content.locator('bce-practice').getByRole('status')).toContainText('Right.');
    await expect.poll(heard).toEqual([['bce-answer', 'iframe', { verdict: 'right' }]]);
    await content.getByRole('button', { name: 'Add an example' }).click();
    await expect.poll(heard).toEqual([['bce-step', 'iframe', { meanLoss: expect.any(Number), rows: 5 }]]);

    const set = (settings: object) =>
      page.evaluate((settings) => (window as unknown as { set(settings: object): void }).set(settings), settings);
    await set({ p: 0.25, y: 0 });
    await expect(content.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.25');
    // The same again, after the learner has moved the point.
    await content.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
    await set({ p: 0.25 });
    await expect(content.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.25');
    await set({ theme: 'dark', locale: 'es' });
    await expect(content.locator('bce-graph .sentence')).toContainText('La etiqueta es 0 y p es 0,25');
    await expect(content.locator('html')).toHaveCSS('background-color', 'rgb(21, 23, 26)');
    await set({ sections: ['practice', 'graph'] });
    await expect(content.locator('section')).toHaveCount(2);
    expect(await sectionsIn(content)).toEqual(['practice', 'graph']);
    await expect.poll(() => overflow(content)).toBe(0);
    // What a script did is no event of the learner's.
    expect((await heard()).map((event) => (event as string[])[0])).toEqual(['bce-change']);
  });

  test('a link to a section brings the page there, and only a learner does', async ({
    page,
    host,
    lessonFile,
    complaints: _,
  }) => {
    await page.setViewportSize({ width: 800, height: 700 });
    await host(
      `<p>Above</p><iframe src="${lessonFile('embed.html#sources')}" title="Lesson" width="100%"
      frameborder="0"></iframe><p>Below</p><script async src="${lessonFile('bce-frame.js')}"></script>`,
      `window.heard = [];
      addEventListener('message', ({ data }) => data.type === 'reveal' && heard.push(data));`,
    );
    const content = await inside(page);
    await expect.poll(() => overflow(content)).toBe(0);
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await page.evaluate(() => [scrollY, document.activeElement?.localName])).toEqual([0, 'body']);
    await content
      .getByRole('navigation', { name: 'In this lesson' })
      .getByRole('link', { name: 'Traps to avoid' })
      .click();
    await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(3000);
    await expect(content.locator('#mistakes h2')).toBeInViewport();
    const at = await content.locator('#mistakes').evaluate((section) => section.getBoundingClientRect().top);
    const frameAt = await page.locator('iframe').evaluate((frame) => frame.getBoundingClientRect().top);
    expect(Math.abs(frameAt + at)).toBeLessThan(40);
    // Said to the page, for browsers in which a frame does not scroll what is around it.
    const heard = await page.evaluate(() => (window as unknown as { heard: object[] }).heard);
    expect(heard).toEqual([
      { bce: 1, type: 'reveal', top: Math.floor(at), bottom: expect.any(Number), block: 'start' },
    ]);

    // As such a page hears it: at the start, or no more than is needed, and only while somebody is at work in the frame.
    const say = (top: number, block: string) =>
      content
        .locator('html')
        .evaluate(
          (_html, { top, block }) => parent.postMessage({ bce: 1, type: 'reveal', top, bottom: top + 100, block }, '*'),
          { top, block },
        );
    const placeOf = (top: number) =>
      page.locator('iframe').evaluate((frame, top) => Math.round(frame.getBoundingClientRect().top + top), top);
    await say(2000, 'start');
    await expect.poll(() => placeOf(2000)).toBe(0);
    await say(2400, 'nearest');
    await say(3000, 'nearest');
    await expect.poll(() => placeOf(3000)).toBe(600);
    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await say(1000, 'start');
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 100)));
    expect(await placeOf(3000)).toBe(600);
    await expect(page.locator('iframe')).toHaveAttribute('style', /^height: \d+px;$/);
  });

  test('several frames come and go, and two of these scripts are no more than one', async ({
    page,
    host,
    lessonFile,
    complaints: _,
  }) => {
    const script = `<script async src="${lessonFile('bce-frame.js')}"></script>`;
    const frame = (id: string, query: string) =>
      `<iframe id="${id}" src="${lessonFile(`embed.html${query}`)}" title="${id}" width="100%" frameborder="0"></iframe>`;
    await host(
      `${frame('one', '?sections=symbols')}${script}${frame('two', '?sections=practice')}${script}`,
      `window.heard = [];
      document.addEventListener('bce-answer', (event) => heard.push(event.target.id));`,
    );
    const [one, two] = [await inside(page, '#one'), await inside(page, '#two')];
    for (const content of [one, two]) await expect.poll(() => overflow(content)).toBe(0);
    expect(await heightOf(page, '#one')).not.toBe(await heightOf(page, '#two'));
    await two.getByRole('textbox', { name: 'Your answer for L' }).fill('1');
    await two.getByRole('textbox', { name: 'Your answer for L' }).press('Enter');
    const heard = () => page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    await expect.poll(heard).toEqual(['two']);

    await page.evaluate((html) => {
      document.querySelector('#one')?.remove();
      const place = document.createElement('div');
      document.body.append(place);
      const three = document.createElement('iframe');
      Object.assign(three, { id: 'three', title: 'three', src: html });
      place.append(three);
    }, lessonFile('embed.html?sections=tips'));
    const three = await inside(page, '#three');
    await expect.poll(() => overflow(three)).toBe(0);
    // One that starts again is greeted again.
    await page.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>('#two');
      if (frame) frame.src = frame.src.replace('practice', 'graph,practice');
    });
    await expect(two.locator('bce-graph[data-ready]')).toBeVisible();
    await expect.poll(() => overflow(two)).toBe(0);
    await two.getByRole('textbox', { name: 'Your answer for L' }).fill('1');
    await two.getByRole('textbox', { name: 'Your answer for L' }).press('Enter');
    await expect.poll(heard).toEqual(['two', 'two']);
    // It leaves nothing behind on the page: what that has is what an empty one has, and its own.
    const left = await page.evaluate(() => {
      const empty = document.createElement('iframe');
      document.body.append(empty);
      const usual = new Set(Object.getOwnPropertyNames(empty.contentWindow));
      return Object.getOwnPropertyNames(window).filter((name) => !usual.has(name));
    });
    expect(left.filter((name) => !/^(\d|__playwright|two|three|heard)/.test(name))).toEqual([]);
  });

  test('a script that comes late, and a frame that is shown late, come to the same', async ({
    page,
    host,
    lessonFile,
    complaints: _,
  }) => {
    await host(
      `<details><summary>More</summary><iframe data-bce src="${lessonFile('embed.html?sections=graph')}" title="Lesson" width="100%" frameborder="0"></iframe></details>`,
      `window.heard = [];
      document.addEventListener('bce-ready', () => heard.push('ready'));`,
    );
    await page.locator('summary').click();
    const content = await inside(page);
    expect(await heightOf(page)).toBe(150);
    await page.locator('summary').click();
    await page.evaluate((src) => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): Rules };
      };
      type Rules = { createScriptURL(address: string): string };
      const policy = trustedTypes.createPolicy('host', { createScriptURL: (address: string) => address });
      const script = document.createElement('script');
      script.src = policy.createScriptURL(src);
      document.body.append(script);
    }, lessonFile('bce-frame.js'));
    await page.locator('summary').click();
    await expect.poll(() => overflow(content)).toBe(0);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual(['ready']);
  });

  test('a frame with edges, in a page that counts them in, is not cut off', async ({ page, host, lessonFile }) => {
    await host(`<iframe src="${lessonFile('embed.html?sections=tips')}" title="Lesson" width="100%"></iframe>
      <script async src="${lessonFile('bce-frame.js')}"></script>`);
    await page.locator('iframe').evaluate((frame) => {
      frame.style.boxSizing = 'border-box';
      frame.style.border = '10px solid';
    });
    const content = await inside(page);
    await page.setViewportSize({ width: 500, height: 700 });
    await expect.poll(() => overflow(content)).toBe(0);
  });
});

test('without any script the frame has its height, and all of the lesson is reached inside', async ({
  page,
  host,
  lessonFile,
  complaints: _,
}) => {
  await page.setViewportSize({ width: 360, height: 800 });
  await host(
    `<iframe src="${lessonFile('embed.html')}" title="Lesson" width="100%" height="720" frameborder="0"></iframe>`,
  );
  const content = await inside(page);
  expect(await heightOf(page)).toBe(720);
  expect(await overflow(content)).toBeGreaterThan(5000);
  expect(await content.locator('html').evaluate((html) => html.scrollWidth - html.clientWidth)).toBe(0);
  await content.getByRole('navigation', { name: 'In this lesson' }).getByRole('link', { name: 'Sources' }).click();
  await expect(content.locator('#sources h2')).toBeInViewport();
  await content.locator('html').evaluate((html) => html.scrollTo(0, html.scrollHeight));
  await expect(content.locator('#sources li').last()).toBeInViewport();
  await content.getByRole('slider', { name: 'Predicted probability p' }).press('End');
  await expect(content.locator('bce-graph .sentence')).toContainText('p is exactly 1');
});

test('a page with @open-iframe-resizer/core is told the height in its own words', async ({
  page,
  host,
  lessonFile,
  complaints: _,
}) => {
  await page.setViewportSize({ width: 800, height: 700 });
  await host(
    `<iframe src="${lessonFile('embed.html?sections=questions')}" title="Lesson" width="100%" frameborder="0"></iframe>`,
    `import { initialize } from '/resizer.js';
    window.resized = [];
    window.resizers = await initialize({ onIframeResize: ({ nextRenderState }) => resized.push(nextRenderState.rect.height) }, 'iframe');`,
  );
  const content = await inside(page);
  await expect.poll(() => overflow(content)).toBe(0);
  const before = await heightOf(page);
  await content.locator('.questions summary').first().click();
  await expect.poll(() => heightOf(page)).toBeGreaterThan(before + 20);
  expect(await overflow(content)).toBe(0);
  // It can be asked for as well.
  await page.locator('iframe').evaluate((frame) => (frame.style.height = '10px'));
  await page.evaluate(() => (window as unknown as { resizers: { resize(): void }[] }).resizers[0]?.resize());
  await expect.poll(() => overflow(content)).toBe(0);
});

test.describe('in a sandbox without an origin', () => {
  const frame = (address: string) =>
    `<iframe sandbox="allow-scripts" src="${address}" title="Lesson" width="100%" frameborder="0"></iframe>`;

  test.describe('whose server lets anyone read its files', () => {
    test.use({ headers: { 'Access-Control-Allow-Origin': '*' } });

    test('everything works, and answers are checked without forms', async ({ page, host, lessonFile, complaints }) => {
      await host(
        `${frame(lessonFile('embed.html?sections=graph,practice&theme=dark'))}<script async src="${lessonFile('bce-frame.js')}"></script>`,
        `window.heard = [];
        document.addEventListener('bce-answer', (event) => heard.push(event.detail.verdict));`,
      );
      const content = await inside(page);
      expect(await content.locator('html').evaluate(() => origin)).toBe('null');
      await expect.poll(() => overflow(content)).toBe(0);
      await content.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
      await expect(content.locator('bce-graph .sentence')).toContainText('infinite');
      const answer = content.getByRole('textbox', { name: 'Your answer for L' });
      await answer.fill('0.163');
      await answer.press('Enter');
      await expect(content.locator('bce-practice').getByRole('status')).toContainText('Right.');
      await answer.fill('1.897');
      await content.getByRole('button', { name: 'Check' }).click();
      await expect(content.locator('bce-practice').getByRole('status')).toContainText('other term');
      expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([
        'right',
        'wrong_turn',
      ]);
      expect(complaints).toEqual([]);
      // Where a page may not use the clipboard, the older way still does; Chromium says so.
      await content.getByRole('button', { name: 'Copy a link to this state' }).click();
      await expect(content.getByText('The link is copied.')).toBeVisible();
      complaints.splice(0).forEach((text) => expect(text).toContain('Clipboard'));
    });
  });

  test('the prerendered lesson stands where the server does not, as asked for, and says so', async ({
    page,
    host,
    lessonFile,
  }) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await host(
      `${frame(lessonFile('embed.html?sections=graph,practice&theme=dark'))}<script async src="${lessonFile('bce-frame.js')}"></script>`,
      `window.heard = [];
      document.addEventListener('bce-error', (event) => heard.push(event.detail.code));`,
    );
    const content = page.frameLocator('iframe');
    await expect(content.getByRole('status').filter({ hasText: 'could not be loaded' })).toBeVisible();
    await expect(content.locator('.waiting:visible')).toHaveCount(0);
    expect(await sectionsIn(content)).toEqual(['graph', 'practice']);
    await expect(content.locator('.curve.chosen')).toBeVisible();
    await expect(content.getByText('0.85 of having a condition')).toBeVisible();
    await expect(content.locator('.lesson')).toHaveCSS('color', 'rgb(232, 230, 225)');
    for (const control of ['input', 'button']) await expect(content.locator(`${control}:visible`)).toHaveCount(0);
    await expect.poll(() => overflow(content)).toBe(0);
    expect(await heightOf(page)).toBeGreaterThan(900);
    await expect
      .poll(() => page.evaluate(() => (window as unknown as { heard: string[] }).heard))
      .toEqual(['script_unavailable']);
    expect(failures).toEqual([]);
  });
});

test.describe('strangers', () => {
  /** Nothing of this may be believed, or break anything. */
  const NONSENSE = `[
    null, 0, '', 'bce', [], { bce: 2, type: 'set', p: 0.1 }, { bce: '1', type: 'set', p: 0.1 }, { bce: 1 }, { bce: 1, type: {} },
    { bce: 1, type: 'set' }, { bce: 1, type: 'set', p: '<img>', y: {}, theme: ['dark'], locale: 5, sections: { length: 1e9 } },
    { bce: 1, type: 'set', p: NaN, y: 1e400, theme: 'dark"', locale: '__proto__', sections: Array(1e5).fill('x') },
    { bce: 1, type: 'set', p: 'x'.repeat(1e6), sections: 'y,'.repeat(1e5), 'study-href': 'https://evil.example/', studyHref: 'https://evil.example/' },
    { bce: 1, type: 'set', __proto__: { p: 0.1 } }, new Map([['bce', 1]]), { bce: 1, type: 'open' }, { bce: 1, type: 'height', height: 5 },
    { type: 'iframe-child-init', bodyPadding: '9999px', bodyMargin: '9999px', targetElementSelector: '#nothing' }, { type: 'iframe-resized', height: 1 },
  ]`;

  test('the frame passes over what makes no sense, and over whoever is not the page around it', async ({
    page,
    context,
    host,
    lessonFile,
    complaints: _,
  }) => {
    await host(
      `<iframe name="lesson" src="${lessonFile('embed.html?sections=graph')}" title="Lesson" width="100%" height="600"></iframe>`,
      `window.all = (target) => { for (const message of ${NONSENSE}) target.postMessage(message, '*'); };
      window.sensible = (target) => {
        target.postMessage({ bce: 1, type: 'set', p: 0.1, y: 0, theme: 'dark' }, '*');
        target.postMessage({ bce: 1, type: 'hello' }, '*');
      };
      window.heard = [];
      addEventListener('message', ({ data }) => heard.push(data.type));`,
    );
    const content = await inside(page, 'iframe[name=lesson]');
    await page.evaluate(() => (window as unknown as { all(target: Window | null): void }).all(frames[0] ?? null));
    // What stands beside the frame is no parent of it.
    await page.evaluate(() => {
      const beside = document.createElement('iframe');
      Object.assign(beside, { title: 'Beside', id: 'beside' });
      document.body.append(beside);
    });
    await page
      .frameLocator('#beside')
      .locator('body')
      .evaluate(() => {
        const lesson = parent.frames[0];
        lesson?.postMessage({ bce: 1, type: 'set', p: 0.1, y: 0, theme: 'dark' }, '*');
        lesson?.postMessage({ bce: 1, type: 'hello' }, '*');
      });
    // Nor is who has opened it in a window of its own.
    const opened = context.waitForEvent('page');
    await page.evaluate(
      (address) => void Object.assign(window, { other: open(address) }),
      lessonFile('embed.html?sections=graph'),
    );
    const other = await opened;
    await other.locator('bce-lesson[data-ready]').waitFor();
    await page.evaluate(() => {
      const { sensible, other } = window as unknown as { sensible(target: Window): void; other: Window };
      sensible(other);
    });
    await other.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    await expect(other.locator('bce-graph .sentence')).toContainText('The label is 1 and p is 0.7');
    await expect(other.locator('html')).not.toHaveAttribute('data-theme');
    await other.close();

    await expect(content.locator('bce-graph .sentence')).toContainText('The label is 1 and p is 0.7');
    await expect(content.locator('html')).not.toHaveAttribute('data-theme');
    await expect(content.locator('body')).toHaveCSS('padding', '0px');
    await expect(content.locator('bce-lesson a[href*=evil]')).toHaveCount(0);
    expect(await sectionsIn(content)).toEqual(['graph']);
    // Nobody said hello, so nobody is told what the learner does.
    await content.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
    await expect(content.locator('bce-graph .sentence')).toContainText('infinite');
    const heard = await page.evaluate(() => (window as unknown as { heard: string[] }).heard);
    expect([...new Set(heard)].sort()).toEqual(['height', 'iframe-resized', 'open']);
  });

  test('the host script believes nobody but the lesson’s frames, and them nothing that makes no sense', async ({
    page,
    host,
    lessonFile,
    complaints: _,
  }) => {
    await host(
      `<iframe id="ours" src="${lessonFile('embed.html?sections=tips')}" title="Lesson" width="100%" frameborder="0"></iframe>
      <iframe id="other" src="${lessonFile('index.html')}" title="Other" height="200"></iframe>
      <iframe id="false" data-bce src="/nothing" title="False" height="200"></iframe>
      <script async src="${lessonFile('bce-frame.js')}"></script>`,
      `window.heard = [];
      for (const name of ['bce-change', 'click', 'undefined']) document.addEventListener(name, () => heard.push(name));`,
    );
    const content = await inside(page, '#ours');
    await expect.poll(() => overflow(content)).toBe(0);
    const before = await heightOf(page, '#ours');
    const say = (frame: string, messages: string) =>
      page
        .frameLocator(frame)
        .locator('html')
        .evaluate(
          (_html, messages) => {
            for (const message of messages) parent.postMessage(message, '*');
          },
          new Function(`return ${messages}`)() as unknown[],
        );
    // A frame of the same server that is no frame of the lesson's.
    await say(
      '#other',
      `[{ bce: 1, type: 'height', height: 5 }, { bce: 1, type: 'event', name: 'bce-change', detail: {} }]`,
    );
    // The page itself, and one that has our mark and is somebody else by now.
    await page.evaluate(() => postMessage({ bce: 1, type: 'height', height: 7 }, '*'));
    await say(
      '#ours',
      `[null, 5, { bce: 1 }, { bce: 2, type: 'height', height: 5 }, { bce: 1, type: 'height' }, { bce: 1, type: 'height', height: -5 },
        { bce: 1, type: 'height', height: NaN }, { bce: 1, type: 'height', height: 1e9 }, { bce: 1, type: 'height', height: '5px;position:fixed' },
        { bce: 1, type: 'height', height: {} }, { bce: 1, type: 'reveal', top: {}, bottom: 'x', block: 'nowhere' },
        { bce: 1, type: 'event', name: 'click', detail: {} }, { bce: 1, type: 'event', name: 'bce-<x>' }, { bce: 1, type: 'event' }]`,
    );
    await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 50)));
    expect(await heightOf(page, '#ours')).toBe(before);
    expect(await heightOf(page, '#other')).toBe(204);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
    await expect(page.locator('#ours')).toHaveAttribute('style', `height: ${before}px;`);
    // Of a frame that was sent to another server, no word counts.
    await page.evaluate(() => {
      Object.assign(window, {
        over: new Promise((resolve) => addEventListener('message', ({ data }) => data === 'over' && resolve(0))),
      });
      const frame = document.querySelector<HTMLIFrameElement>('#ours');
      frame?.contentWindow?.location.replace(`${location.origin}/stranger`);
    });
    await page.evaluate(() => (window as unknown as { over: Promise<void> }).over);
    expect(await heightOf(page, '#ours')).toBe(before);
    expect(await page.evaluate(() => (window as unknown as { heard: string[] }).heard)).toEqual([]);
  });
});
