import type { Page } from '@playwright/test';
import { expect, layoutShifts, test } from './lesson.js';

const part = (page: Page) => page.locator('bce-derivation');
const values = (page: Page) => part(page).locator('.value b');
const label = (page: Page, row: number) => page.getByRole('textbox', { name: `Label of example ${row}` });
const status = (page: Page) => part(page).locator('.data').getByRole('status');
const prediction = (page: Page, row: number) =>
  page.getByRole('textbox', { name: `Predicted probability of example ${row}` });

test('shows three steps whose numbers agree', async ({ lesson }) => {
  await expect(part(lesson).locator('.step')).toHaveCount(3);
  await expect(part(lesson).locator('.verdict')).toHaveText(['equal', 'equal']);
  const [likelihood, log, mean] = await values(lesson).allTextContents();
  const number = (text = '') => Number(text.replace('−', '-'));
  expect(number(likelihood)).toBeCloseTo(0.9 * 0.8 * 0.6 * 0.7, 6);
  expect(number(log)).toBeCloseTo(Math.log(number(likelihood)), 4);
  expect(number(mean)).toBeCloseTo(-number(log) / 4, 5);
});

test('the numbers follow a changed prediction and a changed label', async ({ lesson }) => {
  const before = await values(lesson).allTextContents();
  await prediction(lesson, 1).fill('0.5');
  await expect(values(lesson).first()).not.toHaveText(before[0] ?? '');
  await label(lesson, 2).fill('1');
  await expect(values(lesson).first()).toHaveText('0.042');
  await expect(part(lesson).locator('.verdict')).toHaveText(['equal', 'equal']);
});

for (const [column, typed, reply] of [
  ['label', '2', 'A label is 0 or 1. '],
  ['prediction', '1.2', 'For 85% write 0.85'],
  ['prediction', '-0.2', 'A probability lies between 0 and 1.$'],
  ['prediction', '0', 'strictly between 0 and 1'],
  ['prediction', 'abc', 'not a number that can be read'],
  ['prediction', '', 'still empty'],
] as const) {
  test(`a ${column} of “${typed}” gets a sentence beside it, and nothing else changes`, async ({ lesson }) => {
    const before = await values(lesson).allTextContents();
    const input = column === 'label' ? label(lesson, 2) : prediction(lesson, 2);
    await input.fill(typed);
    await expect(input).toHaveAttribute('aria-invalid', 'true');
    await expect(input).toHaveAccessibleDescription(new RegExp(reply));
    await expect(input).toHaveValue(typed);
    await expect(input).toBeFocused();
    expect(await values(lesson).allTextContents()).toEqual(before);
    await input.fill(column === 'label' ? '0' : '0.2');
    await expect(input).not.toHaveAttribute('aria-invalid');
    await expect(part(lesson).locator('.fault')).toHaveCount(0);
  });
}

test('rows are added and removed by keyboard, and focus goes where the work goes on', async ({ lesson }) => {
  await part(lesson).getByRole('button', { name: 'Add an example' }).focus();
  await lesson.keyboard.press('Enter');
  await expect(label(lesson, 5)).toBeFocused();
  await lesson.keyboard.type('0');
  await expect(label(lesson, 5)).toHaveValue('0');
  await lesson.getByRole('button', { name: 'Remove example 1' }).focus();
  await lesson.keyboard.press('Enter');
  await expect(lesson.getByRole('button', { name: 'Remove example 1' })).toBeFocused();
  await expect(part(lesson).locator('tbody tr')).toHaveCount(4);
});

test('an empty data set gets a sentence and keeps the steps', async ({ lesson }) => {
  const before = await values(lesson).allTextContents();
  for (let i = 0; i < 4; i += 1) await lesson.getByRole('button', { name: 'Remove example 1' }).click();
  await expect(status(lesson)).toContainText('A mean needs at least one example');
  await expect(part(lesson).getByRole('button', { name: 'Add an example' })).toBeFocused();
  await part(lesson).getByRole('button', { name: 'Start over' }).click();
  expect(await values(lesson).allTextContents()).toEqual(before);
});

test('twelve rows are as many as there can be', async ({ lesson }) => {
  const add = part(lesson).getByRole('button', { name: 'Add an example' });
  for (let i = 0; i < 8; i += 1) await add.click();
  await expect(add).toHaveAttribute('aria-disabled', 'true');
  await expect(add).toHaveAccessibleDescription(/up to 12 examples/);
  await expect(status(lesson)).toContainText('up to 12 examples');
  await add.focus();
  await lesson.keyboard.press('Enter');
  await expect(add).toBeFocused();
  await expect(part(lesson).getByRole('textbox')).toHaveCount(24);
});

test('a product too small to hold is said to be so, and is not called equal to anything', async ({ lesson }) => {
  for (let row = 1; row <= 4; row += 1) {
    await label(lesson, row).fill('1');
    await prediction(lesson, row).fill('1e-100');
  }
  await expect(part(lesson)).toContainText('smaller than ordinary computer arithmetic can hold');
  await expect(part(lesson).locator('.value')).toHaveText(['≈ 0', '≈ −921.034', '≈ 230.2585']);
  // Only the last step follows from the one before.
  await expect(part(lesson).locator('#step-2 .verdict')).toHaveCount(0);
  await expect(part(lesson).locator('#step-3 .verdict')).toHaveText('equal');
});

/** One example alone, on which every line is short. */
async function only(page: Page, y: string, p: string) {
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Remove example 1' }).click();
  await label(page, 1).fill(y);
  await prediction(page, 1).fill(p);
}
const lines = (page: Page) => part(page).locator('.yours .display math, .value').allTextContents();

test('a product that has rounded close to 1 is not called equal to a sum that has not', async ({ lesson }) => {
  await only(lesson, '0', '1e-12');
  await expect(values(lesson).nth(1)).toHaveText('−1 × 10⁻¹²');
  await expect(part(lesson).locator('#step-2 .verdict')).toHaveCount(0);
  await expect(part(lesson).locator('#step-2')).toContainText('Step 1 has rounded here and lost digits');
});

test('no line equates what is not equal', async ({ lesson }) => {
  await only(lesson, '1', '0.99999999');
  expect(await lines(lesson)).toEqual([
    '0.99999999',
    '≈ 1',
    'ln0.99999999',
    '≈ −1 × 10⁻⁸',
    '−(−1 × 10⁻⁸)',
    '≈ 1 × 10⁻⁸',
  ]);
  await label(lesson, 1).fill('0');
  expect((await lines(lesson)).slice(0, 3)).toEqual(['1−0.99999999', '≈ 1 × 10⁻⁸', 'ln(1−0.99999999)']);
  await label(lesson, 1).fill('1');
  await prediction(lesson, 1).fill('0.00005');
  expect((await lines(lesson)).slice(0, 3)).toEqual(['5 × 10⁻⁵', '= 5 × 10⁻⁵', 'ln(5 × 10⁻⁵)']);
});

test('a number on its way is no fault; one that was left is', async ({ lesson }) => {
  const field = prediction(lesson, 1);
  await field.press('Control+A');
  for (const key of '0.8') {
    await lesson.keyboard.press(key);
    await expect(field).not.toHaveAttribute('aria-invalid');
    await expect(part(lesson).locator('.stale')).toHaveCount(0);
  }
  await expect(values(lesson).first()).toHaveText('0.2688');
  await field.fill('0.');
  await lesson.keyboard.press('Tab');
  await expect(field).toHaveAttribute('aria-invalid', 'true', { timeout: 300 });
  await expect(status(lesson)).toContainText('Predicted probability of example 1: The derivation needs');
  await field.fill('0.9');
  await expect(field).not.toHaveAttribute('aria-invalid', { timeout: 300 });
});

test('both fields of a row are marked, each with its own sentence', async ({ lesson }) => {
  await label(lesson, 2).fill('cat');
  await prediction(lesson, 2).fill('7');
  await expect(label(lesson, 2)).toHaveAccessibleDescription('This is not a number that can be read here.');
  await expect(prediction(lesson, 2)).toHaveAccessibleDescription(/For 85% write/);
});

test('the result of a change is said once, after the typing', async ({ lesson }) => {
  await expect(status(lesson)).toHaveText('');
  const said = await lesson.evaluateHandle(() => {
    const root = document.querySelector('bce-lesson')?.shadowRoot?.querySelector('bce-derivation')?.shadowRoot;
    const region = root?.querySelector('[role=status]');
    const said: string[] = [];
    const note = () => said.push((region?.textContent ?? '').trim());
    if (region) new MutationObserver(note).observe(region, { subtree: true, childList: true, characterData: true });
    return said;
  });
  await prediction(lesson, 1).press('Control+A');
  await lesson.keyboard.type('0.75', { delay: 40 });
  await expect(status(lesson)).toHaveText('The mean loss is now 0.3446 nats; number of examples: 4.');
  expect(await said.jsonValue()).toHaveLength(1);
});

test('no column moves with what is typed or said', async ({ lesson }) => {
  const widths = () =>
    part(lesson)
      .locator('tbody tr:first-child > *')
      .evaluateAll((cells) => cells.map((cell) => cell.getBoundingClientRect().width));
  for (const width of [320, 1280]) {
    await lesson.setViewportSize({ width, height: 800 });
    const before = await widths();
    await prediction(lesson, 1).fill('0.123456789012345678');
    await label(lesson, 2).fill('2');
    await expect(label(lesson, 2)).toHaveAttribute('aria-invalid', 'true');
    expect(await widths()).toEqual(before);
    await label(lesson, 2).fill('0');
    const field = await label(lesson, 1).boundingBox();
    expect(field?.width).toBeGreaterThanOrEqual(44);
  }
});

test('a formula wider than its place can be reached and scrolled with the keyboard', async ({ lesson }) => {
  const formula = part(lesson).locator('#step-2 .display').first();
  await expect(formula).not.toHaveAttribute('tabindex');
  await lesson.setViewportSize({ width: 320, height: 800 });
  await expect(formula).toHaveAttribute('tabindex', '0');
  await expect(formula).toHaveAccessibleName('Wide formula, scrolls sideways');
  await formula.focus();
  await lesson.keyboard.press('ArrowRight');
  await expect.poll(() => formula.evaluate((box) => box.scrollLeft)).toBeGreaterThan(0);
  await lesson.setViewportSize({ width: 1280, height: 800 });
  await expect(formula).not.toHaveAttribute('tabindex');
});

test('headings of the table keep their letters in the names they are known by', async ({ lesson }) => {
  for (const name of ['label y', 'prediction p'])
    await expect(part(lesson).getByRole('columnheader', { name, exact: true })).toBeVisible();
});

test.describe('on a page that reads from right to left', () => {
  test('the text keeps its own direction, and a minus stays in front', async ({ lesson }) => {
    await lesson.evaluate(() => {
      document.documentElement.dir = 'rtl';
    });
    await expect(part(lesson).locator('.derivation')).toHaveCSS('direction', 'ltr');
    await expect(part(lesson).locator('.derivation')).toHaveAttribute('lang', 'en');
    await expect(part(lesson).locator('.value').nth(1)).toHaveCSS('direction', 'ltr');
    await expect(lesson.locator('bce-lesson .lesson')).toHaveCSS('direction', 'ltr');
  });
});

const step = (page: Page, n: number) => part(page).locator(`#step-${n} details`);
const summary = (page: Page, n: number) => part(page).locator(`#step-${n} summary`);
const press = (page: Page, name: string) => part(page).getByRole('button', { name, exact: true });
const position = (page: Page) => part(page).locator('.walk').getByRole('status');
const isOpen = (page: Page) =>
  part(page)
    .locator('.steps details')
    .evaluateAll((steps) => steps.map((step) => (step as HTMLDetailsElement).open));
/** Wholly below the bar that stays in sight. */
const isInSight = (page: Page, n: number) =>
  expect
    .poll(async () => {
      const [bar, head] = await Promise.all([
        part(page).locator('.walk').boundingBox(),
        summary(page, n).boundingBox(),
      ]);
      const { height = 0 } = page.viewportSize() ?? {};
      return bar && head && head.y >= bar.y + bar.height - 1 && head.y + head.height <= height;
    })
    .toBe(true);

test('each step opens and closes alone, by key and by pointer', async ({ lesson }) => {
  expect(await isOpen(lesson)).toEqual([true, true, true, true]);
  await summary(lesson, 2).click();
  await expect.poll(() => isOpen(lesson)).toEqual([true, false, true, true]);
  await summary(lesson, 4).focus();
  await lesson.keyboard.press('Enter');
  await expect.poll(() => isOpen(lesson)).toEqual([true, false, true, false]);
  // What is typed meanwhile neither opens nor closes anything.
  await prediction(lesson, 1).fill('0.5');
  await expect(values(lesson).first()).toHaveText('0.168');
  expect(await isOpen(lesson)).toEqual([true, false, true, false]);
  await summary(lesson, 2).click();
  await expect(position(lesson)).toHaveText('2 of 4: Its logarithm');
});

for (const width of [320, 1280]) {
  test(`at ${width} px buttons and keys lead from step to step, and the position is said`, async ({ lesson }) => {
    await lesson.setViewportSize({ width, height: 800 });
    await expect(position(lesson)).toHaveText('Three steps and the result');
    await expect(press(lesson, 'Previous')).toHaveAttribute('aria-disabled', 'true');
    await press(lesson, 'Next').focus();
    await lesson.keyboard.press('Enter');
    await expect(position(lesson)).toHaveText('1 of 4: Likelihood of the labels');
    expect(await isOpen(lesson)).toEqual([true, false, false, false]);
    await lesson.keyboard.press('Enter');
    await expect(position(lesson)).toHaveText('2 of 4: Its logarithm');
    await isInSight(lesson, 2);
    await lesson.keyboard.press('ArrowRight');
    await expect(position(lesson)).toHaveText('3 of 4: A loss to minimise');
    await lesson.keyboard.press('ArrowRight');
    await expect(position(lesson)).toHaveText('4 of 4: The result');
    await isInSight(lesson, 4);
    // The end: the button keeps the focus and leads nowhere.
    await expect(press(lesson, 'Next')).toBeFocused();
    await expect(press(lesson, 'Next')).toHaveAttribute('aria-disabled', 'true');
    await lesson.keyboard.press('Enter');
    await expect(position(lesson)).toHaveText('4 of 4: The result');
    await press(lesson, 'Previous').click();
    expect(await isOpen(lesson)).toEqual([false, false, true, false]);
    await summary(lesson, 3).focus();
    await lesson.keyboard.press('ArrowLeft');
    await expect(summary(lesson, 2)).toBeFocused();
    await isInSight(lesson, 2);
    await press(lesson, 'Open all').click();
    expect(await isOpen(lesson)).toEqual([true, true, true, true]);
    await expect(position(lesson)).toHaveText('Three steps and the result');
  });
}

test('an address leads to a step, when the page opens and later', async ({ page, address, complaints: _ }) => {
  await page.goto(`${address}#step=3`);
  await expect(summary(page, 3)).toBeFocused();
  expect(await isOpen(page)).toEqual([false, false, true, false]);
  await isInSight(page, 3);
  await page.evaluate(() => (location.hash = 'step=2'));
  await expect(summary(page, 2)).toBeFocused();
  await isInSight(page, 2);
  await page.evaluate(() => (location.hash = 'step=9'));
  await expect(position(page)).toHaveText('2 of 4: Its logarithm');
});

test('an address that leads to a step moves nothing that is seen', async ({ page, address, complaints: _ }) => {
  const shifts = await layoutShifts(page);
  await page.goto(`${address}#step=3`);
  await expect(part(page).locator('#step-3 summary')).toBeFocused();
  await expect(part(page).locator('#step-3 summary')).toBeInViewport();
  // Nothing follows the focus that could be waited for.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
  expect(await shifts()).toEqual([]);
});

test('a link to a step can be copied, and leads there', async ({ lesson, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await expect(press(lesson, 'Copy link')).toHaveCount(0);
  await press(lesson, 'Next').click();
  await press(lesson, 'Next').click();
  await press(lesson, 'Copy link').click();
  await expect(position(lesson)).toContainText('copied');
  const link = await lesson.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#step=2$/);
  const other = await browser.newPage();
  await other.goto(link);
  await expect(summary(other, 2)).toBeFocused();
  await other.close();
});

test('each assumption is named where it is used', async ({ lesson }) => {
  await expect(part(lesson).locator('#step-1 .needs b')).toHaveText(['Assumption 1', 'Assumption 2']);
  await expect(part(lesson).locator('#step-2 .needs b')).toHaveText(['Assumption 3']);
  await expect(part(lesson).locator('#step-3 .needs')).toHaveCount(0);
});

const assumption = (page: Page, name: string) => part(page).getByRole('radio', { name, exact: true });
const breach = (page: Page, n: number) => part(page).locator(`#step-${n} .breach`);

for (const width of [320, 1280]) {
  test(`at ${width} px an assumption is turned off by keyboard, and its step says what breaks`, async ({ lesson }) => {
    await lesson.setViewportSize({ width, height: 800 });
    const before = await values(lesson).allTextContents();
    await assumption(lesson, 'None').focus();

    await lesson.keyboard.press('ArrowRight');
    await expect(label(lesson, 1)).toHaveValue('0.8');
    await expect(part(lesson).locator('li s')).toHaveText('Every label is 0 or 1.');
    await expect(breach(lesson, 1)).toContainText('the likelihood to expect would be ≈\u00a00.24864.');
    await expect(breach(lesson, 1)).toContainText('mean entropy of the labels, ≈\u00a00.1251006;');
    await expect(part(lesson).locator('#step-1 .needs.off b')).toHaveText('Assumption 1, turned off');
    await expect(part(lesson).locator('.verdict')).toHaveText(['equal', 'equal']);
    await expect(status(lesson)).toContainText('Without this assumption, step 1 no longer holds.');

    await lesson.keyboard.press('ArrowRight');
    await expect(label(lesson, 1)).toHaveValue('1');
    await expect(prediction(lesson, 5)).toHaveValue('0.9');
    await expect(values(lesson).first()).toHaveText('0.27216');
    await expect(breach(lesson, 1)).toContainText('the labels together have the probability ≈\u00a00.3024.');

    await lesson.keyboard.press('ArrowRight');
    await expect(prediction(lesson, 2)).toHaveValue('1');
    await expect(part(lesson).locator('.value')).toHaveText(['= 0', '→ −∞', '→ ∞']);
    await expect(part(lesson).locator('.check')).toContainText([/same limit: −∞/, /same limit: ∞/]);
    await expect(part(lesson).locator('.verdict')).toHaveText(['equal', 'equal']);
    await expect(breach(lesson, 1)).toHaveCount(0);
    await expect(breach(lesson, 2)).toContainText('multiply to ≈\u00a00.378');
    await expect(status(lesson)).toContainText('The mean loss is now infinite.');
    await expect(status(lesson)).toContainText('step 2 no longer holds');

    await lesson.keyboard.press('ArrowRight');
    await expect(assumption(lesson, 'None')).toBeFocused();
    expect(await values(lesson).allTextContents()).toEqual(before);
    await expect(part(lesson).locator('.breach')).toHaveCount(0);
  });
}

test('where no row breaks what is turned off, that is said, and how to break it', async ({ lesson }) => {
  await assumption(lesson, 'Assumption 3').check();
  await prediction(lesson, 2).fill('0.2');
  await expect(part(lesson).locator('#step-2')).toContainText('nothing breaks yet');
  await prediction(lesson, 1).fill('1');
  await expect(breach(lesson, 2)).toContainText('exactly right');
  await expect(values(lesson).nth(2)).toHaveText('0.272661');
  await assumption(lesson, 'Assumption 1').check();
  await expect(prediction(lesson, 1)).toHaveAccessibleDescription(/turn assumption 3 off/);
});

/** As a spreadsheet or an editor puts it on the clipboard, with the keys that paste it. */
async function pasteInto(page: Page, text: string, row = 1) {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
  await prediction(page, row).focus();
  await page.keyboard.press('Control+V');
}
const cells = (page: Page) =>
  part(page)
    .getByRole('textbox')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));

for (const width of [320, 1280]) {
  test(`at ${width} px two columns are pasted, a bad cell is marked, and the table before comes back`, async ({
    lesson,
  }) => {
    await lesson.setViewportSize({ width, height: 800 });
    const before = await cells(lesson);
    await pasteInto(lesson, 'label;prediction\n1;0,9\n0;15 %\ncat;0,3\n1;7\n');
    expect(await cells(lesson)).toEqual(['1', '0,9', '0', '15 %', 'cat', '0,3', '1', '7']);
    await expect(label(lesson, 3)).toHaveAccessibleDescription('This is not a number that can be read here.');
    await expect(label(lesson, 3)).toBeFocused();
    await expect(prediction(lesson, 4)).toHaveAccessibleDescription(/For 85% write/);
    await expect(status(lesson)).toContainText('Rows pasted: 4.');
    await expect(status(lesson)).toContainText('The first line was taken for headings.');
    await label(lesson, 3).fill('0');
    await prediction(lesson, 4).fill('0.7');
    await expect(values(lesson).first()).toHaveText('0.37485');
    await press(lesson, 'Bring back the table before').focus();
    await lesson.keyboard.press('Enter');
    expect(await cells(lesson)).toEqual(before);
    await expect(press(lesson, 'Bring back the table before')).toBeFocused();
    expect(await lesson.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  });
}

test('a single value is pasted into its field, and prose changes nothing', async ({ lesson }) => {
  await prediction(lesson, 2).fill('');
  await pasteInto(lesson, '0,25', 2);
  await expect(prediction(lesson, 2)).toHaveValue('0,25');
  const before = await cells(lesson);
  await pasteInto(lesson, 'to be\nor not to be');
  await expect(status(lesson)).toContainText('No numbers were found');
  expect(await cells(lesson)).toEqual(before);
});

test('on paper every step is open, whichever is on the screen', async ({ lesson }) => {
  await press(lesson, 'Next').click();
  await expect(values(lesson).nth(2)).toBeHidden();
  await lesson.emulateMedia({ media: 'print' });
  await expect(values(lesson).nth(2)).toBeVisible();
  await expect(part(lesson).getByRole('heading', { name: 'The result' })).toBeVisible();
  for (const button of await part(lesson).getByRole('button').all()) await expect(button).toBeHidden();
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a field is edited', async ({ lesson }) => {
    await prediction(lesson, 1).tap();
    await prediction(lesson, 1).fill('0.5');
    await expect(values(lesson).first()).toHaveText('0.168');
  });

  test('the steps are walked, opened and closed, and an assumption is turned off', async ({ lesson }) => {
    await lesson.setViewportSize({ width: 320, height: 640 });
    await press(lesson, 'Next').tap();
    await press(lesson, 'Next').tap();
    await expect(position(lesson)).toHaveText('2 of 4: Its logarithm');
    await isInSight(lesson, 2);
    await summary(lesson, 3).tap();
    await expect(step(lesson, 3)).toHaveAttribute('open', '');
    await expect(step(lesson, 2)).toHaveAttribute('open', '');
    await assumption(lesson, 'Assumption 3').tap();
    await expect(assumption(lesson, 'Assumption 3')).toBeChecked();
    await expect(breach(lesson, 2)).toBeVisible();
    expect(await lesson.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
  });
});
