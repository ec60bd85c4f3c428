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
  ['abc', 'cannot be read here'],
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
  ['1.625', 'their place is not'],
  ['0.01125', 'squared error'],
  ['1/0.85', 'slope dL/dp'],
  ['0.2345 (shannons)', 'Right in bits'],
  ['L: 0.163', 'Right.'],
  ['0.1625…', 'Right.'],
  ['0.163 nats = 0.234 bits', 'a unit at the very end'],
  ['-ln(0)', 'That is infinite'],
  ['1.63×10⁻¹', 'Right.'],
  ['−ｌｎ（０．８５）', 'Right.'],
  ['16 1/4 %', 'Right.'],
  ['0.162', 'cut off'],
  ['0.2345', 'counts in bits'],
  ['85', 'percentage slipped in'],
  ['0.0225', 'squared error'],
  ['0.15', 'distance between'],
  ['2.06', 'Both terms were kept'],
  ['0.423', 'entropy of p'],
  ['0.138', 'its own probability'],
  ['0.356', 'taken for a logit'],
  ['0.0813', 'Half the loss'],
  ['-1.176', 'slope dL/dp'],
  ['-0.15', 'slope of the loss over the logit'],
  ['0.163 bits', 'the unit is not'],
  ['1,897', 'can be read in two ways'],
  ['0.0706 hartleys', 'Right in hartleys'],
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

test('echoes a decimal comma and zeros at the end as they were typed', async ({ lesson }) => {
  for (const [typed, echo] of [
    ['0,1630', '0,1630'],
    ['-ln 0,85', '−ln0,85'],
    ['-ln 0.85 = 0,163', '−ln0.85=0.163'],
    ['0.160', '0.160'],
  ] as const) {
    await answer(lesson, typed);
    await expect(said(lesson).locator('.quote math')).toHaveText(echo);
  }
});

test('says that log is natural, in an answer of its own', async ({ lesson }) => {
  await answer(lesson, '-log(0.85)');
  await expect(said(lesson).locator('.quote')).toHaveText([
    /Read as −ln0.85/,
    'Without a base, log is read as the natural logarithm, ln.',
  ]);
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

const attempts = (page: Page) => page.locator('bce-practice .attempts');

test('the first hint is free, the second says its price before it is taken, both stay and fold', async ({ lesson }) => {
  const summaries = lesson.locator('bce-practice summary');
  const texts = lesson.locator('bce-practice .hint p');
  await expect(summaries).toHaveText(['Hint 1 (free)', 'Hint 2 (counts as one attempt)']);
  await summaries.nth(0).focus();
  await lesson.keyboard.press('Enter');
  await expect(texts.nth(0)).toBeVisible();
  await expect(attempts(lesson)).toHaveCount(0);

  await lesson.keyboard.press('Tab');
  await lesson.keyboard.press('Enter');
  await expect(texts.nth(1)).toContainText('so only −lnp is left');
  await expect(texts.nth(0)).toBeVisible();
  await expect(attempts(lesson)).toHaveText('1 attempt used.');
  await expect(summaries).toHaveText(['Hint 1', 'Hint 2']);

  await lesson.keyboard.press('Enter');
  await expect(texts.nth(1)).toBeHidden();
  await lesson.keyboard.press('Enter');
  await expect(texts.nth(1)).toBeVisible();
  await expect(attempts(lesson)).toHaveText('1 attempt used.');
  await answer(lesson, '0.163');
  await expect(said(lesson)).toContainText('Right.');
  await expect(texts.nth(0)).toBeVisible();
});

test('only what could be read and is wrong counts as an attempt', async ({ lesson }) => {
  for (const text of ['abc', '-ln(p)', '', '0.16', '0.2345 bits']) await answer(lesson, text);
  await expect(attempts(lesson)).toHaveCount(0);
  await answer(lesson, '0.0706');
  await expect(attempts(lesson)).toHaveText('1 attempt used.');
  await answer(lesson, '0.0706');
  await answer(lesson, '0.164');
  await expect(attempts(lesson)).toHaveText('2 attempts used.');
});

test('a log without a base is said to be natural', async ({ lesson }) => {
  await answer(lesson, '-log(0.85)');
  await expect(said(lesson)).toContainText('read as the natural logarithm');
  await answer(lesson, '-ln(0.85)');
  await expect(said(lesson)).not.toContainText('read as the natural logarithm');
});

test('the field asks a phone for plain typing and a key that checks', async ({ lesson }) => {
  for (const [name, value] of [
    ['inputmode', 'text'],
    ['enterkeyhint', 'done'],
    ['autocapitalize', 'off'],
    ['autocorrect', 'off'],
    ['autocomplete', 'off'],
    ['spellcheck', 'false'],
  ] as const)
    await expect(field(lesson)).toHaveAttribute(name, value);
  await expect(field(lesson)).toHaveAccessibleDescription(/at least three significant figures, correctly rounded/);
});

const symbol = (page: Page, name: string) => page.getByRole('toolbar').getByRole('button', { name, exact: true });

test('symbols stand where the caret is, and the field keeps the focus', async ({ lesson }) => {
  await field(lesson).click();
  await symbol(lesson, 'minus').click();
  await symbol(lesson, 'natural logarithm').click();
  await expect(field(lesson)).toBeFocused();
  await lesson.keyboard.type('17');
  await symbol(lesson, 'divided by').click();
  await lesson.keyboard.type('20');
  await expect(field(lesson)).toHaveValue('−ln(17/20)');
  await lesson.keyboard.press('Enter');
  await expect(said(lesson)).toContainText('Right.');
});

test('a symbol goes around what is selected, which stays selected', async ({ lesson }) => {
  const selected = () =>
    field(lesson).evaluate((input: HTMLInputElement) =>
      input.value.slice(input.selectionStart ?? 0, input.selectionEnd ?? 0),
    );
  await field(lesson).fill('-0.85');
  await field(lesson).evaluate((input: HTMLInputElement) => input.setSelectionRange(1, 5));
  await symbol(lesson, 'square root').click();
  await expect(field(lesson)).toHaveValue('-√(0.85)');
  expect(await selected()).toBe('0.85');
  await symbol(lesson, 'opening bracket').click();
  await expect(field(lesson)).toHaveValue('-√((0.85))');
  await symbol(lesson, 'minus').click();
  await expect(field(lesson)).toHaveValue('-√((−))');
  await symbol(lesson, 'closing bracket').click();
  await expect(field(lesson)).toHaveValue('-√((−)))');
});

test('the row of symbols is one stop of the Tab key, with arrows inside', async ({ lesson }) => {
  await field(lesson).focus();
  await lesson.keyboard.type('0.85');
  await lesson.keyboard.press('Tab');
  await expect(symbol(lesson, 'natural logarithm')).toBeFocused();
  await lesson.keyboard.press('ArrowLeft');
  await expect(symbol(lesson, 'square root')).toBeFocused();
  await lesson.keyboard.press('ArrowRight');
  await lesson.keyboard.press('ArrowRight');
  await expect(symbol(lesson, 'minus')).toBeFocused();
  await lesson.keyboard.press('End');
  await lesson.keyboard.press('Home');
  await lesson.keyboard.press('ArrowRight');
  await lesson.keyboard.press('Enter');
  // Enter here writes and does not check, and the focus stays in the row.
  await expect(field(lesson)).toHaveValue('0.85−');
  await expect(symbol(lesson, 'minus')).toBeFocused();
  await expect(said(lesson)).toBeEmpty();
  await lesson.keyboard.press('Tab');
  await expect(lesson.getByRole('button', { name: 'Check' })).toBeFocused();
  await lesson.keyboard.press('Shift+Tab');
  await expect(symbol(lesson, 'minus')).toBeFocused();
});

test('a whole attempt by keyboard: unreadable, a mistake, nearly right, right', async ({ lesson }) => {
  await field(lesson).focus();
  await lesson.keyboard.type('-ln(0.85');
  await lesson.keyboard.press('Enter');
  await expect(said(lesson)).toContainText('still open');
  for (const [keys, reply] of [
    ['ln(0.85)', 'Mind the sign'],
    ['0.161', 'Very close'],
    ['-ln(0.85)', 'Right.'],
  ] as const) {
    await lesson.keyboard.press('ControlOrMeta+A');
    await lesson.keyboard.type(keys);
    await lesson.keyboard.press('Enter');
    await expect(said(lesson)).toContainText(reply);
    await expect(field(lesson)).toBeFocused();
    await expect(field(lesson)).toHaveValue(keys);
  }
  await expect(attempts(lesson)).toHaveText('2 attempts used.');
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

  test('an exact form from symbols and digits, after an unreadable one, a mistake and a near miss', async ({
    lesson,
  }) => {
    const check = lesson.getByRole('button', { name: 'Check' });
    await field(lesson).tap();
    await symbol(lesson, 'natural logarithm').tap();
    await expect(field(lesson)).toBeFocused();
    await check.tap();
    await expect(said(lesson)).toContainText('Something is missing');
    await field(lesson).tap();
    await field(lesson).evaluate((input: HTMLInputElement) => input.setSelectionRange(3, 3));
    await lesson.keyboard.type('.85');
    await check.tap();
    await expect(said(lesson)).toContainText('Mind the sign');
    await field(lesson).fill('0.161');
    await check.tap();
    await expect(said(lesson)).toContainText('Very close');
    await field(lesson).fill('0.85');
    await field(lesson).evaluate((input: HTMLInputElement) => input.setSelectionRange(0, 4));
    await symbol(lesson, 'natural logarithm').tap();
    await field(lesson).evaluate((input: HTMLInputElement) => input.setSelectionRange(0, 0));
    await symbol(lesson, 'minus').tap();
    await expect(field(lesson)).toHaveValue('−ln(0.85)');
    await check.tap();
    await expect(said(lesson)).toContainText('Right.');
  });
});

test.describe('by touch on the smallest screen', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 320, height: 640 } });

  test('every target is 44 px large, and nothing is wider than the screen', async ({ lesson }) => {
    await answer(lesson, '-log(0.85) = 0.164 = 0.1234567890123456789');
    await expect(said(lesson)).not.toBeEmpty();
    const targets = lesson.locator('bce-practice :is(button, summary, input)');
    for (const target of await targets.all()) {
      const box = await target.boundingBox();
      expect(box?.height).toBeGreaterThanOrEqual(44);
      expect(box?.width).toBeGreaterThanOrEqual(44);
    }
    expect(await lesson.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
});
