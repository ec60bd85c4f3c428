/**
 * Reads rows of cells out of text that comes in pieces, in bounded memory, and guesses how a file is laid out.
 *
 * Rows are counted as a spreadsheet counts them: from 1, header and blank lines included.
 */
import type { DecimalMark } from '../../../wasm/contract/core.js';
import type { Scale } from '../../../wasm/contract/study/predictions.js';

export type Delimiter = ',' | ';' | '\t';

export interface Layout {
  delimiter: Delimiter;
  decimalMark: DecimalMark;
  header: boolean;
  /** Which columns, counted from 0. */
  label: number;
  value: number;
  scale: Scale;
}

export type RowFault = 'row_too_long' | 'quote_open';

/** A row of labels and predictions is some twenty characters; what is longer than this is none. */
export const MOST_ROW = 65_536;

const isOpen = (line: string): boolean => {
  let quotes = 0;
  for (let at = line.indexOf('"'); at >= 0; at = line.indexOf('"', at + 1)) quotes += 1;
  return quotes % 2 === 1;
};

/** Cuts text into rows: at the ends of lines, but for those inside of quotes. */
export class Rows {
  #rest = '';
  #row = 0;
  #skipping = false;
  readonly #take: (row: number, line: string) => void;
  readonly #fault: (row: number, fault: RowFault) => void;

  constructor(take: (row: number, line: string) => void, fault: (row: number, fault: RowFault) => void) {
    this.#take = take;
    this.#fault = fault;
  }

  /** The next piece. After the last one comes no other. */
  feed(piece: string, last: boolean): void {
    const text = this.#rest + piece;
    let from = 0;
    for (;;) {
      const first = endOf(text, from, last);
      if (first < 0) break;
      if (this.#skipping) {
        this.#skipping = false;
        from = first + 1;
        continue;
      }
      const end = this.#closed(text, from, first, last);
      if (end === 'later') break;
      this.#row += 1;
      // A quote that is never closed costs its own line, and not all that follow.
      if (end === 'never') this.#fault(this.#row, 'quote_open');
      else this.#take(this.#row, text.slice(from, end).replace(/\r$/, ''));
      from = (end === 'never' ? first : end) + 1;
    }
    this.#rest = text.slice(from);
    if (this.#rest.length > MOST_ROW || this.#skipping) {
      if (!this.#skipping) this.#fault((this.#row += 1), 'row_too_long');
      this.#rest = '';
      this.#skipping = true;
    }
  }

  /** The first end of a line from `first` on that is in no quotes which began behind `from`. */
  #closed(text: string, from: number, first: number, last: boolean): number | 'later' | 'never' {
    let end = first;
    let open = isOpen(text.slice(from, end));
    while (open) {
      const next = endOf(text, end + 1, last);
      if (next - from > MOST_ROW) return 'never';
      if (next < 0) return last || text.length - from > MOST_ROW ? 'never' : 'later';
      open = !isOpen(text.slice(end + 1, next));
      end = next;
    }
    return end;
  }
}

/** Where a line ends, or -1 where its end has still to come. */
function endOf(text: string, from: number, last: boolean): number {
  const end = text.indexOf('\n', from);
  return end < 0 && last && from < text.length ? text.length : end;
}

/** The cells of a row; quotes around one are taken off, doubled ones inside are one. */
export function cellsOf(line: string, delimiter: Delimiter): readonly string[] {
  if (!line.includes('"')) return line.split(delimiter);
  const cells: string[] = [];
  let cell = '';
  let quoted = false;
  for (let i = 0; i < line.length; i += 1) {
    const character = line.charAt(i);
    if (character === '"') {
      if (quoted && line.charAt(i + 1) === '"') {
        cell += '"';
        i += 1;
      } else quoted = !quoted;
    } else if (character === delimiter && !quoted) {
      cells.push(cell);
      cell = '';
    } else cell += character;
  }
  return [...cells, cell];
}

export const isBlank = (cells: readonly string[]): boolean => cells.every((cell) => cell.trim() === '');

/** The number that a cell holds, or NaN. */
export function numberIn(cell: string, mark: DecimalMark): number {
  const text = mark === ',' ? cell.replace(',', '.') : cell;
  const number = Number(text);
  // An empty text is 0 to Number, and 0x10 is 16.
  return Number.isFinite(number) && /^[^a-df-z]*\d[^a-df-z]*$/i.test(text) ? number : NaN;
}

const WORDS: Readonly<Record<string, number>> = {
  true: 1,
  false: 0,
  yes: 1,
  no: 0,
  positive: 1,
  negative: 0,
  pos: 1,
  neg: 0,
  t: 1,
  f: 0,
};

/** The label that a cell holds, as a number or as one of the usual words, or NaN. */
export function labelIn(cell: string, mark: DecimalMark): number {
  const number = numberIn(cell, mark);
  return Number.isNaN(number) ? (WORDS[cell.trim().toLowerCase()] ?? NaN) : number;
}

/** The prediction that a cell holds, or NaN. A sign for per cent belongs to percentages alone. */
export const valueIn = (cell: string, mark: DecimalMark, scale: Scale): number =>
  numberIn(scale === 'percentage' ? cell.replace(/\s*%\s*$/, '') : cell, mark);

/** What could not be told from the first rows, so that it has to be asked. */
export type Unclear = 'columns' | 'scale';

export type Sniffed =
  | Readonly<{
      ok: true;
      layout: Layout;
      /** The first cell of each column: its name, where there is a header. */
      names: readonly string[];
      /** A few rows to look at. */
      sample: readonly (readonly string[])[];
      unclear: readonly Unclear[];
    }>
  | Readonly<{ ok: false; code: 'nothing_there' | 'one_column' | 'no_numbers' }>;

const SAMPLED = 100;
const SHOWN = 3;

const LABEL_NAMES = /^(y|labels?|ytrue|true|truth|groundtruth|targets?|actual|class|outcome|observed)$/;
const VALUE_NAMES =
  /^(p|phat|prob|probs|proba|probability|predictions?|predicted|pred|preds|ypred|yprob|yproba|yscore|yhat|scores?|logits?|z)$/;

const plain = (name: string): string => name.toLowerCase().replace(/[^a-z]/g, '');

const PREFERRED: readonly Delimiter[] = ['\t', ';', ','];

/** As many cells as half of the lines have, or more. */
function usualOf(lines: readonly string[], delimiter: Delimiter): number {
  const counts = lines.map((line) => cellsOf(line, delimiter).length).sort((a, b) => a - b);
  return counts[counts.length >> 1] ?? 1;
}

/** The one that cuts nearly every line into as many cells, and into more than one. */
const delimiterOf = (lines: readonly string[]): Delimiter | undefined =>
  PREFERRED.find((delimiter) => {
    const usual = usualOf(lines, delimiter);
    const alike = lines.filter((line) => cellsOf(line, delimiter).length === usual);
    return usual > 1 && alike.length >= 0.7 * lines.length;
  });

/** The only one for which it holds. */
function only(columns: readonly number[], holds: (column: number) => boolean): number | undefined {
  const found = columns.filter(holds);
  return found.length === 1 ? found[0] : undefined;
}

function scaleOf(cells: readonly string[], mark: DecimalMark, name: string): [Scale, certain: boolean] {
  if (cells.some((cell) => cell.includes('%'))) return ['percentage', true];
  const numbers = cells.map((cell) => numberIn(cell, mark)).filter((number) => !Number.isNaN(number));
  if (/^(logits?|z)$/.test(plain(name))) return ['logit', true];
  const most = Math.max(...numbers);
  const least = Math.min(...numbers);
  if (least >= 0 && most <= 1) return ['probability', true];
  // One number in a hundred may be a slip; then it is a fault of its row.
  const outside = numbers.filter((number) => number < 0 || number > 1).length;
  if (outside <= 0.02 * numbers.length) return ['probability', true];
  return least < 0 || most > 100 ? ['logit', false] : ['percentage', false];
}

/** How a file is laid out, as far as its beginning tells. */
export function sniffed(beginning: string): Sniffed {
  const lines: string[] = [];
  const rows = new Rows(
    (_, line) => line.trim() && lines.length < SAMPLED && lines.push(line),
    () => undefined,
  );
  rows.feed(beginning, true);
  if (lines.length === 0) return { ok: false, code: 'nothing_there' };
  const delimiter = delimiterOf(lines);
  if (!delimiter) return { ok: false, code: 'one_column' };
  const table = lines.map((line) => cellsOf(line, delimiter));
  const comma =
    delimiter !== ',' && table.some((cells) => cells.some((cell) => /^\s*[+-]?\d*,\d+\s*%?\s*$/.test(cell)));
  const mark: DecimalMark = comma ? ',' : '.';
  const names = Array.from({ length: usualOf(lines, delimiter) }, (_, column) => table[0]?.[column] ?? '');
  const read = (cell: string | undefined) => numberIn((cell ?? '').replace('%', ''), mark);
  const header = names.every((cell) => Number.isNaN(read(cell)) && !Number.isFinite(labelIn(cell, mark)));
  const body = header ? table.slice(1) : table;
  const columns = names.map((_, column) => column);
  const cellsIn = (column: number) => body.map((cells) => cells[column]?.trim() ?? '').filter((cell) => cell !== '');
  const share = (column: number, holds: (cell: string) => boolean) => {
    const cells = cellsIn(column);
    return cells.length === 0 ? 0 : cells.filter(holds).length / cells.length;
  };
  const hard = (column: number) => share(column, (cell) => [0, 1].includes(labelIn(cell, mark))) >= 0.9;
  const numeric = (column: number) => share(column, (cell) => !Number.isNaN(read(cell))) >= 0.5;
  const named = (pattern: RegExp) =>
    header ? only(columns, (column) => pattern.test(plain(names[column] ?? ''))) : undefined;

  const numbers = columns.filter(numeric);
  if (numbers.length === 0) return { ok: false, code: 'no_numbers' };
  const byName = { label: named(LABEL_NAMES), value: named(VALUE_NAMES) };
  const label = byName.label ?? only(columns, (column) => column !== byName.value && hard(column));
  const value = byName.value ?? only(numbers, (column) => column !== label && (!hard(column) || columns.length === 2));
  const certain = label !== undefined && value !== undefined && label !== value;
  // Otherwise the first two that may be what they would be taken for; the learner has the last word.
  const other = (taken: number | undefined) => columns.find((column) => column !== taken) ?? 0;
  const chosen =
    label !== undefined && label !== value
      ? { label, value: value ?? other(label) }
      : { label: other(value), value: value ?? other(other(undefined)) };
  const [scale, told] = scaleOf(cellsIn(chosen.value), mark, header ? (names[chosen.value] ?? '') : '');
  return {
    ok: true,
    layout: { delimiter, decimalMark: mark, header, ...chosen, scale },
    names,
    sample: body.slice(0, SHOWN),
    unclear: [...(certain ? [] : ['columns' as const]), ...(told ? [] : ['scale' as const])],
  };
}
