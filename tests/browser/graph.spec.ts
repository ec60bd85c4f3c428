import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

const slider = (page: Page) => page.getByRole('slider', { name: 'Predicted probability p' });
const logitSlider = (page: Page) => page.getByRole('slider', { name: 'Logit z' });
const softSlider = (page: Page) => page.getByRole('slider', { name: /^Label y/ });
const sentence = (page: Page) => page.locator('bce-graph .sentence');
const announced = (page: Page) => page.locator('bce-graph .unseen[role=status]');
const plot = (page: Page) => page.locator('bce-graph .plot');
const entry = (page: Page) => page.getByRole('textbox', { name: 'Type a probability p' });
const reading = (page: Page, name: string) =>
  page
    .locator('bce-graph .readings > div', { has: page.locator('dt small', { hasText: new RegExp(`^${name}$`) }) })
    .locator('dd');
const loss = (page: Page) => page.locator('bce-graph .readings .main dd');

/** The middle of the drawn point and the frame it stands in. */
async function pointAndFrame(page: Page) {
  await plot(page).scrollIntoViewIfNeeded();
  const dot = await page.locator('bce-graph .dot').boundingBox();
  const frame = await plot(page).boundingBox();
  if (!dot || !frame) throw new Error('The graph is not drawn.');
  return { x: dot.x + dot.width / 2, y: dot.y + dot.height / 2, frame };
}

async function expectAt(page: Page, p: string, value: string) {
  await expect(entry(page)).toHaveValue(p);
  await expect(loss(page)).toHaveText(new RegExp(`^\\s*${value} `));
  const { x, frame } = await pointAndFrame(page);
  expect(Math.abs(x - (frame.x + Number(p) * frame.width))).toBeLessThan(1);
}

/** How far the drawn point is from the drawn curve, in pixels of the screen. */
async function offCurve(page: Page): Promise<number> {
  const { x, y } = await pointAndFrame(page);
  return page.locator('bce-graph .curve.chosen').evaluate(
    (path: SVGPathElement, point) => {
      const matrix = path.getScreenCTM();
      if (!matrix) return Infinity;
      let least = Infinity;
      for (let s = 0; s <= path.getTotalLength(); s += 0.5) {
        const at = path.getPointAtLength(s).matrixTransform(matrix);
        least = Math.min(least, Math.hypot(at.x - point.x, at.y - point.y));
      }
      return least;
    },
    { x, y },
  );
}

/** Nothing on the screen, in a path, in an attribute or in a name may be a broken number. */
async function expectNoBrokenNumber(page: Page) {
  const markup = await page.locator('bce-graph').evaluate((graph) => graph.shadowRoot?.innerHTML ?? '');
  expect(markup).not.toMatch(/NaN|undefined|Infinity|\[object/);
}

test('opens away from the answer to the problem below it', async ({ lesson }) => {
  await expectAt(lesson, '0.7', '0.357');
  await expect(sentence(lesson)).toContainText(
    'The label is 1 and p is 0.7: the loss is 0.357 nats and falls to the right.',
  );
});

test('the point follows a mouse that drags, and stays when the mouse lets go', async ({ lesson }) => {
  const { x, y, frame } = await pointAndFrame(lesson);
  await lesson.mouse.move(x, y);
  await lesson.mouse.down();
  await lesson.mouse.move(frame.x + 0.3 * frame.width, y, { steps: 8 });
  await expectAt(lesson, '0.3', '1\\.20');
  await lesson.mouse.move(frame.x - 50, y, { steps: 4 });
  await expectAt(lesson, '0', '∞');
  await lesson.mouse.up();
  await lesson.mouse.move(frame.x + 0.9 * frame.width, y);
  await expectAt(lesson, '0', '∞');
});

test('a click anywhere on the graph brings the point there, and the keys go on from it', async ({ lesson }) => {
  const { frame } = await pointAndFrame(lesson);
  await lesson.mouse.click(frame.x + 0.5 * frame.width, frame.y + 0.2 * frame.height);
  await expectAt(lesson, '0.5', '0\\.693');
  await lesson.keyboard.press('ArrowRight');
  await expectAt(lesson, '0.51', '0\\.673');
});

test('keys move it, ever closer to the ends and onto them, and what is heard says where it is', async ({ lesson }) => {
  await slider(lesson).focus();
  await lesson.keyboard.press('ArrowRight');
  await expectAt(lesson, '0.71', '0\\.342');
  await lesson.keyboard.press('Shift+ArrowLeft');
  await expectAt(lesson, '0.61', '0\\.494');
  await lesson.keyboard.press('Alt+ArrowLeft');
  await expectAt(lesson, '0.609', '0\\.496');
  for (const key of ['PageUp', 'PageUp', 'PageUp', 'PageUp', 'ArrowRight', 'ArrowRight'])
    await lesson.keyboard.press(key);
  await expectAt(lesson, '0.9999', '0\\.000100');
  await lesson.keyboard.press('End');
  await expectAt(lesson, '1', '0');
  await lesson.keyboard.press('Home');
  await expectAt(lesson, '0', '∞');
  await expect(slider(lesson)).toHaveAttribute('aria-valuetext', 'p 0, loss infinity');
  await expect(sentence(lesson)).toContainText('the loss is infinite');
});

test('a probability is typed in any usual form; what is none gets a sentence and stays', async ({ lesson }) => {
  for (const [typed, p, value] of [
    ['85%', '0.85', '0\\.163'],
    ['0,05', '0.05', '3\\.00'],
    ['1/4', '0.25', '1\\.39'],
    ['1e-20', '1 × 10⁻²⁰', '46\\.1'],
  ] as const) {
    await entry(lesson).fill(typed);
    await entry(lesson).press('Enter');
    await entry(lesson).blur();
    await expect(entry(lesson)).toHaveValue(p);
    await expect(loss(lesson)).toHaveText(new RegExp(`^\\s*${value} `));
  }
  for (const [typed, reply] of [
    ['abc', 'cannot be read as a number'],
    ['1.2', 'lies between 0 and 1'],
    ['', 'Type a number'],
  ] as const) {
    await entry(lesson).fill(typed);
    await entry(lesson).blur();
    await expect(entry(lesson)).toHaveAccessibleDescription(new RegExp(reply));
    await expect(entry(lesson)).toHaveValue(typed);
    await expect(loss(lesson)).toHaveText(/^\s*46\.1 /);
    await expectNoBrokenNumber(lesson);
  }
  await slider(lesson).press('End');
  await expectAt(lesson, '1', '0');
});

test('y switches the curve: by mouse and by keys', async ({ lesson }) => {
  await lesson.getByRole('radio', { name: 'y = 0 It did not happen' }).click();
  await expectAt(lesson, '0.7', '1\\.20');
  expect(await offCurve(lesson)).toBeLessThan(1);
  await lesson.keyboard.press('ArrowLeft');
  await expectAt(lesson, '0.7', '0\\.357');
  expect(await offCurve(lesson)).toBeLessThan(1);
});

test('a soft label makes a valley whose floor is the entropy, at p = y', async ({ lesson }) => {
  await softSlider(lesson).fill('0.3');
  await expect(lesson.locator('bce-graph .name.chosen')).toHaveText(['least at p = y: 0.611']);
  await entry(lesson).fill('0.3');
  await entry(lesson).blur();
  await expectAt(lesson, '0.3', '0\\.611');
  await expect(reading(lesson, 'slope in p')).toHaveText('0');
  await expect(reading(lesson, 'loss as entropy plus divergence')).toHaveText('0.611 + 0');
  await expect(sentence(lesson)).toContainText('it is at its lowest here');
  for (const p of ['0.05', '0.6', '0.98']) {
    await entry(lesson).fill(p);
    await entry(lesson).blur();
    expect(await offCurve(lesson)).toBeLessThan(1);
  }
  await slider(lesson).press('Home');
  await expect(sentence(lesson)).toContainText('something that can happen was called impossible');
  await slider(lesson).press('End');
  await expect(loss(lesson)).toHaveText(/∞/);
  await expectNoBrokenNumber(lesson);
});

test('the readings are named for what they are', async ({ lesson }) => {
  await entry(lesson).fill('0.85');
  await entry(lesson).blur();
  await expect(reading(lesson, 'logit')).toHaveText('1.73');
  await expect(reading(lesson, 'slope in p')).toHaveText('−1.18');
  await expect(reading(lesson, 'slope in z')).toHaveText('−0.150');
  await expect(reading(lesson, 'loss as entropy plus divergence')).toHaveText('0 + 0.163');
  await lesson.getByRole('radio', { name: 'bits' }).check();
  await expect(loss(lesson)).toHaveText(/^\s*0\.234 bits/);
  await expect(lesson.locator('bce-graph .axis-y')).toContainText('in bits');
});

test('the logit axis keeps the point, straightens the walls and takes keys of its own', async ({ lesson }) => {
  await lesson.getByRole('radio', { name: 'logit' }).check();
  await expect(entry(lesson)).toHaveValue('0.7');
  await expect(loss(lesson)).toHaveText(/^\s*0\.357 /);
  expect(await offCurve(lesson)).toBeLessThan(1);
  await logitSlider(lesson).focus();
  await lesson.keyboard.press('ArrowRight');
  await expect(reading(lesson, 'logit')).toHaveText('0.95');
  expect(await offCurve(lesson)).toBeLessThan(1);
  const { frame, y } = await pointAndFrame(lesson);
  await lesson.mouse.click(frame.x + 0.25 * frame.width, y);
  await expect(reading(lesson, 'logit')).toHaveText('−4');
  await expect(loss(lesson)).toHaveText(/^\s*4\.02 /);
  expect(await offCurve(lesson)).toBeLessThan(1);
  await lesson.keyboard.press('Home');
  await expect(loss(lesson)).toHaveText(/∞/);
  await expect(logitSlider(lesson)).toHaveAttribute('aria-valuetext', 'z minus infinity, loss infinity');
  await expectNoBrokenNumber(lesson);
});

test('other losses are drawn beside it, with their slopes', async ({ lesson }) => {
  const box = (name: string) => lesson.getByRole('checkbox', { name });
  await box('Squared error').check();
  await box('Classification error').check();
  await expect(lesson.locator('bce-graph .curve.overlay')).toHaveCount(2);
  await slider(lesson).press('Home');
  const rows = lesson.locator('bce-graph .beside tbody tr');
  await expect(rows).toContainText([
    /Cross-entropy\s*∞\s*−1\.00/,
    /Squared error\s*0\.500\s*0/,
    /Classification error\s*1\s*0/,
  ]);
  await box('Squared error').uncheck();
  await expect(lesson.locator('bce-graph .curve.overlay')).toHaveCount(1);
});

test('libraries report a finite loss at the wrong end, and the far logit axis shows where they part', async ({
  lesson,
}) => {
  await lesson.getByRole('checkbox', { name: 'What libraries report' }).check();
  await slider(lesson).press('Home');
  const rows = lesson.locator('bce-graph .beside tbody tr');
  await expect(rows).toContainText([/∞/, /PyTorch\s*100/, /Keras\s*16\.1\s*0/, /scikit-learn\s*36\.0\s*0/]);
  await lesson.getByRole('radio', { name: 'logit' }).check();
  await expect(lesson.locator('bce-graph .curve.overlay')).toHaveCount(3);
});

test('the tangent touches the curve', async ({ lesson }) => {
  await lesson.getByRole('checkbox', { name: 'Tangent' }).check();
  await expect(lesson.locator('bce-graph .tangent').last()).toBeAttached();
  await slider(lesson).press('Home');
  await expect(lesson.locator('bce-graph line.tangent')).toHaveCount(0);
});

test('is announced once, after the learner has stopped', async ({ lesson }) => {
  await lesson.locator('bce-graph').evaluate((graph) => {
    const heard: string[] = [];
    Object.assign(window, { heard });
    const region = graph.shadowRoot?.querySelector('.unseen[role=status]');
    if (region)
      new MutationObserver(() => heard.push(region.textContent ?? '')).observe(region, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  await slider(lesson).focus();
  for (let i = 0; i < 5; i += 1) await lesson.keyboard.press('ArrowLeft');
  await expect(announced(lesson)).toContainText('p is 0.65');
  const heard = await lesson.evaluate(() => (window as unknown as { heard: string[] }).heard);
  expect(new Set(heard)).toEqual(new Set([await announced(lesson).textContent()]));
  await lesson.getByRole('radio', { name: 'y = 0 It did not happen' }).click();
  await expect(announced(lesson)).toContainText('The label is 0');
});

test('the curve can be read as a table', async ({ lesson }) => {
  await lesson.getByText('The curve as a table').click();
  const table = lesson.getByRole('table', { name: 'Loss for the label 1' });
  await expect(table.getByRole('row')).toHaveCount(12);
  await expect(table).toContainText(/0\s*∞[\s\S]*0\.5\s*0\.693[\s\S]*1\s*0/);
});

test('names on the picture never lie under the point', async ({ lesson }) => {
  for (const width of [320, 768, 1280]) {
    await lesson.setViewportSize({ width, height: 900 });
    for (const y of ['0', '1', '0.3']) {
      await softSlider(lesson).fill(y);
      for (const p of ['0', '0.01', '0.03', '0.08', '0.14', '0.3', '0.45', '0.5', '0.6', '0.9', '0.97', '1']) {
        await entry(lesson).fill(p);
        const overlaps = await lesson.locator('bce-graph').evaluate((graph) => {
          const root = graph.shadowRoot;
          const dot = root?.querySelector('.dot')?.getBoundingClientRect();
          const names = [...(root?.querySelectorAll('.name') ?? [])].map((name) => name.getBoundingClientRect());
          const over = (a: DOMRect, b: DOMRect) =>
            a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
          return names.filter(
            (name, i) => (dot && over(name, dot)) || names.slice(i + 1).some((other) => over(name, other)),
          ).length;
        });
        expect(overlaps, `${width} px, y = ${y}, p = ${p}`).toBe(0);
      }
    }
  }
});

test('nothing on the picture collides or is cut off, at any width from 240 to 1,920 pixels', async ({
  page,
  address,
}) => {
  test.slow();
  await page.setViewportSize({ width: 1960, height: 1300 });
  await page.route('**/wide.html', (route) =>
    route.fulfill({
      contentType: 'text/html',
      body: `<!doctype html><html lang="en"><meta charset="utf-8"><title>A host</title>
        <script type="module" src="bce-graph.js"></script><bce-graph></bce-graph></html>`,
    }),
  );
  await page.goto(new URL('wide.html', address).href);
  await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
  const faults = await page.locator('bce-graph').evaluate(async (element) => {
    const graph = element as HTMLElement & { p: number; y: number; updateComplete: Promise<boolean> };
    const root = graph.shadowRoot as ShadowRoot;
    const boxes = (selector: string) =>
      [...root.querySelectorAll(selector)]
        .filter((shape) => getComputedStyle(shape).display !== 'none')
        .map((shape) => ({ words: shape.textContent, box: shape.getBoundingClientRect() }));
    type Box = ReturnType<typeof boxes>[number];
    const over = ({ box: a }: Box, { box: b }: Box, gap = 0) =>
      a.left < b.right + gap && b.left < a.right + gap && a.top < b.bottom && b.top < a.bottom;
    const found = new Set<string>();
    const press = async (name: string, value: string) => {
      root.querySelector<HTMLInputElement>(`input[name=${name}][value=${value}]`)?.click();
      await graph.updateComplete;
    };
    for (let width = 240; width <= 1920; width = Math.ceil(width * 1.13)) {
      graph.style.width = `${width}px`;
      for (const axis of ['probability', 'logit'])
        for (const unit of ['nats', 'bits']) {
          await press('axis', axis);
          await press('unit', unit);
          const state = `${width} px, ${axis}, ${unit}`;
          for (const scale of [boxes('.scale text[text-anchor=middle]'), boxes('.scale text[text-anchor=end]')]) {
            if (scale.length < 2) found.add(`${state}: ${scale.length} numbers on an axis`);
            if (new Set(scale.map(({ words }) => words)).size < scale.length) found.add(`${state}: a number twice`);
            for (const [i, tick] of scale.entries())
              for (const other of scale.slice(i + 1))
                if (over(tick, other, 4)) found.add(`${state}: ${tick.words} and ${other.words}`);
          }
          const around = graph.getBoundingClientRect();
          for (const y of [0, 0.02, 0.3, 0.5, 0.9, 1]) {
            graph.y = y;
            for (const p of [0, 0.001, 0.02, 0.08, 0.2, 0.35, 0.45, 0.5, 0.6, 0.8, 0.93, 0.99, 1]) {
              graph.p = p;
              await graph.updateComplete;
              const names = boxes('.picture .name');
              const [dot] = boxes('.dot');
              for (const [i, name] of names.entries()) {
                const at = `${state}, y = ${y}, p = ${p}: “${name.words}”`;
                if (dot && over(name, dot)) found.add(`${at} under the point`);
                for (const other of names.slice(i + 1)) if (over(name, other)) found.add(`${at} and “${other.words}”`);
                if (name.box.left < around.left || name.box.right > around.right) found.add(`${at} is cut off`);
              }
              if (names.length === 0) found.add(`${state}, y = ${y}, p = ${p}: no curve has a name`);
            }
          }
        }
    }
    return [...found];
  });
  expect(faults).toEqual([]);
});

test('a link that cannot be copied stands in the address bar, and that is said', async ({ lesson, address }) => {
  await lesson.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('not allowed'));
    // The old way as well.
    document.execCommand = () => false;
  });
  await lesson.getByRole('button', { name: 'Copy a link' }).click();
  await expect(lesson.getByText('The link could not be copied; it is now in the address bar.')).toBeVisible();
  expect(lesson.url()).toBe(`${address}#p=0.7&y=1`);
  await lesson.locator('.walk').getByRole('button', { name: 'Next' }).click();
  await lesson.getByRole('button', { name: 'Copy link' }).click();
  await expect(lesson.locator('.walk').getByText('The link could not be copied')).toBeVisible();
  expect(lesson.url()).toBe(`${address}#step=1`);
});

test('a link reopens what was seen', async ({ lesson, context, address, page: _ }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await lesson.getByRole('radio', { name: 'logit' }).check();
  await softSlider(lesson).fill('0.25');
  await lesson.getByRole('checkbox', { name: 'Squared error' }).check();
  await lesson.getByRole('button', { name: 'Copy a link' }).click();
  await expect(lesson.getByText('The link is copied.')).toBeVisible();
  const link = await lesson.evaluate(() => navigator.clipboard.readText());
  expect(link).toBe(`${address}#p=0.7&y=0.25&axis=logit&show=squared_error`);
  const second = await context.newPage();
  await second.goto(link);
  await expect(second.locator('bce-graph')).toHaveAttribute('data-ready', '');
  await expect(softSlider(second)).toHaveValue('0.25');
  await expect(second.getByRole('radio', { name: 'logit' })).toBeChecked();
  await expect(second.locator('bce-graph .curve.squared_error')).toHaveCount(1);
  await second.evaluate(() => (location.hash = 'p=0.1&y=1&axis=probability'));
  await expect(entry(second)).toHaveValue('0.1');
  await second.evaluate(() => (location.hash = 'p=9&y=cat'));
  await expect(entry(second)).toHaveValue('0.1');
});

for (const format of ['svg', 'png'] as const) {
  test(`is saved as ${format.toUpperCase()}, with its labels`, async ({ lesson }) => {
    const wait = lesson.waitForEvent('download');
    await lesson.getByRole('button', { name: `Save as ${format.toUpperCase()}` }).click();
    const download = await wait;
    expect(download.suggestedFilename()).toBe(`log-loss.${format}`);
    const file = await readFile(await download.path());
    if (format === 'png') {
      expect([...file.subarray(1, 4)]).toEqual([...Buffer.from('PNG')]);
      expect([file.readUInt32BE(16), file.readUInt32BE(20)]).toEqual([1920, 1280]);
      return;
    }
    const svg = file.toString('utf8');
    expect(svg).toContain('y = 1');
    expect(svg).toContain('<desc');
    expect(svg).not.toMatch(/NaN|undefined|var\(|<style/);
    // In a page without a policy: what is parsed there need not be trusted.
    const elsewhere = await lesson.context().newPage();
    const broken = await elsewhere.evaluate(
      (text) => new DOMParser().parseFromString(text, 'image/svg+xml').querySelector('parsererror') !== null,
      svg,
    );
    expect(broken).toBe(false);
  });
}

test('prints as a figure without controls', async ({ lesson }) => {
  await lesson.emulateMedia({ media: 'print' });
  await expect(plot(lesson)).toBeVisible();
  await expect(slider(lesson)).toBeHidden();
  await expect(lesson.locator('bce-graph .printed')).toBeVisible();
  await expect(lesson.locator('bce-graph button:visible')).toHaveCount(0);
});

test('pointing at a letter lights up its counterparts', async ({ lesson }) => {
  await lesson.locator('.hero [data-part=p]').first().hover();
  await expect(lesson.locator('bce-graph')).toHaveAttribute('data-lit', 'p');
  await expect(lesson.locator('bce-lesson')).toHaveAttribute('data-lit', 'p');
  await lesson.mouse.move(0, 0);
  await expect(lesson.locator('bce-graph')).not.toHaveAttribute('data-lit');
  await slider(lesson).focus();
  await expect(lesson.locator('bce-lesson')).toHaveAttribute('data-lit', 'p');
});

test('a letter of the symbol table shows where it stands, by keys and by a press that keeps it', async ({ lesson }) => {
  const letter = lesson.getByRole('button', { name: 'p: show where it stands' });
  const lit = (part: string) => expect(lesson.locator('bce-graph')).toHaveAttribute('data-lit', part);
  await letter.focus();
  await lit('p');
  await lesson.keyboard.press('Enter');
  await expect(letter).toHaveAttribute('aria-pressed', 'true');
  await lesson.keyboard.press('Tab');
  await lit('L');
  await lesson.getByRole('radio', { name: 'bits' }).focus();
  await lit('p');
  await lesson.getByRole('button', { name: 'y: show where it stands' }).click();
  await expect(letter).toHaveAttribute('aria-pressed', 'false');
  await lesson.getByRole('button', { name: 'y: show where it stands' }).click();
  await lesson.getByRole('radio', { name: 'bits' }).focus();
  await lesson.mouse.move(0, 0);
  await expect(lesson.locator('bce-graph')).not.toHaveAttribute('data-lit');
});

test('pointing at a term of the formula lights up its curve, and the other way round', async ({ lesson }) => {
  await lesson.locator('.hero [data-part=negative]').hover();
  await expect(lesson.locator('bce-graph')).toHaveAttribute('data-lit', 'negative');
  const curve = lesson.locator('bce-graph .curve[data-part=negative]');
  const thickness = () => curve.evaluate((path) => parseFloat(getComputedStyle(path).strokeWidth));
  expect(await thickness()).toBe(6);
  await lesson.mouse.move(0, 0);
  await expect.poll(thickness).toBeLessThan(4);
  await curve.dispatchEvent('pointerover');
  await expect(lesson.locator('bce-lesson')).toHaveAttribute('data-lit', 'negative');
});

test('the term that a hard label switches off fades in the formula', async ({ lesson }) => {
  await expect(lesson.locator('.hero [data-part=negative]')).toHaveAttribute('class', /off/);
  await lesson.getByRole('radio', { name: 'y = 0 It did not happen' }).click();
  await expect(lesson.locator('.hero [data-part=positive]')).toHaveAttribute('class', /off/);
  await softSlider(lesson).fill('0.5');
  await expect(lesson.locator('.hero .off')).toHaveCount(0);
});

test('tells the page what the learner did, and nothing that a script did', async ({ lesson }) => {
  await lesson.evaluate(() => {
    const heard: unknown[] = [];
    Object.assign(window, { heard });
    document.addEventListener('bce-change', (event) => {
      const { p, y, loss } = event as Event & { p: number; y: number; loss: number };
      heard.push({ p, y, loss });
    });
    document.querySelector('bce-lesson')?.shadowRoot?.querySelector('bce-graph')?.setAttribute('p', '0.4');
  });
  await expect(entry(lesson)).toHaveValue('0.4');
  await slider(lesson).focus();
  await lesson.keyboard.press('End');
  expect(await lesson.evaluate(() => (window as unknown as { heard: unknown[] }).heard)).toEqual([
    { p: 1, y: 1, loss: 0 },
  ]);
});

test('an attribute that makes no sense keeps the value before', async ({ lesson }) => {
  for (const [name, value] of [
    ['p', '1.2'],
    ['p', 'abc'],
    ['p', ''],
    ['y', '2'],
  ] as const)
    await lesson.locator('bce-graph').evaluate((graph, [n, v]) => graph.setAttribute(n, v), [name, value] as const);
  await expectAt(lesson, '0.7', '0\\.357');
});

test.describe('by touch', () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } });

  test('a finger drags the point sideways, and a tap brings it there', async ({ lesson }) => {
    await plot(lesson).scrollIntoViewIfNeeded();
    const { x, y, frame } = await pointAndFrame(lesson);
    const client = await lesson.context().newCDPSession(lesson);
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', at?: number) =>
      client.send('Input.dispatchTouchEvent', { type, touchPoints: at === undefined ? [] : [{ x: at, y }] });
    await touch('touchStart', x);
    for (let i = 1; i <= 8; i += 1) await touch('touchMove', x + (i / 8) * (frame.x + 0.25 * frame.width - x));
    await touch('touchEnd');
    await expect(entry(lesson)).toHaveValue(/^0\.2[45]\d?$/);
    await lesson.touchscreen.tap(frame.x + 0.5 * frame.width, y);
    await expect(entry(lesson)).toHaveValue(/^0\.(50?|49\d|50\d)$/);
  });

  test('a finger that moves up and down over the graph scrolls the page and leaves the point alone', async ({
    lesson,
  }) => {
    const { frame } = await pointAndFrame(lesson);
    const before = await lesson.evaluate(() => scrollY);
    const client = await lesson.context().newCDPSession(lesson);
    const x = frame.x + 0.4 * frame.width;
    const y = frame.y + 0.6 * frame.height;
    await client.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints: [{ x, y }] });
    for (let i = 1; i <= 10; i += 1)
      await client.send('Input.dispatchTouchEvent', { type: 'touchMove', touchPoints: [{ x: x + i, y: y - 15 * i }] });
    await client.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] });
    await expect.poll(() => lesson.evaluate(() => scrollY)).toBeGreaterThan(before + 50);
    await expect(entry(lesson)).toHaveValue('0.7');
  });
});

test('a probability is never cut off in its field, however long it is written', async ({ lesson }) => {
  for (const width of [320, 768, 1280]) {
    await lesson.setViewportSize({ width, height: 900 });
    await lesson.getByRole('radio', { name: 'logit' }).check();
    for (const link of ['p=3.25e-11&y=1', 'z=37.5&y=1', 'p=0.99999&y=1', 'p=1.2345e-300&y=0']) {
      await lesson.evaluate((hash) => (location.hash = hash), link);
      await expect(entry(lesson)).not.toHaveValue('0.7');
      const room = await entry(lesson).evaluate((field: HTMLInputElement) => field.clientWidth - field.scrollWidth);
      expect(room, `${width} px, ${link}`).toBeGreaterThanOrEqual(0);
    }
  }
});
