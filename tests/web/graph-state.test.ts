import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  fromLink,
  INITIAL,
  keyed,
  pointed,
  reading,
  scenery,
  toLink,
  toProbability,
  typedProbability,
  viewOf,
  type GraphState,
} from '../../web/state/graph.js';
import { core } from '../wasm/core.js';

const at = (p: number, more: Partial<GraphState> = {}): GraphState => ({
  ...INITIAL,
  given: 'probability',
  at: p,
  ...more,
});
const press = (state: GraphState, key: string, keys = {}): GraphState => {
  const next = keyed(state, reading(core, state), key, keys);
  assert.ok(next, key);
  return next;
};
const pOf = (state: GraphState): number => reading(core, state).probability;

test('arrows move p by 0.01, Shift by 0.1, Alt by 0.001, Page by 0.1', () => {
  assert.equal(press(at(0.85), 'ArrowRight').at, 0.86);
  assert.equal(press(at(0.85), 'ArrowDown').at, 0.84);
  assert.equal(press(at(0.85), 'ArrowLeft', { shiftKey: true }).at, 0.75);
  assert.equal(press(at(0.85), 'ArrowUp', { altKey: true }).at, 0.851);
  assert.equal(press(at(0.85), 'PageDown').at, 0.75);
  assert.equal(keyed(at(0.5), reading(core, at(0.5)), 'a', {}), undefined);
  assert.equal(keyed(at(0.5), reading(core, at(0.5)), 'Home', { altKey: true }), undefined);
});

test('from 0.99 each press goes ten times closer to 1, and at last onto it; and back the same way', () => {
  let state = at(0.98);
  const seen: number[] = [];
  for (let i = 0; i < 16; i += 1) seen.push((state = press(state, 'ArrowRight')).at);
  assert.deepEqual(seen.slice(0, 4), [0.99, 0.999, 0.9999, 0.99999]);
  assert.equal(seen.at(-1), 1);
  assert.equal(press(state, 'ArrowRight').at, 1);
  const back: number[] = [];
  for (let i = 0; i < 15; i += 1) back.push((state = press(state, 'ArrowLeft')).at);
  assert.deepEqual(back.slice(-3), [0.999, 0.99, 0.98]);
});

test('towards 0 the presses pass every clamp of the libraries before they reach it', () => {
  let state = at(0.02);
  const seen: number[] = [];
  while (state.at > 0) seen.push((state = press(state, 'ArrowLeft')).at);
  assert.deepEqual(seen.slice(0, 4), [0.01, 0.001, 0.0001, 0.00001]);
  assert.ok((seen.at(-2) ?? 1) < 3.7e-44);
  assert.equal(press(state, 'ArrowLeft').at, 0);
  assert.ok(press(state, 'ArrowRight').at > 0);
});

test('Home and End go to the ends themselves, on either axis', () => {
  for (const axis of ['probability', 'logit'] as const) {
    assert.equal(pOf(press(at(0.3, { axis }), 'Home')), 0);
    assert.equal(pOf(press(at(0.3, { axis }), 'End')), 1);
  }
});

test('on the logit axis arrows move z, past the edge to the end, and back', () => {
  const middle = { ...at(0.5), axis: 'logit' as const };
  assert.equal(press(middle, 'ArrowRight').at, 0.1);
  assert.equal(press(middle, 'ArrowLeft', { shiftKey: true }).at, -1);
  assert.equal(press(middle, 'ArrowLeft', { altKey: true }).at, -0.01);
  const edge: GraphState = { ...middle, given: 'logit', at: viewOf(middle).xHigh };
  const end = press(edge, 'ArrowRight');
  assert.equal(reading(core, end).logit, Infinity);
  assert.equal(press(end, 'ArrowLeft').at, viewOf(middle).xHigh);
});

test('the point stays where it is when the axis changes', () => {
  for (const p of [0, 1e-30, 0.2, 0.85, 0.9999, 1]) {
    const before = reading(core, at(p, { y: 0.3 }));
    const after = reading(core, at(p, { y: 0.3, axis: 'logit' }));
    assert.equal(after.probability, before.probability);
    assert.equal(after.loss, before.loss);
    assert.equal(after.slope, before.slope);
  }
});

test('a pointer lands on thousandths of p and hundredths of z, and never outside', () => {
  assert.equal(pointed(at(0.5), 0.33333).at, 0.333);
  assert.equal(pointed(at(0.5), -3).at, 0);
  assert.equal(pointed(at(0.5), 7).at, 1);
  const logit = { ...INITIAL, axis: 'logit' as const };
  assert.equal(pointed(logit, 0.5).at, 0);
  assert.equal(pointed(logit, 0).at, viewOf(logit).xLow);
});

test('a typed probability is read in every usual form, and what is none is told apart', () => {
  for (const [typed, p] of [
    ['0.85', 0.85],
    ['.85', 0.85],
    ['0,85', 0.85],
    ['85%', 0.85],
    ['17/20', 0.85],
    ['0', 0],
    ['1', 1],
    ['1e-9', 1e-9],
  ] as const)
    assert.equal(typedProbability(core, typed), p, typed);
  for (const [typed, code] of [
    ['', 'entry_empty'],
    ['abc', 'not_a_number'],
    ['1.2', 'not_a_probability'],
    ['-0.1', 'not_a_probability'],
    ['85', 'not_a_probability'],
    ['ln(0)', 'not_a_probability'],
    ['p', 'not_a_number'],
  ] as const)
    assert.equal(typedProbability(core, typed), code, typed);
});

test('an attribute that is no probability is told from one that is', () => {
  assert.deepEqual(['0.3', '0', '1', 0.5, '1e-3'].map(toProbability), [0.3, 0, 1, 0.5, 0.001]);
  for (const bad of ['', ' ', 'abc', '1.2', '-0.1', 'NaN', 'Infinity', null, undefined, {}, NaN, '0'.repeat(99)])
    assert.equal(toProbability(bad), undefined, String(bad));
});

test('a link reopens the state it was made of', () => {
  const states: GraphState[] = [
    at(0.85),
    at(1e-30, { y: 0, unit: 'bits' }),
    at(0, { y: 0.37, axis: 'logit' }),
    { ...at(0.5), given: 'logit', at: -3.25, axis: 'logit', overlays: new Set(['tangent', 'libraries']) },
  ];
  for (const state of states) assert.deepEqual(fromLink(INITIAL, toLink(state)), state);
  assert.equal(toLink(at(0.85)), 'p=0.85&y=1');
});

test('what makes no sense in a link stays as it was', () => {
  for (const link of [
    '',
    'p=2&y=7',
    'p=abc',
    'axis=sideways&unit=furlongs',
    'z=NaN',
    'z=1e9',
    'show=<script>',
    '%E0%A4%A',
    'p=',
    'x'.repeat(1e6),
  ])
    assert.deepEqual(fromLink(INITIAL, link), INITIAL, link.slice(0, 20));
});

test('what makes no sense in a link is told by its name, what is not ours is not', () => {
  const refused = (link: string) => {
    const names: string[] = [];
    fromLink(INITIAL, link, (name) => names.push(name));
    return names;
  };
  assert.deepEqual(refused('p=2&y=x&z=1e9&axis=up&unit=furlongs&show=all'), ['p', 'z', 'y', 'axis', 'unit', 'show']);
  for (const link of ['', 'p=0.85&y=1&axis=logit&unit=bits&show=tangent', 'chapter=3', 'overview'])
    assert.deepEqual(refused(link), [], link);
});

test('in bits the numbers of the axis are round in bits, at the same curve', () => {
  const nats = scenery(core, INITIAL);
  const bits = scenery(core, { ...INITIAL, unit: 'bits' });
  assert.deepEqual(bits.chosen, nats.chosen);
  const [, one] = bits.yTicks;
  assert.ok(one);
  const inNats = (1 - one.px / bits.view.heightPx) * bits.view.yHigh;
  assert.ok(Math.abs(inNats - one.value * Math.LN2) < 1e-9);
});

test('a soft label has its lowest point at p = y, as high as its entropy', () => {
  const { lowest } = scenery(core, at(0.5, { y: 0.3 }));
  assert.equal(lowest.probability, 0.3);
  assert.equal(lowest.loss, lowest.entropy);
  assert.equal(lowest.divergence, 0);
});
