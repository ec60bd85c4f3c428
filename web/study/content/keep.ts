/** What <bce-keep> says: the bookmark and the notes of a place. */
import type { KeptText } from './kept.js';

export interface KeepText {
  kept: KeptText;
  /** Names the group. */
  tools: string;
  bookmark: string;
  marked: string;
  unmarked: string;
  note: string;
  /** Beside the button, how many notes there are here. */
  count(count: string): string;
  /** Names the field. */
  field(title: string): string;
  hint(most: string): string;
  saved: string;
  emptied: string;
  full: string;
  another: string;
  close: string;
}
