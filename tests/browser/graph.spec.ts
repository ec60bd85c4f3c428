import type { Page } from '@playwright/test';
import { expect, test } from './lesson.js';

const slider = (page: Page) => page.getByRole('slider', { name: 'Predicted probability p' });
const sentence = (page: Page) => page.locator('bce-graph .sentence');
const plot = (page: Page) => page.locator('bce-graph .plot');
const shown = (page: Page) => page.locator('bce-graph .readings dd');

/** The middle of the drawn point and the frame it stands in. */
async function pointAndFrame(page: Page) {
  await plot(page).scrollIntoViewIfNeeded();
  const dot = await page.locator('bce-graph .dot').boundingBox();
  const frame = await plot(page).boundingBox();
  if (!dot || !frame) throw new Error('The graph is not drawn.');
  return { x: dot.x + dot.width / 2, y: dot.y + dot.height / 2, frame };
}

async function expectAt(page: Page, p: string, loss: string) {
  await expect(shown(page)).toHaveText([p, loss]);
  const { x, frame } = await pointAndFrame(page);
  expect(Math.abs(x - (frame.x + Number(p) * frame.width))).toBeLessThan(1);
}

test('opens at the problem of the lesson', async ({ lesson }) => {
  await expectAt(lesson, '0.85', '0.163');
  await expect(sentence(lesson)).toContainText('the loss is 0.163 nats');
});

test('the point follows a mouse that drags, and stays when the mouse lets go', async ({ lesson }) => {
  const { x, y, frame } = await pointAndFrame(lesson);
  await lesson.mouse.move(x, y);
  await lesson.mouse.down();
  await lesson.mouse.move(frame.x + 0.3 * frame.width, y, { steps: 8 });
  await expectAt(lesson, '0.3', '1.2');
  await lesson.mouse.move(frame.x - 50, y, { steps: 4 });
  await expectAt(lesson, '0', '∞');
  await lesson.mouse.up();
  await lesson.mouse.move(frame.x + 0.9 * frame.width, y);
  await expectAt(lesson, '0', '∞');
});

test('a click anywhere on the graph brings the point there', async ({ lesson }) => {
  const { frame } = await pointAndFrame(lesson);
  await lesson.mouse.click(frame.x + 0.5 * frame.width, frame.y + 0.2 * frame.height);
  await expectAt(lesson, '0.5', '0.693');
});

test('keys move it, and what is heard says where it is', async ({ lesson }) => {
  await slider(lesson).focus();
  await lesson.keyboard.press('ArrowRight');
  await expectAt(lesson, '0.86', '0.151');
  await lesson.keyboard.press('Shift+ArrowLeft');
  await expectAt(lesson, '0.76', '0.274');
  await lesson.keyboard.press('Alt+ArrowLeft');
  await expectAt(lesson, '0.759', '0.276');
  await lesson.keyboard.press('End');
  await expectAt(lesson, '1', '0');
  await lesson.keyboard.press('Home');
  await expectAt(lesson, '0', '∞');
  await expect(slider(lesson)).toHaveAttribute('aria-valuetext', 'p 0, loss infinity');
  await expect(sentence(lesson)).toContainText('the loss is infinite');
});

test('y switches the curve: by mouse and by keys', async ({ lesson }) => {
  await lesson.getByRole('radio', { name: 'It did not happen' }).click();
  await expectAt(lesson, '0.85', '1.9');
  await expect(lesson.locator('bce-graph .curve').first()).toHaveClass(/chosen/);
  await lesson.keyboard.press('ArrowLeft');
  await expectAt(lesson, '0.85', '0.163');
  await expect(lesson.locator('bce-graph .curve').last()).toHaveClass(/chosen/);
});

test('the point lies on the chosen curve', async ({ lesson }) => {
  for (const key of ['Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowLeft', 'Shift+ArrowRight']) {
    await slider(lesson).focus();
    await lesson.keyboard.press(key);
    const { x, y } = await pointAndFrame(lesson);
    const apart = await lesson.evaluate(
      ({ x, y }) => {
        const path = document
          .querySelector('bce-lesson')
          ?.shadowRoot?.querySelector('bce-graph')
          ?.shadowRoot?.querySelector<SVGPathElement>('.curve.chosen');
        const matrix = path?.getScreenCTM();
        if (!path || !matrix) return Infinity;
        let least = Infinity;
        for (let s = 0; s <= path.getTotalLength(); s += 0.5) {
          const at = path.getPointAtLength(s).matrixTransform(matrix);
          least = Math.min(least, Math.hypot(at.x - x, at.y - y));
        }
        return least;
      },
      { x, y },
    );
    expect(apart).toBeLessThan(1);
  }
});

test('a number that cannot be placed leaves no NaN anywhere', async ({ lesson }) => {
  await slider(lesson).focus();
  for (const key of ['Home', 'End']) {
    await lesson.keyboard.press(key);
    const markup = await lesson.locator('bce-graph').evaluate((graph) => graph.shadowRoot?.innerHTML ?? '');
    expect(markup).not.toMatch(/NaN|undefined|Infinity/);
  }
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
  await expect(shown(lesson).first()).toHaveText('0.4');
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
    ['theme', 'purple'],
  ] as const)
    await lesson.locator('bce-graph').evaluate((graph, [n, v]) => graph.setAttribute(n, v), [name, value] as const);
  await expectAt(lesson, '0.85', '0.163');
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
    await expect(shown(lesson).first()).toHaveText(/^0\.2[45]\d?$/);
    await lesson.touchscreen.tap(frame.x + 0.5 * frame.width, y);
    await expect(shown(lesson).first()).toHaveText(/^0\.(50?|49\d|50\d)$/);
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
    await expect(shown(lesson).first()).toHaveText('0.85');
  });
});
