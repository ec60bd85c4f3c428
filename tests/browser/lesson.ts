/** The lesson in a real browser, served from below the root under a strict policy. */
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { test as base, expect, type Locator, type Page } from '@playwright/test';
import sirv from 'sirv';
import { POLICY } from '../../web/tools/policy.mjs';

/** The policy of a host whose scripts write markup, which under ours nobody may. */
export const LETS_WRITE = "default-src 'self'; script-src 'self' 'wasm-unsafe-eval'";

export const SITE = fileURLToPath(new URL('../../dist/site', import.meta.url));
const BELOW = '/some/where/below';

/** The built site, with what is in `missing` not there. */
async function serveSite(missing: RegExp | undefined, headers: Readonly<Record<string, string>>): Promise<Server> {
  const files = sirv(SITE, { dev: true });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    const url = request.url ?? '/';
    if (!url.startsWith(`${BELOW}/`) || missing?.test(url)) {
      response.writeHead(404).end();
      return;
    }
    request.url = url.slice(BELOW.length);
    files(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const addressOf = (server: Server): string =>
  `http://127.0.0.1:${(server.address() as AddressInfo).port}${BELOW}/index.html`;

interface Fixtures {
  /** Where the page is. */
  address: string;
  /** The page, opened and answering. */
  lesson: Page;
  /** A file that the server does not have. */
  missing: RegExp | undefined;
  /** What the server says with every file. */
  headers: Readonly<Record<string, string>>;
  /** What the console said and what the policy refused; a test fails on any of it. */
  complaints: string[];
}

export const test = base.extend<Fixtures>({
  missing: [undefined, { option: true }],

  headers: [{}, { option: true }],

  address: async ({ missing, headers }, use) => {
    const server = await serveSite(missing, headers);
    await use(addressOf(server));
    server.closeAllConnections();
    server.close();
  },

  complaints: async ({ page }, use) => {
    const complaints: string[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await use(complaints);
    expect(complaints).toEqual([]);
  },

  lesson: async ({ page, address, complaints: _ }, use) => {
    await page.goto(address);
    await ready(page);
    await use(page);
  },
});

/** Until every part answers. */
export async function ready(page: Page | Locator): Promise<void> {
  for (const name of ['bce-lesson', 'bce-graph', 'bce-practice', 'bce-derivation'])
    await expect(page.locator(name)).toHaveAttribute('data-ready', '');
}

export { expect } from '@playwright/test';

/** Notes what moves by itself in the pages that are opened from now on; the result tells by how much, each time. */
export async function layoutShifts(page: Page): Promise<() => Promise<number[]>> {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push((entry as PerformanceEntry & { value: number }).value);
    }).observe({ type: 'layout-shift', buffered: true });
  });
  return () => page.evaluate(() => (window as unknown as { shifts: number[] }).shifts);
}
