/** Two columns out of text that was copied from somewhere: a spreadsheet, a CSV file, a notebook. */
import type { PasteNote } from '../content/schema.js';
import type { CoreModule } from '../../wasm/contract/core.js';

export interface Pasted {
  /** Label and probability as they were written; no second where there was one column only. None where none holds a number. */
  rows: readonly (readonly [string, string | undefined])[];
  notes: readonly PasteNote[];
}

/** The text of a cell: without the quotes of CSV and the space around it. */
const bare = (cell: string): string => cell.trim().replace(/^(["'])(.*)\1$/, '$2');

/**
 * The cells of one line. Without a mark a comma separates columns only where nothing else does, because it may be
 * the decimal mark: "1,0,9" is the label 1 and the prediction 0,9.
 */
function cellsOf(line: string, mark: string | undefined): string[] {
  if (mark) return line.split(mark).map(bare);
  const spaced = line.split(/\s*,\s+|\s+,?/);
  if (spaced.length > 1) return spaced.map(bare);
  const comma = line.indexOf(',');
  return comma < 0 ? [bare(line)] : [bare(line.slice(0, comma)), bare(line.slice(comma + 1))];
}

/** What parts the columns wherever it stands. A comma does where the decimal mark is seen to be the point. */
const markIn = (text: string): string | undefined =>
  ['\t', ';', '|'].find((mark) => text.includes(mark)) ?? (/,.*\.\d|\.\d.*,/.test(text) ? ',' : undefined);

/** The lines of a text as cells; nothing where it is a single value, which any field takes by itself. */
export function tableIn(text: string): readonly (readonly string[])[] | undefined {
  // Bars also stand around a table, and below its headings a line of dashes.
  const lines = text
    .split(/[\r\n\u2028\u2029]+/)
    .map((line) => line.replace(/^\s*\||\|\s*$/g, ''))
    .filter((line) => /[^\s:|-]/.test(line));
  const mark = markIn(lines.join('\n'));
  if (lines.length < 2 && (!mark || !lines[0])) return undefined;
  // The space before a percent sign belongs to the number.
  return lines.map((line) => cellsOf(mark ? line : line.replace(/\s+%/g, '%').trim(), mark));
}

/** What of a table is data: not its headings, and the labels first. */
export function dataIn(core: CoreModule, table: readonly (readonly string[])[]): Pasted {
  const notes: PasteNote[] = [];
  const number = (cell: string | undefined) => {
    const outcome = core.evaluate(cell ?? '');
    return outcome.ok ? outcome.value : undefined;
  };
  let lines = table.filter((cells) => cells.some((cell) => cell !== ''));
  const readable = (cells: readonly string[]) => cells.some((cell) => number(cell) !== undefined);
  if (!lines.some(readable)) return { rows: [], notes };
  if (lines[0] && !readable(lines[0])) {
    lines = lines.slice(1);
    notes.push('heading');
  }
  if (lines.some((cells) => cells.slice(2).some((cell) => cell !== ''))) notes.push('wide');
  const hard = (cells: readonly string[], i: number) => [0, 1].includes(number(cells[i]) ?? NaN);
  const inside = (cells: readonly string[]) => Math.abs((number(cells[0]) ?? NaN) - 0.5) < 0.5;
  // Only where it cannot be otherwise: nothing but 0 and 1 on the right, nothing of that on the left.
  const swapped = lines.every((cells) => hard(cells, 1) && inside(cells));
  if (swapped) notes.push('swapped');
  return {
    rows: lines.map(([first = '', second]) => (swapped ? [second ?? '', first] : [first, second])),
    notes,
  };
}
