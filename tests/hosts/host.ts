/** A built host in a browser, served under the strict policy; and the package in Node and in compilers. */
import { execFileSync, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { expect, test as base, type Page } from '@playwright/test';
import sirv from 'sirv';
import { DIRECTIVES, written } from '../../web/tools/policy.mjs';
import { APPS, BUILT, HERE, ROOT } from './places.mjs';

/** The lesson's own, and the names under which Vue and Svelte make their templates, and webpack its addresses. */
const POLICY = written({
  ...DIRECTIVES,
  'trusted-types': `${DIRECTIVES['trusted-types']} vue svelte-trusted-html webpack`,
});

async function serve(host: string): Promise<Server> {
  const files = sirv(join(BUILT, host), { dev: true });
  const server = createServer((request, response) => {
    response.setHeader('Content-Security-Policy', POLICY);
    // Browsers ask for one where a page names none.
    if (request.url === '/favicon.ico') response.writeHead(204).end();
    else files(request, response);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Opens a host; the test fails on whatever the console says, the policy refuses, or leads elsewhere. */
export const test = base.extend<{ open: (host: string) => Promise<void> }>({
  open: async ({ page }, use) => {
    const complaints: string[] = [];
    const servers: Server[] = [];
    page.on('console', (message) => complaints.push(`${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => complaints.push(String(error)));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) =>
        console.error(`refused: ${event.violatedDirective} ${event.blockedURI}`),
      );
    });
    await use(async (host) => {
      const server = await serve(host);
      servers.push(server);
      const { port } = server.address() as AddressInfo;
      page.on('request', (request) => {
        if (new URL(request.url()).port !== String(port)) complaints.push(`asked elsewhere: ${request.url()}`);
      });
      await page.goto(`http://127.0.0.1:${port}/`);
    });
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
    expect(complaints).toEqual([]);
  },
});

/** Until each of these answers. */
export const ready = async (page: Page, parts: readonly string[]) => {
  for (const part of parts) {
    // What loads only where it is near the window is brought there.
    await page.locator(part).first().scrollIntoViewIfNeeded();
    await expect(page.locator(part).first()).toHaveAttribute('data-ready', '');
  }
};

/** What Lit's taking over of prerendered markup watches, and no host sets. */
const NOT_FOR_HOSTS = ['defer-hydration'];

/** What an element observes, and the names of all that it has beyond what every element has. */
export const observed = async (page: Page, tag: string) => {
  const { attributes, keys } = await page.evaluate(async (name) => {
    // Some are fetched by the script that brings them.
    await customElements.whenDefined(name);
    const made = customElements.get(name) as CustomElementConstructor & { observedAttributes: string[] };
    const keysOf = (object: object): string[] => {
      const parent = Object.getPrototypeOf(object);
      const below = parent === HTMLElement.prototype ? [] : keysOf(parent);
      return [...Object.getOwnPropertyNames(object), ...below];
    };
    return { attributes: made.observedAttributes, keys: keysOf(document.createElement(name)) };
  }, tag);
  return { attributes: attributes.filter((name) => !NOT_FOR_HOSTS.includes(name)).sort(), keys };
};

/** Moves the point of the graph as a learner would. */
export const movePoint = (page: Page, key: string) =>
  page.getByRole('slider', { name: 'Predicted probability p' }).first().press(key);

/** What a module prints that is run in the project that has installed the package. */
export const inNode = (source: string, ...options: string[]) =>
  execFileSync(process.execPath, [...options, '--input-type=module', '--eval', source], {
    cwd: APPS,
    encoding: 'utf8',
    env: { ...process.env, FORCE_COLOR: '0' },
  });

export const COMPILERS = {
  'TypeScript 5': join(HERE, 'node_modules/.bin/tsc'),
  'TypeScript 7': join(ROOT, 'node_modules/.bin/tsc'),
};

/** How a checker ends, and all that it says. */
export const check = (program: string, ...values: string[]) => {
  const { status, stdout, stderr } = spawnSync(program, values, { cwd: HERE, encoding: 'utf8' });
  return { status, output: stdout + stderr };
};

export { expect } from '@playwright/test';
