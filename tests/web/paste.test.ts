import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dataIn, tableIn } from '../../web/state/paste.js';
import { core } from '../wasm/core.js';

const read = (text: string) => {
  const table = tableIn(text);
  return table && dataIn(core, table);
};
const rows = (text: string) => read(text)?.rows.map((row) => [...row]);

for (const [what, text] of [
  ['tabs, as a spreadsheet copies them', '1\t0.9\n0\t0.2'],
  ['tabs and lines of Windows', '1\t0.9\r\n0\t0.2\r\n'],
  ['semicolons', '1;0.9\n0; 0.2'],
  ['commas', '1,0.9\n0,0.2'],
  ['commas and spaces', '1, 0.9\n0 , 0.2'],
  ['spaces', '1 0.9\n  0    0.2  '],
  ['quotes', '"1","0.9"\n"0","0.2"'],
  ['headings', 'label;prediction\n1;0.9\n0;0.2'],
  ['headings of several words', 'what happened, the prediction made\n1, 0.9\n0, 0.2'],
  ['empty lines', '\n1\t0.9\n\n\t\n0\t0.2\n\n'],
  ['commas, and left of more columns', '1,0.9,0.4,cat\n0,0.2,,dog'],
  ['bars, as a notebook writes a table', '| y | p |\n|---|:-:|\n| 1 | 0.9 |\n| 0 | 0.2 |'],
] as const) {
  test(`two columns are read between ${what}`, () => {
    assert.deepEqual(rows(text), [
      ['1', '0.9'],
      ['0', '0.2'],
    ]);
  });
}

for (const [what, text] of [
  ['tabs', '1\t0,9\n0\t0,2'],
  ['semicolons', '1;0,9\n0;0,2'],
  ['spaces', '1 0,9\n0 0,2'],
  ['commas', '1,0,9\n0,0,2'],
  ['commas and spaces', '1, 0,9\n0, 0,2'],
] as const) {
  test(`a decimal comma stays in its number between ${what}`, () => {
    assert.deepEqual(rows(text), [
      ['1', '0,9'],
      ['0', '0,2'],
    ]);
  });
}

test('a percent sign stays with its number', () => {
  assert.deepEqual(rows('1 90 %\n0 20%'), [
    ['1', '90%'],
    ['0', '20%'],
  ]);
});

test('a cell that cannot be read is kept as it is, and so is the place of one that is missing', () => {
  assert.deepEqual(rows('1\t0.9\ncat\t0.2\n0\t\n\t0.4'), [
    ['1', '0.9'],
    ['cat', '0.2'],
    ['0', ''],
    ['', '0.4'],
  ]);
});

test('columns the other way round are told by their numbers, and only where it cannot be otherwise', () => {
  assert.deepEqual(read('0.9;1\n0.2;0'), {
    rows: [
      ['1', '0.9'],
      ['0', '0.2'],
    ],
    notes: ['swapped'],
  });
  assert.deepEqual(read('0.9;1\n1;0')?.notes, []);
  assert.deepEqual(read('2;1\n0.2;0')?.notes, []);
});

test('what was left out is said', () => {
  assert.deepEqual(read('y;p;loss\n1;0.9;0.1\n0;0.2;0.2')?.notes, ['heading', 'wide']);
  assert.deepEqual(read('1;0.9;\n0;0.2;')?.notes, []);
});

test('one column leaves the other to the table', () => {
  assert.deepEqual(rows('0.9\n0.2'), [
    ['0.9', undefined],
    ['0.2', undefined],
  ]);
});

test('a single value is left to the field, however it is written', () => {
  for (const text of ['', ' ', '0.9', '0,85', '85 %', '-ln(0.5)\n', '\n1\n'])
    assert.equal(tableIn(text), undefined, text);
});

test('a text without numbers is no data', () => {
  assert.deepEqual(read('to be\nor not to be'), { rows: [], notes: [] });
});

test('no text makes it stumble', () => {
  let seed = 1;
  const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
  const pieces = [
    '1',
    '0',
    '0.9',
    '0,2',
    '%',
    ' ',
    '\t',
    '\n',
    ';',
    ',',
    '|',
    '"',
    "'",
    'cat',
    '-',
    '--',
    '\u2028',
    '\ud800',
  ];
  for (let round = 0; round < 3000; round += 1) {
    const text = Array.from({ length: random(20) }, () => pieces[random(pieces.length)]).join('');
    for (const row of rows(text) ?? []) assert.equal(row.length, 2);
  }
});
