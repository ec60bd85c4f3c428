import assert from 'node:assert/strict';
import { test } from 'node:test';
import { initial, next } from '../../web/state/derivation.js';
import { INITIAL, type GraphState } from '../../web/state/graph.js';
import { FORMS, type PracticeWork } from '../../web/state/kept.js';
import { answered, hinted, isRight, UNTRIED } from '../../web/state/practice.js';
import { core } from '../wasm/core.js';

const means = { core, decimalMark: '.' } as const;
const problem = { label: 1, probability: 0.85 };

/** As it comes out of a store of text. */
const stored = (data: unknown): unknown => JSON.parse(JSON.stringify(data));

/** What somebody else may have written. */
const STRANGE: readonly unknown[] = [
  null,
  7,
  true,
  '',
  'p',
  'x'.repeat(1e6),
  [],
  {},
  [[]],
  { rows: 'x', typed: 1 },
  { __proto__: null },
  JSON.parse('{"__proto__":{"typed":"1","attempts":1,"hints":[]}}'),
];

test('a graph is taken up where it was left', () => {
  const left: GraphState = {
    ...INITIAL,
    y: 0.3,
    given: 'logit',
    at: -2.5,
    axis: 'logit',
    unit: 'bits',
    overlays: new Set(['tangent']),
  };
  assert.deepEqual(FORMS.graph.resumed(stored(FORMS.graph.kept(left)), INITIAL, means), left);
});

test('an answer is judged anew, with the attempts and hints that it took', () => {
  const tried = hinted(answered(core, problem, '0.164', '.'), 1);
  const attempt = answered(core, problem, '0.163', '.', tried);
  const work = FORMS.practice.resumed(stored(FORMS.practice.kept({ attempt, typed: '0.163' })), INITIAL_WORK, means);
  assert.ok(work);
  assert.equal(work.typed, '0.163');
  assert.ok(isRight(work.attempt));
  assert.equal(work.attempt.attempts, attempt.attempts);
  assert.deepEqual(work.attempt.hints, attempt.hints);
  assert.equal(work.attempt.phase, 'said');
  const typedOn = FORMS.practice.resumed(stored(FORMS.practice.kept({ attempt, typed: '0.16' })), INITIAL_WORK, means);
  assert.equal(typedOn?.attempt.phase, 'edited');
});

const INITIAL_WORK: PracticeWork = { attempt: UNTRIED, typed: '' };

test('a text that was never checked is kept without a verdict', () => {
  const kept = stored(FORMS.practice.kept({ attempt: UNTRIED, typed: '-ln' }));
  const work = FORMS.practice.resumed(kept, INITIAL_WORK, means);
  assert.equal(work?.typed, '-ln');
  assert.equal(work?.attempt.judgement, undefined);
});

test('nothing that is kept can say that an answer is right', () => {
  const forged = { typed: '0.2', checked: '0.2', attempts: 0, hints: [], judgement: { verdict: 'right' } };
  const work = FORMS.practice.resumed(forged, INITIAL_WORK, means);
  assert.ok(work && !isRight(work.attempt));
});

test('a table is taken up with its numbers and its faults, and nothing is said of it', () => {
  const start = initial(core, '.');
  const id = start.rows[1]?.id ?? 0;
  let left = next(core, '.', start, { type: 'cell-changed', id, column: 'probability', to: 'x' });
  left = next(core, '.', left, { type: 'row-added' });
  left = next(core, '.', left, { type: 'dropped', what: 'independence' });
  const now = FORMS.derivation.resumed(stored(FORMS.derivation.kept(left)), start, means);
  assert.ok(now);
  const texts = (rows: typeof left.rows) => rows.map(({ label, probability }) => [label, probability]);
  assert.deepEqual(texts(now.rows), texts(left.rows));
  assert.equal(now.dropped, 'independence');
  assert.equal(now.shown.size, 1);
  assert.equal(now.announced, undefined);
  assert.equal(new Set(now.rows.map((row) => row.id)).size, now.rows.length);
  assert.ok(now.rows.every((row) => row.id < now.nextId));
});

test('what somebody else wrote is as a first visit', () => {
  const start = initial(core, '.');
  for (const data of STRANGE) {
    if (data !== '') assert.equal(FORMS.graph.resumed(data, INITIAL, means), undefined);
    assert.equal(FORMS.practice.resumed(data, INITIAL_WORK, means), undefined);
    assert.equal(FORMS.derivation.resumed(data, start, means), undefined);
  }
  const rows = (count: number) => Array(count).fill(['1', '0.5']);
  for (const data of [
    { rows: rows(13), dropped: 'nothing' },
    { rows: rows(2), dropped: 'everything' },
    { rows: rows(2) },
    { rows: [['1']], dropped: 'nothing' },
    { rows: [['1', '0.5', '7']], dropped: 'nothing' },
    { rows: [['1', 0.5]], dropped: 'nothing' },
    { rows: [['1', 'x'.repeat(201)]], dropped: 'nothing' },
    { rows: { length: 1 }, dropped: 'nothing' },
  ])
    assert.equal(FORMS.derivation.resumed(data, start, means), undefined);
  const fine = { typed: '1', checked: '1', attempts: 1, hints: [1] };
  assert.ok(FORMS.practice.resumed(fine, INITIAL_WORK, means));
  for (const odd of [
    { typed: 1 },
    { typed: 'x'.repeat(201) },
    { checked: {} },
    { attempts: -1 },
    { attempts: 0.5 },
    { attempts: 1e9 },
    { attempts: '1' },
    { hints: 'all' },
    { hints: ['0'] },
    { hints: [NaN] },
    { hints: Array(21).fill(0) },
  ])
    assert.equal(FORMS.practice.resumed({ ...fine, ...odd }, INITIAL_WORK, means), undefined);
  for (const link of ['p=2', 'p=0.5&y=x', 'axis=sideways', `p=0.5&${'x'.repeat(400)}`])
    assert.equal(FORMS.graph.resumed(link, INITIAL, means), undefined);
});
