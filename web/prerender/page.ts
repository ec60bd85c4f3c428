/** The pages: the element rendered in Node with the wasm core, inside a document of its own, in each language. */
import { html as element } from 'lit';
import { unsafeHTML } from 'lit/directives/unsafe-html.js';
import { html, render } from '@lit-labs/ssr';
import { collectResultSync } from '@lit-labs/ssr/lib/render-result.js';
import { LOCALES, type Locale } from '../content/locales.js';
import en from '../content/en/lesson.js';
import enGuide from '../content/en/guide.js';
import enPage from '../content/en/page.js';
import es from '../content/es/lesson.js';
import esPage from '../content/es/page.js';
import { BceDerivation } from '../elements/bce-derivation.js';
import { BceGraph } from '../elements/bce-graph.js';
import { BceLesson } from '../elements/bce-lesson.js';
import { BcePractice } from '../elements/bce-practice.js';
import { define } from '../elements/lesson-element.js';
import { SECTION_IDS, type GuideFacts, type GuideTable, type LessonText, type PageText } from '../content/schema.js';
import { core, createCore, provideCore } from '../engine/load.js';
import { provideText } from '../engine/texts.js';
import { prerenderStill, stillIn } from '../views/still.js';
import { pageFile } from '../state/snippet.js';
import { embedDocument, type EmbedFiles } from './embed.js';
import { guideDocument, type GuideFiles, type Table } from './guide.js';
import { linkedRenderer } from './linked-renderer.js';
import { oembed, oembedFile, type OEmbed } from './oembed.js';
import { oneFileDocument, type OneFileParts } from './one-file.js';
import { HEIGHT, preview, previewText, WIDTH } from './preview.js';
import { structuredData } from './structured-data.js';
import { written } from './written.js';

export { embedFile, oneFile, pageFile } from '../state/snippet.js';
export { LOCALES, oembedFile, WIDTH };

/** What the guide is called, beside the pages. */
export const GUIDE = 'guide.html';

export interface PageFiles {
  /** Relative to the page. */
  script: string;
  pageScript: string;
  lessonStyles: string;
  pageStyles: string;
  font: string;
  icon: string;
  wasm: string;
  text: string;
  picture: string;
}

const TEXTS: Readonly<Record<Locale, { lesson: LessonText; page: PageText }>> = {
  en: { lesson: en, page: enPage },
  es: { lesson: es, page: esPage },
};

/** Before anything else: the core that everything is rendered with. */
export async function start(wasmBinary: Uint8Array): Promise<void> {
  provideCore(await createCore(wasmBinary));
  define('bce-lesson', BceLesson);
  define('bce-graph', BceGraph);
  define('bce-practice', BcePractice);
  define('bce-derivation', BceDerivation);
  prerenderStill((locale, draw) => {
    const drawn = collectResultSync(render(draw())).replace(/<!--\/?lit-.*?-->|<\?>/g, '');
    return unsafeHTML(`<!--${stillIn(locale)}-->${drawn}`);
  });
}

const settingIn = (text: LessonText) => ({ core: core(), text, live: false });

/** The picture of the page, as SVG. */
export const picture = (locale: Locale): string => preview(settingIn(TEXTS[locale].lesson));

type Texts = (typeof TEXTS)[Locale];

/** The first page is what a server gives for the folder. */
const addressOf = (locale: Locale, folder: string): string =>
  new URL(locale === LOCALES[0] ? './' : pageFile(locale), folder).href;

/** The document that stands in a frame, as HTML. */
export const embedPage = (
  locale: Locale,
  files: EmbedFiles,
  address?: string,
  texts: Texts = TEXTS[locale],
): Promise<string> => embedDocument(locale, files, address && addressOf(locale, address), texts);

/** The lesson in one file, as HTML. */
export const oneFilePage = (locale: Locale, parts: OneFileParts, texts: Texts = TEXTS[locale]): Promise<string> =>
  oneFileDocument(locale, parts, texts);

/** The guide for publishers, in the one language that it has. */
export const guidePage = (
  files: GuideFiles,
  tables: Readonly<Record<GuideTable, Table>>,
  facts: Omit<GuideFacts, 'sections'>,
  address?: string,
): Promise<string> =>
  guideDocument(files, tables, address && new URL(GUIDE, address).href, {
    lesson: en,
    guide: enGuide({ ...facts, sections: SECTION_IDS }),
  });

/** For who pastes the address of the page into something else, where that address is known. */
export const oembedOf = (locale: Locale, picture: string, address: string): OEmbed =>
  oembed(locale, {
    folder: address,
    title: TEXTS[locale].page.title,
    provider: TEXTS[locale].lesson.title,
    picture: new URL(picture, address).href,
  });

/**
 * The whole document for one locale, as HTML. `address` is that of the folder it will lie in, where that is
 * known; only then can the page say what its own address is.
 */
export async function page(
  locale: Locale,
  files: PageFiles,
  address?: string,
  { lesson, page }: Texts = TEXTS[locale],
): Promise<string> {
  provideText(locale, lesson);
  const from = (file: string) => (address ? new URL(file, address).href : file);
  const pageAt = (of: Locale) => (address ? addressOf(of, address) : `./${pageFile(of)}`);
  const url = address && pageAt(locale);
  const data = structuredData(settingIn(lesson), page, { url, picture: from(files.picture) });
  const document = html`<!doctype html>
    <html lang=${lesson.locale} dir=${lesson.direction}>
      <head>
        <meta charset="utf-8" />
        <title>${page.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content=${page.description} />
        <meta name="color-scheme" content="light dark" />
        <link rel="icon" href=${files.icon} type="image/svg+xml" />
        <link rel="preload" href=${files.font} as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href=${files.pageStyles} />
        <link rel="stylesheet" href=${files.lessonStyles} />
        <link rel="preload" href=${files.wasm} as="fetch" crossorigin />
        <link rel="modulepreload" href=${files.text} />
        <script type="module" src=${files.script}></script>
        <script type="module" src=${files.pageScript}></script>
        ${
          address
            ? html`<link
                rel="alternate"
                type="application/json+oembed"
                href=${from(oembedFile(locale))}
                title=${page.title}
              />`
            : ''
        }
        ${url ? html`<link rel="canonical" href=${url} />` : ''}
        ${LOCALES.map((other) => html`<link rel="alternate" hreflang=${other} href=${pageAt(other)} />`)}
        <link rel="alternate" hreflang="x-default" href=${pageAt(LOCALES[0])} />
        <meta property="og:type" content="article" />
        <meta property="og:title" content=${page.title} />
        <meta property="og:description" content=${page.description} />
        <meta property="og:locale" content=${page.territory} />
        ${LOCALES.filter((other) => other !== locale).map(
          (other) => html`<meta property="og:locale:alternate" content=${TEXTS[other].page.territory} />`,
        )}
        ${url ? html`<meta property="og:url" content=${url} />` : ''}
        <meta property="og:image" content=${from(files.picture)} />
        <meta property="og:image:type" content="image/png" />
        <meta property="og:image:width" content=${WIDTH} />
        <meta property="og:image:height" content=${HEIGHT} />
        <meta property="og:image:alt" content=${previewText(settingIn(lesson))} />
        <meta name="twitter:card" content="summary_large_image" />
        <meta name="twitter:title" content=${page.title} />
        <meta name="twitter:description" content=${page.description} />
        <meta name="twitter:image" content=${from(files.picture)} />
        <meta name="twitter:image:alt" content=${previewText(settingIn(lesson))} />
        ${
          // Data, which no policy on scripts is about; nothing in it may end the element it stands in.
          unsafeHTML(`<script type="application/ld+json">${JSON.stringify(data).replaceAll('<', '\\u003c')}</script>`)
        }
      </head>
      <body>
        <header>
          <div id="update" data-text=${page.update} hidden>
            <p role="status"></p>
            <button type="button">${page.updateNow}</button>
          </div>
          <p role="status" id="embed-failed" data-text=${page.embedFailed}></p>
          <button type="button" id="embed" aria-haspopup="dialog">${page.embed}</button>
          <a href="./${GUIDE}" hreflang="en">${page.guide}</a>
          <nav aria-label=${page.languages}>
            ${LOCALES.filter((other) => other !== locale).map(
              (other) =>
                html`<a href="./${pageFile(other)}" lang=${other} hreflang=${other}>${TEXTS[other].page.language}</a>`,
            )}
          </nav>
        </header>
        <main>${element`<bce-lesson locale=${lesson.locale} link></bce-lesson>`}</main>
      </body>
    </html>`;
  const result = render(document, { elementRenderers: [linkedRenderer(files.lessonStyles)] });
  return written(result);
}
