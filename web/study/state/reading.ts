/** Reads a file of predictions from its first row to its last, in a worker or, where there is none, in the page. */
import type { LossCode } from '../../../wasm/contract/core.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import { valueOf } from '../../engine/value.js';
import { cellsOf, isBlank, labelIn, Rows, valueIn, type Layout, type RowFault } from './csv.js';

export type ReadingFault = RowFault | LossCode | 'cell_missing' | 'label_not_a_number' | 'value_not_a_number';

/** What is wrong with a row, which is left out; `cell` is what stands there. */
export type Fault = Readonly<{ row: number; code: ReadingFault; cell?: string }>;

/** Bytes and rows so far. */
export type Progress = Readonly<{ bytes: number; rows: number }>;

export type Reading = Readonly<{
  /** For core's report. */
  summary: Float64Array;
  /** The first rows that could not be used, and how many there are in all. */
  faults: readonly Fault[];
  bad: number;
  /** How many of them have a value that is no probability. */
  outside: number;
  blank: number;
}>;

/** What a worker is asked, and what it says. */
export type ReadingAsked = Readonly<{ file: Blob; layout: Layout }>;
export type ReadingSaid =
  | (Readonly<{ type: 'progress' }> & Progress)
  | (Readonly<{ type: 'done' }> & Readonly<{ reading: Reading }>)
  | Readonly<{ type: 'failed' }>;

export const MOST_FAULTS = 20;
const MOST_CELL = 24;
const CHUNK = 16_384;
const PAUSE_MS = 100;

/** By the mark at its beginning, if it has one; UTF-8 without. */
async function encodingOf(file: Blob): Promise<string> {
  const [first, second] = new Uint8Array(await file.slice(0, 2).arrayBuffer());
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The first characters of a file, cut off at the end of a row. */
export async function beginningOf(file: Blob, bytes = 65_536): Promise<string> {
  const text = new TextDecoder(await encodingOf(file)).decode(await file.slice(0, bytes).arrayBuffer());
  return file.size <= bytes ? text : text.slice(0, text.lastIndexOf('\n') + 1);
}

export async function readPredictions(
  core: Pick<StudyModule, 'addPredictions'>,
  file: Blob,
  layout: Layout,
  told: (progress: Progress) => void,
  stopped: () => boolean = () => false,
): Promise<Reading> {
  const { delimiter, decimalMark, label, value, scale } = layout;
  const labels = new Float64Array(CHUNK);
  const values = new Float64Array(CHUNK);
  const numbers = new Float64Array(CHUNK);
  let gathered = 0;
  let summary = new Float64Array();
  let faults: readonly Fault[] = [];
  let bad = 0;
  let outside = 0;
  let blank = 0;
  let rows = 0;
  let header = layout.header;
  let found: Fault[] = [];

  const flush = () => {
    const part = (all: Float64Array) => all.subarray(0, gathered);
    const added = valueOf(core.addPredictions(summary, scale, part(labels), part(values), part(numbers)));
    summary = new Float64Array(added.summary);
    found.push(...added.faults.map(({ row, cause }) => ({ row, code: cause })));
    bad += found.length;
    outside += added.faults.filter(({ cause }) => cause === 'probability_out_of_range').length;
    faults = [...faults, ...found].sort((a, b) => a.row - b.row).slice(0, MOST_FAULTS);
    found = [];
    gathered = 0;
  };

  const reader = new Rows(
    (row, line) => {
      const cells = cellsOf(line, delimiter);
      if (isBlank(cells)) {
        blank += 1;
        return;
      }
      if (header) {
        header = false;
        return;
      }
      rows += 1;
      const [labelCell, valueCell] = [cells[label], cells[value]];
      const fault = (code: ReadingFault, cell = '') => {
        found.push({ row, code, ...(cell.trim() && { cell: cell.trim().slice(0, MOST_CELL) }) });
        if (found.length >= CHUNK) flush();
      };
      if (!labelCell?.trim() || !valueCell?.trim()) return fault('cell_missing');
      const y = labelIn(labelCell, decimalMark);
      if (Number.isNaN(y)) return fault('label_not_a_number', labelCell);
      const p = valueIn(valueCell, decimalMark, scale);
      if (Number.isNaN(p)) return fault('value_not_a_number', valueCell);
      labels[gathered] = y;
      values[gathered] = p;
      numbers[gathered] = row;
      gathered += 1;
      if (gathered === CHUNK) flush();
    },
    (row, code) => {
      rows += 1;
      found.push({ row, code });
    },
  );

  const decoder = new TextDecoder(await encodingOf(file));
  const pieces = file.stream().getReader();
  let bytes = 0;
  let since = performance.now();
  for (;;) {
    const { done, value: piece } = await pieces.read();
    if (stopped()) {
      await pieces.cancel();
      break;
    }
    if (done) break;
    bytes += piece.length;
    reader.feed(decoder.decode(piece, { stream: true }), false);
    if (performance.now() - since < PAUSE_MS) continue;
    since = performance.now();
    told({ bytes, rows });
  }
  reader.feed(decoder.decode(), true);
  flush();
  return { summary, faults, bad, outside, blank };
}
