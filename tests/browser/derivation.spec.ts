import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

const part = (page: Page) => page.locator('bce-derivation');
const values = (page: Page) => part(page).locator('.value b');
const label = (page: Page, row: number) => page.getByRole('textbox', { name: `Label of example ${row}` });
const status = (page: Page) => part(page).getByRole('status');
const prediction = (page: Page, row: number) =>
  page.getByRole('textbox', { name: `Predicted probability of example ${row}` });

test('shows three steps whose numbers agree', async ({ lesson }) => {
  await expect(part(lesson).locator('.step')).toHaveCount(3);
  await expect(part(lesson).locator('.verdict')).toHaveText(['equal']);
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
  await expect(part(lesson).locator('.verdict')).toHaveText(['equal']);
});

for (const [column, typed, reply] of [
  ['label', '2', 'A label is 0 or 1.'],
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
  await expect(part(lesson).locator('.verdict')).toHaveCount(0);
});

/** One example alone, on which every line is short. */
async function only(page: Page, y: string, p: string) {
  for (let i = 0; i < 3; i += 1) await page.getByRole('button', { name: 'Remove example 1' }).click();
  await label(page, 1).fill(y);
  await prediction(page, 1).fill(p);
}
const lines = (page: Page) => part(page).locator('.yours math, .value').allTextContents();

test('a product that has rounded close to 1 is not called equal to a sum that has not', async ({ lesson }) => {
  await only(lesson, '0', '1e-12');
  await expect(values(lesson).nth(1)).toHaveText('−1 × 10⁻¹²');
  await expect(part(lesson).locator('.verdict')).toHaveCount(0);
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
  const formula = part(lesson).locator('#step-2 > .display');
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

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a field is edited', async ({ lesson }) => {
    await prediction(lesson, 1).tap();
    await prediction(lesson, 1).fill('0.5');
    await expect(values(lesson).first()).toHaveText('0.168');
  });
});
