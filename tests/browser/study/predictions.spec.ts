/** The walkthrough of the learner's own predictions: pasted, opened, cancelled, spoilt; and its steps to the end. */
import { writeFile } from 'node:fs/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { valueOf } from '../../../web/engine/value.js';
import { core } from '../../wasm/study/core.js';
import { expect, test as base } from '../lesson.js';

const test = base.extend<{ predictions: Page }>({
  predictions: async ({ page, address, complaints: _ }, use) => {
    await page.goto(`${address.replace('index', 'study')}#/walkthroughs/predictions`);
    await expect(place(page)).toHaveAttribute('data-ready', '');
    await expect(result(page)).toContainText('36 rows');
    await use(page);
  },
});

const place = (page: Page) => page.locator('bce-predictions');
const result = (page: Page) => place(page).locator('#result');
const faults = (page: Page) => place(page).locator('.faults li');

async function paste(page: Page, text: string): Promise<void> {
  await place(page).getByLabel('Paste rows here').fill(text);
  await place(page).getByRole('button', { name: 'Use what I pasted' }).click();
}

const open = (page: Page, name: string, text: string | Buffer) =>
  place(page)
    .getByLabel('Open a CSV file')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('what was pasted is read, and held against the share of ones', async ({ predictions: page }) => {
  await paste(page, 'score;label\n0,9;1\n0,1;0\n0,2;1\n');

  await expect(result(page)).toHaveText('3 rows, with a mean loss of 0.6067 nats.');
  await expect(place(page)).toContainText('Labels from column 2: label, predictions from column 1: score');
  await expect(place(page).locator('.sums')).toContainText('always says 0.6667');
  await expect(place(page)).toContainText('These predictions cost less than always saying the share of ones.');
});

test('a file of a million rows is read while the page goes on answering', async ({ predictions: page }, info) => {
  const rows = Array.from({ length: 1_000_000 }, (_, i) => `${i % 3 === 0 ? 1 : 0},${((i % 997) + 1) / 1000}`);
  // From the disk: to hand it over would take the page longer than to read it.
  const file = info.outputPath('million.csv');
  await writeFile(file, `y,p\n${rows.join('\n')}\n`);
  await page.evaluate(() => {
    const beats = [performance.now()];
    Object.assign(window, { beats });
    setInterval(() => beats.push(performance.now()), 10);
  });
  await place(page).getByLabel('Open a CSV file').setInputFiles(file);

  await expect(result(page)).toContainText('1,000,000 rows', { timeout: 60_000 });
  const gap = await page.evaluate(() => {
    const { beats } = window as unknown as { beats: number[] };
    return Math.max(...beats.slice(1).map((beat, i) => beat - (beats[i] ?? beat)));
  });
  expect(gap).toBeLessThan(250);
});

/** Makes every file of the page endless: half a gigabyte of rows that nobody has to keep. */
const endless = (page: Page) =>
  page.addInitScript(() => {
    const { Worker } = window;
    const slow = class extends Worker {
      override postMessage(message: unknown) {
        const piece = new Blob(['1,0.5\n'.repeat(1_000_000)]);
        const file = new Blob(Array.from({ length: 90 }, () => piece));
        super.postMessage({ ...(message as object), file });
      }
    };
    window.Worker = slow as typeof Worker;
  });

test('reading tells how far it is, and ends at once when it is cancelled', async ({ page, address, complaints: _ }) => {
  await page.goto(`${address.replace('index', 'study')}#/walkthroughs/predictions`);
  await expect(result(page)).toContainText('36 rows');
  await endless(page);
  await page.reload();
  const cancel = place(page).getByRole('button', { name: 'Cancel' });
  await expect(place(page).locator('.reading p')).toContainText(/[1-9][\d,]* rows read/);
  await expect(place(page).getByRole('progressbar', { name: 'Reading the file' })).toBeVisible();

  await cancel.click();

  await expect(result(page)).toContainText('cancelled');
  await expect(place(page).locator('.reading')).toHaveCount(0);
  await expect(place(page).locator('.source summary')).toBeFocused();
});

test('each row that cannot be used has its sentence, and the good ones stay', async ({ predictions: page }) => {
  const good = Array.from({ length: 60 }, (_, i) => `${i % 2},0.5`);
  await open(
    page,
    'spoilt.csv',
    ['\ufeffy,p', ...good, '', 'maybe,0.5', '1,high', '1', '2,0.5', '1,1.5', '0,"0.5', '1,0.5'].join('\r\n'),
  );

  await expect(result(page)).toContainText('61 rows, with a mean loss of 0.6931 nats');
  await place(page).getByText('Rows that could not be used and were left out: 6.').click();
  await expect(faults(page)).toHaveText([
    'Row 63: the label “maybe” is not a number.',
    'Row 64: the prediction “high” is not a number.',
    'Row 65: the label or the prediction is missing.',
    'Row 66: the label is not from 0 to 1.',
    'Row 67: the prediction is no probability from 0 to 1.',
    'Row 68: a quotation mark is opened and never closed.',
  ]);
  await expect(place(page)).toContainText('Blank rows: 1.');
  await place(page).getByRole('button', { name: 'Read as logits' }).click();
  await expect(result(page)).toContainText('62 rows');
});

for (const [what, text, sentence] of [
  ['nothing', '', 'There is nothing in it to read.'],
  ['one column', '0.5\n0.2\n', 'Only one column was found.'],
  ['words alone', 'a,b\nc,d\n', 'No column has numbers in it.'],
  ['no good row', 'y,p\n7,0.5\n8,0.5\n', 'There is no row in it that could be used.'],
] as const)
  test(`${what}: one sentence says why nothing is shown`, async ({ predictions: page }) => {
    await paste(page, text);
    await expect(result(page)).toContainText(sentence);
    await expect(place(page).locator('.part')).toHaveCount(0);
  });

test('what cannot be told is asked, and then read as the learner says', async ({ predictions: page }) => {
  await paste(page, 'first,second,third\n85,1,x\n20,0,x\n40,0,x\n');
  await expect(place(page).locator('.layout .fault')).toContainText('Say what they are');

  await place(page).getByRole('radio', { name: 'percentages' }).check();
  await place(page).getByRole('button', { name: 'Read it like this' }).click();

  await expect(result(page)).toHaveText('3 rows, with a mean loss of 0.2988 nats.');
});

test('percentages with their sign need no question', async ({ predictions: page }) => {
  await paste(page, 'y\tp\n1\t85%\n0\t20 %\n');
  await expect(result(page)).toHaveText('2 rows, with a mean loss of 0.1928 nats.');
  await expect(place(page)).toContainText('read as percentages');
});

test('without a worker the page reads by itself', async ({ page, address, complaints: _ }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('none');
      }
    } as unknown as typeof Worker;
  });
  await page.goto(`${address.replace('index', 'study')}#/walkthroughs/predictions`);
  await expect(result(page)).toContainText('36 rows');
  await paste(page, 'y,p\n1,0.5\n');
  await expect(result(page)).toContainText('1 rows, with a mean loss of 0.6931 nats');
});

test('an engine without SIMD gets the other file, and the same numbers', async ({ page, address, complaints: _ }) => {
  await page.addInitScript(() => {
    WebAssembly.validate = () => false;
  });
  const files: string[] = [];
  page.on('request', (request) => /\.wasm$/.test(request.url()) && files.push(request.url()));
  await page.goto(`${address.replace('index', 'study')}#/walkthroughs/predictions`);
  await expect(result(page)).toContainText('36 rows, with a mean loss of 0.5131 nats');
  expect(files.some((file) => !file.includes('-simd-'))).toBe(true);
});

test('the steps are walked to the end, and the task is answered', async ({ predictions: page }) => {
  const part = place(page);
  const choose = async (answer: string) => {
    await part.getByRole('radio', { name: answer }).check();
    await part.getByRole('button', { name: 'Check' }).click();
    await expect(part.locator('#said')).toContainText('Right.');
  };
  const next = (name = 'Next step') => part.getByRole('button', { name, exact: true }).click();

  await part.getByRole('radio', { name: 'It puts most rows' }).check();
  await part.getByRole('button', { name: 'Check' }).click();
  await expect(part.locator('#said')).toContainText('No.');
  await choose('On these rows');
  await next();
  await expect(part).toContainText('The costliest row alone, one of 36, is 46.1% of the sum.');
  await choose('Infinite.');
  await next();
  await expect(part.getByRole('img', { name: /Share of ones over/ })).toBeVisible();
  await choose('It is too sure');
  await next();
  await expect(part.locator('.part tbody tr')).toHaveCount(4);
  await choose('Some rows are wrong');
  await next('To the task');
  const seed = Number(new URL(page.url()).hash.match(/seed=(\d+)/)?.[1]);
  const { answer } = valueOf(core.exercise(seed, 'batch_mean', 2));
  await part.locator('#answer').fill(answer.toPrecision(4));
  await page.keyboard.press('Enter');

  await expect(part).toContainText('That is the whole walkthrough.');
});

for (const scheme of ['light', 'dark'] as const)
  test(`every step passes axe, in the ${scheme}`, async ({ page, address }) => {
    // Which writes styles into the page, so that the policy complains.
    await page.emulateMedia({ colorScheme: scheme });
    await page.setViewportSize({ width: 320, height: 700 });
    await page.goto(`${address.replace('index', 'study')}#/walkthroughs/predictions`);
    await expect(result(page)).toContainText('36 rows');
    for (const step of [1, 2, 3, 4, 5]) {
      await page.goto(page.url().replace(/\?.*|$/, `?step=${step}`));
      await expect(place(page).locator(`#step-${step}`)).toBeFocused();
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
    }
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });
