/** Pages of other people, with an element of ours on them. */
import type { Page } from '@playwright/test';
import { DIRECTIVES, written } from '../../../web/tools/policy.mjs';

/** That of the lesson; what a host page writes into itself as styles is its own affair. */
export const HOST_DIRECTIVES: Readonly<Record<string, string>> = {
  ...DIRECTIVES,
  'style-src': "'self' 'unsafe-inline'",
};

/** What a host page has beside the lesson. */
export interface Host {
  body: string;
  /** The scripts of ours that it loads, relative to the folder of the lesson. */
  scripts?: readonly string[];
  head?: string;
  /** Of the root element. */
  attributes?: string;
  /** Whether to wait for nothing, and what the page is called. */
  name?: string;
  /** In place of the strict one. */
  policy?: string;
}

/** Opens a host page beside the lesson. The events of the elements are kept in `told`. */
export async function open(page: Page, address: string, host: Host): Promise<void> {
  const { body, scripts = ['bce-lesson.js'], head = '', attributes = 'lang="en"', name = 'host.html' } = host;
  const policy = host.policy ?? written(HOST_DIRECTIVES);
  await page.addInitScript(() => {
    const told: string[] = [];
    Object.assign(window, { told });
    for (const type of ['bce-ready', 'bce-error', 'bce-change', 'bce-answer', 'bce-step'])
      document.addEventListener(type, (event) => {
        const { code, about } = event as Event & { code?: string; about?: string };
        const [target] = event.composedPath() as Element[];
        told.push([type, target?.localName, code, about].filter((part) => part !== undefined).join(' '));
      });
  });
  await page.route(`**/${name}`, (route) =>
    route.fulfill({
      contentType: 'text/html',
      headers: { 'Content-Security-Policy': policy },
      body: `<!doctype html><html ${attributes}><head><meta charset="utf-8"><title>A host</title>
        <meta name="viewport" content="width=device-width"><link rel="icon" href="icon.svg">${head}
        ${scripts.map((script) => `<script type="module" src="${script}"></script>`).join('')}</head>
        <body>${body}</body></html>`,
    }),
  );
  await page.goto(new URL(name, address).href);
}

/** What the elements of the page have told, as `type element code about`. */
export const told = (page: Page, type = ''): Promise<string[]> =>
  page.evaluate(
    (type) => (window as unknown as { told: string[] }).told.filter((event) => event.startsWith(type)),
    type,
  );

/** The files of ours that are asked for from now on, by name and without the hash. */
export function asked(page: Page): string[] {
  const files: string[] = [];
  page.on('request', (request) => {
    const name = new URL(request.url()).pathname.split('/').pop() ?? '';
    files.push(name.replace(/-[0-9A-Z]{8}\./, '.'));
  });
  return files;
}
