/** The dialog that makes the code for embedding, and what that code does in somebody else's page. */
import type { Page } from '@playwright/test';
import { latinWords, pseudo } from '../web/pseudo.js';
import { expect, inside, test } from './host.js';
import { ready } from './lesson.js';

const codeIn = (page: Page) => page.locator('#code').inputValue();

async function openDialog(page: Page, address: string, name = 'Embed this'): Promise<void> {
  await page.goto(address);
  await page.getByRole('button', { name }).click();
  await expect(page.getByRole('dialog')).toBeVisible();
}

test('is loaded when it is asked for, and left by the keyboard as it was come to', async ({
  page,
  address,
  complaints: _,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname.split('/').pop() ?? ''));
  const ofDialog = () => asked.filter((file) => /embed/.test(file));
  await page.goto(address);
  await ready(page);
  expect(ofDialog()).toEqual([]);
  await page.keyboard.press('Tab');
  await expect(page.getByRole('button', { name: 'Embed this' })).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Embed this lesson' });
  await expect(dialog).toHaveAccessibleDescription(/Choose what your page shows/);
  await expect(dialog.getByRole('heading', { level: 2 })).toBeFocused();
  await inside(page);
  expect(
    ofDialog()
      .filter((file) => file.endsWith('.js'))
      .map((file) => file.replace(/-[0-9A-Z]{8}\./, '.'))
      .sort(),
  ).toEqual(['content-en-embed.js', 'content-es-embed.js', 'elements-embed-dialog.js', 'embed.js']);

  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(dialog.getByRole('radio', { name: /a frame/ })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  expect(await codeIn(page)).toContain('<bce-lesson');
  // What is underneath is out of reach.
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: 'Embed this' })).toBeFocused();
  // Nothing of the preview goes on.
  await expect(page.locator('bce-lesson')).toHaveCount(1);
  expect(await page.evaluate(() => frames.length)).toBe(0);

  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('radio', { name: /an element/ })).toBeChecked();
  await dialog.getByRole('button', { name: 'Close' }).press('Enter');
  await expect(dialog).toBeHidden();
});

test('makes a frame that shows elsewhere what was chosen and previewed', async ({
  page,
  address,
  lessonFile,
  host,
  complaints: _,
}) => {
  await openDialog(page, address);
  expect(await codeIn(page)).toBe(
    `<iframe src="${lessonFile('embed.html')}" title="Binary Cross‑Entropy Loss" width="100%" height="720" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>\n` +
      `<script async src="${lessonFile('bce-frame.js')}"></script>`,
  );
  const preview = await inside(page);
  await page.getByRole('radio', { name: 'some sections' }).check();
  await page.getByRole('checkbox', { name: 'Try it: one problem' }).check();
  await page.getByRole('checkbox', { name: 'See it: the loss graph' }).check();
  await page.getByRole('spinbutton', { name: 'Probability p' }).fill('0.25');
  await page.getByRole('spinbutton', { name: 'Label y' }).fill('0');
  await page.getByRole('radio', { name: 'dark' }).check();
  await page.getByRole('radio', { name: 'Español' }).check();
  const sentence = 'La etiqueta es 0 y p es 0,25';
  await expect(preview.locator('bce-graph .sentence')).toContainText(sentence);
  await expect(preview.locator('html')).toHaveCSS('background-color', 'rgb(21, 23, 26)');
  await expect(preview.locator('section.section')).toHaveCount(2);
  // As high as what is in it, until that is not wanted.
  const overflow = () => preview.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight);
  await expect.poll(overflow).toBe(0);
  await page.getByRole('checkbox', { name: /as high as its content/ }).uncheck();
  await expect(page.locator('iframe')).toHaveAttribute('height', '720');
  await expect.poll(overflow).toBeGreaterThan(500);

  const frame = `${lessonFile('embed-es.html')}?sections=graph,practice&amp;p=0.25&amp;y=0&amp;theme=dark`;
  expect(await codeIn(page)).toBe(
    `<iframe src="${frame}" title="Entropía cruzada binaria" width="100%" height="720" frameborder="0" loading="lazy" allow="clipboard-write"></iframe>`,
  );
  await page.getByRole('checkbox', { name: /as high as its content/ }).check();
  await host(await codeIn(page));
  const content = await inside(page);
  await expect(content.locator('bce-graph .sentence')).toContainText(sentence);
  await expect(content.locator('section.section')).toHaveCount(2);
  await expect.poll(() => content.locator('html').evaluate((html) => html.scrollHeight - html.clientHeight)).toBe(0);
});

test('what is chosen while the preview is loading is not lost', async ({ page, address, complaints: _ }) => {
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route('**/embed.js', async (route) => {
    await held;
    await route.continue();
  });
  await openDialog(page, address);
  await page.getByRole('radio', { name: 'dark' }).check();
  await page.getByRole('spinbutton', { name: 'Probability p' }).fill('0.25');
  release();
  const preview = await inside(page);
  await expect(preview.locator('html')).toHaveCSS('background-color', 'rgb(21, 23, 26)');
  await expect(preview.locator('bce-graph .sentence')).toContainText('p is 0.25');
});

test.describe('from a server that lets other sites read its files', () => {
  test.use({ headers: { 'Access-Control-Allow-Origin': '*' } });

  test('makes an element that shows elsewhere what was chosen and previewed', async ({
    page,
    address,
    lessonFile,
    host,
    complaints: _,
  }) => {
    await openDialog(page, address);
    await page.getByRole('radio', { name: 'an element' }).check();
    await expect(page.getByRole('checkbox', { name: /as high as its content/ })).toBeHidden();
    const preview = page.locator('.preview bce-lesson');
    await expect(preview).toHaveAttribute('data-ready', '');
    await page.getByRole('radio', { name: 'some sections' }).check();
    await page.getByRole('checkbox', { name: 'See it: the loss graph' }).check();
    await page.getByRole('spinbutton', { name: 'Probability p' }).fill('0.25');
    await page.getByRole('radio', { name: 'light' }).check();
    await expect(preview.locator('bce-graph .sentence')).toContainText('p is 0.25');
    await expect(preview.locator('section.section')).toHaveCount(1);
    expect(await codeIn(page)).toBe(
      `<script type="module" src="${lessonFile('bce-lesson.js')}"></script>\n` +
        `<bce-lesson sections="graph" p="0.25" theme="light" locale="en"><a href="${lessonFile('./')}">Binary Cross‑Entropy Loss</a></bce-lesson>`,
    );
    // The page's own lesson goes its own way.
    await expect(page.locator('main bce-graph .sentence')).toContainText('p is 0.7');
    await host(await codeIn(page), '', 'element');
    const lesson = page.locator('bce-lesson');
    await expect(lesson).toHaveAttribute('data-ready', '');
    await expect(lesson.locator('bce-graph .sentence')).toContainText('p is 0.25');
    await expect(lesson.locator('section.section')).toHaveCount(1);
    await expect(page.getByRole('link', { name: 'Binary Cross‑Entropy Loss' })).toBeHidden();
  });
});

test('says the addresses that the world knows, where the page does', async ({ page, address, complaints: _ }) => {
  await page.route('**/index.html', async (route) => {
    const response = await route.fetch();
    const body = (await response.text()).replace(
      '<meta property="og:type"',
      '<link rel="canonical" href="https://example.org/a&quot;b/?x=&lt;y>"><meta property="og:type"',
    );
    await route.fulfill({ response, body });
  });
  await openDialog(page, address);
  await inside(page);
  expect(await codeIn(page)).toContain('<iframe src="https://example.org/a%22b/embed.html" title');
  expect(await codeIn(page)).toContain('<script async src="https://example.org/a%22b/bce-frame.js"></script>');
});

test('what is no number and no section changes nothing, and says so', async ({ page, address, complaints: _ }) => {
  await openDialog(page, address);
  const before = await codeIn(page);
  await page.getByRole('radio', { name: 'some sections' }).check();
  const p = page.getByRole('spinbutton', { name: 'Probability p' });
  await p.fill('7');
  expect(await p.evaluate((field: HTMLInputElement) => field.validity.valid)).toBe(false);
  await expect(p).toHaveCSS('border-top-color', 'rgb(154, 74, 18)');
  await expect(p).toHaveAccessibleDescription('from 0 to 1; empty is 0.7');
  expect(await codeIn(page)).toBe(before);
  await p.press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.getByRole('checkbox', { name: 'Sources' }).check();
  await expect(p).toBeHidden();
  expect(await codeIn(page)).toContain('?sections=sources"');
});

test('the code is copied and that is said; where it cannot be, it is selected', async ({ page, context, address }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openDialog(page, address);
  const said = page.getByRole('dialog').getByRole('status');
  const copy = page.getByRole('button', { name: 'Copy the code' });
  await copy.click();
  await expect(said).toHaveText('The code is copied.');
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await codeIn(page));
  // A change makes it untrue.
  await page.getByRole('radio', { name: 'dark' }).check();
  await expect(said).toHaveText('');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('no'));
    document.execCommand = () => false;
  });
  await copy.press('Enter');
  await expect(said).toHaveText(/could not be copied.*selected now/);
  const code = page.getByRole('textbox', { name: 'Code for your page' });
  await expect(code).toBeFocused();
  expect(await code.evaluate((area: HTMLTextAreaElement) => area.selectionEnd - area.selectionStart)).toBe(
    (await codeIn(page)).length,
  );
});

for (const [width, scheme] of [
  [320, 'light'],
  [360, 'dark'],
  [768, 'light'],
  [1280, 'dark'],
] as const)
  test(`fits ${width} pixels, in ${scheme}`, async ({ page, address, complaints: _ }) => {
    await page.setViewportSize({ width, height: 700 });
    await page.emulateMedia({ colorScheme: scheme });
    await openDialog(page, address.replace('index', 'es'), 'Insertar en tu página');
    await inside(page);
    await page.getByRole('radio', { name: 'algunas secciones' }).check();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toHaveCSS('background-color', scheme === 'dark' ? 'rgb(21, 23, 26)' : 'rgb(253, 252, 250)');
    const box = await dialog.boundingBox();
    expect(box && box.x >= 0 && box.y >= 0 && box.x + box.width <= width && box.y + box.height <= 700).toBe(true);
    for (const part of ['.head', '.body', '.wishes', '.outcome'])
      expect(
        await dialog.locator(part).evaluate((element) => element.scrollWidth - element.clientWidth),
        part,
      ).toBeLessThanOrEqual(0);
    const copy = page.getByRole('button', { name: 'Copiar el código' });
    await copy.scrollIntoViewIfNeeded();
    await expect(copy).toBeInViewport({ ratio: 1 });
    await expect(page.getByRole('button', { name: 'Cerrar', exact: true })).toBeInViewport({ ratio: 1 });
    // A finger hits what is to be pressed.
    for (const control of await dialog.locator('button:visible, .choice:visible, .check:visible').all())
      expect((await control.boundingBox())?.height).toBeGreaterThanOrEqual(36);
  });

test.describe('where its script is missing', () => {
  test.use({ missing: /embed-dialog/ });

  test('a sentence says so, and the lesson goes on', async ({ page, address }) => {
    await page.goto(address);
    await ready(page);
    await page.getByRole('button', { name: 'Embed this' }).click();
    await expect(page.getByText('What makes the code could not be loaded')).toBeVisible();
    await page.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
    await expect(page.locator('bce-graph .sentence')).toContainText('infinite');
  });
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('there is no button that would do nothing', async ({ page, address }) => {
    await page.goto(address);
    await expect(page.locator('body > header nav a')).toBeVisible();
    await expect(page.locator('#embed')).toBeHidden();
  });
});

test('everything that is seen or heard in it comes from its text', async ({ page, address, complaints: _ }) => {
  await page.route(/\/content-e[ns]-(embed|lesson)-[^?]*\.js$/, (route) => {
    const file = new URL(route.request().url()).pathname.split('/').pop();
    return route.fulfill({
      contentType: 'text/javascript',
      body: `import text from './${file}?as-it-is'; const pseudo = ${pseudo.toString()}; export default pseudo(text);`,
    });
  });
  await openDialog(page, address);
  await page.locator('input[value=some]').check({ force: true });
  const texts = await page.locator('dialog').evaluate((dialog) => {
    const found: string[] = [];
    for (const element of dialog.querySelectorAll('*'))
      for (const name of ['aria-label', 'title', 'placeholder']) found.push(element.getAttribute(name) ?? '');
    const walker = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) found.push(walker.currentNode.textContent ?? '');
    return found;
  });
  expect(texts.join('').length).toBeGreaterThan(500);
  // Languages are named in themselves, and the Spanish one's name has a letter that is not Latin.
  expect(latinWords(texts.join(' '))).toEqual(['English']);
});
