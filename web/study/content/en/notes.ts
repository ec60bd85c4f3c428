import type { NotesText } from '../notes.js';
import kept from './kept.js';

/** What <bce-notes> says. */
export default {
  kept,
  notes: 'Your notes',
  bookmarks: 'Your bookmarks',
  noNotes: 'No notes yet. “Note”, below a solution or an exercise, writes one that leads back there.',
  noBookmarks: 'No bookmarks yet. “Bookmark”, beside it, sets one.',
  start: 'Solve an example',
  field: (title) => `Note on “${title}”`,
  back: (title) => `Go to “${title}”`,
  changed: (when) => `Last changed on ${when}`,
  hint: (most) => `Plain text, up to ${most} characters, saved as you type.`,
  saved: 'Saved.',
  remove: 'Delete',
  removeNote: (title) => `Delete the note on “${title}”`,
  removeBookmark: (title) => `Delete the bookmark “${title}”`,
  removed: { note: 'The note has been deleted.', bookmark: 'The bookmark has been deleted.' },
  undo: 'Undo',
  undone: 'It is back.',
  find: 'Find in notes',
  found: (count) => `Notes shown: ${count}.`,
} satisfies NotesText;
