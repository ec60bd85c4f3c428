/** Fetches what the elements say. A text is a file of its own, so that a reader gets one language. */
import type { Locale } from '../content/locales.js';
import type { CommonText } from '../content/schema.js';

/** How the text of a locale is loaded; which of its texts, the entry knows. */
export type TextSource = (locale: Locale) => Promise<{ default: CommonText }>;

let source: TextSource | undefined;
const texts = new Map<Locale, CommonText>();

/** Where the elements of this page find their texts. Called once, by the entry. */
export function locateTexts(found: TextSource): void {
  source = found;
}

/** Makes `text` the one of its locale: for Node, which has no need to wait. */
export function provideText(locale: Locale, text: CommonText): void {
  texts.set(locale, text);
}

/** The text of a locale, once it is there. */
export const textIn = (locale: Locale): CommonText | undefined => texts.get(locale);

/** May be tried again where it failed; some browsers keep the failure in mind until the page is loaded anew. */
export async function loadText(locale: Locale): Promise<void> {
  if (texts.has(locale)) return;
  if (!source) throw new Error('No texts have been located.');
  provideText(locale, (await source(locale)).default);
}
