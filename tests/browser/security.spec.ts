/** What the lesson asks for, keeps and runs, whatever it is given. */
import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { lateModules } from '../../web/tools/integrity.mjs';
import { DIRECTIVES, written } from '../../web/tools/policy.mjs';
import { HOST_DIRECTIVES, open, told } from './embed/host.js';
import { inside } from './host.js';
import { expect, ready, SITE, test } from './lesson.js';

const FILES = new Set(readdirSync(SITE));

/** What the browser refused to a page, by directive. */
async function refused(page: Page): Promise<() => Promise<string[]>> {
  await page.addInitScript(() => {
    const refused: string[] = [];
    Object.assign(window, { refused });
    document.addEventListener('securitypolicyviolation', (event) => refused.push(event.effectiveDirective));
  });
  return () => page.evaluate(() => (window as unknown as { refused: string[] }).refused);
}

test.describe('of the policy', () => {
  /** Each directive without what it allows. */
  const NARROWER: readonly (readonly [name: string, value: string])[] = [
    ['script-src', "'self'"],
    ['connect-src', "'none'"],
    ['font-src', "'none'"],
    ['style-src', "'none'"],
    ['img-src', "'none'"],
    ['frame-src', "'none'"],
    ['trusted-types', "'none'"],
  ];

  for (const [name, value] of NARROWER)
    test.describe(`${name}`, () => {
      test.use({ headers: { 'Content-Security-Policy': written({ ...DIRECTIVES, [name]: value }) } });

      test(`is needed as it is: with ${value} something is refused`, async ({ page, address }) => {
        const seen = await refused(page);
        await page.goto(address);
        // An icon is nothing that a page without a window loads.
        if (name === 'img-src')
          await page.evaluate(() => {
            const icon = document.querySelector<HTMLLinkElement>('link[rel=icon]');
            document.body.append(Object.assign(new Image(), { src: icon?.href }));
          });
        if (name === 'frame-src') {
          await ready(page);
          await page.getByRole('button', { name: 'Embed this' }).click();
        }
        await expect
          .poll(async () => (await seen()).map((directive) => directive.replace(/-elem$/, '')))
          .toContain(name);
      });
    });

  test('nothing that is forbidden is allowed by another name', () => {
    const { 'default-src': none, ...others } = DIRECTIVES;
    expect(none).toBe("'none'");
    expect(written(others)).not.toMatch(/unsafe-inline|'unsafe-eval'|unsafe-hashes|https?:|data:|blob:|\*/);
    expect(others['require-trusted-types-for']).toBe("'script'");
  });
});

test('scripts of ours, and a page with Lit, do not take a name for templates from each other', async ({
  page,
  address,
  complaints: _,
}) => {
  await open(page, address, {
    body: '<bce-graph></bce-graph><bce-practice></bce-practice>',
    scripts: [],
    policy: written({ ...HOST_DIRECTIVES, 'trusted-types': 'lit-html bce-graph bce-practice' }),
  });
  await page.evaluate(
    async (scripts) => {
      const { trustedTypes } = window as unknown as {
        trustedTypes: { createPolicy(name: string, rules: object): void };
      };
      trustedTypes.createPolicy('lit-html', {});
      for (const script of scripts) await import(script);
    },
    ['bce-graph.js', 'bce-practice.js'].map((file) => new URL(file, address).href),
  );
  for (const name of ['bce-graph', 'bce-practice']) await expect(page.locator(name)).toHaveAttribute('data-ready', '');
});

test.describe('where the page does not let in the name of our templates', () => {
  test('the element says so once, and the words of the host stand', async ({ page, address }) => {
    const failures: string[] = [];
    page.on('pageerror', (error) => failures.push(String(error)));
    await open(page, address, {
      body: '<bce-graph><p>A graph of the loss.</p></bce-graph>',
      scripts: ['bce-graph.js'],
      policy: written({ ...HOST_DIRECTIVES, 'trusted-types': "'none'" }),
    });
    await expect(page.locator('bce-graph .failed')).toBeVisible();
    await expect(page.getByText('A graph of the loss.')).toBeVisible();
    expect(await told(page, 'bce-error')).toEqual(['bce-error bce-graph drawing_failed']);
    expect(failures).toEqual([]);
  });
});

/** Notes every request of a context that is for anything but a file of the lesson, or a page of the test's own. */
function strangers(context: BrowserContext, address: string): string[] {
  const found: string[] = [];
  const here = new URL('./', address).href;
  context.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol === 'blob:' || url.href === 'about:blank') return;
    const file = url.href.startsWith(here) ? url.pathname.slice(new URL(here).pathname.length) : '';
    if (!(FILES.has(file) || file === 'host.html') || request.method() !== 'GET' || request.resourceType() === 'ping')
      found.push(`${request.method()} ${request.url()}`);
  });
  context.on('page', (page) => page.on('websocket', (socket) => found.push(socket.url())));
  return found;
}

/** What is kept anywhere that a page can keep something. */
async function kept(context: BrowserContext, page: Page): Promise<unknown> {
  return {
    cookies: await context.cookies(),
    ...(await page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: Object.keys(sessionStorage),
      databases: await indexedDB.databases(),
      caches: globalThis.caches ? await caches.keys() : [],
      workers: (await navigator.serviceWorker?.getRegistrations())?.length ?? 0,
      name: window.name,
    }))),
  };
}
const NOTHING = { cookies: [], local: [], session: [], databases: [], caches: [], workers: 0, name: '' };

/** Does with each part of a lesson whatever there is to do. */
async function useAll(page: Page, within = page.locator('body')): Promise<void> {
  const slider = within.getByRole('slider', { name: 'Predicted probability p' }).first();
  if ((await slider.count()) > 0) {
    await slider.scrollIntoViewIfNeeded();
    const box = await within.locator('bce-graph .plot').first().boundingBox();
    if (box) {
      await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
      await page.mouse.down();
      await page.mouse.move(box.x + box.width / 4, box.y + box.height / 2, { steps: 4 });
      await page.mouse.up();
    }
    await slider.press('Home');
    for (const format of ['SVG', 'PNG']) {
      const download = page.waitForEvent('download');
      await within
        .getByRole('button', { name: `Save as ${format}` })
        .first()
        .click();
      await download;
    }
  }
  const answer = within.getByRole('textbox', { name: 'Your answer for L' });
  if ((await answer.count()) > 0) {
    for (const text of ['85', '0.163']) {
      await answer.first().fill(text);
      await answer.first().press('Enter');
    }
  }
  const add = within.getByRole('button', { name: 'Add an example' });
  if ((await add.count()) > 0) {
    await add.first().click();
    await within.locator('bce-derivation table input').first().fill('0');
  }
  for (const button of await within.getByRole('button', { name: 'Copy a link' }).all()) await button.click();
  for (const summary of await within.locator('summary:visible').all()) await summary.click();
}

test.describe('nothing is asked for but files of the lesson, and nothing is kept', () => {
  test('by the page, whatever a learner does', async ({ page, context, address, complaints: _ }) => {
    const found = strangers(context, address);
    await page.goto(`${address}#p=0.25&y=0`);
    await ready(page);
    await useAll(page);
    await page.getByRole('button', { name: 'Embed this' }).click();
    await inside(page);
    await page.getByRole('button', { name: 'Copy the code' }).click();
    await page.getByRole('radio', { name: 'an element' }).check();
    await expect(page.locator('.preview bce-lesson')).toHaveAttribute('data-ready', '');
    await page.getByRole('button', { name: 'Close', exact: true }).click();
    await page.locator('body > header nav a').first().click();
    await ready(page);
    // What is sent when a page goes away.
    await page.goto('about:blank');
    await page.goto(address);
    expect(found).toEqual([]);
    expect(await kept(context, page)).toEqual(NOTHING);
  });

  test('by the frame', async ({ page, context, address, complaints: _ }) => {
    const found = strangers(context, address);
    await page.goto(address.replace('index', 'embed'));
    await page.locator('bce-lesson[data-ready]').waitFor();
    await useAll(page);
    expect(found).toEqual([]);
    expect(await kept(context, page)).toEqual(NOTHING);
  });

  test('by the guide', async ({ page, context, address, complaints: _ }) => {
    const found = strangers(context, address);
    await page.goto(address.replace('index', 'guide'));
    for (const name of ['bce-graph', 'bce-practice']) {
      await page.locator(name).scrollIntoViewIfNeeded();
      await expect(page.locator(name)).toHaveAttribute('data-ready', '');
    }
    await page.locator('iframe').scrollIntoViewIfNeeded();
    await inside(page);
    await useAll(page);
    for (const button of await page.locator('figure.code button').all()) await button.click();
    expect(found).toEqual([]);
    expect(await kept(context, page)).toEqual(NOTHING);
  });

  for (const name of ['lesson', 'graph', 'practice', 'derivation'])
    test(`by <bce-${name}> on a page of somebody else`, async ({ page, context, address, complaints: _ }) => {
      const found = strangers(context, address);
      await open(page, address, { body: `<bce-${name} link></bce-${name}>`, scripts: [`bce-${name}.js`] });
      await expect(page.locator(`body > bce-${name}`)).toHaveAttribute('data-ready', '');
      await useAll(page);
      await page.evaluate(() => document.body.replaceChildren());
      expect(found).toEqual([]);
      expect(await kept(context, page)).toEqual(NOTHING);
    });

  test('and a request elsewhere would be seen', async ({ page, context, address }) => {
    const found = strangers(context, address);
    await context.route('https://elsewhere.example/**', (route) => route.fulfill({ body: '' }));
    await page.route('**/host.html', (route) => route.fulfill({ contentType: 'text/html', body: '<title>A</title>' }));
    await page.goto(address.replace('index', 'host'));
    await page.evaluate(async () => {
      navigator.sendBeacon('https://elsewhere.example/b', 'x');
      await fetch('https://elsewhere.example/f', { mode: 'no-cors' });
      await fetch('no-such-file.json').catch(() => undefined);
      localStorage.setItem('a', 'b');
    });
    await expect.poll(() => found.length).toBe(3);
    expect(await kept(context, page)).not.toEqual(NOTHING);
  });
});

/** Scripts would leave a mark; what is long, broken or means something to an engine should mean nothing here. */
const HOSTILE: readonly string[] = [
  '<img src=x onerror="window.ran=1"><script>window.ran=1</script>',
  `"><svg onload=window.ran=1>'`,
  'javascript:window.ran=1',
  ' jAvA\tscript:window.ran=1//',
  'data:text/html,<script>parent.ran=1</script>',
  '{"__proto__":{"ran":1},"constructor":{"prototype":{"ran":1}}}',
  '__proto__',
  'constructor',
  'NaN',
  '-Infinity',
  '\ud800',
  '\udfff0.5\ud800',
  '\u0000\u202e0.5',
  '${window.ran=1}{{constructor.constructor("window.ran=1")()}}',
  '9'.repeat(1e5),
  '('.repeat(1e5),
  'ln '.repeat(33_334),
  '\u0301'.repeat(1e5),
];

const ran = (page: Page) =>
  page.evaluate(() => ({
    ran: (window as { ran?: unknown }).ran,
    polluted: ({} as Record<string, unknown>)['ran'],
    storage: localStorage.length,
  }));
const CLEAN = { ran: undefined, polluted: undefined, storage: 0 };

test.describe('hostile values change nothing and run nothing', () => {
  for (const name of ['lesson', 'graph', 'practice', 'derivation'])
    test(`as attributes of <bce-${name}>`, async ({ page, address, complaints: _ }) => {
      await open(page, address, { body: `<bce-${name} p="0.2" link></bce-${name}>`, scripts: [`bce-${name}.js`] });
      const element = page.locator(`body > bce-${name}`);
      await expect(element).toHaveAttribute('data-ready', '');
      await element.evaluate((element, values) => {
        const names = (element.constructor as unknown as { observedAttributes: string[] }).observedAttributes;
        for (const attribute of [...names, 'storage', 'study-href', 'onclick-x'])
          for (const value of values) if (attribute !== 'link') element.setAttribute(attribute, value);
      }, HOSTILE);
      await element.evaluate((element) => (element as unknown as { updateComplete: Promise<unknown> }).updateComplete);
      expect(await ran(page)).toEqual(CLEAN);
      const errors = await told(page, 'bce-error');
      expect(errors.length).toBeGreaterThan(0);
      for (const error of errors) expect(error).toMatch(new RegExp(`^bce-error bce-${name} setting_invalid \\w+$`));
      await expect(page.locator(`bce-${name} a[href^="javascript" i], bce-${name} a[href^="data" i]`)).toHaveCount(0);
      if (name === 'graph') await expect(page.locator('bce-graph .sentence')).toContainText('p is 0.2');
    });

  test('in the address of a page', async ({ page, address, complaints: _ }) => {
    for (const value of HOSTILE.map((text) =>
      encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).slice(0, 60_000),
    )) {
      await page.goto('about:blank');
      await page.goto(`${address}#p=${value}&y=${value}&step=${value}&${value}`);
      await ready(page);
      await expect(page.locator('bce-graph .sentence')).toContainText('The label is 1 and p is 0.7');
      expect(await ran(page)).toEqual(CLEAN);
    }
  });

  test('in the address of the frame, before the mark and after it', async ({ page, address, complaints: _ }) => {
    for (const value of HOSTILE.map((text) =>
      encodeURIComponent(text.replace(/\p{Surrogate}/gu, '\ufffd')).slice(0, 12_000),
    )) {
      await page.goto('about:blank');
      const query = ['p', 'y', 'sections', 'theme', 'locale', 'study-href', 'storage'].map(
        (name) => `${name}=${value}`,
      );
      // Servers refuse addresses that are longer than this.
      const asked = query.join('&').slice(0, 12_000).replace(/%.?$/, '');
      await page.goto(`${address.replace('index', 'embed')}?${asked}#p=${value}&step=${value}`);
      await page.locator('bce-lesson[data-ready]').waitFor();
      await expect(page.locator('bce-graph .sentence')).toContainText('The label is 1 and p is 0.7');
      expect(await ran(page)).toEqual(CLEAN);
    }
  });

  test('as messages to the frame', async ({ page, address, complaints: _ }) => {
    await open(page, address, {
      body: '<iframe src="embed.html?sections=graph" title="Lesson" width="600" height="700"></iframe>',
      scripts: [],
    });
    const content = await inside(page);
    await page.evaluate((values) => {
      const frame = document.querySelector('iframe')?.contentWindow;
      const say = (data: unknown) => frame?.postMessage(data, '*');
      const loop: Record<string, unknown> = { bce: 1, type: 'set' };
      loop['sections'] = loop;
      const own = JSON.parse(
        '{"bce":1,"type":"set","__proto__":{"p":0.1,"ran":1},"constructor":{"prototype":{"ran":1}}}',
      );
      for (const data of [loop, own, new Map([['bce', 1]]), new Date(), new ArrayBuffer(9), 1n, [1, 'set']]) say(data);
      for (const value of values) {
        say(value);
        say({ bce: 1, type: value });
        say({ bce: 1, type: 'set', p: value, y: value, theme: value, locale: value, sections: value, storage: value });
        say({ bce: 1, type: 'set', sections: [value], studyHref: value, 'study-href': value, innerHTML: value });
        say({ type: 'iframe-child-init', [value.slice(0, 99)]: value });
      }
      say({ bce: 1, type: 'set', y: 0 });
    }, HOSTILE);
    await expect(content.locator('bce-graph .sentence')).toContainText('The label is 0 and p is 0.7');
    const inner = page.frames()[1];
    expect(await inner?.evaluate(() => [(window as { ran?: unknown }).ran, ({} as { ran?: unknown }).ran])).toEqual([
      undefined,
      undefined,
    ]);
    expect(await ran(page)).toEqual(CLEAN);
    await expect(content.locator('section')).toHaveCount(1);
  });

  test('typed as an answer, typed and pasted as data', async ({ page, address, complaints: _ }) => {
    await open(page, address, { body: '<bce-practice></bce-practice><bce-derivation></bce-derivation>' });
    const practice = page.locator('bce-practice');
    await expect(practice).toHaveAttribute('data-ready', '');
    await page.locator('bce-derivation').scrollIntoViewIfNeeded();
    await expect(page.locator('bce-derivation')).toHaveAttribute('data-ready', '');
    const set = (input: Element, value: string) => {
      Object.assign(input, { value });
      input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    };
    for (const value of HOSTILE) {
      const entry = practice.getByRole('textbox', { name: 'Your answer for L' });
      await entry.evaluate(set, value);
      await entry.press('Enter');
      const cell = page.locator('bce-derivation table input').last();
      await cell.evaluate(set, value);
      await cell.evaluate((input, text) => {
        const clipboardData = new DataTransfer();
        clipboardData.setData('text/plain', `${text}\t${text}\n0,${text}\n${text}`);
        input.dispatchEvent(
          new ClipboardEvent('paste', { clipboardData, bubbles: true, composed: true, cancelable: true }),
        );
      }, value);
    }
    // Still at work.
    await practice.getByRole('textbox', { name: 'Your answer for L' }).fill('0.163');
    await page.keyboard.press('Enter');
    await expect(practice.getByRole('status')).toContainText('Right.');
    await expect(page.locator('bce-derivation .step')).toHaveCount(3);
    expect(await told(page, 'bce-error')).toEqual([]);
    expect(await ran(page)).toEqual(CLEAN);
  });

  test('from what others have stored, which is not even read', async ({ page, address, complaints: _ }) => {
    await page.addInitScript((values) => {
      const read: string[] = [];
      for (const [i, value] of values.entries()) if (value.length < 1e4) localStorage.setItem(`bce${i}`, value);
      const { getItem } = Storage.prototype;
      Storage.prototype.getItem = function (key: string) {
        read.push(key);
        return getItem.call(this, key);
      };
      Object.assign(window, { read });
    }, HOSTILE);
    await page.goto(address);
    await ready(page);
    expect(await page.evaluate(() => (window as unknown as { read: string[] }).read)).toEqual([]);
    expect((await ran(page)).ran).toBeUndefined();
  });
});

test.describe('a page that holds the files to their hashes', () => {
  const hashes: Record<string, string> = JSON.parse(readFileSync(join(SITE, 'integrity.json'), 'utf8'));
  const late = lateModules(SITE, 'bce-graph.js');
  /** With the hashes of what the script asks for later in an import map, which a strict policy wants to be named. */
  const pinned = (address: string) => {
    const integrity = Object.fromEntries(late.map((file) => [new URL(file, address).href, hashes[file]]));
    const map = JSON.stringify({ integrity });
    const source = createHash('sha256').update(map).digest('base64');
    return {
      body: '<bce-graph></bce-graph>',
      scripts: [],
      head: `<script type="importmap">${map}</script><script type="module" src="bce-graph.js" integrity="${hashes['bce-graph.js']}"></script>`,
      policy: written({ ...HOST_DIRECTIVES, 'script-src': `'self' 'wasm-unsafe-eval' 'sha256-${source}'` }),
    };
  };
  const tamper = (page: Page, file: string) =>
    page.route(`**/${file}`, async (route) => {
      const response = await route.fetch();
      await route.fulfill({ response, body: `window.ran = 1;${await response.text()}` });
    });

  test('gets them', async ({ page, address, complaints: _ }) => {
    await open(page, address, pinned(address));
    await expect(page.locator('bce-graph')).toHaveAttribute('data-ready', '');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save as SVG' }).click();
    await download;
  });

  test('runs no other script', async ({ page, address }) => {
    await tamper(page, 'bce-graph.js');
    await open(page, address, pinned(address));
    await page.waitForLoadState();
    expect(await page.evaluate(() => customElements.get('bce-graph') === undefined)).toBe(true);
    expect(await ran(page)).toEqual(CLEAN);
  });

  test('runs no other script late either, and the element says so', async ({ page, address }) => {
    await tamper(page, late.find((file) => file.startsWith('content-en')) ?? 'none');
    await open(page, address, pinned(address));
    await expect(page.locator('bce-graph .failed')).toBeVisible();
    expect(await told(page, 'bce-error')).toEqual(['bce-error bce-graph text_unavailable']);
    expect(await ran(page)).toEqual(CLEAN);
  });
});
