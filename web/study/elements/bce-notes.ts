import { unsafeCSS, type TemplateResult } from 'lit';
import type { NotesText } from '../content/notes.js';
import { latest, noted, removed } from '../state/notes.js';
import { undoing, type Effect, type Note } from '../state/records.js';
import styles from '../styles/saved.css';
import { notesView, type NotesHandlers, type NotesSaid } from '../views/notes.js';
import { Drafts } from './drafts.js';
import { SavedElement } from './saved-element.js';
import { StudyElement } from './study-element.js';

/**
 * @summary All notes and bookmarks, to be read, changed and gone back from.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceNotes extends SavedElement<{ notes: NotesText }> {
  static override styles = [...StudyElement.styles, unsafeCSS(styles)];

  static override properties = {
    open: { state: true },
    said: { state: true },
    last: { state: true },
  };

  /** The note that is being typed, as it is in its field: it stays there even with nothing in it. */
  declare private open: Note | undefined;
  declare private said: NotesSaid;
  /** What was deleted last. */
  declare private last: Promise<readonly Effect[]> | undefined;

  readonly #drafts = new Drafts((id, text) => this.#save(id, text));

  constructor() {
    super();
    this.open = undefined;
    this.said = 'nothing';
    this.last = undefined;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#drafts.listen();
  }

  override disconnectedCallback(): void {
    this.#drafts.rest();
    super.disconnectedCallback();
  }

  override render(): TemplateResult {
    const { notes, bookmarks } = this.all;
    const shown = new Map(notes);
    if (this.open) shown.set(this.open.id, this.open);
    return notesView(
      this.setting,
      {
        notes: latest(shown.values()),
        bookmarks: latest(bookmarks.values()),
        said: this.said,
        canUndo: this.last !== undefined,
        fault: this.fault,
      },
      this.#handlers,
    );
  }

  #save(id: string, text: string): void {
    const note = this.open?.id === id ? this.open : this.all.notes.get(id);
    if (!note) return;
    const effects = this.change([noted(id, note, note.made, text, Date.now())]);
    if (text.trim() !== '') this.said = 'saved';
    else {
      this.said = 'note';
      this.last = effects;
    }
  }

  readonly #handlers: NotesHandlers = this.safely({
    typed: (note: Note, text: string) => {
      this.open = { ...note, text };
      this.#drafts.typed(note.id, text);
    },
    left: () => {
      this.#drafts.flush();
      this.open = undefined;
    },
    remove: (kind: 'notes' | 'bookmarks', id: string) => {
      this.#drafts.flush();
      this.open = undefined;
      this.last = this.change([removed(kind, id)]);
      this.said = kind === 'notes' ? 'note' : 'bookmark';
      void this.updateComplete.then(() => this.focusOn('.undo'));
    },
    undo: () => {
      const { last } = this;
      this.last = undefined;
      this.said = 'undone';
      void last?.then((effects) => this.change(undoing(effects)));
      void this.updateComplete.then(() => this.focusOn('#notes'));
    },
  });
}
