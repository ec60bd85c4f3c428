/** The locales there are, which one to use, and what has to be said even where none could be loaded. */

/** The first is that of a reader whose language there is not. Each has a folder beside this file. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** In the script itself, unlike all other text: for when a file is missing, beside what was prerendered or in its place. */
export const FAILED: Readonly<Record<Locale, Readonly<Record<'prerendered' | 'empty', string>>>> = {
  en: {
    prerendered:
      'The moving parts could not be loaded. The text, the formulas and the graph are complete; reload the page to try again.',
    empty: 'This part could not be loaded; reload the page to try again.',
  },
  es: {
    prerendered:
      'No se pudieron cargar las partes que se mueven. El texto, las fórmulas y la gráfica están completos; vuelve a cargar la página para intentarlo de nuevo.',
    empty: 'No se pudo cargar esta parte; vuelve a cargar la página para intentarlo de nuevo.',
  },
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
