/** A page of somebody else, on another site than the lesson's. */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import type { FrameLocator, Page } from '@playwright/test';
import { forElement, forFrame, written } from '../../web/tools/policy.mjs';
import { test as base } from './lesson.js';

const RESIZER = readFileSync(fileURLToPath(import.meta.resolve('@open-iframe-resizer/core')));

const STRANGER = `for (const message of [
  { bce: 1, type: 'open' }, { bce: 1, type: 'height', height: 77 }, { bce: 1, type: 'event', name: 'bce-change', detail: {} }, 'over',
]) parent.postMessage(message, '*');`;

/** A page that trusts no text as a script, unless by a policy of its own by that name. */
const TRUSTING = { 'require-trusted-types-for': "'script'", 'trusted-types': 'host' };

interface HostFixtures {
  /**
   * Opens a page with that body. Its policy lets in frames and scripts of the lesson's server and of its own,
   * where there are `host.js`, which is `script`, and `resizer.js`; nothing inline. At `/stranger` there is a page
   * that speaks to the one around it as the lesson would. For an element of the lesson's in the page itself the
   * policy lets in what that needs.
   */
  host(body: string, script?: string, kind?: 'frame' | 'element'): Promise<void>;
  /** The address of a file of the lesson. */
  lessonFile(name: string): string;
}

export const test = base.extend<HostFixtures>({
  lessonFile: async ({ address }, use) => {
    await use((name) => new URL(name, address).href);
  },

  host: async ({ page, address }, use) => {
    let html = '';
    let script = '';
    const { origin } = new URL(address);
    // What is ours to ask for, and beside it what these pages have of their own.
    const own = { 'default-src': "'none'", 'img-src': 'data:', ...TRUSTING };
    const policies = {
      frame: written({ ...own, ...forFrame(`'self' ${origin}`), 'frame-src': `${origin} http://localhost:*` }),
      element: written({ ...own, ...forElement(origin), 'script-src': `'self' ${forElement(origin)['script-src']}` }),
    };
    let policy = policies.frame;
    const server = createServer(({ url }, response) => {
      response.setHeader('Content-Security-Policy', policy);
      const javascript = /\.js$/.test(url ?? '');
      response.setHeader('Content-Type', javascript ? 'text/javascript' : 'text/html; charset=utf-8');
      if (url === '/host.js') response.end(script);
      else if (url === '/resizer.js') response.end(RESIZER);
      else if (url === '/') response.end(html);
      else if (url === '/stranger')
        response.end('<!doctype html><title>A stranger</title><script src="/stranger.js"></script>');
      else if (url === '/stranger.js') response.end(STRANGER);
      else response.writeHead(204).end();
    });
    server.listen(0, 'localhost');
    await once(server, 'listening');
    const place = `http://localhost:${(server.address() as AddressInfo).port}/`;
    await use(async (body, code = '', kind = 'frame') => {
      policy = policies[kind];
      html = `<!doctype html><html lang="en"><title>A host</title><link rel="icon" href="data:,">
        <meta name="viewport" content="width=device-width, initial-scale=1"><body>${body}
        <script type="module" src="/host.js"></script></html>`;
      script = code;
      await page.goto(place);
    });
    server.closeAllConnections();
    server.close();
  },
});

/** What is inside a frame, once it answers. */
export async function inside(page: Page, frame = 'iframe'): Promise<FrameLocator> {
  const content = page.frameLocator(frame);
  await content.locator('bce-lesson[data-ready]').waitFor();
  return content;
}

export { expect } from '@playwright/test';
