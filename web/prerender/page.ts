/** The page: the element rendered in Node with the wasm core, inside a document of its own. */
import { html as element } from 'lit';
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Locale } from '../content/locales.js';
import en from '../content/en/lesson.js';
import { BceDerivation } from '../elements/bce-derivation.js';
import { BceGraph } from '../elements/bce-graph.js';
import { BceLesson } from '../elements/bce-lesson.js';
import { BcePractice } from '../elements/bce-practice.js';
import { define } from '../elements/lesson-element.js';
import type { LessonText } from '../content/schema.js';
import { createCore, provideCore } from '../engine/load.js';
import { provideText } from '../engine/texts.js';
import { linkedRenderer } from './linked-renderer.js';

export interface PageFiles {
  /** Relative to the page. */
  script: string;
  lessonStyles: string;
  pageStyles: string;
  font: string;
  icon: string;
  wasm: string;
  text: string;
}

const TEXTS: Readonly<Record<Locale, LessonText>> = { en };

/** The whole document for one locale, as HTML. */
export async function page(wasmBinary: Uint8Array, locale: Locale, files: PageFiles): Promise<string> {
  provideCore(await createCore(wasmBinary));
  define('bce-lesson', BceLesson);
  define('bce-graph', BceGraph);
  define('bce-practice', BcePractice);
  define('bce-derivation', BceDerivation);

  const text = TEXTS[locale];
  provideText(locale, text);
  const document = html`<!doctype html>
    <html lang=${text.locale}>
      <head>
        <meta charset="utf-8" />
        <title>${text.pageTitle}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content=${text.pageDescription} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href=${files.icon} type="image/svg+xml" />
        <link rel="preload" href=${files.font} as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href=${files.pageStyles} />
        <link rel="stylesheet" href=${files.lessonStyles} />
        <link rel="preload" href=${files.wasm} as="fetch" crossorigin />
        <link rel="modulepreload" href=${files.text} />
        <script type="module" src=${files.script}></script>
      </head>
      <body>
        <main>${element`<bce-lesson locale=${text.locale} link></bce-lesson>`}</main>
      </body>
    </html>`;
  const result = render(document, { elementRenderers: [linkedRenderer(files.lessonStyles)] });
  return `${await collectResult(result)}\n`;
}
