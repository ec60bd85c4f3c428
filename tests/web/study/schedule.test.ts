/** The schedule of the cards: that it is FSRS's own, and what it makes of a clock that is wrong. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createEmptyCard, fsrs, type Card } from 'ts-fsrs';
import { graded, GRADES, intervals, type Grade } from '../../../web/study/saved/schedule.js';
import { dueAt, MOST_DAYS, NEW_A_DAY, queueOf } from '../../../web/study/state/cards.js';
import { recordIn, type Review } from '../../../web/study/state/records.js';

const MINUTE = 60_000;
const DAY = 86_400_000;
const NOW = Date.UTC(2026, 5, 1, 12);
const TODAY = { now: NOW, start: NOW - DAY / 2, end: NOW + DAY / 2 };

/** Goes through a file each time, as a card does between two visits. */
const through = (review: Review): Review => {
  const record = recordIn('reviews', JSON.parse(JSON.stringify(review)));
  assert.ok(record, JSON.stringify(review));
  return record;
};

const seen = (review: Partial<Review>): Review => ({
  id: 'loss',
  due: NOW,
  stability: 10,
  difficulty: 5,
  days: 10,
  steps: 0,
  reps: 4,
  lapses: 0,
  state: 2,
  first: NOW - 30 * DAY,
  at: NOW - 10 * DAY,
  ...review,
});

test('graded good each time that it is due, a card comes back when the library’s own tests expect it', () => {
  let card: Review | undefined;
  let now = NOW;
  const days = [3, 3, 3, 3, 3].map((grade) => {
    card = through(graded(card, 'loss', grade as Grade, now));
    now = card.due;
    return card.days;
  });

  assert.deepEqual(days, [0, 2, 11, 46, 163]);
});

test('the memory of a card is what the library’s own tests expect after a lapse and five recalls', () => {
  const grades: readonly Grade[] = [1, 3, 3, 3, 3, 3];
  let card: Review | undefined;
  let now = NOW;
  for (const [i, after] of [0, 0, 1, 3, 8, 21].entries()) {
    now += after * DAY;
    card = through(graded(card, 'loss', grades[i] ?? 3, now));
  }

  assert.ok(Math.abs((card?.stability ?? 0) - 53.62691) < 1e-4, `${card?.stability}`);
  assert.ok(Math.abs((card?.difficulty ?? 0) - 6.3574867) < 1e-4, `${card?.difficulty}`);
});

test('whatever the grades and the days between, a card that was kept goes on as the library’s own does', () => {
  let seed = 7;
  const draw = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const library = fsrs();
  for (let round = 0; round < 60; round++) {
    let own: Card = createEmptyCard(new Date(NOW));
    let kept: Review | undefined;
    let now = NOW;
    for (let turn = 0; turn < 8; turn++) {
      const grade = (1 + draw(4)) as Grade;
      own = library.next(own, new Date(now), grade).card;
      kept = through(graded(kept, 'loss', grade, now));
      if (own.scheduled_days > MOST_DAYS) break;

      assert.equal(kept.due, own.due.getTime());
      assert.equal(kept.stability, own.stability);
      assert.equal(kept.difficulty, own.difficulty);
      assert.deepEqual([kept.reps, kept.lapses, kept.state], [own.reps, own.lapses, own.state]);
      now += draw(3) === 0 ? draw(40) * MINUTE : draw(60) * DAY;
    }
  }
});

test('what is promised of each grade is what it does, and an easier one is never shorter', () => {
  for (const before of [undefined, seen({}), seen({ state: 3, days: 0, at: NOW - 9 * MINUTE, stability: 1 })]) {
    const promised = intervals(before, NOW);

    for (const grade of GRADES) assert.equal(promised[grade], graded(before, 'loss', grade, NOW).due - NOW);
    assert.ok(promised[1] <= promised[2] && promised[2] <= promised[3] && promised[3] <= promised[4]);
  }
});

test('no card is put away for more than a year', () => {
  const card = graded(seen({ stability: 3000, days: 360, at: NOW - 360 * DAY }), 'loss', 4, NOW);

  assert.equal(card.due - NOW, MOST_DAYS * DAY);
  assert.equal(card.days, MOST_DAYS);
});

test('with the clock set back a card can be graded, and comes back from now', () => {
  const future = seen({ at: NOW + 900 * DAY, due: NOW + 910 * DAY });
  const card = graded(future, 'loss', 3, NOW);

  assert.equal(card.at, NOW);
  assert.ok(card.due > NOW && card.due <= NOW + MOST_DAYS * DAY);
  assert.ok(through(card));
});

test('with the clock set back by years every card is due, and none is gone', () => {
  const card = seen({ at: NOW + 900 * DAY, due: NOW + 910 * DAY });

  assert.equal(dueAt(card, NOW), NOW);
  assert.deepEqual(queueOf(['loss'], new Map([['loss', card]]), TODAY).ids, ['loss']);
});

test('a clock that is a little slow changes nothing', () => {
  const card = seen({ at: NOW + 5 * MINUTE, due: NOW + 5 * MINUTE + 10 * DAY });

  assert.equal(dueAt(card, NOW), card.due);
});

test('a due date far beyond its interval is brought back to it', () => {
  const at = NOW - DAY;

  assert.equal(dueAt(seen({ at, days: 3, due: NOW + 9000 * DAY }), NOW), at + 3 * DAY);
  assert.equal(dueAt(seen({ at, days: 9000, due: NOW + 9000 * DAY }), NOW), at + MOST_DAYS * DAY);
  assert.equal(dueAt(seen({ at, days: 0, due: NOW + 9000 * DAY }), NOW), at + DAY);
});

test('what takes days is due for the whole of its day, what takes minutes on the minute', () => {
  const queue = (review: Review) => queueOf(['loss'], new Map([['loss', review]]), TODAY).ids.length;

  assert.equal(queue(seen({ due: TODAY.end - 1 })), 1);
  assert.equal(queue(seen({ due: TODAY.end, at: NOW - DAY })), 0);
  assert.equal(queue(seen({ days: 0, at: NOW - MINUTE, due: NOW })), 1);
  assert.equal(queue(seen({ days: 0, at: NOW - MINUTE, due: NOW + 21 * MINUTE })), 0);
});

test('what is being learned comes first, then what comes back, then what is new; and early where nothing else is due', () => {
  const learning = seen({ id: 'learning', days: 0, state: 1, at: NOW - MINUTE, due: NOW - 1 });
  const back = seen({ id: 'back', due: NOW - DAY });
  const soon = seen({ id: 'soon', days: 0, state: 1, at: NOW - MINUTE, due: NOW + 5 * MINUTE });
  const of = (...reviews: Review[]) => new Map(reviews.map((review) => [review.id, review]));
  const ids = ['new', 'back', 'soon', 'learning'];

  assert.deepEqual(queueOf(ids, of(learning, back, soon), TODAY), {
    ids: ['learning', 'back', 'new'],
    back: 2,
    fresh: 1,
    next: soon.due,
  });
  assert.deepEqual(queueOf(['soon'], of(soon), TODAY), { ids: ['soon'], back: 1, fresh: 0, next: undefined });
});

test('only so many are new on a day, and a new day brings more', () => {
  const ids = Array.from({ length: 30 }, (_, i) => `card-${i}`);
  const begun = new Map(
    ids.slice(0, 4).map((id) => [id, seen({ id, first: NOW - MINUTE, due: NOW + 3 * DAY, at: NOW - MINUTE })]),
  );

  assert.equal(queueOf(ids, new Map(), TODAY).fresh, NEW_A_DAY);
  assert.equal(queueOf(ids, begun, TODAY).fresh, NEW_A_DAY - 4);
  assert.equal(queueOf(ids, begun, { now: NOW + DAY, start: TODAY.end, end: TODAY.end + DAY }).fresh, NEW_A_DAY);
});

test('the library leaves nothing on the dates of the page', () => {
  assert.deepEqual(
    ['scheduler', 'diff', 'format', 'dueFormat'].filter((name) => name in Date.prototype),
    [],
  );
});
