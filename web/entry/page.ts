/** What the page has around the lesson: a button that loads what it opens, and a copy of the page for when there is no network. */
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

const update = document.querySelector<HTMLElement>('#update');

// Once the lesson has all it needs; a frame of somebody else's page keeps nothing.
if ('serviceWorker' in navigator && window === parent)
  addEventListener('load', async () => {
    try {
      const { keepOffline } = await import('../elements/offline.js');
      await keepOffline('./offline.js', './', {
        show() {
          if (!update) return;
          update.hidden = false;
          // After it is on the page, or it would not be read out.
          const said = update.querySelector('[role=status]');
          if (said) said.textContent = update.dataset['text'] ?? '';
        },
        taken: new Promise((resolve) => update?.querySelector('button')?.addEventListener('click', resolve)),
      });
    } catch {
      // Where it cannot be kept, the page works as it did, with a network.
    }
  });
