/** The lesson in each of its languages, and in ones that it does not have yet. */
import type { Page } from '@playwright/test';
import { LOCALES } from '../../web/content/locales.js';
import { REFERENCES, type Reference } from '../../web/content/references.js';
import { SECTION_IDS } from '../../web/content/schema.js';
import { latinWords, pseudo } from '../web/pseudo.js';
import { expect, layoutShifts, ready, test } from './lesson.js';

const fileOf = (locale: string) => (locale === LOCALES[0] ? 'index.html' : `${locale}.html`);
const pageIn = (address: string, locale: string) => new URL(fileOf(locale), address).href;

/** A page of a host that has nothing but the script and what is in `body`. */
async function host(page: Page, address: string, body: string, attributes = 'lang="en"'): Promise<void> {
  await page.route('**/host.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html ${attributes}><meta charset="utf-8"><title>A host</title>
        <meta name="viewport" content="width=device-width">
        <script type="module" src="bce-lesson.js"></script><body>${body}</body></html>`,
    }),
  );
  await page.goto(new URL('host.html', address).href);
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  for (const locale of LOCALES) {
    test(`every section is there to read, and the way to the other languages (${locale})`, async ({
      page,
      address,
      complaints: _,
    }) => {
      await page.goto(pageIn(address, locale));
      await expect(page.locator('html')).toHaveAttribute('lang', locale);
      for (const id of SECTION_IDS) await expect(page.locator(`section#${id} h2`)).toBeVisible();
      await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
      await expect(page.locator('bce-derivation .value b').first()).toBeVisible();
      for (const other of LOCALES.filter((other) => other !== locale)) {
        await page.locator(`nav a[hreflang=${other}]`).click();
        await expect(page).toHaveURL(pageIn(address, other));
        await page.goBack();
      }
    });
  }
});

test.describe('in Spanish', () => {
  test('the page comes alive in its language, from the text that it preloaded, without moving', async ({
    page,
    address,
    complaints: _,
  }) => {
    const texts: string[] = [];
    page.on('request', (request) => {
      if (/\/content-/.test(request.url())) texts.push(new URL(request.url()).pathname.split('/').pop() ?? '');
    });
    const shifts = await layoutShifts(page);
    await page.goto(pageIn(address, 'es'));
    await ready(page);
    expect(texts).toEqual([expect.stringMatching(/^content-es-lesson-/)]);
    await expect(page.locator('h1')).toHaveText('Entropía cruzada binaria');
    await expect(page.locator('h2')).toHaveCount(SECTION_IDS.length);
    expect(await shifts()).toEqual([]);
  });

  test('numbers are typed and shown with a decimal comma', async ({ page, address, complaints: _ }) => {
    await page.goto(pageIn(address, 'es'));
    await ready(page);
    const p = page.getByRole('textbox', { name: 'Escribe una probabilidad p' });
    await expect(p).toHaveValue('0,7');
    await p.fill('0,85');
    await expect(page.locator('bce-graph .sentence')).toHaveText(
      'La etiqueta es 1 y p es 0,85: la pérdida es de 0,163 nats y baja hacia la derecha.',
    );
    await expect(page.getByRole('slider', { name: 'Probabilidad predicha p' })).toHaveAttribute(
      'aria-valuetext',
      'p 0,85, pérdida 0,163',
    );

    const answer = page.getByRole('textbox', { name: 'Tu respuesta para L' });
    const said = page.locator('bce-practice').getByRole('status');
    // What was typed with a point is echoed with one, as nothing else is.
    await answer.fill('0.1625');
    await answer.press('Enter');
    await expect(said).toContainText('Correcto.');
    await expect(said.locator('.quote math')).toHaveText('0.1625');
    await answer.fill('0,1625');
    await answer.press('Enter');
    await expect(said.locator('.quote math')).toHaveText('0,1625');
    await expect(said).toContainText('Correcto.');
    await expect(said).toContainText('0,163');

    const first = page.getByRole('textbox', { name: 'Probabilidad predicha del ejemplo 1' });
    await expect(first).toHaveValue('0,9');
    await first.fill('0,5');
    await expect(page.locator('bce-derivation .value b').first()).toHaveText('0,168');
    // What was typed with a point is gone by now, and nothing else that is a number has one.
    const numbers = await page.locator('mn, bdi, dd, td, .picture text, .value').allTextContents();
    expect(numbers.length).toBeGreaterThan(100);
    expect(numbers.filter((text) => /\d\.\d/.test(text))).toEqual([]);
  });
});

test('the language changes while the lesson is open, and back, and keeps what the learner did', async ({ lesson }) => {
  const h1 = lesson.locator('h1');
  await lesson.getByRole('textbox', { name: 'Type a probability p' }).fill('0.25');
  await lesson.getByRole('textbox', { name: 'Your answer for L' }).fill('0.1');
  await lesson.getByRole('textbox', { name: 'Predicted probability of example 1' }).fill('0.5');
  const turn = (locale: string) =>
    lesson.evaluate((locale) => document.querySelector('bce-lesson')?.setAttribute('locale', locale), locale);
  await expect(lesson.locator('bce-graph .unseen[role=status]')).toContainText('0.25');
  await expect(lesson.locator('bce-derivation .status')).toContainText('The mean loss is now');
  const before = await lesson.locator('bce-lesson').ariaSnapshot();

  await turn('es');
  await expect(h1).toHaveText('Entropía cruzada binaria');
  await expect(lesson.locator('bce-lesson article')).toHaveAttribute('lang', 'es');
  await expect(lesson.getByRole('textbox', { name: 'Escribe una probabilidad p' })).toHaveValue('0,25');
  await expect(lesson.getByRole('textbox', { name: 'Tu respuesta para L' })).toHaveValue('0.1');
  await expect(lesson.locator('bce-derivation .value b').first()).toHaveText('0,168');
  await expect(lesson.locator('bce-lesson').getByText(/\b(the label|the loss|is|this)\b/i)).toHaveCount(0);

  await turn('en');
  await expect(h1).toHaveText('Binary Cross‑Entropy Loss');
  await expect(lesson.getByRole('textbox', { name: 'Type a probability p' })).toHaveValue('0.25');
  // All of it, but for what the graph had said of a change that is past.
  const lasting = (snapshot: string) => snapshot.replaceAll(/^ *- status.*\n/gm, '');
  await expect.poll(async () => lasting(await lesson.locator('bce-lesson').ariaSnapshot())).toBe(lasting(before));

  // One that there is not is English.
  await turn('fr');
  await expect(h1).toHaveText('Binary Cross‑Entropy Loss');
});

test('an element takes the language of the place that it stands in', async ({ page, address, complaints: _ }) => {
  await host(page, address, '<div lang="es-MX"><bce-graph></bce-graph></div><bce-practice></bce-practice>');
  await expect(page.locator('bce-graph .sentence')).toContainText('La etiqueta es 1');
  await expect(page.getByRole('button', { name: 'Check' })).toBeVisible();
});

test('on a host that is read from right to left, the lesson is read as its own language is', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await host(
    page,
    address,
    '<bce-lesson locale="en"></bce-lesson><bce-graph locale="en" id="alone"></bce-graph>',
    'lang="ar" dir="rtl"',
  );
  for (const part of ['body > bce-lesson', 'bce-lesson bce-derivation', '#alone'])
    await expect(page.locator(part)).toHaveAttribute('data-ready', '');
  for (const part of ['article.lesson', 'bce-lesson .graph', '#alone .graph', '.practice', '.derivation'])
    await expect(page.locator(part)).toHaveCSS('direction', 'ltr');
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

/** The element with a text of our own in place of the English one. */
async function speaking(page: Page, address: string, change: string): Promise<void> {
  // Asked for again under another name, so that the original is still to be had.
  await page.route(/\/content-en-lesson-[^?]*\.js$/, (route) => {
    const file = new URL(route.request().url()).pathname.split('/').pop();
    return route.fulfill({
      contentType: 'text/javascript',
      body: `import text from './${file}?as-it-is';
        const pseudo = ${pseudo.toString()};
        export default ${change};`,
    });
  });
  await host(page, address, '<bce-lesson></bce-lesson>');
  await ready(page);
}

/** What is seen and what is heard anywhere in the lesson, formulas left out. */
const texts = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = [];
    const walk = (node: Node): void => {
      if (node instanceof Element) {
        if (['math', 'STYLE', 'SCRIPT', 'CITE'].includes(node.tagName)) return;
        for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'title', 'placeholder', 'alt']) {
          const value = node.getAttribute(name);
          if (value) found.push(value);
        }
        if (node.shadowRoot) walk(node.shadowRoot);
      }
      if (node instanceof Text) found.push(node.data);
      node.childNodes.forEach(walk);
    };
    const lesson = document.querySelector('bce-lesson');
    if (lesson) walk(lesson);
    return found;
  });

test('everything that is seen or heard in the live lesson comes from its text', async ({
  page,
  address,
  complaints: _,
}) => {
  await speaking(page, address, 'pseudo(text)');
  // What else there is to see: other controls, faults, what is beside the curve, and verdicts.
  for (const box of await page.locator('bce-graph .extras input').all()) await box.check({ force: true });
  await page.locator('bce-graph input[value=logit]').check({ force: true });
  await page.locator('bce-graph .slider[part]').press('End');
  await page.locator('bce-graph .entry').fill('7?');
  await page.locator('bce-graph .entry').blur();
  for (const summary of await page.locator('bce-practice summary').all()) await summary.click();
  const verdicts: string[] = [];
  for (const answer of ['', '7#', '(', '1', '0.0706', '-ln(0.85)', 'ln p', 'log 5']) {
    await page.locator('#answer').fill(answer);
    await page.locator('#answer').press('Enter');
    await expect(page.locator('#said')).not.toBeEmpty();
    verdicts.push(...(await texts(page)));
  }
  await page.locator('bce-derivation table input').first().fill('2');
  await page.locator('bce-derivation table input').nth(3).fill('');
  await page.locator('bce-derivation table input').nth(3).blur();
  await expect(page.locator('bce-derivation .fault').first()).toBeVisible();
  const faults = await texts(page);
  await page.locator('bce-derivation .buttons button').nth(1).click();
  const walked: string[] = [];
  for (const choice of await page.locator('bce-derivation .choices input').all()) {
    await choice.check({ force: true });
    walked.push(...(await texts(page)));
  }

  // Names of people and works are the same in every language, and so is what was typed.
  const known = Object.values(REFERENCES).flatMap(({ authors, within, publisher, identifier }: Reference) => [
    new Intl.ListFormat('en').format(authors),
    ...[within, publisher, identifier].filter((part) => part !== undefined),
  ]);
  const expected = new Set(latinWords([...known, 'ln log'].join(' ')));
  const escaped = [...verdicts, ...faults, ...walked, ...(await texts(page))].filter((text) =>
    latinWords(text).some((word) => !expected.has(word)),
  );
  expect([...new Set(escaped)]).toEqual([]);
});

for (const direction of ['ltr', 'rtl'] as const) {
  test(`words half as long again fit a narrow phone (${direction})`, async ({ page, address, complaints: _ }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    await speaking(page, address, `{ ...pseudo(text, true), direction: '${direction}' }`);
    for (const box of await page.locator('bce-graph .extras input').all()) await box.check({ force: true });
    await expect(page.locator('article.lesson')).toHaveCSS('direction', direction);
    // A picture and a formula keep their direction in any language.
    for (const part of ['.plot', '.slider[part]', '.hero math'])
      await expect(page.locator(part).first()).toHaveCSS('direction', 'ltr');
    const wide = await page.evaluate(() => {
      const found: string[] = [];
      const walk = (root: ParentNode): void => {
        for (const element of root.querySelectorAll('*')) {
          if (element.shadowRoot) walk(element.shadowRoot);
          const { left, right, width } = element.getBoundingClientRect();
          // What scrolls in its own box, or is only heard, takes no room on the page.
          if (element.closest('.display, .hero, .unseen, math, svg, thead') || width === 0) continue;
          if (left < -1 || right > innerWidth + 1)
            found.push(
              `${element.tagName}.${element.className} in ${element.parentElement?.className}: ${element.textContent?.trim().slice(0, 40)}`,
            );
        }
      };
      walk(document);
      return found;
    });
    expect([...new Set(wide)]).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
}

test.describe('on paper', () => {
  for (const locale of LOCALES) {
    test(`two sheets hold the lesson, all of it open and no control on it (${locale})`, async ({
      page,
      address,
      complaints: _,
    }) => {
      await page.goto(pageIn(address, locale));
      await ready(page);
      await page.evaluate(() => document.fonts.ready);
      for (const format of ['A4', 'Letter']) {
        const pdf = (await page.pdf({ format })).toString('latin1');
        expect(pdf.match(/\/Type\s*\/Page\b/g), format).toHaveLength(2);
      }

      await page.emulateMedia({ media: 'print' });
      for (const control of ['button:not(.letter)', 'nav', 'form', '.slider', '.entry', 'input[type=radio]'])
        await expect(page.locator(`${control}:visible`)).toHaveCount(0);
      for (const text of await page.locator('.questions p, .hint p, .step p').all()) await expect(text).toBeVisible();
      await expect(page.locator('bce-derivation .data input').first()).toHaveCSS(
        'border-top-color',
        'rgba(0, 0, 0, 0)',
      );
      await expect(page.locator('bce-graph .curve.chosen')).toBeVisible();
      // Nothing is counted on paper.
      for (const cost of await page.locator('.hint summary .live').all()) await expect(cost).toBeHidden();
    });
  }
});
