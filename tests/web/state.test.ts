import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cellKey,
  initial,
  isShownStale,
  isStale,
  MOST_ROWS,
  next,
  type DerivationState,
} from '../../web/state/derivation.js';
import {
  answered,
  edited,
  hinted,
  isFree,
  isRight,
  said,
  UNTRIED,
  type PracticeState,
} from '../../web/state/practice.js';
import { core } from '../wasm/core.js';

const problem = { label: 1, probability: 0.85 };
const answer = (typed: string, before?: PracticeState) => answered(core, problem, typed, '.', before);

test('an answer is right as a decimal and as an exact form', () => {
  for (const typed of ['0.163', '.1625', '0,1625', '-ln(0.85)', 'L = 0.163']) assert.ok(isRight(answer(typed)), typed);
  for (const typed of ['', '0.2', '1', 'abc']) assert.ok(!isRight(answer(typed)), typed);
});

test('a verdict is judged, then said, then belongs to an answer that was edited', () => {
  const judged = answer('0.85');
  assert.equal(judged.phase, 'judged');
  assert.equal(edited(judged).phase, 'judged');
  assert.equal(said(judged).phase, 'said');
  const later = edited(said(judged));
  assert.equal(later.phase, 'edited');
  assert.equal(later.judgement, judged.judgement);
  assert.equal(edited(UNTRIED), UNTRIED);
});

test('only a wrong value that could be read counts as an attempt, and the same one once', () => {
  let state = UNTRIED;
  for (const [typed, attempts] of [
    ['', 0],
    ['abc', 0],
    ['-ln(p)', 0],
    ['1,897', 0],
    ['0.16', 0],
    ['0.2345 bits', 0],
    ['0.164', 1],
    ['0.164', 1],
    ['0.0706', 2],
    ['0.5 = 0.163', 3],
    ['-ln 0', 4],
    ['3', 5],
    ['0.163', 5],
  ] as const) {
    state = answer(typed, state);
    assert.equal(state.attempts, attempts, typed);
  }
});

test('the first hint is free, the next costs one attempt, once, and none after a right answer', () => {
  let state = hinted(UNTRIED, 0);
  assert.equal(state.attempts, 0);
  assert.ok(isFree(state, 0) && !isFree(state, 1));
  state = hinted(state, 1);
  assert.equal(state.attempts, 1);
  assert.equal(hinted(state, 1).attempts, 1);
  const solved = answer('0.163');
  assert.ok(isFree(solved, 1));
  assert.equal(hinted(solved, 1).attempts, 0);
});

const change = (state: DerivationState, row: number, column: 'label' | 'probability', to: string) =>
  next(core, '.', state, { type: 'cell-changed', id: state.rows[row]?.id ?? -1, column, to });

test('the steps follow the data set', () => {
  const before = initial(core, '.');
  const after = change(before, 0, 'probability', '0.5');
  assert.ok(!isStale(after));
  assert.notEqual(after.derivation.steps[2].value, before.derivation.steps[2].value);
  assert.ok(after.derivation.steps.every((step) => step.agrees));
});

test('a field that cannot be used is named, keeps its text and leaves the steps as they were', () => {
  const before = initial(core, '.');
  for (const [column, typed, code] of [
    ['label', '2', 'label_not_binary'],
    ['label', 'cat', 'not_a_number'],
    ['label', '', 'cell_empty'],
    ['probability', '1.2', 'probability_above_one'],
    ['probability', '85', 'probability_above_one'],
    ['probability', '-0.2', 'probability_out_of_range'],
    ['probability', '0', 'probability_at_end'],
    ['probability', '1', 'probability_at_end'],
    ['probability', '-ln(', 'not_a_number'],
    ['probability', 'p', 'not_a_number'],
    ['probability', '   ', 'cell_empty'],
  ] as const) {
    const after = change(before, 1, column, typed);
    assert.deepEqual([...after.faults], [[cellKey(1, column), code]], typed);
    assert.equal(after.rows[1]?.[column], typed);
    assert.equal(after.derivation, before.derivation);
    assert.ok(isStale(after));
  }
});

test('every faulty field is named, not only the first of its row', () => {
  let state = change(change(initial(core, '.'), 0, 'label', '2'), 2, 'probability', '7');
  state = change(state, 0, 'probability', '');
  assert.deepEqual(
    [...state.faults],
    [
      ['0-label', 'label_not_binary'],
      ['0-probability', 'cell_empty'],
      ['2-probability', 'probability_above_one'],
    ],
  );
});

test('a fault is shown once the typing rests, and goes as soon as it is mended or becomes another', () => {
  let state = initial(core, '.');
  for (const typed of ['', '0', '0.']) {
    state = change(state, 0, 'probability', typed);
    assert.ok(isStale(state));
    assert.equal(state.shown.size, 0, typed);
    assert.ok(!isShownStale(state));
  }
  state = next(core, '.', state, { type: 'settled' });
  assert.deepEqual([...state.shown], [['0-probability', 'probability_at_end']]);
  assert.ok(isShownStale(state));
  state = change(state, 0, 'probability', '0.0');
  assert.equal(state.shown.size, 1);
  assert.equal(change(state, 0, 'probability', '').shown.size, 0);
  state = change(state, 0, 'probability', '0.08');
  assert.equal(state.shown.size, 0);
  assert.ok(!isShownStale(state));
});

test('what a change led to is said once the typing rests, and only where it led to something', () => {
  const settle = (state: DerivationState) => next(core, '.', state, { type: 'settled' });
  let state = initial(core, '.');
  assert.equal(state.announced, undefined);
  state = change(state, 0, 'probability', '0.5');
  assert.equal(state.announced, undefined);
  state = settle(state);
  assert.deepEqual(state.announced, { meanLoss: state.derivation.steps[2].value, rows: 4 });
  assert.equal(settle(change(state, 0, 'probability', '5')).announced, undefined);
  assert.equal(next(core, '.', state, { type: 'row-added' }).announced?.rows, 5);
});

test('mending the field takes the fault away', () => {
  const state = change(change(initial(core, '.'), 0, 'label', '2'), 0, 'label', '1');
  assert.equal(state.faults.size, 0);
  assert.ok(!isStale(state));
});

test('a data set without rows keeps the last steps and says that they are old', () => {
  let state = initial(core, '.');
  const before = state.derivation;
  for (const { id } of state.rows) state = next(core, '.', state, { type: 'row-removed', id });
  assert.equal(state.rows.length, 0);
  assert.ok(isStale(state));
  assert.notEqual(state.derivation, undefined);
  state = next(core, '.', state, { type: 'row-added' });
  assert.ok(!isStale(state));
  state = next(core, '.', state, { type: 'reset' });
  assert.deepEqual(
    state.derivation.steps.map((step) => step.value),
    before.steps.map((step) => step.value),
  );
});

test('no more rows than core takes can be added', () => {
  let state = initial(core, '.');
  for (let i = 0; i < 20; i += 1) state = next(core, '.', state, { type: 'row-added' });
  assert.equal(state.rows.length, MOST_ROWS);
  assert.ok(!isStale(state));
  assert.equal(new Set(state.rows.map((row) => row.id)).size, MOST_ROWS);
});

test('the example is written with the decimal mark of the locale, and read with it', () => {
  const state = initial(core, ',');
  assert.equal(state.rows[0]?.probability, '0,9');
  assert.ok(!isStale(change(state, 0, 'probability', '0,8')));
});

const drop = (state: DerivationState, what: DerivationState['dropped']) =>
  next(core, '.', state, { type: 'dropped', what });
const texts = (state: DerivationState) => state.rows.map((row) => [row.label, row.probability]);

test('an assumption that is turned off is broken by as little as possible, and that goes when it is back', () => {
  const before = initial(core, '.');
  for (const [what, row, label, probability] of [
    ['binary_labels', 0, '0.8', '0.9'],
    ['independence', 4, '1', '0.9'],
    ['inner_probabilities', 1, '0', '1'],
  ] as const) {
    const after = drop(before, what);
    assert.ok(!isStale(after));
    assert.deepEqual(texts(after)[row], [label, probability]);
    assert.equal(after.derivation.breach.rows, 1);
    assert.equal(after.basis.dropped, what);
    const back = drop(after, 'nothing');
    assert.equal(back.rows, before.rows);
    assert.deepEqual(back.derivation, before.derivation);
    assert.equal(new Set(after.rows.map(({ id }) => id)).size, after.rows.length);
  }
});

test('from one assumption to another only the last is broken', () => {
  const state = drop(drop(initial(core, '.'), 'binary_labels'), 'inner_probabilities');
  assert.deepEqual(texts(state)[0], ['1', '0.9']);
  assert.equal(state.derivation.breach.rows, 1);
  assert.equal(state.derivation.steps[2].value, Infinity);
});

test('rows that were edited stay, and those that break what holds again are marked', () => {
  const soft = change(drop(initial(core, '.'), 'binary_labels'), 1, 'label', '0.25');
  assert.equal(soft.derivation.breach.rows, 2);
  const back = drop(soft, 'nothing');
  assert.deepEqual([...back.shown.values()], ['label_not_binary', 'label_not_binary']);
  assert.equal(back.basis.dropped, 'binary_labels');
  assert.equal(drop(back, 'binary_labels').shown.size, 0);
});

test('rows that break an assumption already are left alone, and so are those with faults', () => {
  const repeated = change(change(initial(core, '.'), 2, 'label', '1'), 2, 'probability', '0.9');
  assert.equal(drop(repeated, 'independence').rows, repeated.rows);
  const faulty = change(initial(core, '.'), 2, 'label', 'cat');
  assert.equal(drop(faulty, 'independence').rows, faulty.rows);
});

test('twelve rows have room for a copy in place of the last', () => {
  let state = initial(core, '.');
  for (const p of ['0.1', '0.15', '0.25', '0.35', '0.4', '0.45', '0.55', '0.65']) {
    state = next(core, '.', state, { type: 'row-added' });
    state = change(state, state.rows.length - 1, 'probability', p);
  }
  const after = drop(state, 'independence');
  assert.equal(after.rows.length, MOST_ROWS);
  assert.equal(after.derivation.breach.rows, 1);
  assert.equal(drop(after, 'nothing').rows, state.rows);
});

test('with every label a 1 the wrong prediction is 0, and without rows there is nothing to break', () => {
  const sure = drop(change(change(initial(core, '.'), 1, 'label', '1'), 3, 'label', '1'), 'inner_probabilities');
  assert.deepEqual(texts(sure)[0], ['1', '0']);
  assert.equal(sure.derivation.steps[2].value, Infinity);
  let none = initial(core, '.');
  for (const { id } of none.rows) none = next(core, '.', none, { type: 'row-removed', id });
  assert.equal(drop(none, 'independence').rows.length, 0);
});

test('a soft label has bounds of its own, and its least loss is its entropy', () => {
  const soft = drop(initial(core, '.'), 'binary_labels');
  assert.deepEqual([...change(soft, 0, 'label', '1.5').faults.values()], ['label_out_of_range']);
  const half = change(soft, 0, 'label', '0.5');
  assert.ok(Math.abs(half.basis.entropy - Math.LN2 / 4) < 1e-15);
});

const paste = (state: DerivationState, ...table: string[][]) =>
  next(core, '.', state, { type: 'pasted', table, column: 'probability' });

test('a pasted table takes the place of the rows, and they can be had back and given up again', () => {
  const before = initial(core, '.');
  const after = paste(before, ['y', 'p'], ['1', '0,9'], ['cat', '0.3'], ['0', '7']);
  assert.deepEqual(texts(after), [
    ['1', '0,9'],
    ['cat', '0.3'],
    ['0', '7'],
  ]);
  assert.deepEqual([...after.shown.values()], ['not_a_number', 'probability_above_one']);
  assert.deepEqual(after.pasted, { rows: 3, of: 3, notes: ['heading'] });
  const back = next(core, '.', after, { type: 'restored' });
  assert.equal(back.rows, before.rows);
  assert.equal(back.pasted, undefined);
  assert.ok(!isStale(back));
  assert.deepEqual(texts(next(core, '.', back, { type: 'restored' })), texts(after));
});

test('what is longer than the table is cut, one column keeps the other, and no numbers change nothing', () => {
  const long = paste(initial(core, '.'), ...Array.from({ length: 20 }, () => ['1', '0.5']));
  assert.equal(long.rows.length, MOST_ROWS);
  assert.deepEqual(long.pasted, { rows: 12, of: 20, notes: [] });
  const column = paste(initial(core, '.'), ['0.5'], ['0.25'], ['0.75'], ['0.1'], ['0.2']);
  assert.deepEqual(
    texts(column).map(([label]) => label),
    ['1', '0', '1', '0', ''],
  );
  assert.deepEqual([...column.shown.values()], ['cell_empty']);
  const before = initial(core, '.');
  const words = paste(before, ['to', 'be'], ['or', 'not']);
  assert.equal(words.rows, before.rows);
  assert.equal(words.pasted?.rows, 0);
  assert.equal(words.before, undefined);
});

test('a row that was removed and a table that was reset can be had back, with what was turned off', () => {
  const soft = drop(initial(core, '.'), 'binary_labels');
  const removed = next(core, '.', soft, { type: 'row-removed', id: soft.rows[1]?.id ?? -1 });
  assert.equal(next(core, '.', removed, { type: 'restored' }).rows, soft.rows);
  const reset = next(core, '.', soft, { type: 'reset' });
  assert.equal(reset.dropped, 'nothing');
  const back = next(core, '.', reset, { type: 'restored' });
  assert.equal(back.dropped, 'binary_labels');
  assert.equal(back.rows, soft.rows);
  assert.ok(!isStale(back));
});
