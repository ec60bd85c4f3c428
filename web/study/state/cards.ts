/** Which cards are due, and in what order they come. */
import type { CardName } from '../content/cards.js';
import type { Review } from './records.js';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** The longest that a card is put away: nobody studies one formula for longer. */
export const MOST_DAYS = 365;

/** So many cards are new on a day, so that what comes back of them is not too much. */
export const NEW_A_DAY = 10;

/** A clock may be wrong by so much without anything being made of it. */
const CLOCK_MS = 60 * MINUTE_MS;

/** When nothing else is due, what is being learned comes so much earlier. */
export const AHEAD_MS = 20 * MINUTE_MS;

/**
 * When a card is due by the clock as it is now. A card that was last seen in what is now the future is due: the
 * clock has been set back, and it would be gone until the clock has caught up. None is away for longer than its
 * interval, whatever date stands there.
 */
export function dueAt({ due, days, at }: Review, now: number): number {
  if (at > now + CLOCK_MS) return now;
  return Math.min(due, at + Math.min(Math.max(days, 1), MOST_DAYS) * DAY_MS);
}

/** The day that it is where the learner is, in milliseconds since 1970. */
export interface Today {
  now: number;
  start: number;
  end: number;
}

export interface Queue {
  /** Of the cards to be seen today: the first comes next. */
  ids: readonly string[];
  /** How many of them have been seen before, and how many have not. */
  back: number;
  fresh: number;
  /** When the next one comes that is not among them. */
  next: number | undefined;
}

/** What is due today, of cards in the order in which they are new. */
export function queueOf(
  cards: readonly string[],
  reviews: ReadonlyMap<string, Review>,
  { now, start, end }: Today,
): Queue {
  const seen = cards
    .flatMap((id) => reviews.get(id) ?? [])
    .map((review) => ({ id: review.id, learning: review.days === 0, due: dueAt(review, now) }))
    .sort((one, other) => one.due - other.due);
  // What takes days is due on its day; what takes minutes, on the minute.
  const isDue = ({ learning, due }: (typeof seen)[number]) => (learning ? due <= now : due < end);
  const back = seen.filter(isDue);
  const begun = [...reviews.values()].filter(({ first }) => first >= start && first <= now).length;
  const fresh = cards.filter((id) => !reviews.has(id)).slice(0, Math.max(0, NEW_A_DAY - begun));
  const waiting = seen.filter((card) => !isDue(card));
  const ahead =
    back.length + fresh.length === 0 ? waiting.filter(({ learning, due }) => learning && due <= now + AHEAD_MS) : [];
  const ids = [
    ...back.filter(({ learning }) => learning).map(({ id }) => id),
    ...back.filter(({ learning }) => !learning).map(({ id }) => id),
    ...fresh,
    ...ahead.map(({ id }) => id),
  ];
  return {
    ids,
    back: back.length + ahead.length,
    fresh: fresh.length,
    next: waiting.find((card) => !ahead.includes(card))?.due,
  };
}

/** What the cards of the lesson are about, in the order in which they are new. Names are kept: none changes its meaning. */
export const CARD_GROUPS = {
  definitions: ['meaning', 'label', 'logit', 'nats', 'soft_label', 'likelihood', 'proper'],
  formulas: [
    'loss',
    'loss_for_one',
    'loss_for_zero',
    'sigmoid',
    'logit_of_p',
    'p_of_loss',
    'slope_in_p',
    'slope_in_logit',
    'to_bits',
  ],
  values: ['coin', 'nearly_sure', 'nine_in_ten', 'one_in_ten', 'halving', 'impossible', 'base_rate'],
  traps: ['wrong_base', 'percent', 'swapped', 'ends', 'many_classes', 'wrong_answers'],
} as const satisfies Record<string, readonly CardName[]>;
export type CardGroup = keyof typeof CARD_GROUPS;

/** By turns one of each group: a day with one kind alone would be dull. The formulas are the largest. */
export const LESSON_CARDS: readonly CardName[] = CARD_GROUPS.formulas.flatMap((_, i) =>
  Object.values(CARD_GROUPS).flatMap((group: readonly CardName[]) => group[i] ?? []),
);

export const groupOf = (card: string): CardGroup | undefined =>
  (Object.keys(CARD_GROUPS) as CardGroup[]).find((group) => CARD_GROUPS[group].some((name) => name === card));

const OWN = 'turn-';

/** The card about a wrong turn; its name in core cannot hold a hyphen. */
export const cardOfTurn = (turn: string): string => OWN + turn;
export const turnOfCard = (id: string): string | undefined => (id.startsWith(OWN) ? id.slice(OWN.length) : undefined);

/** The cards there are for somebody: those about their own wrong turns first. */
export const cardsFor = (turns: Iterable<string>): string[] => [...[...turns].map(cardOfTurn), ...LESSON_CARDS];

/** A time to come as a person counts it. */
export function spanOf(ms: number): Readonly<{ unit: 'minutes' | 'hours' | 'days' | 'months'; count: number }> {
  const minutes = Math.max(1, Math.round(ms / MINUTE_MS));
  if (minutes < 60) return { unit: 'minutes', count: minutes };
  const hours = Math.round(minutes / 60);
  if (hours < 24) return { unit: 'hours', count: hours };
  const days = Math.round(ms / DAY_MS);
  return days < 60 ? { unit: 'days', count: days } : { unit: 'months', count: Math.round(days / 30) };
}

/** The day around a moment, where the learner is. */
export function todayAt(now: number): Today {
  const midnight = (days: number) => {
    const day = new Date(now);
    return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
  };
  return { now, start: midnight(0), end: midnight(1) };
}
