/** Numbers as tables: for the terminal, and for the README. */

/** @typedef {Readonly<{ title: string, columns: readonly string[], rows: readonly (readonly (string | number)[])[], note?: string }>} Table */

/** @param {readonly number[]} values */
export const median = (values) => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
};

/** @param {Table} table */
export const inText = ({ title, columns, rows, note }) => {
  const all = [columns, ...rows];
  const widths = columns.map((_, i) => Math.max(...all.map((row) => String(row[i] ?? '').length)));
  const lines = all.map((row) =>
    row
      .map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i] ?? 0) : String(cell).padStart(widths[i] ?? 0)))
      .join('  '),
  );
  return `\n${title}\n\n${lines.join('\n')}\n${note ? `\n${note}\n` : ''}`;
};

/** @param {Table} table */
export const inMarkdown = ({ title, columns, rows, note }) => {
  /** @param {readonly (string | number)[]} cells */
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = line(columns.map((_, i) => (i === 0 ? '---' : '--:')));
  return `${title}\n\n${[line(columns), rule, ...rows.map(line)].join('\n')}\n${note ? `\n${note}\n` : ''}`;
};
