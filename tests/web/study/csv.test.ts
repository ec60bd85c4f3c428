import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  cellsOf,
  labelIn,
  MOST_ROW,
  numberIn,
  Rows,
  sniffed,
  valueIn,
  type Sniffed,
} from '../../../web/study/state/csv.js';

function rowsOf(pieces: readonly string[]) {
  const rows: [number, string][] = [];
  const faults: [number, string][] = [];
  const reader = new Rows(
    (row, line) => rows.push([row, line]),
    (row, fault) => faults.push([row, fault]),
  );
  pieces.forEach((piece, i) => reader.feed(piece, i === pieces.length - 1));
  return { rows, faults };
}

const found = (text: string): Extract<Sniffed, { ok: true }> => {
  const sniff = sniffed(text);
  assert.ok(sniff.ok, JSON.stringify(sniff));
  return sniff;
};
const layoutOf = (text: string) => found(text).layout;

test('rows are counted as a spreadsheet counts them, wherever the text is cut', () => {
  const text = 'y,p\r\n1,0.5\r\n\r\n0,"a ""b""\nc"\n1,0.25';
  const expected: [number, string][] = [
    [1, 'y,p'],
    [2, '1,0.5'],
    [3, ''],
    [4, '0,"a ""b""\nc"'],
    [5, '1,0.25'],
  ];
  assert.deepEqual(rowsOf([text]).rows, expected);
  for (let at = 1; at < text.length; at += 1)
    assert.deepEqual(rowsOf([text.slice(0, at), text.slice(at)]).rows, expected, `cut at ${at}`);
  assert.deepEqual(rowsOf([...text, '']).rows, expected);
});

test('a text that ends with its last line has no row after it', () => {
  assert.deepEqual(rowsOf(['1,2\n']).rows, [[1, '1,2']]);
  assert.deepEqual(rowsOf(['1,2\n', '']).rows, [[1, '1,2']]);
});

test('a quotation mark that is never closed costs its own row and no other', () => {
  const rest = Array.from({ length: 20_000 }, (_, i) => `1,0.${i + 1}`);
  const { rows, faults } = rowsOf([['1,0.5', '0,"0.2', ...rest].join('\n'), '']);
  assert.deepEqual(faults, [[2, 'quote_open']]);
  assert.equal(rows.length, 20_001);
  assert.deepEqual(rows.at(-1), [20_002, rest.at(-1)]);
  const short = rowsOf(['1,0.5\n0,"0.2\n1,0.3\n', '']);
  assert.deepEqual(short.faults, [[2, 'quote_open']]);
  assert.deepEqual(short.rows.at(-1), [3, '1,0.3']);
});

test('a text without an end of line is refused in bounded memory, and what follows is read', () => {
  const piece = 'x'.repeat(MOST_ROW);
  const { rows, faults } = rowsOf(['1,1\n', ...Array.from({ length: 50 }, () => piece), '\n1,0.5\n', '']);
  assert.deepEqual(faults, [[2, 'row_too_long']]);
  assert.deepEqual(rows, [
    [1, '1,1'],
    [3, '1,0.5'],
  ]);
});

test('cells are cut at the delimiter, but not inside of quotes', () => {
  assert.deepEqual(cellsOf('1;0,5;x', ';'), ['1', '0,5', 'x']);
  assert.deepEqual(cellsOf('"a,b",0.5,"say ""no"""', ','), ['a,b', '0.5', 'say "no"']);
  assert.deepEqual(cellsOf('1,', ','), ['1', '']);
});

test('a number is a number as people and programs write it, and nothing else', () => {
  for (const [cell, number] of [
    ['0.5', 0.5],
    [' 1 ', 1],
    ['.5', 0.5],
    ['1e-7', 1e-7],
    ['-3', -3],
    ['+2', 2],
  ] as const)
    assert.equal(numberIn(cell, '.'), number);
  for (const cell of ['', ' ', 'abc', '0x10', '0b1', 'NaN', 'Infinity', '1,5', '0.5.5', '1 2', '50%', 'e'])
    assert.ok(Number.isNaN(numberIn(cell, '.')), cell);
  assert.equal(numberIn('0,5', ','), 0.5);
  assert.ok(Number.isNaN(numberIn('1,000,5', ',')));
  assert.equal(valueIn('85 %', '.', 'percentage'), 85);
  assert.ok(Number.isNaN(valueIn('85 %', '.', 'probability')));
  assert.deepEqual(
    ['TRUE', 'no', 'neg', '0.3', 'maybe'].map((cell) => labelIn(cell, '.')),
    [1, 0, 0, 0.3, NaN],
  );
});

test('columns are known by their names, in any order, among others', () => {
  assert.deepEqual(layoutOf('id,score,label\n7,0.2,0\n8,0.9,1\n'), {
    delimiter: ',',
    decimalMark: '.',
    header: true,
    label: 2,
    value: 1,
    scale: 'probability',
  });
  assert.deepEqual(found('y_true\ty_pred\n1\t0.5\n').unclear, []);
});

test('without names the labels are what is only 0 and 1, or the usual words', () => {
  assert.deepEqual(layoutOf('0.2,0\n0.9,1\n0.4,1\n'), {
    delimiter: ',',
    decimalMark: '.',
    header: false,
    label: 1,
    value: 0,
    scale: 'probability',
  });
  assert.deepEqual([layoutOf('true;0,2\nfalse;0,9\n').label, layoutOf('true;0,2\nfalse;0,9\n').decimalMark], [0, ',']);
});

test('which column is which is asked where nothing tells', () => {
  assert.deepEqual(found('0.3,0.4\n0.2,0.9\n').unclear, ['columns']);
  assert.deepEqual(found('a,b,c\n1,0.4,0.5\n0,0.9,0.1\n').unclear, ['columns']);
});

test('percentages by their sign, and what may be percentages or logits is asked', () => {
  assert.deepEqual(layoutOf('y,p\n1,85%\n0,3 %\n').scale, 'percentage');
  assert.deepEqual(found('y,p\n1,85%\n').unclear, []);
  const percent = found('y,p\n1,85\n0,3\n1,60\n');
  assert.deepEqual([percent.layout.scale, percent.unclear], ['percentage', ['scale']]);
  const logit = found('y,p\n1,-2.5\n0,3\n1,0.2\n');
  assert.deepEqual([logit.layout.scale, logit.unclear], ['logit', ['scale']]);
  assert.deepEqual(found('y,logit\n1,-2.5\n').unclear, []);
});

test('one slip among many probabilities is a fault of its row, not another scale', () => {
  const rows = Array.from({ length: 99 }, (_, i) => `${i % 2},0.${i + 1}`);
  assert.deepEqual(found(['y,p', ...rows, '1,1.5'].join('\n')).unclear, []);
});

test('what has no two columns, no numbers, or nothing in it is told apart', () => {
  assert.deepEqual(sniffed(''), { ok: false, code: 'nothing_there' });
  assert.deepEqual(sniffed('\n \n'), { ok: false, code: 'nothing_there' });
  assert.deepEqual(sniffed('0.5\n0.2\n'), { ok: false, code: 'one_column' });
  assert.deepEqual(sniffed('a,b\nc,d\n'), { ok: false, code: 'no_numbers' });
});

test('no text at all makes the guess throw', () => {
  let state = 7;
  const random = (n: number) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state % n;
  };
  const parts = ['0', '1', '0.5', ',', ';', '\t', '\n', '"', '%', 'y', 'p', ' ', '-', '1e9', '\r', '0,5', 'true'];
  for (let i = 0; i < 3000; i += 1) {
    const text = Array.from({ length: random(40) }, () => parts[random(parts.length)]).join('');
    const sniff = sniffed(text);
    if (sniff.ok) assert.notEqual(sniff.layout.label, sniff.layout.value, JSON.stringify(text));
  }
});
