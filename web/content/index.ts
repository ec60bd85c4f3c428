/** The locales there are, and which one to use. */
import { en } from './en.js';
import type { LessonText } from './schema.js';

const LOCALES: readonly LessonText[] = [en];

/** The text for the first wish that can be met, by language; English where none can. */
export function textFor(...wishes: readonly unknown[]): LessonText {
  for (const wish of wishes) {
    const language = typeof wish === 'string' ? wish.toLowerCase().split('-')[0] : undefined;
    const found = LOCALES.find((text) => text.locale.split('-')[0] === language);
    if (found) return found;
  }
  return en;
}
