/**
 * Shows one place of the app at a time, by the address. The page holds a section for each, with its heading; what a
 * place is shown with is fetched when it is first gone to. Without this script the sections stand one below the other,
 * and the links lead to them.
 */
import {
  addressFrom,
  isOffered,
  partOf,
  TAGS,
  type Address,
  type OfferedPlace,
  type Settings,
} from '../state/places.js';

/** Fetches the element of a place, and defines it. */
export type Late = () => Promise<void>;

/** What a place may be handed: what its address asks of it. */
type PlaceElement = HTMLElement & { settings?: Settings };

/** What is kept of an entry in the history: how far down the page was. */
const depths = new Map<number, number>();

export function openShell(page: Document, late: Readonly<Record<OfferedPlace, Late>>): void {
  const main = page.querySelector('main');
  if (!main) return;
  const sections = new Map(
    [...main.querySelectorAll<HTMLElement>('[data-place]')].map((one) => [one.dataset['place'], one]),
  );
  const links = [...page.querySelectorAll<HTMLAnchorElement>('nav a[href^="#"]')];
  const told = page.querySelector<HTMLElement>('#told');
  let entry = 0;
  let entries = 0;

  /** Each entry of the history gets a number, by which it is known when it is come back to. */
  function enter(): number | undefined {
    depths.set(entry, scrollY);
    const known: unknown = history.state?.bceEntry;
    if (typeof known === 'number') {
      entry = known;
      return depths.get(known);
    }
    entry = ++entries;
    history.replaceState({ ...history.state, bceEntry: entry }, '');
    return undefined;
  }

  async function fill(section: HTMLElement, place: OfferedPlace, settings: Settings): Promise<void> {
    const tag = TAGS[place];
    let element = section.querySelector<PlaceElement>(tag);
    if (!element) {
      element = page.createElement(tag);
      element.className = 'placed';
      section.append(element);
    }
    element.settings = settings;
    if (customElements.get(tag) || section.ariaBusy === 'true') return;
    section.ariaBusy = 'true';
    try {
      await late[place]();
      section.querySelector('.coming')?.remove();
    } finally {
      section.ariaBusy = null;
    }
  }

  /** Says that a place could not be fetched, and offers to try again. */
  function fail(section: HTMLElement, again: () => Promise<void>): void {
    const notice = page.createElement('div');
    const said = page.createElement('p');
    const button = page.createElement('button');
    notice.className = 'failed';
    said.role = 'status';
    button.type = 'button';
    button.textContent = main?.dataset['again'] ?? '';
    notice.append(said, button);
    section.querySelector('h2')?.after(notice);
    // After it stands on the page, or it would not be read out.
    said.textContent = main?.dataset['failed'] ?? '';
    button.addEventListener('click', async () => {
      said.textContent = main?.dataset['waiting'] ?? '';
      await again().then(
        () => {
          notice.remove();
          section.querySelector('h2')?.focus();
        },
        () => (said.textContent = main?.dataset['failed'] ?? ''),
      );
    });
  }

  function show({ place, settings }: Address, by: 'loading' | 'moving', depth: number | undefined): void {
    const section = sections.get(place);
    if (!section) return;
    for (const other of sections.values()) other.hidden = other !== section;
    for (const link of links) {
      const its = addressFrom(link.hash);
      const here = typeof its === 'object' && its.place === partOf(place);
      if (here) link.ariaCurrent = its.place === place ? 'page' : 'true';
      else link.ariaCurrent = null;
    }
    const heading = section.querySelector('h2');
    page.title =
      place === '' ? (main?.dataset['title'] ?? '') : `${heading?.textContent?.trim()} · ${main?.dataset['title']}`;
    // The sheet that stood in for this until now.
    page.adoptedStyleSheets = [];
    if (by === 'moving') {
      heading?.focus({ preventScroll: true });
      scrollTo({ top: depth ?? 0, behavior: 'instant' });
    }
    if (!isOffered(place)) return;
    const filled = () => fill(section, place, settings);
    if (!section.querySelector('.failed')) filled().catch(() => fail(section, filled));
  }

  function follow(by: 'loading' | 'moving'): void {
    const address = addressFrom(location.hash);
    // A part of the page, which the browser goes to by itself.
    if (!address) {
      if (by === 'loading') show({ place: '', settings: {} }, by, undefined);
      return;
    }
    const depth = enter();
    if (told) told.textContent = '';
    show(address === 'unknown' ? { place: '', settings: {} } : address, by, depth);
    if (told && address === 'unknown') told.textContent = told.dataset['unknown'] ?? '';
  }

  history.scrollRestoration = 'manual';
  addEventListener('hashchange', () => follow('moving'));
  follow('loading');
}
