/**
 * When a card comes back: FSRS by ts-fsrs, between its dates and the numbers that are kept. Times are milliseconds
 * since 1970.
 */
import { createEmptyCard, fsrs, type Card, type Grade as Rating } from 'ts-fsrs';
import { MOST_DAYS } from '../state/cards.js';
import type { Review } from '../state/records.js';

// The library adds functions to every date of the page. Nothing here calls them, and a page is no place for them.
for (const name of ['scheduler', 'diff', 'format', 'dueFormat']) Reflect.deleteProperty(Date.prototype, name);

/** Again, hard, good, easy. */
export type Grade = 1 | 2 | 3 | 4;
export const GRADES: readonly Grade[] = [1, 2, 3, 4];

const DAY_MS = 86_400_000;

/** With the library's own parameters. What somebody is shown of an interval is what it will be: no chance in it. */
const scheduler = fsrs({ enable_fuzz: false });

const cardOf = (review: Review | undefined, now: number): Card =>
  review
    ? {
        due: new Date(review.due),
        stability: review.stability,
        difficulty: review.difficulty,
        elapsed_days: 0,
        scheduled_days: review.days,
        learning_steps: review.steps,
        reps: review.reps,
        lapses: review.lapses,
        state: review.state,
        last_review: new Date(review.at),
      }
    : createEmptyCard(new Date(now));

/** The card after a grade. Where the clock has been set back, no time has passed. */
export function graded(before: Review | undefined, id: string, grade: Grade, now: number): Review {
  const at = Math.max(now, before?.at ?? 0);
  const { card } = scheduler.next(cardOf(before, at), new Date(at), grade as Rating);
  return {
    id,
    // From now, however fast the clock was when it was seen last.
    due: now + Math.min(card.due.getTime() - at, MOST_DAYS * DAY_MS),
    stability: card.stability,
    difficulty: card.difficulty,
    days: Math.min(card.scheduled_days, MOST_DAYS),
    steps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    first: before?.first ?? now,
    at: now,
  };
}

/** How long each grade would put the card away, in milliseconds. */
export const intervals = (before: Review | undefined, now: number): Record<Grade, number> => {
  const until = (grade: Grade) => graded(before, 'x', grade, now).due - now;
  return { 1: until(1), 2: until(2), 3: until(3), 4: until(4) };
};
