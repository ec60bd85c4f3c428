import assert from 'node:assert/strict';
import { test } from 'node:test';
import { SECTION_IDS } from '../../web/content/schema.js';
import { toFlag, toHref, toLocale, toSections, toStoring, toTheme } from '../../web/elements/settings.js';
import { toProbability } from '../../web/state/graph.js';

/** What a page may hand over where it was asked for something else. */
const STRANGE: readonly unknown[] = [
  {},
  [],
  [[]],
  () => 'light',
  Symbol('light'),
  1n,
  NaN,
  Infinity,
  new Date(0),
  { toString: () => 'light', valueOf: () => 0.5 },
  'x'.repeat(1e6),
  ' ',
  '__proto__',
  'constructor',
];

const read = <T>(reader: (value: unknown, odd: () => void) => T | undefined, value: unknown) => {
  let odd = false;
  const found = reader(value, () => (odd = true));
  return { found, odd };
};

test('a word is one of those that there are, as they are written', () => {
  assert.equal(toTheme('dark', assert.fail), 'dark');
  assert.equal(toTheme('auto', assert.fail), 'auto');
  assert.equal(toStoring('local', assert.fail), 'local');
  for (const value of ['Dark', 'dark ', 'blue', ...STRANGE]) assert.equal(toTheme(value, assert.fail), undefined);
});

test('a language is one that the lesson speaks', () => {
  for (const value of ['en', 'es-419', 'ES', 'en_US']) assert.equal(toLocale(value, assert.fail), value);
  for (const value of ['fr', `en${'-x'.repeat(40)}`, ...STRANGE]) assert.equal(toLocale(value, assert.fail), undefined);
});

test('a number is a probability, in digits or as one', () => {
  for (const [value, number] of [
    [0, 0],
    ['1', 1],
    [' .5 ', 0.5],
    ['1e-3', 0.001],
  ] as const)
    assert.equal(toProbability(value), number);
  assert.ok(Object.is(toProbability(-0), 0));
  for (const value of [-0.1, 1.1, '2', '', '0,5', 'half', true, ...STRANGE])
    assert.equal(toProbability(value), undefined);
});

test('a switch is on where it is set, but for what means no', () => {
  for (const value of ['', 'link', 'true', true, 1]) assert.equal(toFlag(value, assert.fail), true);
  for (const value of [false, 'false']) assert.equal(toFlag(value, assert.fail), false);
});

test('a link leads to a place on the web', () => {
  assert.equal(toHref('https://study.example/a', assert.fail), 'https://study.example/a');
  for (const value of ['javascript:alert(1)', ...STRANGE]) assert.equal(toHref(value, assert.fail), undefined);
});

test('sections are a list of those that there are, each once', () => {
  for (const list of ['graph practice', 'graph, practice,', ['graph', 'practice', 'graph']])
    assert.deepEqual(read(toSections, list), { found: ['graph', 'practice'], odd: false });
  for (const none of [[], '  ', ['']]) assert.deepEqual(read(toSections, none), { found: SECTION_IDS, odd: false });
});

test('a section that there is not is passed over and told of', () => {
  for (const list of ['graph grahp', ['graph', 7, {}, 'constructor'], `graph ${'x'.repeat(1e6)}`])
    assert.deepEqual(read(toSections, list), { found: ['graph'], odd: true });
  for (const list of ['Graph', ['x'], ['x'.repeat(1e6)], Array(1e6).fill('y'), 'y '.repeat(1e6)])
    assert.deepEqual(read(toSections, list), { found: undefined, odd: true });
  for (const list of [7, null, new Set(['graph']), { length: 1, 0: 'graph' }])
    assert.equal(read(toSections, list).found, undefined);
});
