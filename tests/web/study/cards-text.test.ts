/** The cards say what core can read and reckon, and there is one for everything that they are made of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import text from '../../../web/study/content/en/cards.js';
import study from '../../../web/study/content/en/study.js';
import {
  cardOfTurn,
  cardsFor,
  CARD_GROUPS,
  groupOf,
  LESSON_CARDS,
  spanOf,
  todayAt,
  turnOfCard,
} from '../../../web/study/state/cards.js';
import { recordIn } from '../../../web/study/state/records.js';
import { core } from '../../wasm/study/core.js';

const sides = [
  ...Object.values(text.cards).flatMap(({ front, back }) => [front, back]),
  ...Object.values(text.turns).flatMap(({ front, right }) => [front, right]),
];
const marked = (mark: RegExp) => sides.flatMap((side) => [...side.matchAll(mark)].map(([, inside = '']) => inside));

test('every formula of a card can be read, and every number has a value', () => {
  const [formulas, values] = [marked(/`([^`]+)`/g), marked(/\{([^}]+)\}/g)];

  assert.ok(formulas.length > 40 && values.length > 40, `${formulas.length} ${values.length}`);
  for (const formula of formulas) assert.equal(core.formula(formula).ok, true, formula);
  for (const value of values) assert.equal(core.evaluate(value).ok, true, value);
});

test('every card of the lesson comes up, once, and in a group', () => {
  assert.deepEqual([...LESSON_CARDS].sort(), Object.keys(text.cards).sort());
  assert.equal(new Set(LESSON_CARDS).size, LESSON_CARDS.length);
  for (const card of LESSON_CARDS) assert.ok(groupOf(card), card);
  // One of each group before a group has a second.
  assert.equal(new Set(LESSON_CARDS.slice(0, 4).map(groupOf)).size, Object.keys(CARD_GROUPS).length);
});

test('there is a card for every wrong turn that there is, and its grades can be kept', () => {
  assert.deepEqual(Object.keys(text.turns).sort(), Object.keys(study.mistakes).sort());
  for (const turn of Object.keys(text.turns)) {
    const id = cardOfTurn(turn);
    assert.equal(turnOfCard(id), turn);
    const fields = { due: 0, stability: 1, difficulty: 5, days: 1, steps: 0, reps: 1, lapses: 0, state: 2 };
    assert.ok(recordIn('reviews', { id, ...fields, first: 0, at: 0 }), id);
  }
  for (const card of LESSON_CARDS) assert.equal(turnOfCard(card), undefined);
});

test('the answer that a card calls wrong is the one that the exercises call so', () => {
  // What a turn comes to on one example is core's to say: the number on the front has to be judged as that turn.
  const judged = (turn: keyof typeof text.turns) => {
    const wrong = /answers \{([^}]+)\}/.exec(text.turns[turn].front)?.[1] ?? '';
    const value = core.evaluate(wrong);
    assert.ok(value.ok, turn);
    const judgement = core.judge(value.value.toPrecision(6), 1, 0.85, '.');
    assert.ok(judgement.ok);
    return 'turn' in judgement.value ? judgement.value.turn : judgement.value.verdict;
  };

  for (const turn of [
    'base_ten',
    'base_two',
    'lost_minus',
    'other_term',
    'percentage',
    'squared_error',
    'probability',
    'hundredfold',
    'misplaced_point',
    'halved',
    'both_terms',
    'entropy',
    'own_weight',
    'logit',
    'slope',
  ] as const)
    assert.equal(judged(turn), turn);
});

test('one’s own wrong turns come before the cards of the lesson', () => {
  assert.deepEqual(cardsFor(['sum', 'base_ten']).slice(0, 3), ['turn-sum', 'turn-base_ten', LESSON_CARDS[0]]);
});

test('a time to come is counted as a person would', () => {
  const [minute, hour, day] = [60_000, 3_600_000, 86_400_000];

  assert.deepEqual(
    [10_000, minute, 59 * minute, 60 * minute, 23 * hour, day, 59 * day, 60 * day, 365 * day].map(spanOf),
    [
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 1 },
      { unit: 'minutes', count: 59 },
      { unit: 'hours', count: 1 },
      { unit: 'hours', count: 23 },
      { unit: 'days', count: 1 },
      { unit: 'days', count: 59 },
      { unit: 'months', count: 2 },
      { unit: 'months', count: 12 },
    ],
  );
});

test('a day goes from midnight to midnight where the learner is, on the days when clocks change as well', () => {
  for (const noon of [new Date(2026, 2, 29, 12), new Date(2026, 9, 25, 12), new Date(2026, 11, 31, 12)]) {
    const { start, end } = todayAt(noon.getTime());
    assert.deepEqual([new Date(start).getHours(), new Date(end).getHours()], [0, 0]);
    assert.equal(new Date(start).getDate(), noon.getDate());
    assert.notEqual(new Date(end).getDate(), noon.getDate());
  }
});
