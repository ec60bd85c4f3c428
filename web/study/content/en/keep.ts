import type { KeepText } from '../keep.js';
import kept from './kept.js';

/** What <bce-keep> says. */
export default {
  kept,
  tools: 'Bookmark and notes',
  bookmark: 'Bookmark',
  marked: 'Bookmark set.',
  unmarked: 'Bookmark removed.',
  note: 'Note',
  count: (count) => `(${count})`,
  field: (title) => `Your note on “${title}”`,
  hint: (most) => `Plain text, up to ${most} characters. It is saved as you type; an emptied note is deleted.`,
  saved: 'Saved.',
  emptied: 'The note has been deleted.',
  full: 'There are as many notes as can be kept. Delete one to write another.',
  another: 'Another note here',
  close: 'Close',
} satisfies KeepText;
