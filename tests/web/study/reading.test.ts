import assert from 'node:assert/strict';
import { test } from 'node:test';
import { valueOf } from '../../../web/engine/value.js';
import { sniffed, type Layout } from '../../../web/study/state/csv.js';
import { EXAMPLE } from '../../../web/study/state/predictions.js';
import { beginningOf, MOST_FAULTS, readPredictions } from '../../../web/study/state/reading.js';
import { core } from '../../wasm/study/core.js';

const LAYOUT: Layout = { delimiter: ',', decimalMark: '.', header: true, label: 0, value: 1, scale: 'probability' };
const quiet = () => undefined;

const read = (text: string | Uint8Array<ArrayBuffer>, layout: Partial<Layout> = {}) =>
  readPredictions(core, new Blob([text]), { ...LAYOUT, ...layout }, quiet);
const reportOf = async (...given: Parameters<typeof read>) =>
  valueOf(core.reportPredictions((await read(...given)).summary));

test('the example is read whole, and one row of it dominates', async () => {
  const sniff = sniffed(EXAMPLE);
  assert.ok(sniff.ok && sniff.unclear.length === 0);
  const reading = await read(EXAMPLE, sniff.layout);
  assert.equal(reading.bad, 0);
  const report = valueOf(core.reportPredictions(reading.summary));
  assert.equal(report.rows, 36);
  assert.ok(report.mean < report.baseLoss);
  const [first] = report.costliest;
  assert.ok(first && first.row === 29 && first.share > 0.4, JSON.stringify(first));
  assert.equal(report.libraries.keras.changed, 1);
  assert.equal(report.libraries.pytorch.changed, 0);
});

test('each row that cannot be used is told by its number, and the good ones count', async () => {
  const reading = await read(
    ['y,p', '1,0.5', '', 'x,0.5', '1,high', '1', '2,0.5', '1,1.5', '0,', '0,0.5', '-1,0.5'].join('\n'),
  );
  assert.deepEqual(reading.faults, [
    { row: 4, code: 'label_not_a_number', cell: 'x' },
    { row: 5, code: 'value_not_a_number', cell: 'high' },
    { row: 6, code: 'cell_missing' },
    { row: 7, code: 'label_out_of_range' },
    { row: 8, code: 'probability_out_of_range' },
    { row: 9, code: 'cell_missing' },
    { row: 11, code: 'label_out_of_range' },
  ]);
  assert.deepEqual([reading.bad, reading.outside, reading.blank], [7, 1, 1]);
  const report = valueOf(core.reportPredictions(reading.summary));
  assert.equal(report.rows, 2);
  assert.equal(report.mean, Math.LN2);
});

test('only the first faults are listed, in order, and all are counted', async () => {
  const rows = Array.from({ length: 50_000 }, (_, i) => (i % 2 ? '1,2' : 'x,1'));
  const reading = await read(['y,p', ...rows, '1,0.5'].join('\n'));
  assert.equal(reading.bad, 50_000);
  assert.equal(reading.outside, 25_000);
  assert.deepEqual(
    reading.faults.map(({ row }) => row),
    Array.from({ length: MOST_FAULTS }, (_, i) => i + 2),
  );
});

test('a mark of the encoding is no part of the first name', async () => {
  const bom = '\ufeffy,p\n1,0.5\n';
  const utf16 = (little: boolean) => {
    const bytes = new Uint8Array(2 * bom.length);
    const view = new DataView(bytes.buffer);
    [...bom].forEach((letter, i) => view.setUint16(2 * i, letter.charCodeAt(0), little));
    return bytes;
  };
  for (const text of [bom, utf16(true), utf16(false)]) {
    const sniff = sniffed(await beginningOf(new Blob([text])));
    assert.ok(sniff.ok);
    assert.deepEqual(sniff.names, ['y', 'p']);
    assert.equal((await reportOf(text)).rows, 1);
  }
});

test('percentages, decimal commas and logits come to the same as their probabilities', async () => {
  const plain = await reportOf('y,p\n1,0.85\n0,0.2\n');
  const others = [
    await reportOf('y,p\n1,85%\n0,20 %\n', { scale: 'percentage' }),
    await reportOf('y;p\n1;0,85\n0;0,2\n', { delimiter: ';', decimalMark: ',' }),
    await reportOf(`y,z\n1,${Math.log(0.85 / 0.15)}\n0,${Math.log(0.25)}\n`, { scale: 'logit' }),
  ];
  for (const { mean } of others) assert.ok(Math.abs(mean / plain.mean - 1) < 1e-14);
});

test('of a long file the beginning ends with a row', async () => {
  const beginning = await beginningOf(new Blob([`y,p\n${'1,0.5\n'.repeat(50_000)}`]));
  assert.ok(beginning.length <= 65_536 && beginning.endsWith('0.5\n'));
});

/** A file that is made while it is read, and never whole in memory. */
function endless(megabytes: number): Blob {
  const piece = new TextEncoder().encode('1,0.5\n'.repeat(174_763));
  let sent = 0;
  const blob = {
    size: megabytes * piece.length,
    slice: () => new Blob([piece.slice(0, 2)]),
    stream: () =>
      new ReadableStream({
        pull: (controller) => {
          if (sent++ < megabytes) controller.enqueue(piece);
          else controller.close();
        },
      }),
  };
  return blob as unknown as Blob;
}

test('a file is read in bounded memory, told along the way, and can be left in the middle', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  let told = 0;
  const reading = await readPredictions(core, endless(40), { ...LAYOUT, header: false }, () => {
    told += 1;
    most = Math.max(most, process.memoryUsage().arrayBuffers - before);
  });
  assert.equal(valueOf(core.reportPredictions(reading.summary)).rows, 40 * 174_763);
  assert.ok(told > 1);
  assert.ok(most < 64e6, `${most}`);

  let pieces = 0;
  const left = await readPredictions(
    core,
    endless(2000),
    { ...LAYOUT, header: false },
    () => (pieces += 1),
    () => pieces > 1,
  );
  assert.ok(valueOf(core.reportPredictions(left.summary)).rows < 2000 * 174_763);
});
