/** The lesson as one file: what other pages fetch is in it, packed, and it asks for nothing. */
import { html as element } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, render } from '@lit-labs/ssr';
import type { Locale } from '../content/locales.js';
import type { LessonText, PageText } from '../content/schema.js';
import { provideText } from '../engine/texts.js';
import { written } from './written.js';

export interface OneFileParts {
  /** Style sheet of the page, its font in it. */
  styles: string;
  /** web/entry/one-file.ts and bce.wasm, each deflated, in base64. */
  script: string;
  core: string;
  /** web/entry/unpack.ts: the one script that is not packed. */
  unpack: string;
  /** Address of the icon: its data. */
  icon: string;
}

/** Base64 has no character that could end the element it is in. */
const packed = (id: string, data: string): unknown =>
  unsafeHTML(`<script type="application/octet-stream" id="${id}">${data}</script>`);

export async function oneFileDocument(
  locale: Locale,
  parts: OneFileParts,
  { lesson, page }: { lesson: LessonText; page: PageText },
): Promise<string> {
  provideText(locale, lesson);
  const document = html`<!doctype html>
    <html lang=${lesson.locale} dir=${lesson.direction}>
      <head>
        <meta charset="utf-8" />
        <title>${page.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content=${page.description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href=${parts.icon} />
        ${unsafeHTML(`<style>${parts.styles}</style>`)}
      </head>
      <body>
        <main>${element`<bce-lesson locale=${lesson.locale} link></bce-lesson>`}</main>
        ${packed('script', parts.script)}${packed('core', parts.core)}${unsafeHTML(`<script>${parts.unpack}</script>`)}
      </body>
    </html>`;
  return written(render(document));
}
