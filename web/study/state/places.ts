/** The places of the study app, and the addresses that lead to them: `#/<place>?<settings>`. */

import { PLACES, type Place } from '../content/places.js';

export { PLACES, type Place };

/** Not built yet, and not offered. A place that is leaves this list, and comes into the one of entry/bce-study.ts. */
const MISSING = ['walkthroughs/training', 'cards', 'notes', 'progress'] as const satisfies readonly Place[];
type Missing = (typeof MISSING)[number];

const isMissing = (place: Place): place is Missing => (MISSING as readonly Place[]).includes(place);

/** Made of links alone, which the page holds itself. */
export type PlainPlace = '' | 'walkthroughs';

/** Shown by an element that is fetched when the place is first gone to. */
export type MadePlace = Exclude<Place, PlainPlace>;

export const TAGS: Readonly<Record<MadePlace, `bce-${string}`>> = {
  solve: 'bce-walkthrough',
  exercises: 'bce-exercises',
  'walkthroughs/logits': 'bce-logits',
  'walkthroughs/gradient': 'bce-gradient',
  'walkthroughs/entropy': 'bce-entropy',
  'walkthroughs/training': 'bce-training',
  'walkthroughs/predictions': 'bce-predictions',
  cards: 'bce-cards',
  notes: 'bce-notes',
  progress: 'bce-progress',
  settings: 'bce-settings',
};

export const isMade = (place: Place): place is MadePlace => place in TAGS;

/** With an element that there is. */
export type OfferedPlace = Exclude<MadePlace, Missing>;

export const isOffered = (place: Place): place is OfferedPlace => isMade(place) && !isMissing(place);

/** What the page shows: a list of walkthroughs only where there are some. */
export const OFFERED: readonly Place[] = PLACES.filter(
  (place) =>
    isOffered(place) ||
    place === '' ||
    (place === 'walkthroughs' && PLACES.some((p) => partOf(p) === place && isOffered(p))),
);

/** What an address asks of a place, by name; the place has to make sense of it. */
export type Settings = Readonly<Record<string, string>>;

export interface Address {
  place: Place;
  settings: Settings;
}

/** Nobody writes a longer one by hand, and nothing of ours is. */
const MOST_CHARACTERS = 2_000;
const MOST_SETTINGS = 20;

/** The first of each name; the record has no prototype, so that no name means more than it says. */
function settingsFrom(query: string): Settings {
  const settings: Record<string, string> = Object.create(null);
  for (const [name, value] of [...new URLSearchParams(query)].slice(0, MOST_SETTINGS))
    if (!(name in settings)) settings[name] = value;
  return settings;
}

/** The way that links to an exercise were written before there were places: `#seed=12&kind=find_p`. */
const isOldLink = (fragment: string): boolean => /^(?=.*\bseed=)[\w-]+=/.test(fragment);

/**
 * Where the end of an address leads, `#` and all. `unknown` is a place that there is not; nothing is said of the
 * other fragments, which lead to a part of the page.
 */
export function addressFrom(hash: string): Address | 'unknown' | undefined {
  const fragment = hash.replace(/^#/, '').slice(0, MOST_CHARACTERS);
  if (fragment === '') return { place: '', settings: {} };
  if (isOldLink(fragment)) return { place: 'exercises', settings: settingsFrom(fragment) };
  if (!fragment.startsWith('/')) return undefined;
  const [path = '', query = ''] = fragment.slice(1).split(/\?(.*)/s);
  const place = OFFERED.find((known) => known === path.replace(/\/$/, ''));
  return place === undefined ? 'unknown' : { place, settings: settingsFrom(query) };
}

/** The end of the address of a place. */
export function hashOf(place: Place, settings: Settings = {}): string {
  const query = new URLSearchParams(settings).toString();
  return `#/${place}${query && `?${query}`}`;
}

/** The part of the app that a place belongs to, which is what navigation shows as the present one. */
export function partOf(place: Place): Place {
  return place.startsWith('walkthroughs/') ? 'walkthroughs' : place;
}
