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
  ['1e400', 'too large to be read'],
  ['-ln(0.85) = 0.1625', 'Right.'],
  ['ln 0.85 = 0.163', 'Mind the sign'],
  ['0.5 = 0.163', 'not equal'],
  ['p = 0.163', 'asks for L'],
  ['0.163 nats', 'Right.'],
  ['0.2345 bits', 'Right in bits'],
  ['0.164', 'Very close'],
  ['16.25', 'percent sign missing'],
  ['-ln(0)', 'That is infinite'],
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

test('a right answer is answered with how it is found', async ({ lesson }) => {
  for (const text of ['0.163', '13/80', '-ln 0.85 = 0.163']) {
    await answer(lesson, text);
    await expect(said(lesson)).toContainText('Right. L=−ln0.85≈0.163');
  }
});

test('shows the base of a logarithm, beside a plain text for screen readers', async ({ lesson }) => {
  await answer(lesson, '-log2(0.85)');
  await expect(said(lesson).locator('.quote msub')).toHaveText('log2');
  await expect(said(lesson).locator('.quote math')).toHaveText('−log20.85');
  await expect(said(lesson).locator('.quote .unseen')).toHaveText('− log2 0.85');
});

for (const [text, where] of [
  ['-ln(', 'missing after “-ln(”'],
  ['* 2', 'missing at the start'],
  ['-ln(0.85', '“(”, character 4, is still open'],
  ['0.163)', '“)”, character 6, closes nothing'],
  ['L == 0.163', 'Character 4 is a second equals sign'],
] as const) {
  test(`says in words where “${text}” cannot be read`, async ({ lesson }) => {
    await answer(lesson, text);
    await expect(said(lesson)).toContainText(where);
  });
}

test('the same answer again is said again', async ({ lesson }) => {
  await answer(lesson, '0.85');
  await expect(said(lesson)).toContainText('p itself');
  const texts = await said(lesson).evaluateHandle((status) => {
    const seen: string[] = [];
    new MutationObserver(() => seen.push((status.textContent ?? '').trim())).observe(status, {
      childList: true,
      subtree: true,
    });
    return seen;
  });
  const height = await lesson.evaluate(() => document.documentElement.scrollHeight);

  await field(lesson).press('Enter');

  await expect.poll(() => texts.evaluate((seen) => seen.at(-1) ?? '')).toContain('p itself');
  expect((await texts.jsonValue())[0]).toBe('');
  expect(await lesson.evaluate(() => document.documentElement.scrollHeight)).toBe(height);
});

test('typing on takes the error away, and leaves what was said to be read', async ({ lesson }) => {
  await answer(lesson, '-ln(0.85');
  await expect(field(lesson)).toHaveAttribute('aria-invalid', 'true');

  await field(lesson).press(')');

  await expect(field(lesson)).not.toHaveAttribute('aria-invalid');
  await expect(said(lesson)).toContainText('still open');
  await expect(said(lesson)).toHaveClass(/edited/);
  await field(lesson).press('Enter');
  await expect(said(lesson)).toContainText('Right.');
  await expect(said(lesson)).not.toHaveClass(/edited/);
});

test.describe('on a low screen', () => {
  test.use({ viewport: { width: 600, height: 320 } });

  for (const reducedMotion of ['no-preference', 'reduce'] as const) {
    test(`the verdict comes into view, motion: ${reducedMotion}`, async ({ lesson }) => {
      await lesson.emulateMedia({ reducedMotion });
      await field(lesson).evaluate((input) => input.scrollIntoView({ block: 'end' }));
      await field(lesson).focus();
      await answer(lesson, '0.85');
      await expect(said(lesson)).toContainText('p itself');
      await expect(said(lesson)).toBeInViewport({ ratio: 1 });
    });
  }
});

test.describe('on a narrow screen', () => {
  test.use({ viewport: { width: 320, height: 700 } });

  test('the field has room for an exact form, and the button stands below it', async ({ lesson }) => {
    await field(lesson).fill('-ln(0.85)');
    expect(await field(lesson).evaluate((input) => input.scrollWidth - input.clientWidth)).toBe(0);
    const input = await field(lesson).boundingBox();
    const button = await lesson.getByRole('button', { name: 'Check' }).boundingBox();
    expect(input?.width).toBeGreaterThan(150);
    expect(button?.y).toBeGreaterThan((input?.y ?? 0) + (input?.height ?? 0));
  });
});

test('an error moves nothing in the field', async ({ lesson }) => {
  const before = await field(lesson).evaluate((input) => [input.clientWidth, input.clientHeight]);
  await answer(lesson, 'abc');
  await expect(field(lesson)).toHaveAttribute('aria-invalid', 'true');
  expect(await field(lesson).evaluate((input) => [input.clientWidth, input.clientHeight])).toEqual(before);
});

test.describe('in forced colours', () => {
  test.use({ contextOptions: { forcedColors: 'active' } });

  test('an error and the panel have real borders', async ({ lesson }) => {
    await answer(lesson, 'abc');
    await expect(field(lesson)).toHaveCSS('border-top-width', /^[23]px$/);
    await expect(lesson.locator('.practice')).toHaveCSS('border-top-width', '1px');
    await expect(lesson.locator('.practice')).not.toHaveCSS('border-top-color', 'rgba(0, 0, 0, 0)');
  });
});

test('the walkthrough is spoken of only where there is a way to it', async ({ lesson }) => {
  await expect(lesson.locator('bce-practice .more')).toHaveCount(0);
  await lesson.locator('bce-practice').evaluate((element) => element.setAttribute('study-href', 'study.html'));
  await expect(lesson.locator('bce-practice .more')).toContainText('full worked solution');
  await expect(lesson.getByRole('link', { name: 'Open the walkthrough' })).toHaveAttribute('href', /study\.html$/);
});

test('an English part on a page that runs from right to left is English, from left to right', async ({ lesson }) => {
  await lesson.evaluate(() => {
    document.documentElement.dir = 'rtl';
    const alone = document.createElement('bce-practice');
    alone.id = 'alone';
    alone.lang = 'ar';
    document.body.append(alone);
  });
  const practice = lesson.locator('#alone .practice');
  await expect(practice).toHaveAttribute('lang', 'en');
  await expect(practice).toHaveCSS('direction', 'ltr');
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
