/** What the page has around the lesson: one button, which loads what it opens when it is pressed. */
import { localeFor } from '../content/locales.js';

const locale = localeFor(document.documentElement.lang);
const button = document.querySelector<HTMLElement>('#embed');
const failed = document.querySelector<HTMLElement>('#embed-failed');

async function load(): Promise<{ open(): void }> {
  const [{ embedDialog }, { default: text }, { default: lesson }] = await Promise.all([
    import('../elements/embed-dialog.js'),
    import(`../content/${locale}/embed.js`),
    // The lesson itself has asked for it already.
    import(`../content/${locale}/lesson.js`),
  ]);
  return embedDialog({ locale, text, title: lesson.title, headings: lesson.headings });
}

let dialog: ReturnType<typeof load> | undefined;

button?.addEventListener('click', async () => {
  dialog ??= load();
  try {
    (await dialog).open();
  } catch {
    // Pressed again, it tries again, where the browser does.
    dialog = undefined;
    if (failed) failed.textContent = failed.dataset['text'] ?? '';
  }
});
button?.setAttribute('data-ready', '');
