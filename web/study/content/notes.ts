/** What <bce-notes> says. */
import type { KeptText } from './kept.js';

export interface NotesText {
  kept: KeptText;
  notes: string;
  bookmarks: string;
  /** Where there are none: what to do. */
  noNotes: string;
  noBookmarks: string;
  start: string;
  field(title: string): string;
  /** Leads to where a note is from. */
  back(title: string): string;
  changed(when: string): string;
  hint(most: string): string;
  saved: string;
  remove: string;
  removeNote(title: string): string;
  removeBookmark(title: string): string;
  removed: Record<'note' | 'bookmark', string>;
  undo: string;
  undone: string;
  find: string;
  found(count: string): string;
}
