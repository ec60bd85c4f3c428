/** What the page has around the lesson: one button, which loads what it opens when it is pressed. */
import { knownLocale, LOCALES, type Locale } from '../content/locales.js';

const here = knownLocale(document.documentElement.lang) ?? LOCALES[0];
const button = document.querySelector<HTMLElement>('#embed');
const failed = document.querySelector<HTMLElement>('#embed-failed');

async function load(locale: Locale): Promise<{ open(): void }> {
  const [{ embedDialog }, { default: lesson }, texts] = await Promise.all([
    import('../elements/embed-dialog.js'),
    // The lesson has asked for it already.
    import(`../content/${locale}/lesson.js`),
    // A lesson that is embedded in another language is named in that.
    Promise.all(LOCALES.map(async (locale) => [locale, (await import(`../content/${locale}/embed.js`)).default])),
  ]);
  return embedDialog({ locale, texts: Object.fromEntries(texts), headings: lesson.headings });
}

let dialog: ReturnType<typeof load> | undefined;

button?.addEventListener('click', async () => {
  dialog ??= load(here);
  try {
    (await dialog).open();
  } catch {
    // Pressed again, it tries again, where the browser does.
    dialog = undefined;
    if (failed) failed.textContent = failed.dataset['text'] ?? '';
  }
});
button?.setAttribute('data-ready', '');
