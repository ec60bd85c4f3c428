/**
 * A language that nobody speaks: each word of a text keeps its place and loses its letters, so that
 * what still reads as plain Latin on a page did not come from the text. `longer` makes words half as long again.
 * It stands on nothing else, so that a page can be given it as source.
 */
export function pseudo<T>(text: T, longer = false): T {
  const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
  const OTHER = [...'áƀçđéƒǧĥíĵķłɱñóƥɋřšŧúṽŵẋýžÁɃÇĐÉƑǦĤÍĴĶŁṀÑÓƤɊŘŠŦÚṼŴẊÝŽ'];
  /** What is no sentence: names for programs, and a formula. */
  const KEPT = ['locale', 'direction', 'territory', 'file', 'solution'];
  const word = (letters: string) =>
    [...letters].map((letter) => OTHER[PLAIN.indexOf(letter)]).join('') +
    (longer && letters.length > 1 ? 'ö'.repeat(Math.ceil(letters.length * 0.4)) : '');
  const change = (value: unknown): unknown => {
    if (typeof value === 'string')
      // Formulas and values are core's.
      return value
        .split(/(`[^`]*`|\{[^}]*\})/)
        .map((part, i) => (i % 2 === 1 ? part : part.replace(/[A-Za-z]+/g, word)))
        .join('');
    if (typeof value === 'function') return (...numbers: unknown[]) => change(value(...numbers));
    if (Array.isArray(value)) return value.map(change);
    if (typeof value === 'object' && value !== null)
      return Object.fromEntries(
        Object.entries(value).map(([key, inner]) => [key, KEPT.includes(key) ? inner : change(inner)]),
      );
    return value;
  };
  return change(text) as T;
}

/** The Latin words in a text of the page; single letters are symbols, and ln is a formula read out. */
export const latinWords = (text: string): string[] =>
  [...text.matchAll(/[\p{L}\p{M}]+/gu)]
    .map(([word]) => word)
    .filter((word) => /^[A-Za-z]{2,}$/.test(word) && word !== 'ln');
