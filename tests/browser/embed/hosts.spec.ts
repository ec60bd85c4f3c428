/** Hosts that are unkind to what stands on them: by their styles, by the room they leave, by what their scripts do. */
import type { Locator, Page } from '@playwright/test';
import { expect, LETS_WRITE, ready, test } from '../lesson.js';
import { open, told } from './host.js';

const PARTS = ['bce-graph', 'bce-practice', 'bce-derivation'];
const ELEMENTS = ['bce-lesson', ...PARTS];
const ALL = ELEMENTS.map((name) => `<${name} class="host"></${name}>`).join('');

const alive = async (page: Page) => {
  for (const element of await page.locator('.host').all()) await expect(element).toHaveAttribute('data-ready', '');
};

/** Where each thing inside an element is and how large, from the element's own corner. */
const geometry = (element: Locator) =>
  element.evaluate((host) => {
    const origin = host.getBoundingClientRect();
    const found: string[] = [];
    const walk = (root: ParentNode | null) => {
      for (const inner of root?.querySelectorAll('*') ?? []) {
        const { x, y, width, height } = inner.getBoundingClientRect();
        if (width + height === 0) continue; // not laid out
        const place = [x - origin.x, y - origin.y, width, height].map((pixels) => Math.round(pixels));
        found.push(`${inner.localName}.${inner.getAttribute('class') ?? ''} ${place.join(' ')}`);
        walk(inner.shadowRoot);
      }
    };
    walk(host.shadowRoot);
    return found;
  });

/** What reaches out of an element to the side, or is wider than its own place without scrolling in it. */
const outside = (element: Locator) =>
  element.evaluate((host) => {
    const { left, right } = host.getBoundingClientRect();
    const found: string[] = [];
    const walk = (root: ParentNode | null) => {
      for (const inner of root?.querySelectorAll('*') ?? []) {
        const rect = inner.getBoundingClientRect();
        // What is in a box that scrolls is out of sight until it does, and what is only heard is nowhere.
        const apart = inner.closest('.hero, .display, .quote, .unseen, svg, math');
        if (!apart && rect.width > 1 && (rect.right > right + 1 || rect.left < left - 1))
          found.push(
            `${inner.localName}.${inner.getAttribute('class') ?? ''} ${rect.left - left} ${rect.right - right}`,
          );
        walk(inner.shadowRoot);
      }
    };
    walk(host.shadowRoot);
    return found;
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`a host that unsets everything, and means it, changes nothing (${colorScheme})`, async ({ page, address }) => {
    await page.emulateMedia({ colorScheme });
    await open(page, address, { body: ALL });
    await alive(page);
    const looks = () =>
      page.locator('.host').evaluateAll((elements) =>
        elements.map((element) => {
          const { display, containerType, color, backgroundColor, colorScheme } = getComputedStyle(element);
          return { display, containerType, color, backgroundColor, colorScheme };
        }),
      );
    const before = await looks();
    const places = await geometry(page.locator('bce-lesson'));
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('* { all: unset !important } html, body { display: block !important }');
      document.adoptedStyleSheets = [sheet];
    });
    expect(await looks()).toEqual(before);
    expect(before[0]?.backgroundColor).toBe(colorScheme === 'dark' ? 'rgb(21, 23, 26)' : 'rgb(253, 252, 250)');
    // The page has lost its margins; the text size is as before.
    await page.setViewportSize({ width: 1280 - 16, height: 720 });
    expect(await geometry(page.locator('bce-lesson'))).toEqual(places);
  });

test('the size of the root is the host’s, that of the lesson goes by the text around it', async ({ page, address }) => {
  await open(page, address, { head: '<style>body { font: 17px/1.5 serif }</style>', body: ALL });
  await alive(page);
  const elements = await page.locator('.host').all();
  const places = await Promise.all(elements.map(geometry));
  for (const size of ['62.5%', '10px', '40px']) {
    await page.evaluate((size) => (document.documentElement.style.fontSize = size), size);
    for (const [i, element] of elements.entries()) expect(await geometry(element), size).toEqual(places[i]);
  }
  await page.evaluate(() => (document.body.style.fontSize = '34px'));
  const button = page.locator('.host').getByRole('button', { name: 'Check' }).first();
  await expect(button).toHaveCSS('font-size', '34px');
  expect((await button.boundingBox())?.height).toBeCloseTo(34 * 2.75, 0);
});

test('what a host gives its own text as a whole stays outside', async ({ page, address }) => {
  await open(page, address, { body: `<div id="around">${ALL}</div>` });
  await alive(page);
  const elements = await page.locator('.host').all();
  const places = await Promise.all(elements.map(geometry));
  await page.locator('#around').evaluate((around) => {
    around.style.cssText =
      'text-align: center; text-indent: 4em; text-transform: uppercase; white-space: nowrap; list-style: square';
  });
  for (const [i, element] of elements.entries()) expect(await geometry(element)).toEqual(places[i]);
});

test('in a page from right to left the lesson reads from left to right', async ({ page, address }) => {
  await open(page, address, { body: ALL });
  await alive(page);
  const elements = await page.locator('.host').all();
  const places = await Promise.all(elements.map(geometry));
  await page.evaluate(() => (document.documentElement.dir = 'rtl'));
  for (const [i, element] of elements.entries()) expect(await geometry(element)).toEqual(places[i]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});

test.describe('where there is little room', () => {
  for (const [what, body] of [
    ['in a column of 240 pixels', `<div style="inline-size: 240px">${ALL}</div>`],
    ['in a row', ELEMENTS.map((name) => `<div style="display: flex"><${name} class="host"></${name}></div>`).join('')],
    [
      'in a narrow row',
      ELEMENTS.map(
        (name) => `<div style="display: flex; inline-size: 240px"><${name} class="host"></${name}></div>`,
      ).join(''),
    ],
    [
      'in a grid',
      ELEMENTS.map(
        (name) =>
          `<div style="display: grid; grid-template-columns: auto 1fr; inline-size: 300px"><${name} class="host"></${name}><i></i></div>`,
      ).join(''),
    ],
    [
      'in a float',
      ELEMENTS.map((name) => `<${name} class="host" style="float: left; clear: left"></${name}>`).join(''),
    ],
    [
      'in a cell',
      `<table>${ELEMENTS.map((name) => `<tr><td><${name} class="host"></${name}></td></tr>`).join('')}</table>`,
    ],
    ['placed freely', '<bce-graph class="host" style="position: absolute; inset-inline-start: 10px"></bce-graph>'],
  ] as const)
    test(`${what}, it takes what there is and nothing beside it`, async ({ page, address }) => {
      await open(page, address, { body });
      await alive(page);
      for (const element of await page.locator('.host').all()) {
        const room = await element.evaluate((host) => ({
          own: host.getBoundingClientRect().width,
          around: (host.parentElement ?? host).clientWidth,
        }));
        expect(room.own).toBeGreaterThanOrEqual(Math.min(239, room.around));
        expect(room.own).toBeLessThanOrEqual(room.around + 0.5);
        expect(await outside(element)).toEqual([]);
      }
    });

  test('at 400 % nothing has to be scrolled to the side, and every control can be reached', async ({
    page,
    address,
  }) => {
    await page.setViewportSize({ width: 320, height: 256 });
    await open(page, address, { head: '<style>body { margin: 0 }</style>', body: ALL });
    await alive(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    for (const element of await page.locator('.host').all()) expect(await outside(element)).toEqual([]);
    for (const control of await page
      .locator('bce-lesson :is(button:not([aria-disabled]), input[type=text], summary):visible')
      .all()) {
      await control.scrollIntoViewIfNeeded();
      await control.click({ trial: true });
    }
  });
});

test.describe('a script of the host', () => {
  test('makes elements in every way there is', async ({ page, address }) => {
    await open(page, address, {
      body: '<template><bce-practice class="host"></bce-practice></template>',
      policy: LETS_WRITE,
    });
    await page.evaluate(() => {
      const add = (build: (place: HTMLElement) => void) =>
        build(document.body.appendChild(document.createElement('div')));
      add((place) => (place.innerHTML = '<bce-graph class="host" p="0.2"></bce-graph>'));
      add((place) => place.insertAdjacentHTML('beforeend', '<bce-practice class="host"></bce-practice>'));
      add((place) => place.append(document.querySelector('template')?.content.cloneNode(true) ?? ''));
      add((place) => {
        const parsed = new DOMParser().parseFromString('<bce-graph class="host" p="0.4"></bce-graph>', 'text/html');
        place.append(parsed.body.firstChild ?? '');
      });
      add((place) => place.append(new (customElements.get('bce-derivation') ?? HTMLElement)()));
      add((place) => {
        const root = place.attachShadow({ mode: 'open' });
        root.innerHTML = '<slot></slot><bce-graph class="host" p="0.6"></bce-graph>';
      });
    });
    await alive(page);
    await expect(page.locator('bce-derivation')).toHaveAttribute('data-ready', '');
    for (const [i, p] of ['0.2', '0.4', '0.6'].entries())
      await expect(page.locator('bce-graph .sentence').nth(i)).toContainText(`p is ${p}`);
    await expect(page.locator('.host, bce-derivation')).toHaveCount(6);
  });

  test('copies one that is alive, and the copy lives by itself', async ({ page, address }) => {
    await open(page, address, { body: '<bce-graph p="0.2"><p>Words of the host.</p></bce-graph>' });
    const [first, copy] = [page.locator('bce-graph').first(), page.locator('#copy')];
    await expect(first).toHaveAttribute('data-ready', '');
    await first.getByRole('slider', { name: 'Predicted probability p' }).press('End');
    await first.hover();
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/content-es/, async (route) => {
      await held;
      await route.continue();
    });
    await page.evaluate(() => {
      const copy = document.querySelector('bce-graph')?.cloneNode(true) as HTMLElement;
      copy.id = 'copy';
      // Not there yet in this language: so long it is no more ready than any other.
      copy.lang = 'es';
      document.querySelector('bce-graph')?.before(copy);
    });
    await expect(copy).not.toHaveAttribute('data-ready');
    await expect(copy.getByText('Words of the host.')).toBeVisible();
    release();
    await expect(copy).toHaveAttribute('data-ready', '');
    await expect(copy.locator('.sentence')).toContainText('p es 0,2');
    await expect(page.locator('bce-graph:not(#copy) .sentence')).toContainText('p is exactly 1');
  });

  test('takes one out while it sleeps and while it loads, and puts it back', async ({ page, address }) => {
    let asked = () => {};
    let release = () => {};
    const started = new Promise<void>((resolve) => (asked = resolve));
    const held = new Promise<void>((resolve) => (release = resolve));
    await page.route(/\.wasm$/, async (route) => {
      asked();
      await held;
      await route.continue();
    });
    await open(page, address, { body: '<div hidden><bce-graph></bce-graph></div>', scripts: ['bce-graph.js'] });
    const graph = await page.evaluateHandle(() => {
      const graph = document.createElement('bce-graph');
      for (let i = 0; i < 50; i += 1) {
        document.body.append(graph);
        graph.remove();
      }
      document.body.prepend(graph);
      return graph;
    });
    await started;
    await graph.evaluate((graph) => graph.remove());
    release();
    // The hidden one wakes with what was asked for by the one that is gone.
    await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
    expect(await graph.evaluate((graph) => graph.hasAttribute('data-ready'))).toBe(false);
    await graph.evaluate((graph) => document.body.append(graph));
    await expect(page.locator('body > bce-graph')).toHaveAttribute('data-ready', '');
    expect(await told(page)).toEqual(['bce-ready bce-graph', 'bce-ready bce-graph']);
  });

  for (const when of ['before', 'after'] as const)
    test(`takes one into another document ${when} it is alive, and back`, async ({ page, address }) => {
      await open(page, address, {
        body: `<iframe style="inline-size: 700px; block-size: 600px" srcdoc="<!doctype html><html lang=en><body>"></iframe>
          <bce-graph ${when === 'before' ? 'hidden' : ''}></bce-graph>`,
      });
      if (when === 'after') await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
      await page.evaluate(() => {
        const graph = document.querySelector<HTMLElement>('bce-graph');
        const inside = document.querySelector('iframe')?.contentDocument;
        if (!graph || !inside) return;
        graph.hidden = false;
        Object.assign(window, { graph });
        inside.body.append(graph);
      });
      const framed = page.frameLocator('iframe').locator('bce-graph');
      await expect(framed).toHaveAttribute('data-ready', '');
      await expect(framed).toHaveCSS('container-type', 'inline-size');
      await expect(framed.locator('.plot')).toHaveCSS('aspect-ratio', '16 / 10');
      const height = (await framed.locator('.choice').first().boundingBox())?.height;
      expect(height).toBeCloseTo(44, 0);
      await framed.getByRole('slider', { name: 'Predicted probability p' }).press('Home');
      await expect(framed.locator('.sentence')).toContainText('infinite');

      await page.evaluate(() => document.body.append((window as unknown as { graph: Node }).graph));
      const back = page.locator('body > bce-graph');
      await expect(back.locator('.plot')).toHaveCSS('aspect-ratio', '16 / 10');
      await back.getByRole('slider', { name: 'Predicted probability p' }).press('End');
      await expect(back.locator('.sentence')).toContainText('p is exactly 1');
    });

  test('moves a prerendered lesson into another document', async ({ page, address, complaints: _ }) => {
    await page.goto(address);
    await ready(page);
    await page.evaluate(() => {
      const frame = document.createElement('iframe');
      frame.width = '900';
      frame.height = '700';
      document.body.prepend(frame);
      const lesson = document.querySelector('bce-lesson');
      if (lesson) frame.contentDocument?.body.append(lesson);
    });
    const framed = page.frameLocator('iframe').locator('bce-lesson');
    await expect(framed.locator('h1')).toBeVisible();
    await expect(framed.locator('.section').first()).toHaveCSS('contain', 'paint');
    await framed.getByRole('textbox', { name: 'Your answer for L' }).fill('0.163');
    await framed.getByRole('button', { name: 'Check' }).click();
    await expect(framed.locator('bce-practice').getByRole('status')).toContainText('Right.');
  });
});
