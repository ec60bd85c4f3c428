/** Two places of the study app: the walkthrough and every kind of exercise, as a learner meets them. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { core } from '../../wasm/study/core.js';
import { valueOf } from '../../../web/engine/value.js';
import { KINDS, linkOf } from '../../../web/study/state/exercises.js';
import { expect, test as base } from '../lesson.js';

const test = base.extend<{ study: Page }>({
  study: async ({ page, address, complaints: _ }, use) => {
    await page.goto(`${address.replace('index', 'study')}#/solve`);
    await ready(page, 'bce-walkthrough');
    await use(page);
  },
});

async function ready(page: Page, name: string): Promise<void> {
  await expect(page.locator(name)).toHaveAttribute('data-ready', '');
}

const walkthrough = (page: Page) => page.locator('bce-walkthrough');
const exercises = (page: Page) => page.locator('bce-exercises');
const said = (page: Page) => walkthrough(page).getByRole('status');
const answerSaid = (page: Page) => exercises(page).locator('#said');

async function line(page: Page, text: string): Promise<void> {
  await walkthrough(page).getByLabel('The next line').fill(text);
  await page.keyboard.press('Enter');
}

const lines = (page: Page) => walkthrough(page).locator('.solution > li');

async function open(page: Page, address: string, kind: (typeof KINDS)[number], seed: number, level = 1) {
  // Only a fresh page starts anew: another fragment alone does not load it.
  await page.goto('about:blank');
  await page.goto(address.replace('index', 'study') + linkOf({ seed, kind, level }, 1));
  await ready(page, 'bce-exercises');
}

test('a whole solution is typed line by line, and told at the end', async ({ study: page }) => {
  for (const text of [
    '-[1 ln 0.85 + (1-1) ln(1-0.85)]',
    '-[1 ln 0.85 + 0 ln 0.15]',
    '-(1·ln(0.85))',
    '-ln 0.85',
    '-(-0.1625)',
    'L = 0.1625',
  ]) {
    const before = await lines(page).count();
    await line(page, text);
    await expect(lines(page)).toHaveCount(before + 1);
    await expect(said(page)).toContainText('Right');
  }

  await expect(said(page)).toContainText('Lines you found: 6; lines shown to you: 0.');
  await expect(lines(page).last()).toContainText('Apply the minus');
  await expect(walkthrough(page).getByLabel('The next line')).toHaveCount(0);
});

test('the keys that phones lack write where the typing goes on', async ({ study: page }) => {
  const field = walkthrough(page).getByLabel('The next line');
  await field.fill('0.85');
  await field.selectText();
  await walkthrough(page).getByRole('toolbar').getByRole('button').first().click();
  await expect(field).toHaveValue('ln(0.85)');
  await expect(field).toBeFocused();
});

test('a line can be shown, taken back and typed', async ({ study: page }) => {
  const show = walkthrough(page).getByRole('button', { name: 'Show this line' });
  const back = walkthrough(page).getByRole('button', { name: 'One line back' });

  await show.click();
  await expect(lines(page)).toHaveCount(2);
  await expect(said(page)).toContainText('filled in');
  await expect(lines(page).last()).toContainText('shown');
  await back.click();
  await expect(lines(page)).toHaveCount(1);
  await line(page, '-[1 ln 0.85 + (1-1) ln(1-0.85)]');

  await expect(lines(page)).toHaveCount(2);
  await expect(lines(page).last()).toContainText('yours');
});

test('a wrong line is answered kindly and stays to be mended', async ({ study: page }) => {
  await line(page, '-[1 ln 0.85 + (1-1) ln(1-0.85)]');
  await expect(lines(page)).toHaveCount(2);
  for (const [text, answer] of [
    ['-[1 ln 0.85 + (1-1) ln(1-0.85)]', 'this rule has still to be applied'],
    ['ln 0.85', 'Mind the sign'],
    ['-ln 0.15', 'It belongs to the other label'],
    ['0.7', 'another value'],
    ['0.16', 'too coarse'],
    ['-[1 ln 0.85', 'is still open'],
    ['ln(-1)', 'no value'],
    ['', 'Type the next line first'],
  ] as const) {
    await line(page, text);
    await expect(said(page)).toContainText(answer);
  }

  await expect(lines(page)).toHaveCount(2);
  await line(page, '-ln 0.85');
  await expect(said(page)).toContainText('further than asked');
  await expect(lines(page)).toHaveCount(5);
});

test('the graph beside the lines marks what each of them says', async ({ study: page }) => {
  const figure = walkthrough(page).locator('figure');
  const words = figure.locator('figcaption');
  const show = walkthrough(page).getByRole('button', { name: 'Show this line' });
  await expect(words).toContainText('Two curves, one for each outcome');
  await expect(figure.locator('.dot')).toHaveCount(0);

  await show.click();
  await expect(words).toContainText('0.85 on the axis');
  await expect(figure.locator('.dot')).toHaveCount(1);
  await show.click();
  await expect(figure.locator('.name.outcome-1')).toHaveText('y = 1: × 1');
  await expect(figure.locator('.name.outcome-0')).toHaveText('y = 0: × 0');
  await show.click();
  await expect(figure.locator('path.outcome-0')).toHaveCSS('opacity', '0.28');
  await expect(figure.locator('path.outcome-1')).toHaveCSS('opacity', '1');
  await show.click();
  await show.click();
  await expect(figure.locator('.now .height')).toHaveCount(2);
  await expect(figure.locator('text.chosen')).toHaveCount(0);
  await show.click();
  await expect(figure.locator('text.chosen')).toHaveText('L = 0.163');
  await expect(words).toContainText('how high the point stands: 0.163 nats');

  await walkthrough(page).getByRole('button', { name: 'One line back' }).click();
  await expect(figure.locator('text.chosen')).toHaveCount(0);
});

test('the graph stands beside the line where there is room, and below it where there is none', async ({
  study: page,
}) => {
  const places = async () => {
    const [work, figure] = await Promise.all(
      ['.work', 'figure'].map((part) => walkthrough(page).locator(part).boundingBox()),
    );
    if (!work || !figure) throw new Error('not shown');
    return { beside: figure.x >= work.x + work.width, below: figure.y >= work.y + work.height };
  };
  expect(await places()).toEqual({ beside: true, below: false });
  await page.setViewportSize({ width: 360, height: 740 });
  expect(await places()).toEqual({ beside: false, below: true });
});

test('any numbers will do: a soft label, a logit, an end', async ({ study: page }) => {
  const part = walkthrough(page);
  const start = async (y: string, at: string) => {
    await part.locator('#label').fill(y);
    await part.locator('#at').fill(at);
    await part.getByRole('button', { name: 'Start with these numbers' }).click();
  };

  await start('1', '0');
  await part.getByRole('button', { name: 'Show all' }).click();
  await expect(lines(page).last().locator('.display')).toContainText('∞');
  await expect(part.locator('figure text.chosen')).toHaveText('L = ∞');
  await expect(part.locator('figure .arrow').first()).toBeVisible();
  await part.getByRole('radio', { name: 'a logit' }).check();
  await start('0,3', '-800');
  await part.getByRole('button', { name: 'Show all' }).click();
  await expect(lines(page).last().locator('.display')).toContainText('240');
  await start('2', 'x');
  await expect(part.locator('#at-fault')).toContainText('not a number');
  await start('2', '1');
  await expect(part.locator('#label-fault')).toContainText('between 0 and 1');
  await expect(part.locator('#label')).toBeFocused();
});

for (const kind of KINDS.filter((name) => name !== 'better_model' && name !== 'spot_the_error')) {
  test(`${kind}: a wrong number, then the right one`, async ({ page, address, complaints: _ }) => {
    const { answer } = valueOf(core.exercise(7, kind, 2));
    await open(page, address, kind, 7, 2);
    const field = exercises(page).locator('#answer');

    await field.fill(`${-answer}`);
    await page.keyboard.press('Enter');
    await expect(answerSaid(page)).toContainText(kind === 'find_p' ? 'Not the value yet' : 'Mind the sign');
    await field.fill(answer.toPrecision(4));
    await page.keyboard.press('Enter');

    await expect(answerSaid(page)).toContainText('Right.');
    await expect(exercises(page).getByRole('heading', { name: 'Solution' })).toBeVisible();
  });
}

test('two models: the worse is refused, the better taken', async ({ page, address, complaints: _ }) => {
  const { answer } = valueOf(core.exercise(3, 'better_model', 1));
  await open(page, address, 'better_model', 3);
  const check = exercises(page).getByRole('button', { name: 'Check' });

  await check.click();
  await expect(answerSaid(page)).toContainText('Choose one first');
  await exercises(page)
    .getByRole('radio')
    .nth(1 - answer)
    .check();
  await check.click();
  await expect(answerSaid(page)).toContainText('The other one');
  await exercises(page).getByRole('radio').nth(answer).check();
  await check.click();

  await expect(answerSaid(page)).toContainText('Right.');
});

test('spot the error: by choosing a line, with the keyboard', async ({ page, address, complaints: _ }) => {
  const { answer, lines: all } = valueOf(core.exercise(3, 'spot_the_error', 1));
  await open(page, address, 'spot_the_error', 3);
  const choice = (i: number) => exercises(page).getByRole('radio').nth(i);

  await choice(answer === 1 ? 2 : 1).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Enter');
  await expect(answerSaid(page)).toContainText('not where it goes wrong');
  for (let i = answer === 1 ? 2 : 1; i !== answer; i = i < answer ? i + 1 : i - 1)
    await page.keyboard.press(i < answer ? 'ArrowDown' : 'ArrowUp');
  await page.keyboard.press('Enter');

  await expect(answerSaid(page)).toContainText('Right, that is the line.');
  await expect(exercises(page).getByRole('radio')).toHaveCount(all.length);
});

test('a link brings back the same exercise', async ({ page, address, complaints: _ }) => {
  const task = `a probability of ${valueOf(core.exercise(42, 'loss_for_one', 2)).predictions[0]}`;
  await open(page, address, 'loss_for_one', 42, 2);

  await expect(exercises(page).locator('.problem')).toContainText(task);
  await exercises(page).locator('#seed').fill('7');
  await exercises(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(page).toHaveURL(/#\/exercises\?seed=7&kind=loss_for_one&level=2&v=1$/);
  await page.goto(page.url().replace('seed=7', 'seed=42'));
  await expect(exercises(page).locator('.problem')).toContainText(task);
  await exercises(page).locator('#seed').fill('-1');
  await exercises(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(exercises(page).locator('#seed-fault')).toContainText('whole number');
});

test('a link leads to the exercise itself, and one of another version says so', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.setViewportSize({ width: 360, height: 640 });
  await open(page, address, 'loss_for_zero', 5, 3);
  await expect(exercises(page).locator('#problem')).toBeFocused();
  await expect(exercises(page).locator('#problem')).toBeInViewport();
  await expect(exercises(page).getByText('another version')).toHaveCount(0);

  await page.goto(page.url().replace('v=1', 'v=2'));
  await expect(exercises(page).getByText('comes from another version')).toBeVisible();
  await expect(exercises(page).locator('#kind')).toHaveValue('loss_for_zero');
  await expect(exercises(page).locator('#level')).toHaveValue('3');
  await expect(page).toHaveURL(/&v=1$/);
  await exercises(page).getByRole('button', { name: 'Open', exact: true }).click();
  await expect(exercises(page).getByText('another version')).toHaveCount(0);
});

test('an exercise opens the walkthrough with its own numbers, and is come back to', async ({
  page,
  address,
  complaints: _,
}) => {
  const { answer, predictions } = valueOf(core.exercise(11, 'loss_at_logit', 3));
  await open(page, address, 'loss_at_logit', 11, 3);
  const part = exercises(page);

  await part.getByRole('button', { name: 'Solve it line by line (counts as help)' }).focus();
  await page.keyboard.press('Enter');
  const field = walkthrough(page).getByLabel('The next line');
  await expect(field).toBeFocused();
  await expect(field).toBeInViewport();
  await expect(said(page)).toContainText('These are the numbers of your exercise');
  await expect(walkthrough(page).locator('#at')).toHaveValue(String(predictions[0]));
  await expect(walkthrough(page).getByRole('radio', { name: 'a logit' })).toBeChecked();
  await walkthrough(page).getByRole('button', { name: 'Show all' }).click();
  await walkthrough(page).getByRole('button', { name: 'Back to the exercise' }).click();

  await expect(part.locator('#answer')).toBeFocused();
  await page.keyboard.type(answer.toPrecision(4));
  await page.keyboard.press('Enter');
  await expect(answerSaid(page)).toContainText('Right.');
  await expect(part.getByRole('button', { name: 'Solve it line by line', exact: true })).toBeVisible();
  await part.getByRole('button', { name: 'End the session' }).click();
  await expect(part.locator('.summary')).toContainText(/Right first time\s*0/);
  await expect(part.locator('.summary')).toContainText(/Right with the walkthrough\s*1/);
});

test('several examples, or none, are not for the walkthrough', async ({ page, address, complaints: _ }) => {
  for (const kind of ['batch_mean', 'better_model', 'nats_to_bits', 'find_p'] as const) {
    await open(page, address, kind, 5);
    await expect(exercises(page).getByRole('button', { name: /line by line/ })).toHaveCount(0);
  }
});

test('numbers of one’s own lead back nowhere', async ({ page, address, complaints: _ }) => {
  await open(page, address, 'loss_for_one', 5);
  await exercises(page)
    .getByRole('button', { name: /line by line/ })
    .click();
  await expect(walkthrough(page).getByRole('button', { name: 'Back to the exercise' })).toBeVisible();
  await walkthrough(page).getByRole('button', { name: 'Start with these numbers' }).click();
  await expect(walkthrough(page).getByRole('button', { name: 'Back to the exercise' })).toHaveCount(0);
});

test('the level rises with success, falls gently, and the session is summed up', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, 'nats_to_bits', 100, 2);
  const part = exercises(page);
  const solve = async (seed: number, level: number) => {
    await part.locator('#answer').fill(valueOf(core.exercise(seed, 'nats_to_bits', level)).answer.toPrecision(4));
    await page.keyboard.press('Enter');
    await expect(answerSaid(page)).toContainText('Right.');
    await part.getByRole('button', { name: 'Next exercise' }).click();
    await expect(part.locator('#problem')).toBeFocused();
  };

  await solve(100, 2);
  await solve(101, 2);
  await expect(part.locator('#level')).toHaveValue('3');
  await part.locator('#answer').fill(`${valueOf(core.exercise(102, 'nats_to_bits', 3)).given}`);
  await page.keyboard.press('Enter');
  await expect(answerSaid(page)).toContainText('still in nats');
  await part.getByRole('button', { name: 'Show the solution' }).click();
  await part.getByRole('button', { name: 'Next exercise' }).click();
  await expect(part.locator('#level')).toHaveValue('3');
  await part.getByRole('button', { name: 'Show the solution' }).click();
  await expect(answerSaid(page)).toContainText('easier');
  await page.setViewportSize({ width: 360, height: 740 });
  await part.getByRole('button', { name: 'End the session' }).click();

  await expect(part.locator('#summary')).toBeFocused();
  await expect(part.getByRole('button', { name: 'Start a new session' })).toBeInViewport();
  await expect(part.locator('.summary')).toContainText(/Exercises\s*4/);
  await expect(part.locator('.summary')).toContainText(/Right first time\s*2/);
  await expect(part.locator('.summary')).toContainText('Unit left as it was: 1');
  await part.getByRole('button', { name: 'Start a new session' }).click();
  await expect(part.locator('#problem')).toBeFocused();
});

for (const width of [320, 1280]) {
  test(`nothing is wider than the page at ${width} pixels, and axe has no complaint`, async ({ page, address }) => {
    await page.setViewportSize({ width, height: 900 });
    for (const kind of ['batch_mean', 'spot_the_error', 'better_model'] as const) {
      await open(page, address, kind, 5, 5);
      await exercises(page).getByRole('button', { name: 'Show the solution' }).click();
      await expect(answerSaid(page)).toContainText('below');
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
      ).toEqual([]);
    }
  });
}
