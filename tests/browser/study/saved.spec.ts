/** The saved tools, as a learner meets them: cards, notes, progress, and all that may happen to what is kept. */
import { readFileSync } from 'node:fs';
import { AxeBuilder } from '@axe-core/playwright';
import type { Locator, Page } from '@playwright/test';
import { checksum } from '../../../web/study/state/file.js';
import { expect, test as base } from '../lesson.js';

const test = base.extend<{ app: string }>({
  app: async ({ address, complaints: _ }, use) => {
    await use(address.replace('index', 'study'));
  },
});

const part = (page: Page, place: string): Locator =>
  page.locator(place === 'solve' ? 'bce-walkthrough' : `bce-${place}`);

async function open(page: Page, app: string, place: string): Promise<Locator> {
  await page.goto(`${app}#/${place}`);
  const element = part(page, place.replace(/\?.*/, ''));
  await expect(element).toHaveAttribute('data-ready', '');
  return element;
}

/** Goes on to another place of the page that is open. */
async function move(page: Page, place: string): Promise<Locator> {
  await page.evaluate((hash) => (location.hash = hash), `#/${place}`);
  const element = part(page, place.replace(/\?.*/, ''));
  await expect(element).toHaveAttribute('data-ready', '');
  return element;
}

const keep = (page: Page, place = 'solve') => part(page, place).locator('bce-keep');
const lines = (page: Page) => part(page, 'solve').locator('.solution > li');
const told = (element: Locator) => element.locator('.told');

/** What the browser's own store holds, without our code. */
const stored = (page: Page) =>
  page.evaluate(async () => {
    const names = (await indexedDB.databases()).map(({ name }) => name);
    if (!names.includes('bce-study')) return undefined;
    const db = await new Promise<IDBDatabase>((resolve, reject) => {
      const request = indexedDB.open('bce-study');
      request.onsuccess = () => resolve(request.result);
      request.onerror = () => reject(request.error ?? new Error());
    });
    const all: Record<string, Record<string, unknown>[]> = {};
    for (const kind of db.objectStoreNames)
      all[kind] = await new Promise((resolve) => {
        const request = db.transaction(kind).objectStore(kind).getAll();
        request.onsuccess = () => resolve(request.result as Record<string, unknown>[]);
      });
    db.close();
    return all;
  });

/** So many answers checked, all wrong in the same way. */
async function answerWrong(page: Page, times: number): Promise<void> {
  const exercises = await move(page, 'exercises?seed=7&kind=loss_for_one&level=2&v=1');
  for (let i = 0; i < times; i++) {
    await exercises.locator('#answer').fill(`-${i + 1}`);
    await page.keyboard.press('Enter');
    await expect(exercises.locator('#said')).toContainText(/\w/);
  }
}

async function solveLine(page: Page): Promise<void> {
  const solve = part(page, 'solve');
  const before = await lines(page).count();
  await solve.getByRole('button', { name: 'Show this line' }).click();
  await expect(lines(page)).toHaveCount(before + 1);
}

async function note(page: Page, text: string): Promise<void> {
  await keep(page).getByRole('button', { name: /^Note/ }).click();
  await keep(page).getByRole('textbox').last().fill(text);
  await expect(told(keep(page))).toHaveText('Saved.');
}

test('before there is something to keep, the browser’s store is not touched', async ({ page, app }) => {
  await page.addInitScript(() => {
    const opened: string[] = [];
    Object.assign(globalThis, { opened });
    const { open } = IDBFactory.prototype;
    IDBFactory.prototype.open = function (name, version) {
      opened.push(name);
      return version === undefined ? open.call(this, name) : open.call(this, name, version);
    };
  });
  const opened = () => page.evaluate(() => Reflect.get(globalThis, 'opened') as string[]);
  await open(page, app, 'solve');
  for (const place of ['exercises', 'cards', 'notes', 'progress']) await move(page, place);
  await expect(part(page, 'progress')).toContainText('Nothing is kept yet.');
  expect(await opened()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);

  await move(page, 'solve');
  await solveLine(page);

  await expect.poll(opened).toEqual(['bce-study']);
  await expect.poll(async () => (await stored(page))?.['progress']?.length).toBe(1);
});

test('what was done is there after the page is loaded again', async ({ page, app }) => {
  await open(page, app, 'solve');
  await solveLine(page);
  await note(page, 'Mind the minus.');
  await keep(page).getByRole('button', { name: 'Bookmark' }).click();
  await answerWrong(page, 2);
  const cards = await move(page, 'cards');
  await cards.getByRole('button', { name: 'Show the answer' }).click();
  await cards.getByRole('button', { name: /Easy/ }).click();
  await expect(cards.locator('#said')).toContainText('That card comes back in 8 days.');
  await expect.poll(async () => (await stored(page))?.['reviews']?.length).toBe(1);

  await page.reload();

  const progress = await open(page, app, 'progress');
  await expect(progress.getByRole('row', { name: /^Solve/ })).toContainText('1 of 6');
  await expect(progress.getByRole('row', { name: /^Loss for y = 1/ })).toContainText('200');
  await expect(progress).toContainText('1 place, 1 skill, 1 note, 1 bookmark, and 1 card');
  const notes = await move(page, 'notes');
  await expect(notes.getByRole('textbox')).toHaveValue('Mind the minus.');
  await expect(notes.locator('.marked li')).toHaveCount(1);
  await move(page, 'cards');
  await expect(part(page, 'cards').locator('.left')).toContainText('0 to repeat, 9 new');
});

test('a note leads back to its line, with the numbers it was written at', async ({ page, app }) => {
  await open(page, app, 'solve?y=0&p=0.3');
  await solveLine(page);
  await solveLine(page);
  await note(page, 'Here.');
  const notes = await move(page, 'notes');

  await notes.getByRole('link', { name: 'Work out 1 − y (y = 0, p = 0.3)' }).click();
  await expect(lines(page)).toHaveCount(3);
  await page.reload();

  await expect(part(page, 'solve').locator('#at')).toHaveValue('0.3');
  await expect(lines(page)).toHaveCount(3);
  await expect(keep(page).getByRole('button', { name: 'Note (1)' })).toBeVisible();
});

test('a note at a step of a walkthrough leads back to that step, and what was done is told', async ({ page, app }) => {
  await page.goto(`${app}#/walkthroughs/logits?step=2`);
  const walk = page.locator('bce-logits');
  await expect(walk.locator('#step-2')).toBeFocused();
  await walk.getByRole('button', { name: 'Show the answer' }).click();
  await walk.locator('bce-keep').getByRole('button', { name: /^Note/ }).click();
  await walk.locator('bce-keep').getByRole('textbox').fill('The large part first.');
  await expect(told(walk.locator('bce-keep'))).toHaveText('Saved.');

  const progress = await move(page, 'progress');
  await expect(progress.getByRole('row', { name: /^From logits/ })).toContainText('2 of');
  const notes = await move(page, 'notes');
  await notes.getByRole('listitem').getByRole('link').first().click();

  await expect(walk.locator('#step-2')).toBeFocused();
});

test('home says where to go on, also after the page is loaded again', async ({ page, app }) => {
  await open(page, app, 'solve');
  await solveLine(page);
  await expect.poll(async () => (await stored(page))?.['progress']?.length).toBe(1);

  await page.goto('about:blank');
  await page.goto(app);

  await expect(page.locator('#next a')).toHaveAttribute('href', '#/solve');
  await expect(page.locator('#next')).toContainText('1 of 6');
});

test('a note is changed where it stands in the list, and a deleted one comes back', async ({ page, app }) => {
  await open(page, app, 'solve');
  await note(page, 'First.');
  const notes = await move(page, 'notes');
  await notes.getByRole('textbox').fill('First, <b>changed</b>.');
  await expect(told(notes)).toHaveText('Saved.');

  await notes.getByRole('button', { name: /^Delete the note/ }).click();
  await expect(told(notes)).toHaveText('The note has been deleted.');
  await expect(notes.getByRole('textbox')).toHaveCount(0);
  await expect(notes.getByRole('button', { name: 'Undo' })).toBeFocused();
  await page.keyboard.press('Enter');

  await expect(notes.getByRole('textbox')).toHaveValue('First, <b>changed</b>.');
  await page.reload();
  await expect(notes.getByRole('textbox')).toHaveValue('First, <b>changed</b>.');
});

test('an emptied note is deleted, and can be written again in the same field', async ({ page, app }) => {
  await open(page, app, 'solve');
  await note(page, 'x');
  const field = keep(page).getByRole('textbox');
  await field.fill('');
  await expect(told(keep(page))).toHaveText('The note has been deleted.');
  await expect.poll(async () => (await stored(page))?.['notes']?.length).toBe(0);

  await page.keyboard.type('Again');

  await expect.poll(async () => (await stored(page))?.['notes']?.[0]?.['text']).toBe('Again');
  await expect(field).toBeFocused();
});

test('a wrong turn becomes a card, and comes first', async ({ page, app }) => {
  await open(page, app, 'solve');
  await solveLine(page);
  await part(page, 'solve').getByLabel('The next line').fill('ln 0.85');
  await page.keyboard.press('Enter');
  await expect(part(page, 'solve').locator('#said')).toContainText('Mind the sign');

  const cards = await move(page, 'cards');
  await expect(cards.locator('.kind')).toContainText('Your own wrong turn');
  await expect(cards.locator('#front')).toContainText('somebody answers −0.163');
  await cards.getByRole('button', { name: 'Show the answer' }).click();

  await expect(cards.locator('#back')).toContainText('Mind the sign');
  await expect(cards.locator('#back')).toContainText('about 0.163 nats');
});

test('cards are turned, graded and taken back by keys alone', async ({ page, app }) => {
  const cards = await open(page, app, 'cards');
  await cards.getByRole('button', { name: 'Show the answer' }).focus();
  const first = await cards.locator('#front').innerText();

  await page.keyboard.press('Enter');
  await expect(cards.locator('#back')).toBeFocused();
  await page.keyboard.press('4');
  await expect(cards.locator('#said')).toContainText('8 days');
  await expect(cards.locator('#front')).toBeFocused();
  await expect(cards.locator('#front')).not.toHaveText(first);
  await page.keyboard.press('Space');
  await expect(cards.locator('#back')).toBeFocused();
  await page.keyboard.press('1');
  await expect(cards.locator('#said')).toContainText('1 minute');
  await page.keyboard.press('u');
  await expect(cards.locator('#said')).toContainText('taken back');
  await expect(cards.locator('#back')).toBeFocused();
  await page.keyboard.press('u');

  await expect.poll(async () => (await stored(page))?.['reviews']?.length).toBe(1);
  expect(await cards.getByRole('button', { name: 'Take back' }).getAttribute('aria-disabled')).toBe('true');
});

test('when all is seen the day is over, and what is being learned comes back by itself', async ({ page, app }) => {
  await page.clock.install({ time: new Date('2026-03-02T09:00:00') });
  const cards = await open(page, app, 'cards');
  for (let i = 0; i < 10; i++) {
    await cards.getByRole('button', { name: 'Show the answer' }).click();
    await cards.getByRole('button', { name: i === 0 ? /Again/ : /Easy/ }).click();
    await page.clock.runFor(2000);
  }
  // The first was to come back in a minute, and nothing else is due.
  await expect(cards.locator('.left')).toContainText('1 to repeat, 0 new');
  await cards.getByRole('button', { name: 'Show the answer' }).click();
  await cards.getByRole('button', { name: /Easy/ }).click();
  await expect(cards.getByRole('heading', { name: 'That is all for today' })).toBeFocused();
  await expect(cards).toContainText('The next card comes back on');

  await page.clock.setFixedTime(new Date('2026-03-03T09:00:00'));
  await page.reload();
  await expect(cards.locator('.left')).toContainText('10 new');
  // A clock that has been set back by years makes nothing vanish.
  await page.clock.setFixedTime(new Date('2019-03-03T09:00:00'));
  await page.reload();
  await expect(cards.locator('.left')).toContainText('10 to repeat');
});

test('two windows do not lose what the other one did', async ({ page, app, context }) => {
  await open(page, app, 'exercises');
  const other = await context.newPage();
  await open(other, app, 'exercises');
  await Promise.all([answerWrong(page, 3), answerWrong(other, 3)]);
  await move(page, 'solve');
  await note(page, 'Written here.');

  const notes = await move(other, 'notes');
  await expect(notes.getByRole('textbox')).toHaveValue('Written here.');
  await expect.poll(async () => (await stored(page))?.['skills']).toMatchObject([{ attempts: 6, right: 0 }]);
  await notes.getByRole('button', { name: /^Delete the note/ }).click();

  await move(page, 'notes');
  await expect(part(page, 'notes').getByRole('textbox')).toHaveCount(0);
});

for (const [what, script] of [
  [
    'is forbidden',
    () =>
      Object.defineProperty(globalThis, 'indexedDB', {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      }),
  ],
  ['is not there', () => Object.defineProperty(globalThis, 'indexedDB', { value: undefined })],
  [
    'cannot be opened',
    () => {
      IDBFactory.prototype.open = () => {
        throw new DOMException('no', 'InvalidStateError');
      };
    },
  ],
] as const)
  test(`where the store ${what} everything works for the visit, and it is told once`, async ({ page, app }) => {
    await page.addInitScript(script);
    await open(page, app, 'solve');
    await solveLine(page);
    await expect(keep(page).locator('.unkept')).toContainText('only until the page is closed');
    await note(page, 'For now.');
    await answerWrong(page, 1);
    await expect(keep(page, 'exercises').locator('.unkept')).toBeEmpty();

    const notes = await move(page, 'notes');
    await expect(notes.getByRole('textbox')).toHaveValue('For now.');
    const cards = await move(page, 'cards');
    await cards.getByRole('button', { name: 'Show the answer' }).click();
    await cards.getByRole('button', { name: /Good/ }).click();
    await expect(cards.locator('#said')).toContainText('10 minutes');
    const progress = await move(page, 'progress');
    await expect(progress.getByRole('row', { name: /^Solve/ })).toContainText('1 of 6');
  });

test('where even the small store and the channel are forbidden, everything works for the visit', async ({
  page,
  app,
}) => {
  await page.addInitScript(() => {
    for (const name of ['indexedDB', 'localStorage', 'BroadcastChannel'])
      Object.defineProperty(globalThis, name, {
        get: () => {
          throw new DOMException('no', 'SecurityError');
        },
      });
  });
  await open(page, app, 'solve');
  await note(page, 'For now.');

  const notes = await move(page, 'notes');
  await expect(notes.getByRole('textbox')).toHaveValue('For now.');
});

test('where the disk is full what was done still holds, and is kept once there is room', async ({ page, app }) => {
  await page.addInitScript(() => {
    const { put } = IDBObjectStore.prototype;
    IDBObjectStore.prototype.put = function (value: unknown) {
      if (Reflect.get(globalThis, 'full')) throw new DOMException('full', 'QuotaExceededError');
      return put.call(this, value);
    };
  });
  const fill = (full: boolean) => page.evaluate((is) => Object.assign(globalThis, { full: is }), full);
  await open(page, app, 'solve');
  await solveLine(page);
  await expect.poll(async () => (await stored(page))?.['progress']?.length).toBe(1);
  await fill(true);

  await solveLine(page);
  await note(page, 'For now. '.repeat(200));
  await expect(keep(page).locator('.unkept')).toContainText('store is full');
  expect((await stored(page))?.['notes']).toEqual([]);
  await fill(false);
  await solveLine(page);

  await expect.poll(async () => (await stored(page))?.['notes']?.length).toBe(1);
  expect((await stored(page))?.['progress']).toMatchObject([{ step: 3 }]);
  await expect(keep(page).locator('.unkept')).toBeEmpty();
});

test('a page that is killed in the middle of saving loses at most the last thing', async ({ page, app, context }) => {
  await open(page, app, 'exercises');
  const done = 7;
  await answerWrong(page, done);
  // Without waiting for anything that is under way.
  const browser = await context.newCDPSession(page);
  browser.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');

  const next = await context.newPage();
  const progress = await open(next, app, 'progress');

  const kept = (await stored(next))?.['skills']?.[0]?.['attempts'];
  expect([done - 1, done]).toContain(kept);
  await expect(progress.getByRole('row', { name: /^Loss for y = 1/ })).toContainText(`${kept}`);
});

test('a note is saved as it was when the page went away', async ({ page, app }) => {
  await open(page, app, 'solve');
  await note(page, 'Begun');
  await keep(page).getByRole('textbox').pressSequentially(', and finished.');
  await page.goto('about:blank');

  const notes = await open(page, app, 'notes');
  await expect(notes.getByRole('textbox')).toHaveValue('Begun, and finished.');
});

/** Fills the store, and saves it as a file. */
async function save(page: Page, app: string): Promise<string> {
  await open(page, app, 'solve');
  await solveLine(page);
  await note(page, 'Mind the minus.');
  await answerWrong(page, 2);
  const progress = await move(page, 'progress');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    progress.getByRole('button', { name: 'Save all of it as a file' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^binary-cross-entropy-\d{4}-\d\d-\d\d\.json$/);
  await expect(told(progress)).toContainText('downloads');
  return readFileSync(await download.path(), 'utf8');
}

const take = (progress: Locator, text: string | Buffer) =>
  progress.locator('input[type=file]').setInputFiles({
    name: 'kept.json',
    mimeType: 'application/json',
    buffer: typeof text === 'string' ? Buffer.from(text) : text,
  });

test('a file goes to another browser and is merged there, or replaces what is there; both can be undone', async ({
  page,
  app,
  browser,
}) => {
  const text = await save(page, app);
  const elsewhere = await (await browser.newContext()).newPage();
  await open(elsewhere, app, 'solve');
  await solveLine(elsewhere);
  await solveLine(elsewhere);
  await note(elsewhere, 'My own.');
  const progress = await move(elsewhere, 'progress');
  const holds = progress.locator('.holds');

  await take(progress, text);
  const asked = progress.getByRole('group').filter({ hasText: 'The file is from' });
  await expect(asked).toContainText('1 place, 1 skill, and 1 note');
  await expect(asked).toContainText('Adds 2, changes 0, removes nothing.');
  await expect(asked).toContainText('Adds 2, changes 1, removes 1.');
  await asked.getByRole('button', { name: 'Merge' }).click();
  await expect(told(progress)).toHaveText('The file has been merged.');
  await expect(holds).toContainText('1 place, 1 skill, and 2 notes');
  await expect(progress.getByRole('row', { name: /^Solve/ })).toContainText('2 of 6');

  await progress.getByRole('button', { name: 'Undo' }).click();
  await expect(holds).toContainText('1 place and 1 note');
  await take(progress, text);
  await asked.getByRole('button', { name: 'Replace' }).click();
  await expect(told(progress)).toContainText('replaced by the file');
  // What is shown may be a moment ahead of what is kept.
  await expect.poll(async () => JSON.stringify(await stored(elsewhere))).not.toContain('My own.');
  await expect(holds).toContainText('1 place, 1 skill, and 1 note');
  await elsewhere.reload();
  await expect(progress.getByRole('row', { name: /^Solve/ })).toContainText('1 of 6');
  const notes = await move(elsewhere, 'notes');
  await expect(notes.getByRole('textbox')).toHaveValue('Mind the minus.');
  await elsewhere.context().close();
});

test('leaving a file out changes nothing', async ({ page, app }) => {
  const text = await save(page, app);
  const progress = part(page, 'progress');
  const before = await stored(page);

  await take(progress, text);
  await expect(progress.locator('.ways')).toContainText('Would change nothing.');
  await progress.getByRole('button', { name: 'Leave all as it is' }).click();

  await expect(told(progress)).toHaveText('All is as it was.');
  expect(await stored(page)).toEqual(before);
});

test('a file that is damaged, of a later version or none of ours is refused whole', async ({ page, app }) => {
  const text = await save(page, app);
  const progress = part(page, 'progress');
  const before = await stored(page);
  const file = JSON.parse(text) as { version: number; sum: string; records: Record<string, unknown[]> };
  const forged = (records: unknown) => JSON.stringify({ ...file, records, sum: checksum(JSON.stringify(records)) });

  for (const [content, answer] of [
    [text.slice(0, -30), 'cut off'],
    [text.replace('Mind', 'Mint'), 'damaged'],
    [JSON.stringify({ ...file, version: 3 }), 'a later version'],
    ['{"format":"something"}', 'something else'],
    [forged({ ...file.records, notes: [{ id: '__proto__', text: '<img src=x onerror=alert(1)>' }] }), 'damaged'],
    [JSON.stringify(file).replace('"records":{', '"records":{"__proto__":{"polluted":1},'), 'damaged'],
    [Buffer.alloc(8_000_001, 32), 'larger than anything'],
    [Buffer.from([0xff, 0xfe, 0, 0]), 'not a file of this app'],
    ['', 'not a file of this app'],
  ] as const) {
    await take(progress, content);
    await expect(told(progress)).toContainText(answer);
    await expect(told(progress)).toContainText(/Nothing has changed\./);
    await expect(progress.locator('.ways')).toHaveCount(0);
  }

  expect(await stored(page)).toEqual(before);
  expect(await page.evaluate(() => Reflect.get({}, 'polluted'))).toBeUndefined();
});

test('everything is deleted when it is asked for twice, and comes back', async ({ page, app }) => {
  await save(page, app);
  const progress = part(page, 'progress');
  const before = await stored(page);
  const ask = () => progress.getByRole('button', { name: 'Delete everything', exact: true }).click();

  await ask();
  await progress.getByRole('button', { name: 'No, keep it' }).click();
  expect(await stored(page)).toEqual(before);
  await ask();
  await expect(progress.locator('#asked')).toBeFocused();
  await progress.getByRole('button', { name: 'Yes, delete everything' }).click();
  await expect(progress).toContainText('Nothing is kept yet.');
  await expect.poll(async () => Object.values((await stored(page)) ?? {}).flat()).toEqual([]);
  expect(await page.evaluate(() => localStorage.length)).toBe(0);
  await progress.getByRole('button', { name: 'Undo' }).click();

  await expect(progress.locator('.holds')).toContainText('1 place, 1 skill, and 1 note');
  await expect.poll(() => stored(page)).toEqual(before);
});

/** Writes a store as another version of the app would have, before this one is there. */
async function storeOf(page: Page, app: string, version: number, kinds: Record<string, unknown[]>): Promise<void> {
  await page.goto(app.replace('study.html', 'guide.html'));
  await page.evaluate(
    async ([wanted, records]) => {
      localStorage.setItem('bce-study/kept', '1');
      await new Promise<void>((resolve) => {
        const request = indexedDB.open('bce-study', wanted);
        request.onupgradeneeded = () => {
          for (const [kind, all] of Object.entries(records)) {
            const store = request.result.createObjectStore(kind, { keyPath: 'id' });
            for (const record of all) store.put(record);
          }
        };
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
      });
    },
    [version, kinds] as const,
  );
}

test('what version 1 kept is brought up to this one', async ({ page, app }) => {
  const at = Date.UTC(2026, 0, 1);
  const whole = { id: '0000000000000001', place: 'solve', step: 2, text: 'Mind the minus.', at };
  await storeOf(page, app, 1, {
    progress: [{ id: 'solve', step: 2, of: 6, at }],
    skills: [],
    notes: [whole, { ...whole, id: '0000000000000002', text: 7 }],
    reviews: [],
  });

  const notes = await open(page, app, 'notes');

  await expect(notes.getByRole('textbox')).toHaveCount(1);
  await expect(notes.getByRole('link', { name: 'Solve', exact: true })).toHaveAttribute('href', '#/solve?step=2');
  await notes.getByRole('textbox').fill('Brought up.');
  await expect
    .poll(async () => (await stored(page))?.['notes'])
    .toMatchObject([{ where: 'step=2', made: at, text: 'Brought up.' }, { text: 7 }]);
});

test('what a later version keeps is left alone, and everything works for the visit', async ({ page, app }) => {
  await storeOf(page, app, 99, { anything: [{ id: 'x', deep: { er: 1 } }] });
  await open(page, app, 'solve');
  await expect(keep(page).locator('.unkept')).toContainText('a later version of this app');

  await note(page, 'For now.');

  expect(await stored(page)).toEqual({ anything: [{ id: 'x', deep: { er: 1 } }] });
});

for (const scheme of ['light', 'dark'] as const)
  for (const width of [320, 768]) {
    test(`nothing is wider than the page at ${width} pixels, and axe has no complaint, ${scheme}`, async ({
      page,
      address,
    }) => {
      // What axe does itself, the policy complains of.
      const app = address.replace('index', 'study');
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 900 });
      const look = async () => {
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        ).toEqual([]);
      };
      await open(page, app, 'notes');
      await look();
      await move(page, 'progress');
      await look();
      const text = await save(page, app);
      await take(part(page, 'progress'), text);
      await look();
      await move(page, 'notes');
      await look();
      const cards = await move(page, 'cards');
      await look();
      await cards.getByRole('button', { name: 'Show the answer' }).click();
      await cards.locator('summary').click();
      await look();
      await move(page, 'solve');
      await look();
    });
  }
