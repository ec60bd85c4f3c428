/** The walkthrough of training, as a learner meets it: by keyboard, by mouse and by touch. */
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { valueOf } from '../../../web/engine/value.js';
import { core } from '../../wasm/study/core.js';
import { expect, test } from '../lesson.js';

async function open(page: Page, address: string, settings = ''): Promise<Locator> {
  await page.goto(`${address.replace('index', 'study')}#/walkthroughs/training${settings}`);
  const part = page.locator('bce-training');
  await expect(part).toHaveAttribute('data-ready', '');
  return part;
}

const button = (part: Locator, name: string) => part.getByRole('button', { name, exact: true });
const steps = (part: Locator) => part.locator('.runs caption');
const cell = (part: Locator, row: string, column = 0) =>
  part.locator('.runs tbody tr').filter({ hasText: row }).locator('td').nth(column);

/** The centre of an animal on the screen, as the table has it. */
async function placeOf(part: Locator, kilograms: number, centimetres: number) {
  const plot = part.locator('.graph .plot');
  await plot.scrollIntoViewIfNeeded();
  const box = await plot.boundingBox();
  if (!box) throw new Error('The picture is not there.');
  return { x: box.x + (kilograms / 12) * box.width, y: box.y + ((14 - centimetres) / 12) * box.height };
}

/** Those of the seed that the page starts with. */
const herd = valueOf(core.animals(10, 'mixed'));
const [kilograms = 0] = herd.weights;
const [centimetres = 0] = herd.ears;

test('the whole walkthrough is done by keyboard, and told', async ({ page, address, complaints: _ }) => {
  const part = await open(page, address, '?seed=3');
  await page.evaluate(() => {
    const told: unknown[] = [];
    Object.assign(window, { told });
    document.addEventListener('bce-did', (event) => told.push((event as Event & { did: unknown }).did));
  });
  const answer = async (text: string) => {
    await part.locator('#answer').focus();
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  };
  const choose = async (text: string) => {
    await part.locator('.options').getByRole('radio').first().focus();
    await page.keyboard.press('Space');
    while (!(await part.locator('.options .choice', { hasText: text }).getByRole('radio').isChecked()))
      await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
  };
  const next = async (name: string) => {
    await expect(button(part, name)).toBeFocused();
    await page.keyboard.press('Enter');
  };

  await answer('ln 2');
  await next('Next step');
  await choose('sure of, and wrong about');
  await next('Next step');
  await answer('0.00246');
  await next('Next step');
  await choose('no step is longer');
  await next('Next step');
  await choose('the weights grow without end');
  await next('To the task');
  await answer(valueOf(core.asking('training_task', 3)).answer.toPrecision(4));

  await expect(part.locator('.done')).toBeVisible();
  const place = 'walkthroughs/training';
  expect(await page.evaluate(() => (window as unknown as { told: unknown }).told)).toEqual([
    ...[1, 2, 3, 4, 5].map((step) => ({ type: 'step', place, step, of: 5 })),
    { type: 'task', place, right: true, helped: false, skill: 'gradient_step' },
  ]);
});

test('steps, a run, a pause and a restart, each said when it is over', async ({ page, address, complaints: _ }) => {
  const part = await open(page, address);
  await expect(cell(part, 'mean loss')).toHaveText('0.693');
  await expect(steps(part)).toHaveText('After 0 steps');

  await button(part, 'One step').click();
  await expect(steps(part)).toHaveText('After 1 steps');
  await button(part, 'Ten steps').click();
  await expect(steps(part)).toHaveText('After 11 steps');
  await expect(part.locator('.lab .unseen')).toContainText('11 steps. cross-entropy: mean loss');

  await button(part, 'Run').click();
  await expect.poll(async () => Number((await steps(part).textContent())?.match(/\d+/)?.[0])).toBeGreaterThan(50);
  await button(part, 'Pause').click();
  const paused = await steps(part).textContent();
  await page.waitForTimeout(200);
  await expect(steps(part)).toHaveText(paused ?? '');
  await expect(part.locator('.lab .unseen')).toContainText('The loss is falling');

  await button(part, 'Restart').click();
  await expect(steps(part)).toHaveText('After 0 steps');
  await expect(cell(part, 'mean loss')).toHaveText('0.693');
});

test('a run that settles stops by itself, and one out of sight pauses', async ({ page, address, complaints: _ }) => {
  const part = await open(page, address, '?rate=4');
  await button(part, 'Run').click();
  await expect(part.locator('.course')).toContainText('Settled', { timeout: 20_000 });
  await expect(button(part, 'Run')).toBeVisible();

  await button(part, 'Restart').click();
  await button(part, 'Run').click();
  await page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true });
    document.dispatchEvent(new Event('visibilitychange'));
  });
  await expect(button(part, 'Run')).toBeVisible();
});

test('in motion that is reduced a run is there at once', async ({ page, address, complaints: _ }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const part = await open(page, address);
  await button(part, 'Run').click();
  await expect(steps(part)).toHaveText('After 200 steps');
  await expect(button(part, 'Run')).toBeVisible();
});

test('from a start that is sure of the opposite, the squared error stalls', async ({
  page,
  address,
  complaints: _,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const part = await open(page, address, '?step=3');
  await button(part, 'Set this step up').click();
  await button(part, 'Ten steps').click();
  await button(part, 'Ten steps').click();
  await expect(part.locator('.course').nth(0)).toContainText('The loss is falling');
  await expect(part.locator('.course').nth(1)).toContainText('Stalled');
  await expect(part.locator('.chart')).toHaveCount(4);
});

test('a rate that is too high leaps, a typed one is read, and nonsense is told', async ({
  page,
  address,
  complaints: _,
}) => {
  const part = await open(page, address, '?step=4');
  await button(part, 'Set this step up').click();
  for (let i = 0; i < 3; i++) await button(part, 'Ten steps').click();
  await expect(part.locator('.course')).toContainText('Leaping');
  await expect(part.locator('.lab')).not.toContainText(/NaN|∞|Infinity/);

  const field = part.getByLabel('Rate, typed');
  await field.fill('1/4');
  await field.press('Enter');
  await expect(field).toHaveValue('0.25');
  await expect(part.getByLabel('Rate', { exact: true })).toHaveAttribute('aria-valuetext', '0.25');
  await field.fill('fast');
  await field.press('Enter');
  await expect(part.getByRole('alert')).toContainText('from 0.001 to 1000');
  await expect(field).toHaveAttribute('aria-invalid', 'true');
});

test('animals that are apart have no end, and their weights grow', async ({ page, address, complaints: _ }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const part = await open(page, address, '?step=5');
  await button(part, 'Set this step up').click();
  await button(part, 'Run').click();
  await expect(part.locator('.course')).toContainText('All on their right side');
  await expect(cell(part, 'wrong side')).toHaveText('0 of 20');
});

test('an animal is dragged with the mouse, and the keys go on with it', async ({ page, address, complaints: _ }) => {
  const part = await open(page, address);
  const from = await placeOf(part, kilograms, centimetres);
  const to = await placeOf(part, 10, 4);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2);
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();

  const chosen = part.locator('#animal option:checked');
  await expect(chosen).toContainText('cat 1: 10.0 kg, 4.0 cm');
  await expect(part.getByLabel(/Weight in kilograms/)).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(chosen).toContainText('cat 1: 10.1 kg, 4.0 cm');
  // Where there is no animal nothing is taken hold of.
  const empty = await placeOf(part, 1, 13);
  await page.mouse.move(empty.x, empty.y);
  await page.mouse.down();
  await page.mouse.move(to.x, to.y);
  await page.mouse.up();
  await expect(chosen).toContainText('cat 1: 10.1 kg, 4.0 cm');
});

test('an animal is dragged by touch, in both directions, and the page stays', async ({ browser, address }) => {
  const context = await browser.newContext({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 720 } });
  const page = await context.newPage();
  const part = await open(page, address);
  const from = await placeOf(part, kilograms, centimetres);
  const to = await placeOf(part, 9, 5);
  const scrolled = await page.evaluate(() => scrollY);
  const client = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: { x: number; y: number }) =>
    client.send('Input.dispatchTouchEvent', { type, touchPoints: at ? [at] : [] });
  await touch('touchStart', from);
  for (let i = 1; i <= 8; i++)
    await touch('touchMove', { x: from.x + ((to.x - from.x) * i) / 8, y: from.y + ((to.y - from.y) * i) / 8 });
  await touch('touchEnd');

  await expect(part.locator('#animal option:checked')).toContainText(/cat 1: (8\.9|9\.0|9\.1) kg, (4\.9|5\.0|5\.1) cm/);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);
  await context.close();
});

test('an animal is chosen, moved, turned into a dog, added and removed by its controls', async ({
  page,
  address,
  complaints: _,
}) => {
  const part = await open(page, address);
  await part.locator('#animal').selectOption('4');
  await part.getByLabel(/Ears in centimetres/).focus();
  await page.keyboard.press('End');
  await expect(part.locator('#animal option:checked')).toContainText(', 14.0 cm');
  await part.locator('.mover').getByRole('radio', { name: 'dog' }).press('Space');
  await expect(part.locator('#animal option:checked')).toContainText('dog 5');
  await button(part, 'Add one').click();
  await expect(part.locator('#animal option:checked')).toContainText('dog 21: 6.0 kg, 8.0 cm');
  await expect(cell(part, 'wrong side')).toContainText('of 21');
  await button(part, 'Remove this one').click();
  await expect(part.locator('#animal option')).toHaveCount(20);
});

test('with one feature there is a curve, and the address leads back to it all', async ({
  page,
  address,
  complaints: _,
}) => {
  const settings = '?animals=4&features=1&loss=both&rate=2&steps=30&start=chance';
  const part = await open(page, address, settings);
  await expect(steps(part)).toHaveText('After 30 steps');
  await expect(part.locator('.graph .curve')).toHaveCount(2);
  await part.getByText('All of this as a table').click();
  await expect(part.locator('.tables tbody').first().locator('tr')).toHaveCount(20);
  const loss = await cell(part, 'mean loss', 1).textContent();

  await button(part, 'Ten steps').click();
  await expect(page).toHaveURL(/steps=40/);
  await page.reload();
  await expect(steps(part)).toHaveText('After 40 steps');
  expect(await cell(part, 'mean loss', 1).textContent()).not.toBe(loss);
});

test('other animals come from another seed, which is shown', async ({ page, address, complaints: _ }) => {
  const part = await open(page, address);
  await part.getByText('Settings').click();
  const seed = part.getByLabel('Seed of animals and chance');
  await expect(seed).toHaveValue('10');
  await seed.fill('11');
  await seed.press('Enter');
  const [other = 0] = valueOf(core.animals(11, 'mixed')).weights;
  await expect(part.locator('#animal option').first()).toContainText(other.toFixed(1));
  await seed.fill('x');
  await seed.press('Enter');
  await expect(part.getByRole('alert')).toContainText('whole number');
});

test('it fits a narrow screen', async ({ page, address, complaints: _ }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  const part = await open(page, address, '?step=3&loss=both&start=wrong&steps=50');
  await part.getByText('Settings').click();
  await part.getByText('All of this as a table').click();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

for (const colorScheme of ['light', 'dark'] as const)
  // Without a look at the complaints: axe brings styles that the policy refuses.
  test(`axe finds nothing, ${colorScheme}`, async ({ page, address }) => {
    await page.emulateMedia({ colorScheme });
    const part = await open(page, address, '?step=3&loss=both&start=wrong&steps=50');
    await part.getByText('Settings').click();
    await part.getByText('All of this as a table').click();
    const { violations } = await new AxeBuilder({ page }).include('bce-training').analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([]);
  });
