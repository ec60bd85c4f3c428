/** How a host makes the lesson its own, and what it cannot make unreadable. */
import type { Locator } from '@playwright/test';
import { expect, test } from '../lesson.js';
import { open } from './host.js';

/** Light and dark, pale and strong, given in every way that CSS has. */
const COLOURS = [
  ...['00', '80', 'ff'].flatMap((r) =>
    ['00', '80', 'ff'].flatMap((g) => ['00', '80', 'ff'].map((b) => `#${r}${g}${b}`)),
  ),
  'gold',
  'hsl(60 100% 50%)',
  'rgb(0 0 0 / 0.1)',
  'color(display-p3 0 1 0)',
  'oklch(0.7 0.3 150)',
  'light-dark(#a00, #faa)',
  'transparent',
];

/** What stands on what: by selector the words, and what is behind them. */
type Pair = readonly [words: string, behind: string];

/** The least contrast of each pair over all values of a property, as WCAG reckons it. */
const leastContrast = (element: Locator, property: string, pairs: readonly Pair[]) =>
  element.evaluate(
    (host, { property, pairs, colours }) => {
      const context = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
      const page = getComputedStyle(host).colorScheme === 'dark' ? '#000' : '#fff';
      const luminance = (...layers: string[]) => {
        if (!context) return NaN;
        for (const colour of [page, ...layers]) {
          context.fillStyle = colour;
          context.fillRect(0, 0, 1, 1);
        }
        const [r = 0, g = 0, b = 0] = [...context.getImageData(0, 0, 1, 1).data].map((byte) => {
          const share = byte / 255;
          return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
        });
        return 0.2126 * r + 0.7152 * g + 0.0722 * b;
      };
      const find = (selector: string) =>
        selector === ':host' ? host : (host.shadowRoot?.querySelector(selector) ?? host);
      const least: Record<string, readonly [number, string]> = {};
      for (const colour of colours) {
        (host as HTMLElement).style.setProperty(property, colour);
        const surface = getComputedStyle(host).backgroundColor;
        for (const [words, behind] of pairs) {
          const back = luminance(surface, getComputedStyle(find(behind)).backgroundColor);
          const front = luminance(surface, getComputedStyle(find(words)).color);
          const contrast = (Math.max(front, back) + 0.05) / (Math.min(front, back) + 0.05);
          const [before] = least[words] ?? [Infinity];
          if (contrast < before) least[words] = [contrast, colour];
        }
      }
      (host as HTMLElement).style.removeProperty(property);
      return least;
    },
    { property, pairs, colours: COLOURS },
  );

for (const theme of ['light', 'dark']) {
  test(`whatever accent a host has, words in it and on it can be read (${theme})`, async ({ page, address }) => {
    await open(page, address, { body: `<bce-practice theme="${theme}" study-href="x.html"></bce-practice>` });
    const practice = page.locator('bce-practice');
    await expect(practice).toHaveAttribute('data-ready', '');
    const least = await leastContrast(practice, '--bce-accent', [
      ['.more a', '.practice'],
      ['.hint summary', '.practice'],
      ['button[type=submit]', 'button[type=submit]'],
    ]);
    for (const [words, [contrast, colour]] of Object.entries(least))
      expect(contrast, `${words} where the accent is ${colour}`).toBeGreaterThanOrEqual(4.5);
    // Under the pointer as well.
    await practice.getByRole('button', { name: 'Check' }).hover();
    const hovered = await leastContrast(practice, '--bce-accent', [['button[type=submit]', 'button[type=submit]']]);
    for (const [contrast, colour] of Object.values(hovered)) expect(contrast, colour).toBeGreaterThanOrEqual(4.5);
  });

  test(`on whatever surface a host has, the text can be read (${theme})`, async ({ page, address }) => {
    await open(page, address, { body: `<bce-practice theme="${theme}"></bce-practice>` });
    const practice = page.locator('bce-practice');
    await expect(practice).toHaveAttribute('data-ready', '');
    const least = await leastContrast(practice, '--bce-surface', [[':host', ':host']]);
    for (const [contrast, colour] of Object.values(least)) expect(contrast, colour).toBeGreaterThanOrEqual(4.5);
  });
}

test('a button has the very accent of the host, and without one our own', async ({ page, address }) => {
  await open(page, address, { body: '<bce-practice theme="light"></bce-practice>' });
  const practice = page.locator('bce-practice');
  const button = practice.getByRole('button', { name: 'Check' });
  await expect(button).toHaveCSS('background-color', 'rgb(0, 103, 109)');
  await expect(button).toHaveCSS('color', 'rgb(253, 252, 250)');
  await practice.evaluate((element) => element.style.setProperty('--bce-accent', '#ffd700'));
  const pixel = await button.evaluate((element) => {
    const context = new OffscreenCanvas(1, 1).getContext('2d');
    if (!context) return [];
    context.fillStyle = getComputedStyle(element).backgroundColor;
    context.fillRect(0, 0, 1, 1);
    return [...context.getImageData(0, 0, 1, 1).data];
  });
  expect(pixel).toEqual([255, 215, 0, 255]);
});

test('what a host says of corners, room and type holds in every part', async ({ page, address }) => {
  await open(page, address, {
    head: `<style>
      body { font: 20px/1.5 monospace }
      bce-lesson {
        --bce-radius: 0; --bce-space: 40px; --bce-gutter: 0px; --bce-font: fantasy;
        --bce-text: rgb(1, 2, 3); --bce-surface: rgb(250, 251, 252); --bce-warning: rgb(200, 0, 0);
      }
      bce-lesson::part(title) { font-size: 77px }
      bce-lesson::part(heading) { text-decoration-line: underline }
      bce-lesson::part(sentence) { color: rgb(9, 8, 7) }
      bce-lesson::part(plot) { outline: 3px solid rgb(7, 7, 7) }
      bce-lesson::part(verdict) { font-style: italic }
      bce-lesson::part(step) { border-left: 5px solid rgb(6, 6, 6) }
    </style>`,
    body: '<bce-lesson theme="light"></bce-lesson>',
  });
  const lesson = page.locator('bce-lesson');
  await expect(lesson).toHaveAttribute('data-ready', '');
  await expect(lesson).toHaveCSS('color', 'rgb(1, 2, 3)');
  await expect(lesson.locator('bce-graph')).toHaveCSS('background-color', 'rgb(250, 251, 252)');
  const button = lesson.getByRole('button', { name: 'Check' });
  await expect(button).toHaveCSS('border-radius', '0px');
  await expect(button).toHaveCSS('font-family', 'fantasy');
  await expect(lesson.locator('.lesson')).toHaveCSS('padding-left', '0px');
  await expect(lesson.locator('.lesson')).toHaveCSS('padding-bottom', '160px');
  await expect(lesson.locator('#overview p').first()).toHaveCSS('font-size', '20px');
  await expect(lesson.locator('#overview p').first()).toHaveCSS('font-family', 'monospace');
  await expect(lesson.locator('h1')).toHaveCSS('font-size', '77px');
  await expect(lesson.locator('#overview h2')).toHaveCSS('text-decoration-line', 'underline');
  await expect(lesson.locator('bce-graph .sentence')).toHaveCSS('color', 'rgb(9, 8, 7)');
  await expect(lesson.locator('bce-graph .plot')).toHaveCSS('outline-color', 'rgb(7, 7, 7)');
  await expect(lesson.locator('bce-practice #said')).toHaveCSS('font-style', 'italic');
  await expect(lesson.locator('bce-derivation .step').first()).toHaveCSS('border-left-color', 'rgb(6, 6, 6)');
  await lesson.getByRole('textbox', { name: 'Label of example 1' }).fill('2');
  await lesson.getByRole('textbox', { name: 'Label of example 1' }).blur();
  await expect(lesson.getByRole('textbox', { name: 'Label of example 1' })).toHaveCSS('border-color', 'rgb(200, 0, 0)');
});

test('the theme is the reader’s until the host says otherwise, in every part', async ({ page, address }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page, address, { body: '<bce-lesson sections="graph practice"></bce-lesson>' });
  const lesson = page.locator('bce-lesson');
  await expect(lesson).toHaveAttribute('data-ready', '');
  const surfaces = () =>
    lesson.evaluate((element) =>
      [element, ...(element.shadowRoot?.querySelectorAll('bce-graph, bce-practice') ?? [])].map(
        (part) => getComputedStyle(part).backgroundColor,
      ),
    );
  const [light, dark] = ['rgb(253, 252, 250)', 'rgb(21, 23, 26)'];
  expect(await surfaces()).toEqual([dark, dark, dark]);
  await page.emulateMedia({ colorScheme: 'light' });
  expect(await surfaces()).toEqual([light, light, light]);
  await lesson.evaluate((element) => Object.assign(element, { theme: 'dark' }));
  await expect.poll(surfaces).toEqual([dark, dark, dark]);
  await lesson.evaluate((element) => element.setAttribute('theme', 'auto'));
  await expect.poll(surfaces).toEqual([light, light, light]);
});

test('on paper a dark host is dark on white', async ({ page, address }) => {
  await open(page, address, {
    body: `<bce-practice theme="dark" style="--bce-surface: #111; --bce-text: #eee; --bce-accent: #fe0"></bce-practice>`,
  });
  await expect(page.locator('bce-practice')).toHaveAttribute('data-ready', '');
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('bce-practice')).toHaveCSS('background-color', 'rgb(255, 255, 255)');
  await expect(page.locator('bce-practice')).toHaveCSS('color', 'rgb(30, 32, 34)');
  await expect(page.locator('bce-practice')).toHaveCSS('color-scheme', 'light');
});
