/** What the learner sets for the whole app. */

import { THEMES, type Theme } from '../content/settings.js';

export { THEMES, type Theme };

/** Where the choice is kept: in the browser's own store, because it has to be known before anything is painted. */
export const THEME_KEY = 'bce-study/theme';

/** A word that came from outside, as a choice. */
export const themeFrom = (word: unknown): Theme => THEMES.find((theme) => theme === word) ?? 'auto';
