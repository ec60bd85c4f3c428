import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { LOCALES } from '../../web/content/locales.js';
import { expect, ready, test } from '../browser/lesson.js';

/** What axe finds. It brings styles of its own, which the policy refuses: no complaint about us. */
async function findings(page: Page, complaints: string[]) {
  expect(complaints).toEqual([]);
  const { violations } = await new AxeBuilder({ page }).analyze();
  complaints.length = 0;
  return violations;
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('axe finds nothing on the page as it opens', async ({ lesson, complaints }) => {
      expect(await findings(lesson, complaints)).toEqual([]);
    });

    for (const name of ['Assumption 1', 'Assumption 3'])
      test(`axe finds nothing where ${name} is turned off and the steps are walked`, async ({ lesson, complaints }) => {
        await lesson.locator('bce-derivation').getByRole('radio', { name }).check();
        await lesson.locator('bce-derivation').getByRole('button', { name: 'Next' }).click();
        expect(await findings(lesson, complaints)).toEqual([]);
      });

    test('axe finds nothing where answers and fields are wrong', async ({ lesson, complaints }) => {
      await lesson.getByRole('textbox', { name: 'Your answer for L' }).fill('abc');
      await lesson.getByRole('button', { name: 'Check' }).click();
      for (const hint of await lesson.locator('bce-practice summary').all()) await hint.click();
      await lesson.getByRole('textbox', { name: 'Label of example 1' }).fill('2');
      await lesson.getByRole('textbox', { name: 'Predicted probability of example 3' }).fill('1.2');
      await lesson.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
      expect(await findings(lesson, complaints)).toEqual([]);
    });
  });
}

test.describe('on the smallest screen', () => {
  test.use({ viewport: { width: 320, height: 640 } });

  test('axe finds nothing around a right answer with a note', async ({ lesson, complaints }) => {
    await lesson.getByRole('textbox', { name: 'Your answer for L' }).fill('-log(0.85) = 0.162');
    await lesson.getByRole('button', { name: 'Check' }).click();
    for (const hint of await lesson.locator('bce-practice summary').all()) await hint.click();
    expect(await findings(lesson, complaints)).toEqual([]);
  });
});

for (const locale of LOCALES.slice(1)) {
  test(`axe finds nothing in ${locale}`, async ({ page, address, complaints }) => {
    await page.goto(new URL(`${locale}.html`, address).href);
    await ready(page);
    await page.locator('#answer').fill('abc');
    await page.locator('#answer').press('Enter');
    await page.locator('bce-derivation table input').first().fill('2');
    await page.locator('bce-derivation table input').first().blur();
    await page.locator('bce-graph .slider[part]').press('Home');
    expect(await findings(page, complaints)).toEqual([]);
  });
}

test('the three jobs are done with the keyboard alone, from the top of the page', async ({ lesson }) => {
  const tabTo = async (name: RegExp) => {
    for (let i = 0; i < 40; i += 1) {
      await lesson.keyboard.press('Tab');
      const focused = await lesson.evaluate(() => {
        let element = document.activeElement;
        while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
        return `${element?.getAttribute('aria-label') ?? ''} ${element?.textContent ?? ''} ${element?.id ?? ''}`;
      });
      if (name.test(focused)) return;
    }
    throw new Error(`Tab never came to ${name}`);
  };
  // In the order of the page.
  await tabTo(/Predicted probability of example 1/);
  await lesson.keyboard.press('Control+A');
  await lesson.keyboard.type('0.5');
  await expect(lesson.locator('bce-derivation .value b').first()).toHaveText('0.168');
  await tabTo(/Predicted probability p/);
  await lesson.keyboard.press('Home');
  await expect(lesson.locator('bce-graph .sentence')).toContainText('infinite');
  await tabTo(/answer/);
  await lesson.keyboard.type('-ln(0.85)');
  await lesson.keyboard.press('Enter');
  await expect(lesson.locator('bce-practice').getByRole('status')).toContainText('Right.');
});
