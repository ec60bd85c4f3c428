/** The page of the study edition: its elements rendered in Node, as the lesson's page is. */
import { html as element } from 'lit';
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Locale } from '../../content/locales.js';
import { define } from '../../elements/lesson-element.js';
import { createCore, provideCore } from '../../engine/load.js';
import { provideText } from '../../engine/texts.js';
import { linkedRenderer } from '../../prerender/linked-renderer.js';
import type { PageFiles } from '../../prerender/page.js';
import { plain } from '../../views/prose.js';
import en from '../content/en/study.js';
import type { StudyText } from '../content/schema.js';
import { BceExercises } from '../elements/bce-exercises.js';
import { BceWalkthrough } from '../elements/bce-walkthrough.js';

/** Where there is none yet, English. */
const TEXTS: Readonly<Partial<Record<Locale, StudyText>>> = { en };

/** The whole document for one locale, as HTML. */
export async function studyPage(
  wasmBinary: Uint8Array,
  locale: Locale,
  files: Omit<PageFiles, 'lessonStyles' | 'pageScript' | 'picture'> & { studyStyles: string; lesson: string },
): Promise<string> {
  provideCore(await createCore(wasmBinary));
  define('bce-walkthrough', BceWalkthrough);
  define('bce-exercises', BceExercises);

  const text: StudyText = TEXTS[locale] ?? en;
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
        <link rel="stylesheet" href=${files.studyStyles} />
        <link rel="preload" href=${files.wasm} as="fetch" crossorigin />
        <link rel="modulepreload" href=${files.text} />
        <script type="module" src=${files.script}></script>
      </head>
      <body>
        <main>
          <h1>${text.home.title}</h1>
          <p>${plain(text.home.intro)}</p>
          <p><a href=${files.lesson}>${text.home.back}</a></p>
          <h2>${text.home.solve}</h2>
          ${element`<bce-walkthrough id="walkthrough" locale=${text.locale}></bce-walkthrough>`}
          <h2>${text.home.practise}</h2>
          ${element`<bce-exercises locale=${text.locale} link walkthrough="walkthrough"></bce-exercises>`}
        </main>
      </body>
    </html>`;
  const result = render(document, { elementRenderers: [linkedRenderer(files.studyStyles)] });
  return `${await collectResult(result)}\n`;
}
