/** Puts what to do next where the page has kept room for it. Its words are fetched once there is something to say. */
import { formatExact } from '../../views/numbers.js';
import type { HomeText } from '../content/home.js';
import { nextOf, type Next, type SoFarEvent } from '../state/home.js';
import { hashOf } from '../state/places.js';

/** The page says already what each place is called, and what it is good for. */
const textOf = (page: Document, selector: string): string => page.querySelector(selector)?.textContent?.trim() ?? '';

function worded(next: Next, words: HomeText, page: Document): readonly [name: string, about: string] {
  const { lang } = page.documentElement;
  const place = textOf(page, `[data-place="${next.place}"] h2`);
  switch (next.type) {
    case 'start':
      return [words.start.name, words.start.about];
    case 'go':
      return [place, textOf(page, `.entries a[href="${hashOf(next.place)}"] + span`)];
    case 'continue': {
      const [step, of] = [formatExact(next.step, lang), formatExact(next.of, lang)];
      return [words.continue.name(place), words.continue.about({ step, of })];
    }
    case 'cards':
      return [words.cards.name({ due: formatExact(next.due, lang), many: next.due }), words.cards.about];
  }
}

export function showWhatIsNext(page: Document, words: () => Promise<{ default: HomeText }>): void {
  page.addEventListener('bce-so-far', async (event) => {
    const next = nextOf((event as SoFarEvent).soFar);
    const link = page.querySelector<HTMLAnchorElement>('#next a');
    const about = page.querySelector('#next span');
    if (!link || !about) return;
    // Without them it says what is always true.
    const text = await words().catch(() => undefined);
    if (!text) return;
    const [name, more] = worded(next, text.default, page);
    link.href = hashOf(next.place);
    link.textContent = name;
    about.textContent = more;
  });
}
