/** Where the bookmark and the notes of what is shown stand. The app brings the element; without one there is nothing. */
import { html, type TemplateResult } from 'lit';
import { hashOf, type Place, type Settings } from '../state/places.js';
import type { Titled } from '../state/notes.js';
import { isWhere } from '../state/records.js';

/** What an address leads back to, and what it is called. */
export function titled(place: Place, settings: Settings, title: string): Titled {
  const where = hashOf(place, settings).split(/\?(.*)/s)[1] ?? '';
  // One that cannot be kept would take the note along: then it leads to the place.
  return { place, where: isWhere(where) ? where : '', title };
}

export const keepHere = (here: Titled): TemplateResult => html`<bce-keep .anchor=${here}></bce-keep>`;
