/** The locales there are, which one to use, and what has to be said even where none could be loaded. */

/** The first is that of a reader whose language there is not. Each has a folder beside this file. */
export const LOCALES = ['en', 'es'] as const;
export type Locale = (typeof LOCALES)[number];

/** In the script itself, unlike all other text: it is for when a file is missing. */
export interface FailedText {
  /** Where the page holds the lesson already. */
  still: string;
  /** Where it does not. */
  bare: string;
  again: string;
  trying: string;
}

export const FAILED: Readonly<Record<Locale, FailedText>> = {
  en: {
    still: 'The moving parts could not be loaded. The text, the formulas and the graph are complete.',
    bare: 'This part of the page could not be loaded.',
    again: 'Try again',
    trying: 'Trying again …',
  },
  es: {
    still: 'No se pudieron cargar las partes que se mueven. El texto, las fórmulas y la gráfica están completos.',
    bare: 'No se pudo cargar esta parte de la página.',
    again: 'Volver a intentarlo',
    trying: 'Intentándolo de nuevo …',
  },
};

/** The locale in the language of a wish, if there is one. */
export function knownLocale(wish: unknown): Locale | undefined {
  const language = typeof wish === 'string' ? wish.toLowerCase().split(/[-_]/)[0] : undefined;
  return LOCALES.find((locale) => locale === language);
}
