/** What a publisher pastes: the HTML of a frame or of an element with the wanted settings. */
import { LOCALES, type Locale } from '../content/locales.js';
import type { SectionId } from '../content/schema.js';
import { queryOf, type FrameSettings } from './frame.js';

export interface Wanted extends FrameSettings {
  locale: Locale;
}

/** Where the lesson is, and what it is called. */
export interface Published {
  /** Address of the folder, with its last slash. */
  folder: string;
  /** Names the frame to those who do not see it. */
  title: string;
}

/** What a page of a locale is called; pages lie side by side, so that a copy on a disk works as a server does. */
export const pageFile = (locale: Locale): string => (locale === LOCALES[0] ? 'index.html' : `${locale}.html`);
/** All of the lesson in one file, for a disk or a class without a network. */
export const oneFile = (locale: Locale): string =>
  locale === LOCALES[0] ? 'bce-lesson.html' : `bce-lesson-${locale}.html`;
export const embedFile = (locale: Locale): string => (locale === LOCALES[0] ? 'embed.html' : `embed-${locale}.html`);

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPES[sign] ?? sign);

const attribute = (name: string, value: string | number): string => `${name}="${escapeHtml(String(value))}"`;

/** The address of the frame: each language has a file, so the settings need not say it. */
export function frameAddress({ locale, ...settings }: Wanted, folder: string): string {
  return new URL(embedFile(locale) + queryOf(settings), folder).href;
}

/**
 * How high a frame is that does not follow its content: enough to use its tallest part without scrolling
 * in between, on a phone as well; there is scrolling inside for the rest.
 */
export function fixedHeight(sections: readonly SectionId[] | undefined): number {
  const has = (id: SectionId) => !sections || sections.includes(id);
  return has('graph') || has('derivation') ? 720 : has('practice') ? 640 : 480;
}

export function frameSnippet(wanted: Wanted, { folder, title }: Published, { follows = false } = {}): string {
  const frame = [
    attribute('src', frameAddress(wanted, folder)),
    attribute('title', title),
    attribute('width', '100%'),
    attribute('height', fixedHeight(wanted.sections)),
    // A style attribute would be refused by a strict policy of the page, and reported on every view.
    attribute('frameborder', '0'),
    attribute('loading', 'lazy'),
    attribute('allow', 'clipboard-write'),
  ];
  const script = `\n<script async ${attribute('src', new URL('bce-frame.js', folder).href)}></script>`;
  return `<iframe ${frame.join(' ')}></iframe>${follows ? script : ''}`;
}

export function elementSnippet(wanted: Wanted, { folder, title }: Published): string {
  const { locale, sections, ...others } = wanted;
  const given = Object.entries({ ...(sections ? { sections: sections.join(' ') } : {}), ...others, locale });
  const element = ['bce-lesson', ...given.map(([name, value]) => attribute(name, value))].join(' ');
  const page = new URL(locale === LOCALES[0] ? './' : pageFile(locale), folder).href;
  return [
    `<script type="module" ${attribute('src', new URL('bce-lesson.js', folder).href)}></script>`,
    // What is inside stands until the lesson is there.
    `<${element}><a ${attribute('href', page)}>${escapeHtml(title)}</a></bce-lesson>`,
  ].join('\n');
}
