/**
 * The frame: what its address may say, and what it and the page around it say to each other.
 *
 * Address. `embed.html?sections=graph,practice&p=0.85&y=1&theme=dark&locale=es`: the attributes of
 * `<bce-lesson>` of the same names; `#p=0.85&y=1` after it is a state as the lesson's own links have it,
 * and wins. What makes no sense keeps its default. Nothing in an address leads away from the lesson or
 * stores anything: there is no study-href and no storage in it.
 *
 * Messages. All are objects with `bce: 1`, the version of this protocol, and a `type`; whoever meets
 * another version or type passes over it.
 *
 *   from the frame, to any page around it
 *     open                            it has begun to listen
 *     height { height }               of all that is in it, in CSS pixels; whenever that changes
 *     reveal { top, bottom, block }   the learner went to what stands between these heights in it:
 *                                     bring that into view, at the start or just so far as is needed
 *   from the frame, to the page that said hello
 *     event { name, detail }          an event of the lesson, with its fields
 *   from the page around it; anyone else's are passed over
 *     hello                           answered by height; from now on the lesson's events are sent to it
 *     set { sections, p, y, theme, locale }   any of them, as in the address; all else stays as it is
 *
 * A height says nothing of the learner, so it may go to any page ('*'), as it has to where that page has
 * no origin to name. What the learner does goes only to the origin that asked for it. Settings are taken
 * from whichever page has the frame in it: it could have put them into the address as well.
 */
import { LOCALES, type Locale } from '../content/locales.js';
import { SECTION_IDS, type SectionId } from '../content/schema.js';
import { toProbability } from './graph.js';

export const PROTOCOL = 1;

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface FrameSettings {
  /** Not empty. */
  sections?: readonly SectionId[];
  p?: number;
  y?: number;
  theme?: Theme;
  locale?: Locale;
}

/** The lesson's events, with the fields of each that a message carries. */
export const EVENTS = {
  'bce-ready': [],
  'bce-error': ['code'],
  'bce-change': ['y', 'p', 'loss'],
  'bce-answer': ['verdict'],
  'bce-step': ['meanLoss', 'rows'],
} as const;
export type EventName = keyof typeof EVENTS;

type Versioned<Type extends string, Fields = unknown> = Readonly<{ bce: typeof PROTOCOL; type: Type } & Fields>;

export type FrameMessage =
  | Versioned<'open'>
  | Versioned<'height', { height: number }>
  | Versioned<'reveal', { top: number; bottom: number; block: 'start' | 'nearest' }>
  | Versioned<'event', { name: EventName; detail: Readonly<Record<string, unknown>> }>;

export type HostMessage = Versioned<'hello'> | Versioned<'set', FrameSettings>;

/** Longer than any list of sections, and than any other setting. */
const MOST_CHARACTERS = 400;
const MOST_ITEMS = 2 * SECTION_IDS.length;

/** The sections that are named, each once; nothing where none is. */
export function sectionsIn(value: unknown): readonly SectionId[] | undefined {
  const named =
    typeof value === 'string'
      ? value.slice(0, MOST_CHARACTERS).split(/[\s,]+/)
      : Array.isArray(value)
        ? value.slice(0, MOST_ITEMS)
        : [];
  const known = [...new Set(named)].flatMap((name) => SECTION_IDS.find((id) => id === name) ?? []);
  return known.length > 0 ? known : undefined;
}

/** By its language; one that there is not is none, where an element would take the nearest. */
function localeIn(value: unknown): Locale | undefined {
  const language = typeof value === 'string' ? value.slice(0, MOST_CHARACTERS).toLowerCase().split('-')[0] : undefined;
  return LOCALES.find((locale) => locale === language);
}

/** Reads settings from anyone: what is not there, or makes no sense, is left out. */
export function settingsFrom(given: (name: keyof FrameSettings) => unknown): FrameSettings {
  const read = {
    sections: sectionsIn(given('sections')),
    p: toProbability(given('p')),
    y: toProbability(given('y')),
    theme: THEMES.find((theme) => theme === given('theme')),
    locale: localeIn(given('locale')),
  };
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined));
}

/** Those in an address. */
export function settingsInQuery(query: string): FrameSettings {
  const found = new URLSearchParams(query.slice(0, 4 * MOST_CHARACTERS));
  return settingsFrom((name) => found.get(name));
}

/** The part of an address that gives such settings; empty where there are none. */
export function queryOf(settings: FrameSettings): string {
  // Ids, numbers and names of ours: nothing in them needs to be written otherwise in an address.
  const parts = Object.entries(settings).map(([name, value]) => `${name}=${String(value)}`);
  return parts.length > 0 ? `?${parts.join('&')}` : '';
}

/** What a message from the page around the frame says, if it is one of this protocol. */
export function hostMessage(data: unknown): HostMessage | undefined {
  if (typeof data !== 'object' || data === null) return undefined;
  const message = data as Readonly<Record<string, unknown>>;
  if (message['bce'] !== PROTOCOL) return undefined;
  if (message['type'] === 'hello') return { bce: PROTOCOL, type: 'hello' };
  if (message['type'] !== 'set') return undefined;
  return { bce: PROTOCOL, type: 'set', ...settingsFrom((name) => message[name]) };
}
