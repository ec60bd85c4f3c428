/** All notes and bookmarks, each leading back to where it is from. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatExact } from '../../views/numbers.js';
import type { KeptFault } from '../content/kept.js';
import type { NotesText } from '../content/notes.js';
import { hashOf } from '../state/places.js';
import { addressOf, MOST_NOTE, type Bookmark, type Note } from '../state/records.js';
import { keptView } from './kept.js';
import type { StudySetting } from './said.js';

type Setting = StudySetting<{ notes: NotesText }>;

export type NotesSaid = 'nothing' | 'saved' | 'note' | 'bookmark' | 'undone';

export interface NotesState {
  notes: readonly Note[];
  bookmarks: readonly Bookmark[];
  said: NotesSaid;
  canUndo: boolean;
  fault: KeptFault | undefined;
}

export interface NotesHandlers {
  typed(note: Note, text: string): void;
  left(note: Note, text: string): void;
  remove(kind: 'notes' | 'bookmarks', id: string): void;
  undo(): void;
}

/** What it is called: what stood there, or else the place. */
const titleOf = ({ title, place }: Note | Bookmark, { text }: Setting): string => title || text.places[place];

const placeOf = ({ title, place }: Note | Bookmark, { text }: Setting): unknown =>
  title ? html`<small>${text.places[place]}</small>` : nothing;

function noteView(note: Note, setting: Setting, handlers: NotesHandlers): TemplateResult {
  const { notes, locale } = setting.text;
  const title = titleOf(note, setting);
  const when = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' }).format(note.at);
  return html`<li>
    <h4><a href=${addressOf(note)}>${title}</a> ${placeOf(note, setting)}</h4>
    <textarea
      id="note-${note.id}"
      rows="3"
      maxlength=${MOST_NOTE}
      aria-label=${notes.field(title)}
      aria-describedby="hint"
      .value=${live(note.text)}
      @input=${(event: Event) => handlers.typed(note, (event.target as HTMLTextAreaElement).value)}
      @blur=${(event: Event) => handlers.left(note, (event.target as HTMLTextAreaElement).value)}
    ></textarea>
    <div class="foot">
      <span class="note">${notes.changed(when)}</span>
      <button
        type="button"
        class="quiet"
        aria-label=${notes.removeNote(title)}
        @click=${() => handlers.remove('notes', note.id)}
      >
        ${notes.remove}
      </button>
    </div>
  </li>`;
}

function bookmarkView(bookmark: Bookmark, setting: Setting, handlers: NotesHandlers): TemplateResult {
  const { notes } = setting.text;
  const title = titleOf(bookmark, setting);
  return html`<li>
    <span><a href=${addressOf(bookmark)}>${title}</a> ${placeOf(bookmark, setting)}</span>
    <button
      type="button"
      class="quiet"
      aria-label=${notes.removeBookmark(title)}
      @click=${() => handlers.remove('bookmarks', bookmark.id)}
    >
      ${notes.remove}
    </button>
  </li>`;
}

export function notesView(setting: Setting, state: NotesState, handlers: NotesHandlers): TemplateResult {
  const { notes, locale, direction } = setting.text;
  const { said } = state;
  const sentence =
    said === 'nothing' ? nothing : said === 'note' || said === 'bookmark' ? notes.removed[said] : notes[said];
  const id = ({ id: name }: Note | Bookmark) => name;
  return html`<section class="notes" lang=${locale} dir=${direction}>
    ${keptView(notes.kept, state.fault)}
    <div class="live">
      <div class="tell">
        <span role="status" class="told">${sentence}</span>
        ${
          state.canUndo
            ? html`<button type="button" class="quiet undo" @click=${handlers.undo}>${notes.undo}</button>`
            : nothing
        }
      </div>
      <h3 id="notes" tabindex="-1">${notes.notes}</h3>
      ${
        state.notes.length === 0
          ? html`<p class="empty">${notes.noNotes} <a href=${hashOf('solve')}>${notes.start}</a></p>`
          : html`<p class="note" id="hint">${notes.hint(formatExact(MOST_NOTE, locale))}</p>
              <ul class="written">
                ${repeat(state.notes, id, (note) => noteView(note, setting, handlers))}
              </ul>`
      }
      <h3 id="bookmarks" tabindex="-1">${notes.bookmarks}</h3>
      ${
        state.bookmarks.length === 0
          ? html`<p class="empty">${notes.noBookmarks}</p>`
          : html`<ul class="marked">
              ${repeat(state.bookmarks, id, (bookmark) => bookmarkView(bookmark, setting, handlers))}
            </ul>`
      }
    </div>
  </section>`;
}
