import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

const part = (page: Page) => page.locator('bce-derivation');
const values = (page: Page) => part(page).locator('.value b');
const label = (page: Page, row: number) => page.getByRole('textbox', { name: `Label of example ${row}` });
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
  ['label', '2', 'A label is 0 or 1.'],
  ['prediction', '1.2', 'A probability lies between 0 and 1.'],
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
  await expect(part(lesson).getByRole('status')).toContainText('A mean needs at least one example');
  await expect(part(lesson).getByRole('button', { name: 'Add an example' })).toBeFocused();
  await part(lesson).getByRole('button', { name: 'Start over' }).click();
  expect(await values(lesson).allTextContents()).toEqual(before);
});

test('twelve rows are as many as there can be', async ({ lesson }) => {
  const add = part(lesson).getByRole('button', { name: 'Add an example' });
  for (let i = 0; i < 8; i += 1) await add.click();
  await expect(add).toBeDisabled();
  await expect(part(lesson)).toContainText('up to 12 examples');
});

test('a product too small to hold is said to be so, and is not called equal to anything', async ({ lesson }) => {
  for (let row = 1; row <= 4; row += 1) {
    await label(lesson, row).fill('1');
    await prediction(lesson, row).fill('1e-100');
  }
  await expect(part(lesson)).toContainText('This product is too small for ordinary computer arithmetic');
  await expect(values(lesson).nth(1)).toHaveText('−921.034');
  await expect(part(lesson).locator('.verdict')).toHaveText(['equal']);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a field is edited', async ({ lesson }) => {
    await prediction(lesson, 1).tap();
    await prediction(lesson, 1).fill('0.5');
    await expect(values(lesson).first()).toHaveText('0.168');
  });
});
