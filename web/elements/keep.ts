/**
 * Keeps what the learner did in the browser's own store, where the host has asked for it. Fetched only then.
 *
 * One record holds the work of every element of the lesson, each in a slot of its own. The store belongs to the
 * host: it may be forbidden, full, or written to by anybody, and two pages may be open at once. So it is read and
 * written as a whole each time, nothing in it is taken on trust, and no failure goes further than a word to the host.
 */
import type { CoreModule } from '../../wasm/contract/core.js';
import { FORMS, type Part, type Work } from '../state/kept.js';
import { decimalMark } from '../views/numbers.js';

/** With the version of what is in it: another one is another record. */
const RECORD = 'bce-lesson/1';
const MOST_CHARACTERS = 50_000;
const MOST_SLOTS = 30;

/** So long after the last thing that the learner did. */
const PAUSE_MS = 400;

/** What a learner can do inside an element. */
const DEEDS = ['input', 'change', 'click', 'keydown', 'pointerup', 'toggle'];

export type Fault = 'storage_unavailable' | 'storage_invalid';

export interface Kept {
  element: HTMLElement;
  /** The elements around it that are ours. */
  within: readonly HTMLElement[];
  core: CoreModule;
  locale: string;
  read(): unknown;
  write(work: unknown): void;
  /** Whether what is kept may take the place of what is there. */
  resume: boolean;
  refuse(fault: Fault): void;
}

/** The element by its id; without one, by which it is of its kind in its part of the page. */
function nameOf(element: HTMLElement): string {
  const kind = element.localName.replace(/^bce-/, '');
  if (element.id) return `${kind}#${element.id.slice(0, 80)}`;
  const root = element.getRootNode() as Document | ShadowRoot;
  const nth = [...root.querySelectorAll(`${element.localName}:not([id])`)].indexOf(element);
  return nth > 0 ? `${kind}:${nth + 1}` : kind;
}

/** The slots of the record. Throws where the store is forbidden. */
function slots(refuse: Kept['refuse']): Map<string, unknown> {
  const text = localStorage.getItem(RECORD);
  if (text === null) return new Map();
  try {
    const record: unknown = text.length > MOST_CHARACTERS ? undefined : JSON.parse(text);
    if (typeof record === 'object' && record && !Array.isArray(record))
      return new Map(Object.entries(record).slice(-MOST_SLOTS));
  } catch {
    // Not ours, or cut off.
  }
  refuse('storage_invalid');
  return new Map();
}

/** Takes up what was kept, and keeps what follows until the call that is given back. */
export function keep({ element, within, core, locale, read, write, resume, refuse }: Kept): () => void {
  const part = element.localName.replace(/^bce-/, '') as Part;
  // The state of an element is its own business: `read` and `write` are those of this part.
  const form = FORMS[part] as (typeof FORMS)['graph'];
  const work = () => read() as Work['graph'];
  const slot = [...within, element].map(nameOf).join(' ');
  const guarded = (deed: () => void) => {
    try {
      deed();
    } catch {
      refuse('storage_unavailable');
    }
  };

  if (resume)
    guarded(() => {
      const data = slots(refuse).get(slot);
      if (data === undefined) return;
      const resumed = form.resumed(data, work(), { core, decimalMark: decimalMark(locale) });
      if (resumed) write(resumed);
      else refuse('storage_invalid');
    });

  const shown = () => JSON.stringify(form.kept(work()));
  let known = shown();
  let pause: ReturnType<typeof setTimeout> | undefined;
  const save = () => {
    clearTimeout(pause);
    pause = undefined;
    const now = shown();
    if (now === known) return;
    known = now;
    guarded(() => {
      const all = slots(() => undefined);
      // Last, so that what has not been touched for longest goes first.
      all.delete(slot);
      all.set(slot, JSON.parse(now));
      localStorage.setItem(RECORD, JSON.stringify(Object.fromEntries([...all].slice(-MOST_SLOTS))));
    });
  };
  const wait = () => {
    clearTimeout(pause);
    pause = setTimeout(save, PAUSE_MS);
  };
  const root = element.shadowRoot;
  for (const deed of DEEDS) root?.addEventListener(deed, wait, true);
  // The last chance where the page is closed at once.
  addEventListener('pagehide', save);
  return () => {
    for (const deed of DEEDS) root?.removeEventListener(deed, wait, true);
    removeEventListener('pagehide', save);
    if (pause) save();
  };
}
