/** The locales there are, which one to use, and what has to be said even where none could be loaded. */

/** The first is that of a reader whose language there is not. Each has a folder beside this file. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** In the script itself, unlike all other text: it is for when a file is missing. */
export const FAILED: Readonly<Record<Locale, string>> = {
  en: 'The moving parts could not be loaded. The text, the formulas and the graph are complete; reload the page to try again.',
  es: 'No se pudieron cargar las partes que se mueven. El texto, las fórmulas y la gráfica están completos; vuelve a cargar la página para intentarlo de nuevo.',
};

/** The locale for the first wish that can be met, by language. */
export function localeFor(...wishes: readonly unknown[]): Locale {
  for (const wish of wishes) {
    const language = typeof wish === 'string' ? wish.toLowerCase().split('-')[0] : undefined;
    const found = LOCALES.find((locale) => locale === language);
    if (found) return found;
  }
  return LOCALES[0];
}
