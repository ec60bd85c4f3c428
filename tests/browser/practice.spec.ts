import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

const field = (page: Page) => page.getByRole('textbox', { name: 'Your answer for L' });
const said = (page: Page) => page.locator('bce-practice').getByRole('status');

async function answer(page: Page, text: string) {
  await field(page).fill(text);
  await field(page).press('Enter');
}

for (const [text, reply] of [
  ['0.163', 'Right.'],
  ['.1625', 'Right.'],
  ['0,1625', 'Right.'],
  ['-ln(0.85)', 'Right.'],
  ['−ln 0.85', 'Right.'],
  ['0.16', 'too coarse to tell'],
  ['0.0706', 'base 10'],
  ['-0.163', 'Mind the sign'],
  ['1.897', 'The other term'],
  ['0.85', 'p itself'],
  ['3', 'Not the value yet'],
  ['', 'Type your answer first'],
  ['abc', 'is not a function that can be read'],
  ['-ln(p)', 'still holds letters'],
  ['ln(-1)', 'That has no value'],
  ['-ln(0.85', 'still open'],
  ['1.2.3', 'is not a whole number or a decimal'],
] as const) {
  test(`answers “${text}” with “${reply}”`, async ({ lesson }) => {
    await answer(lesson, text);
    await expect(said(lesson)).toContainText(reply);
    await expect(field(lesson)).toHaveValue(text);
    await expect(field(lesson)).toBeFocused();
  });
}

test('says what it understood, as a formula', async ({ lesson }) => {
  await answer(lesson, '-ln(0.85)');
  await expect(said(lesson).locator('.quote math')).toHaveText('−ln0.85');
});

test('marks the piece that cannot be read, as text and never as markup', async ({ lesson }) => {
  await answer(lesson, '1 + <img src=x onerror=alert(1)>');
  await expect(said(lesson).locator('mark')).toBeVisible();
  await expect(said(lesson).locator('img')).toHaveCount(0);
});

test('refuses a very long text politely', async ({ lesson }) => {
  await answer(lesson, '1+'.repeat(5000));
  await expect(said(lesson)).toContainText('longer than 200 characters');
});

test('shows the hint when it is asked for, by keyboard', async ({ lesson }) => {
  const hint = lesson.getByText('so only −lnp is left');
  await expect(lesson.locator('bce-practice .hint p')).toBeHidden();
  await lesson.locator('bce-practice summary').focus();
  await lesson.keyboard.press('Enter');
  await expect(lesson.locator('bce-practice .hint p')).toBeVisible();
  await expect(hint).toBeVisible();
});

test('the answer stays in the field while the learner goes on trying', async ({ lesson }) => {
  await answer(lesson, '0.85');
  await field(lesson).press('End');
  await field(lesson).pressSequentially('1');
  await expect(field(lesson)).toHaveValue('0.851');
  await lesson.getByRole('button', { name: 'Check' }).click();
  await expect(said(lesson)).toContainText('Not the value yet');
});

test('tells the page the verdict', async ({ lesson }) => {
  const verdict = lesson.evaluate(
    () =>
      new Promise((resolve) =>
        document.addEventListener('bce-answer', (event) => resolve((event as Event & { verdict: string }).verdict)),
      ),
  );
  await answer(lesson, '0.163');
  expect(await verdict).toBe('right');
});

test('does not leave the page when Enter is pressed', async ({ lesson }) => {
  const address = lesson.url();
  await answer(lesson, '1');
  expect(lesson.url()).toBe(address);
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a whole attempt', async ({ lesson }) => {
    await field(lesson).tap();
    await lesson.keyboard.type('0.1625');
    await lesson.getByRole('button', { name: 'Check' }).tap();
    await expect(said(lesson)).toContainText('Right.');
  });
});
