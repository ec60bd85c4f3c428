/** The walkthroughs, as a learner with a keyboard goes through them. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { plan as entropy } from '../../../web/study/state/entropy.js';
import { plan as gradient } from '../../../web/study/state/gradient.js';
import { plan as logits } from '../../../web/study/state/logits.js';
import type { Plan, Question } from '../../../web/study/state/walk.js';
import { core } from '../../wasm/study/core.js';
import { expect, test } from '../lesson.js';

const PLANS: Readonly<Record<string, Plan>> = {
  logits: logits(core),
  gradient: gradient(core),
  entropy: entropy(core),
};

const SEED = 7;

async function open(page: Page, address: string, name: string, settings = ''): Promise<Locator> {
  await page.goto(`${address.replace('index', 'study')}#/walkthroughs/${name}${settings}`);
  const walk = page.locator(`bce-${name}`);
  await expect(walk).toHaveAttribute('data-ready', '');
  return walk;
}

/** By the Tab key alone. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await target.evaluate((element) => element.matches(':focus'))) return;
    await page.keyboard.press('Tab');
  }
  await expect(target).toBeFocused();
}

async function answer(page: Page, walk: Locator, question: Question): Promise<void> {
  if (question.type === 'number') {
    await tabTo(page, walk.locator('#answer'));
    await page.keyboard.type(question.answer.toPrecision(5));
  } else {
    const options = walk.locator('.options input');
    await tabTo(page, options.first());
    await page.keyboard.press('Space');
    for (let i = 0; i < question.right; i++) await page.keyboard.press('ArrowDown');
  }
  await page.keyboard.press('Enter');
}

/** What the app is told of, as it is told. */
const did = (page: Page) => page.evaluate(() => (window as unknown as { told: unknown[] }).told);

const complaintsOf = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
};

for (const [name, plan] of Object.entries(PLANS)) {
  test(`${name}: from start to end by keyboard`, async ({ page, address, complaints: _ }) => {
    await page.addInitScript(() => {
      const told: unknown[] = [];
      Object.assign(window, { told });
      document.addEventListener('bce-did', (event) => told.push((event as Event & { did: unknown }).did));
    });
    const walk = await open(page, address, name, `?seed=${SEED}`);
    const said = walk.locator('#said');

    for (const [i, step] of plan.steps.entries()) {
      if (i > 0) await expect(walk.locator(`#step-${i + 1}`)).toBeFocused();
      await answer(page, walk, step);
      await expect(said).toContainText('Right');
      await expect(walk.locator('.step').nth(i)).toContainText('found');
      await expect(walk.getByRole('button', { name: /^(Next step|To the task)$/ })).toBeFocused();
      await page.keyboard.press('Enter');
    }
    await expect(walk.locator(`#step-${plan.steps.length + 1}`)).toBeFocused();
    await expect(page).toHaveURL(new RegExp(`step=${plan.steps.length + 1}&seed=${SEED}$`));
    await answer(page, walk, plan.task(SEED));
    await expect(said).toContainText('Right');
    await expect(walk).toContainText('That is the whole walkthrough.');

    const of = plan.steps.length;
    const { place, skill } = plan;
    expect(await did(page)).toEqual([
      ...plan.steps.map((_, i) => ({ type: 'step', place, step: i + 1, of })),
      { type: 'task', place, right: true, helped: false, skill },
    ]);

    await walk.getByRole('button', { name: 'Another one' }).focus();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(new RegExp(`seed=${SEED + 1}$`));
    await expect(walk.locator('#answer')).toHaveValue('');
    await walk.getByRole('button', { name: 'Show the answer' }).focus();
    await page.keyboard.press('Enter');
    await expect(walk.locator('.step').last()).toContainText('shown');
    expect((await did(page)).at(-1)).toEqual({ type: 'task', place, right: false, helped: true, skill });
  });
}

for (const [name, plan] of Object.entries(PLANS)) {
  test(`${name}: axe has no complaint, in either scheme and at any width`, async ({ page, address }) => {
    const walk = await open(page, address, name);
    const show = walk.getByRole('button', { name: 'Show the answer' });
    for (let i = 0; i < plan.steps.length; i++) {
      // One step with a box, and one with a choice.
      if (i === 0 || i === plan.steps.length - 1) expect(await complaintsOf(page)).toEqual([]);
      await show.click();
      await walk.getByRole('button', { name: /^(Next step|To the task)$/ }).click();
    }
    if (name === 'entropy') await walk.getByRole('button', { name: 'Bet this on all' }).click();
    await show.click();
    for (const [width, colorScheme] of [
      [320, 'dark'],
      [1280, 'light'],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await page.emulateMedia({ colorScheme });
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
      expect(await complaintsOf(page)).toEqual([]);
    }
  });
}

test('a wrong turn is named, and the step stays where it is', async ({ page, address, complaints: _ }) => {
  const walk = await open(page, address, 'gradient', '?step=3');
  const said = walk.locator('#said');
  const type = async (text: string) => {
    await walk.locator('#answer').fill(text);
    await page.keyboard.press('Enter');
  };

  await type('-5');
  await expect(said).toContainText('That is the first factor alone');
  await type('0.8');
  await expect(said).toContainText('the prediction minus the label');
  await type('ln(');
  await expect(walk.locator('#answer')).toHaveAttribute('aria-invalid', 'true');
  await type('p - y = −0.8');
  await expect(said).toContainText('Right');
});

test('a wrong choice has its reason', async ({ page, address, complaints: _ }) => {
  const walk = await open(page, address, 'logits', '?step=2');
  await walk.getByRole('button', { name: 'Check' }).click();
  await expect(walk.locator('#said')).toContainText('Choose an answer first');
  await walk.getByRole('radio', { name: 'NaN' }).check();
  await walk.getByRole('button', { name: 'Check' }).click();
  await expect(walk.locator('#said')).toContainText('where the factor 0 meets');
  await expect(walk.locator('.options')).toBeVisible();
});

test('a link leads to a step, and the steps before it are there to be answered', async ({
  page,
  address,
  complaints: _,
}) => {
  const walk = await open(page, address, 'entropy', '?step=3');
  await expect(walk.locator('.step')).toHaveCount(3);
  await expect(walk.locator('#step-3')).toBeFocused();
  await expect(walk.locator('#step-3')).toBeInViewport();

  await walk.getByRole('button', { name: 'Answer this' }).first().click();
  await expect(walk.locator('#step-1')).toBeFocused();
  await expect(page).toHaveURL(/step=1$/);
  await expect(walk.locator('.step')).toHaveCount(3);
  await walk.getByRole('button', { name: 'Step 5' }).click();
  await expect(walk.locator('.step')).toHaveCount(5);
  await walk.getByRole('button', { name: 'One step back' }).click();
  await expect(walk.locator('#step-4')).toBeFocused();

  await page.goto('about:blank');
  await open(page, address, 'entropy', '?step=99&seed=x');
  await expect(walk.locator('.step')).toHaveCount(1);
});

test('by way of p the loss at 40 and 800 is infinite, nothing or no number', async ({
  page,
  address,
  complaints: _,
}) => {
  const walk = await open(page, address, 'logits', '?step=2');
  const scene = walk.locator('.step').nth(1);
  const row = (words: string) => scene.getByRole('row', { name: words });
  const preset = (z: string) => scene.getByRole('button', { name: z, exact: true }).click();
  const label = async (y: 'Home' | 'End') => {
    await scene.getByRole('slider', { name: 'Label' }).focus();
    await page.keyboard.press(y);
  };

  await preset('40');
  await label('Home');
  await expect(row('L ∞ ∞')).toBeVisible();
  await expect(row('the stable form')).toContainText('40');
  await label('End');
  await expect(row('L NaN NaN')).toBeVisible();
  await expect(row('the stable form')).toContainText('4.248 × 10⁻¹⁸');
  await preset('−800');
  await expect(row('L ∞ ∞')).toBeVisible();
  await expect(row('the stable form')).toContainText('800');
  await preset('−40');
  await expect(scene).toContainText('float64 agrees to four figures; float32 agrees to four figures.');
  await label('Home');
  await expect(scene).toContainText('it gives 0');
  await preset('800');
  await label('End');
  await expect(scene).toContainText('smaller than the smallest double');

  const typed = scene.getByLabel('Any logit');
  await typed.fill('x');
  await page.keyboard.press('Enter');
  await expect(typed).toHaveAttribute('aria-invalid', 'true');
  await typed.fill('1e300');
  await page.keyboard.press('Enter');
  await expect(row('the stable form')).toContainText('0');
  await label('Home');
  await expect(row('the stable form')).toContainText('1 × 10³⁰⁰');
});

test('the check by differences can be driven too far both ways', async ({ page, address, complaints: _ }) => {
  const walk = await open(page, address, 'gradient', '?step=5');
  const scene = walk.locator('.step').nth(4);
  const step = scene.getByRole('slider', { name: 'Step' });

  await step.focus();
  await page.keyboard.press('End');
  await expect(scene).toContainText('the curve bends on the way');
  await page.keyboard.press('Home');
  await expect(scene).toContainText('both losses are the same number');
  const typed = scene.getByLabel('Any step');
  await typed.fill('1e-12');
  await page.keyboard.press('Enter');
  await expect(scene).toContainText('What is left is rounding');
  await scene.getByRole('radio', { name: 'central' }).check();
  await typed.fill('0,001');
  await page.keyboard.press('Enter');
  await expect(scene).toContainText('the curve bends on the way');
  await expect(scene.getByRole('row', { name: 'L(z − h)' })).toBeVisible();
  for (const none of ['0', '-1', '1000', 'h']) {
    await typed.fill(none);
    await page.keyboard.press('Enter');
    await expect(typed).toHaveAttribute('aria-invalid', 'true');
  }
});

test('entropy and divergence make up the loss, to the ends', async ({ page, address, complaints: _ }) => {
  const walk = await open(page, address, 'entropy', '?step=3');
  const scene = walk.locator('.step').nth(2);
  const figures = scene.locator('.readings');
  const set = async (name: string, value: string) => scene.getByRole('slider', { name }).fill(value);

  await set('Label', '0.3');
  await set('Prediction', '0.6');
  await expect(figures).toContainText(/0\.611.*0\.184.*0\.795/s);
  await set('Prediction', '0.3');
  await expect(figures).toContainText(/0\.611.*\b0\b.*0\.611/s);
  await expect(scene).toContainText('only the entropy is left');
  await set('Prediction', '0');
  await expect(figures).toContainText(/0\.611.*∞.*∞/s);
  await expect(scene).toContainText('are infinite');
  await set('Label', '0');
  await expect(figures).toContainText(/0.*0.*0/s);
  await expect(scene).not.toContainText('are infinite');
});

test('twenty bets are scored beside the best constant one, and a certain one that was wrong is infinite', async ({
  page,
  address,
  complaints: _,
}) => {
  const walk = await open(page, address, 'entropy', '?step=5');
  const scene = walk.locator('.bets');
  const bet = scene.getByRole('slider', { name: 'Your bet' });
  const events = scene.getByRole('list', { name: 'The events so far' }).getByRole('listitem');

  await bet.focus();
  await page.keyboard.press('ArrowRight');
  await tabTo(page, scene.getByRole('button', { name: 'Bet', exact: true }));
  await page.keyboard.press('Enter');
  await expect(events).toHaveCount(1);
  await expect(scene.getByRole('status')).toContainText('You bet 0.51');
  await expect(scene.getByRole('row', { name: 'always one half' })).toContainText('0.693');
  await expect(scene.getByRole('row', { name: 'the best constant bet' })).toHaveCount(0);
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(events).toHaveCount(20);
  await expect(scene.getByRole('button', { name: 'A new run' })).toBeFocused();
  await expect(scene.getByRole('status')).toContainText('The run is over');
  await expect(scene.getByRole('row', { name: 'the best constant bet' })).toBeVisible();
  await expect(scene.getByRole('table', { name: 'Your calibration' })).toContainText('0.4 to 0.6');

  // Of two runs of a biased coin one certainly holds both results.
  await page.keyboard.press('Enter');
  await expect(bet).toBeFocused();
  await page.keyboard.press('End');
  await scene.getByRole('button', { name: 'Bet this on all' }).click();
  const ones = await events.filter({ hasText: 'it was a 1' }).count();
  if (ones < 20) {
    await expect(scene.getByRole('row', { name: /^you/ })).toContainText('∞');
    await expect(scene).toContainText(`that were wrong: ${20 - ones}`);
  } else await expect(scene.getByRole('row', { name: /^you/ })).toContainText('0');
});
