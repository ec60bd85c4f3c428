/**
 * What every place of the study edition may say; marks and rules as in web/content/schema.ts. The words of one place
 * alone are in a file of its name, and come with its element: `solve.ts` beside this one is their type, `en/solve.ts`
 * what they are in English, and in `text` they stand under that name.
 */
import type { WrongTurn } from '../../../wasm/contract/core.js';
import type { Mistake } from '../../../wasm/contract/study/study.js';
import type { PracticeText, Prose } from '../../content/schema.js';
import type { Place } from './places.js';

export type Turn = WrongTurn | Mistake;

export interface StudyText extends PracticeText {
  /** What each place is called where there is little room. */
  places: Record<Place, string>;

  /** Said of any mistake, without giving the answer away; and its name, for a list. */
  mistakes: Record<Turn, { name: string; help: Prose }>;
}
