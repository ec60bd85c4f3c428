/** The page of the study app: all its places, one below the other, those that read without a script rendered in Node. */
import { html as element } from 'lit';
import { html, render, type RenderInfo } from '@lit-labs/ssr';
import type { ThunkedRenderResult } from '@lit-labs/ssr/lib/render-result.js';
import type { Locale } from '../../content/locales.js';
import { define } from '../../elements/lesson-element.js';
import { core, createCore, provideCore } from '../../engine/load.js';
import { provideText } from '../../engine/texts.js';
import { linkedRenderer } from '../../prerender/linked-renderer.js';
import type { PageFiles } from '../../prerender/page.js';
import { formulaView, LOSS } from '../../views/prose.js';
import exercises from '../content/en/exercises.js';
import next from '../content/en/home.js';
import en from '../content/en/study.js';
import shell from '../content/en/shell.js';
import solve from '../content/en/solve.js';
import { BceExercises } from '../elements/bce-exercises.js';
import { BceWalkthrough } from '../elements/bce-walkthrough.js';
import { hashOf, isMade, PLACES, partOf, type Place } from '../state/places.js';
import { written } from '../../prerender/written.js';

/** In English, whatever is asked for, until there is more. */
const TEXT = { ...en, solve, exercises };

/** The places that hold something to read without a script: their elements. */
const READABLE: Readonly<Partial<Record<Place, unknown>>> = {
  solve: element`<bce-walkthrough class="placed"></bce-walkthrough>`,
  exercises: element`<bce-exercises class="placed"></bce-exercises>`,
};

export interface StudyFiles extends Omit<PageFiles, 'lessonStyles' | 'pageScript' | 'picture' | 'text'> {
  studyStyles: string;
  /** The sheets of single elements, by tag. */
  ownStyles: Readonly<Record<string, string>>;
  /** What is painted first, before the scripts are there. */
  first: string;
  /** What the script stands on, and asks for at once. */
  early: readonly string[];
  lesson: string;
  manifest: string;
  touchIcon: string;
}

/** What a phone shows the app by on its screen: `icons` by their width in pixels. */
export const appManifest = (
  page: string,
  icons: Readonly<Record<'any' | 'maskable', Readonly<Record<string, string>>>>,
) => ({
  id: page,
  name: shell.app.name,
  short_name: shell.app.shortName,
  description: shell.description,
  lang: TEXT.locale,
  dir: TEXT.direction,
  start_url: page,
  scope: './',
  display: 'standalone',
  background_color: '#fdfcfa',
  theme_color: '#fdfcfa',
  icons: Object.entries(icons).flatMap(([purpose, sizes]) =>
    Object.entries(sizes).map(([width, src]) => ({ src, sizes: `${width}x${width}`, type: 'image/png', purpose })),
  ),
});

/** Without a script a place that is not there leads nowhere. */
const liveWithout = (place: Place): string => (isMade(place) && !(place in READABLE) ? 'live' : '');

/** With the sheet of the element itself after that of all. */
const styledRenderer = ({ studyStyles, ownStyles }: StudyFiles) =>
  class extends linkedRenderer(studyStyles) {
    override renderShadow(info: RenderInfo): ThunkedRenderResult {
      const own = ownStyles[this.tagName];
      const [shared = '', ...rest] = super.renderShadow(info);
      return [shared, own ? `<link rel="stylesheet" href="${own}">` : '', ...rest];
    }
  };

/** Leads to places, with what each is good for. */
const entries = (places: readonly Place[]) =>
  html`<ul class="entries">
    ${places.map(
      (place) =>
        html`<li class=${liveWithout(place)}>
          <a href=${hashOf(place)}>${shell.places[place].heading}</a>
          <span>${shell.places[place].about}</span>
        </li>`,
    )}
  </ul>`;

/** Where each place stands on the first page. */
const GROUPS: Readonly<Record<keyof typeof shell.home.groups, readonly Place[]>> = {
  practise: ['solve', 'exercises', 'cards'],
  walkthroughs: PLACES.filter((place) => partOf(place) === 'walkthroughs' && place !== 'walkthroughs'),
  own: ['notes', 'progress', 'settings'],
};

const lead = (place: Place) => html`<p class="lead">${shell.places[place].about}</p>`;

const home = () =>
  html`${lead('')}
    <div class="hero">${formulaView(LOSS, { core: core(), text: TEXT, live: false })}</div>
    <div class="next">
      <h3>${shell.home.next}</h3>
      <p id="next"><a href=${hashOf('solve')}>${next.start.name}</a> <span>${next.start.about}</span></p>
    </div>
    <div>
      ${(Object.keys(GROUPS) as (keyof typeof GROUPS)[]).map((group) => {
        const places = GROUPS[group];
        const live = places.every((place) => liveWithout(place)) ? 'live' : '';
        return html`<h3 class=${live}>${shell.home.groups[group]}</h3>
          ${entries(places)}`;
      })}
    </div>`;

function contentOf(place: Place): unknown {
  if (place === '') return home();
  if (place === 'walkthroughs') return html`${lead(place)} ${entries(GROUPS.walkthroughs)} `;
  return READABLE[place] ?? html`<p class="coming">${shell.waiting}</p>`;
}

const section = (place: Place) =>
  html`<section id="/${place}" data-place=${place} class=${liveWithout(place)}>
    <h2 tabindex="-1">${shell.places[place].heading}</h2>
    ${contentOf(place)}
  </section>`;

/** The whole document for one locale, as HTML. */
export async function studyPage(wasmBinary: Uint8Array, locale: Locale, files: StudyFiles): Promise<string> {
  provideCore(await createCore(wasmBinary));
  define('bce-walkthrough', BceWalkthrough);
  define('bce-exercises', BceExercises);
  provideText(locale, TEXT);
  const parts = PLACES.filter((place) => place !== '' && partOf(place) === place);
  const document = html`<!doctype html>
    <html lang=${TEXT.locale} dir=${TEXT.direction}>
      <head>
        <meta charset="utf-8" />
        <title>${shell.title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover" />
        <meta name="description" content=${shell.description} />
        <meta name="color-scheme" content="light dark" />
        <meta name="theme-color" content="#fdfcfa" media="(prefers-color-scheme: light)" />
        <meta name="theme-color" content="#15171a" media="(prefers-color-scheme: dark)" />
        <link rel="icon" href=${files.icon} type="image/svg+xml" />
        <link rel="apple-touch-icon" href=${files.touchIcon} />
        <link rel="manifest" href=${files.manifest} />
        <link rel="preload" href=${files.font} as="font" type="font/woff2" crossorigin />
        <link rel="stylesheet" href=${files.pageStyles} />
        <link rel="preload" href=${files.studyStyles} as="style" />
        <script src=${files.first}></script>
        <link rel="preload" href=${files.wasm} as="fetch" crossorigin />
        ${files.early.map((file) => html`<link rel="modulepreload" href=${file} />`)}
        <script type="module" src=${files.script}></script>
      </head>
      <body>
        <header>
          <h1><a href="#/">${shell.heading}</a></h1>
          <nav aria-label=${shell.navigation}>
            <ul>
              ${parts.map(
                (place) =>
                  html`<li class=${liveWithout(place)}><a href=${hashOf(place)}>${TEXT.places[place]}</a></li>`,
              )}
              <li><a href=${files.lesson}>${shell.lesson}</a></li>
            </ul>
          </nav>
        </header>
        <main
          data-app
          data-title=${shell.title}
          data-waiting=${shell.waiting}
          data-failed=${shell.failed}
          data-again=${shell.again}
        >
          <p class="still">${shell.noScript}</p>
          <p id="told" role="status" data-unknown=${shell.unknown}></p>
          ${PLACES.map(section)}
        </main>
      </body>
    </html>`;
  const result = render(document, { elementRenderers: [styledRenderer(files)] });
  return written(result);
}
