/** What <bce-cards> says; marks and rules as in web/content/schema.ts. */
import type { WrongTurn } from '../../../wasm/contract/core.js';
import type { Mistake } from '../../../wasm/contract/study/study.js';
import type { Prose } from '../../content/schema.js';
import type { KeptText } from './kept.js';

/** As in web/study/state/cards.ts, which says in what order they come. */
export type CardName =
  | 'meaning'
  | 'label'
  | 'logit'
  | 'nats'
  | 'soft_label'
  | 'likelihood'
  | 'proper'
  | 'loss'
  | 'loss_for_one'
  | 'loss_for_zero'
  | 'sigmoid'
  | 'logit_of_p'
  | 'p_of_loss'
  | 'slope_in_p'
  | 'slope_in_logit'
  | 'to_bits'
  | 'coin'
  | 'nearly_sure'
  | 'nine_in_ten'
  | 'one_in_ten'
  | 'halving'
  | 'impossible'
  | 'base_rate'
  | 'wrong_base'
  | 'percent'
  | 'swapped'
  | 'ends'
  | 'many_classes'
  | 'wrong_answers';

export interface CardText {
  front: Prose;
  back: Prose;
}

/** How long until a card comes back. */
export type Span = Readonly<{ unit: 'minutes' | 'hours' | 'days' | 'months'; count: number; shown: string }>;

export interface CardsText {
  intro: Prose;
  kept: KeptText;
  /** How many are left today. */
  left(counts: { back: string; fresh: string }): string;
  group: Record<'definitions' | 'formulas' | 'values' | 'traps' | 'own', string>;
  isNew: string;
  show: string;
  grade: string;
  grades: Record<1 | 2 | 3 | 4, string>;
  span(span: Span): string;
  keys: Prose;
  undo: string;
  undone: string;
  /** Said after a grade. */
  graded(span: Span): string;
  done: {
    heading: string;
    next(when: string): string;
    /** Nothing has been put off: every card there is has still to come. */
    none: string;
    exercises: string;
  };
  /** When a card comes back: within the day, and later. */
  soon(span: Span): string;
  on(day: string): string;
  all: { heading: string; columns: readonly [card: string, due: string]; today: string; fresh: string };
  cards: Record<CardName, CardText>;
  /** A card about each wrong turn: what somebody did, and what is right. What went wrong, the exercises say. */
  turns: Record<WrongTurn | Mistake, { front: Prose; right: Prose }>;
}
