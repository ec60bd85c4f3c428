/** The guide for publishers: its text, the tables that are made of the elements, and elements at work. */
import { html as element, nothing } from 'lit';
import { html, render } from '@lit-labs/ssr';
import { LOCALES } from '../content/locales.js';
import type { GuideBlock, GuideExample, GuideTable, GuideText, LessonText } from '../content/schema.js';
import { provideText } from '../engine/texts.js';
import { linkedRenderer } from './linked-renderer.js';
import type { PageFiles } from './page.js';
import { written } from './written.js';

export interface Table {
  columns: readonly string[];
  rows: readonly (readonly string[])[];
}

export type GuideFiles = Omit<PageFiles, 'pageScript' | 'pageStyles' | 'picture'> & {
  guideStyles: string;
  guideScript: string;
  frameScript: string;
};

const MARK = /`([^`]+)`|\*([^*]+)\*|\[([^\]]+)\]\(([^)]+)\)/g;

/** A sentence with what is marked in it. */
function* marked(text: string): Generator<unknown> {
  let end = 0;
  for (const found of text.matchAll(MARK)) {
    const [all, code, emphasis, link, href] = found;
    yield text.slice(end, found.index);
    if (code !== undefined) yield html`<code>${code}</code>`;
    else if (emphasis !== undefined) yield html`<em>${emphasis}</em>`;
    else yield html`<a href=${href}>${link}</a>`;
    end = found.index + all.length;
  }
  yield text.slice(end);
}

const prose = (text: string) => [...marked(text)];

/** Wide ones scroll in their own box, which the keyboard has to get into as well. */
const tableView = ({ columns, rows }: Table, name: string) => html`
  <div class="table" role="group" aria-label=${name} tabindex="0">
    <table>
      <caption>
        ${name}
      </caption>
      <thead>
        <tr>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          ([first = '', ...others]) =>
            html`<tr>
              <th scope="row">${prose(first)}</th>
              ${others.map((cell) => html`<td>${prose(cell)}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>
`;

const EXAMPLES: Readonly<Record<GuideExample, (title: string) => unknown>> = {
  graph: () => element`<bce-graph locale="en" p="0.85"></bce-graph>`,
  practice: () => element`<bce-practice locale="en" class="themed"></bce-practice>`,
  frame: (title) =>
    html`<iframe
      src="./embed.html?sections=overview,symbols"
      title=${title}
      height="480"
      loading="lazy"
      allow="clipboard-write"
    ></iframe>`,
};

/** A text that is to be copied keeps its lines: nothing of the template's may stand between its tags. */
const codeView = (code: string, name: string) =>
  html`<figure class="code">
    <figcaption>${name}</figcaption>
    <pre tabindex="0" role="group" aria-label=${name}><code>${code}</code></pre>
  </figure>`;

function blockView(
  block: GuideBlock,
  tables: Readonly<Record<GuideTable, Table>>,
  text: GuideText,
  lesson: LessonText,
) {
  if (typeof block === 'string') return html`<p>${prose(block)}</p>`;
  if ('list' in block)
    return html`<ul>
      ${block.list.map((item) => html`<li>${prose(item)}</li>`)}
    </ul>`;
  if ('code' in block) return codeView(block.code, block.name);
  if ('columns' in block) return tableView(block, block.name);
  if ('table' in block)
    return tables[block.table].rows.length > 0
      ? tableView(tables[block.table], block.name)
      : html`<p class="none">${text.none}</p>`;
  return html`<figure class="example">
    ${EXAMPLES[block.example](lesson.title)}
    <figcaption>${prose(block.caption)}</figcaption>
  </figure>`;
}

export async function guideDocument(
  files: GuideFiles,
  tables: Readonly<Record<GuideTable, Table>>,
  canonical: string | undefined,
  { lesson, guide }: { lesson: LessonText; guide: GuideText },
): Promise<string> {
  provideText(LOCALES[0], lesson);
  const document = html`<!doctype html>
    <html lang=${lesson.locale} dir=${lesson.direction}>
      <head>
        <meta charset="utf-8" />
        <title>${guide.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="description" content=${guide.description} />
        <meta name="color-scheme" content="light dark" />
        ${canonical ? html`<link rel="canonical" href=${canonical} />` : nothing}
        <link rel="icon" href=${files.icon} type="image/svg+xml" />
        <link rel="preload" href=${files.font} as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href=${files.guideStyles} />
        ${
          // For the roots of the elements, in which it is linked; to this page itself it is nothing.
          html`<link rel="preload" href=${files.lessonStyles} as="style" />`
        }
        <script type="module" src=${files.script}></script>
        <script type="module" src=${files.guideScript}></script>
        <script async src=${files.frameScript}></script>
      </head>
      <body data-copy=${guide.copy} data-copied=${guide.copied} data-copy-failed=${guide.copyFailed}>
        <header><a href="./index.html">${guide.back}</a></header>
        <main>
          <h1>${guide.heading}</h1>
          <p class="intro">${guide.intro}</p>
          <nav aria-label=${guide.contents}>
            <ul>
              ${guide.sections.map(({ id, heading }) => html`<li><a href="#${id}">${heading}</a></li>`)}
            </ul>
          </nav>
          ${guide.sections.map(
            ({ id, heading, blocks }) =>
              html`<section id=${id} aria-labelledby="${id}-heading">
                <h2 id="${id}-heading">${heading}</h2>
                ${blocks.map((block) => blockView(block, tables, guide, lesson))}
              </section>`,
          )}
        </main>
        <p role="status" class="unseen" id="said"></p>
      </body>
    </html>`;
  const result = render(document, { elementRenderers: [linkedRenderer(files.lessonStyles)] });
  return written(result);
}
