/** The document for a frame: the lesson, prerendered, and nothing around it. */
import { html as element } from 'lit';
import { html, render } from '@lit-labs/ssr';
import { collectResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Locale } from '../content/locales.js';
import type { LessonText, PageText } from '../content/schema.js';
import { provideText } from '../engine/texts.js';
import { linkedRenderer } from './linked-renderer.js';
import type { PageFiles } from './page.js';

export type EmbedFiles = Omit<PageFiles, 'pageStyles' | 'pageScript' | 'picture'> & {
  embedStyles: string;
  embedScript: string;
};

/**
 * The lesson as it looks before any script, as plain elements. A frame has settings that are known only in the
 * browser, so its lesson is drawn there from nothing, and this stands inside it until then.
 */
const still = (rendered: string): string =>
  rendered.replace(/<!--[^]*?-->|<\?>/g, '').replace(/<(\/?)bce-[a-z]+[^>]*>/g, '<$1div>');

export async function embedDocument(
  locale: Locale,
  files: EmbedFiles,
  canonical: string | undefined,
  { lesson, page }: { lesson: LessonText; page: PageText },
): Promise<string> {
  provideText(locale, lesson);
  const elementRenderers = [linkedRenderer(files.lessonStyles)];
  const prerendered = await collectResult(
    render(element`<bce-lesson locale=${locale} link></bce-lesson>`, { elementRenderers }),
  );
  const document = html`<!doctype html>
    <html lang=${lesson.locale} dir=${lesson.direction}>
      <head>
        <meta charset="utf-8" />
        <title>${page.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        ${
          // A link leads out of the frame: many pages refuse to be shown in one.
          html`<base target="_blank" />`
        }
        ${canonical ? html`<link rel="canonical" href=${canonical} />` : ''}
        <link rel="icon" href=${files.icon} type="image/svg+xml" />
        <link rel="preload" href=${files.font} as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href=${files.embedStyles} />
        <link rel="stylesheet" href=${files.lessonStyles} />
        <link rel="modulepreload" href=${files.script} />
        <link rel="modulepreload" href=${files.text} />
        <link rel="preload" href=${files.wasm} as="fetch" crossorigin />
      </head>
      <body>
        <main></main>
        <script src=${files.embedScript}></script>
      </body>
    </html>`;
  const around = (await collectResult(render(document))).replaceAll('<?>', '');
  // Put in as it is: Lit would render the element again wherever it meets its name.
  // At once: its page has asked for all it needs, and a host that wants a frame to wait says so of the frame.
  const main = `<main><bce-lesson locale="${locale}" link loading="eager">${still(prerendered)}</bce-lesson></main>`;
  return `${around.replace('<main></main>', () => main)}\n`;
}
