/** The reader's small data set: what is typed, and what core makes of it. */
import type { CellCode } from '../content/schema.js';
import type { CoreModule, DataCode, Derivation } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';

/** One example as it stands in the fields. */
export interface Row {
  id: number;
  label: string;
  probability: string;
}

export interface CellError {
  column: 'label' | 'probability';
  code: CellCode;
}

export interface DerivationState {
  rows: readonly Row[];
  /** Of the last table without errors. */
  derivation: Derivation;
  /** By the row's id. */
  errors: ReadonlyMap<number, CellError>;
  nextId: number;
}

export const MOST_ROWS = 12;

export type DerivationAction =
  | { type: 'cell-changed'; id: number; column: 'label' | 'probability'; to: string }
  | { type: 'row-added' }
  | { type: 'row-removed'; id: number }
  | { type: 'reset' };

const EXAMPLE: readonly Omit<Row, 'id'>[] = [
  { label: '1', probability: '0.9' },
  { label: '0', probability: '0.2' },
  { label: '1', probability: '0.6' },
  { label: '0', probability: '0.3' },
];

/** The example data set, written with the locale's decimal mark. */
export function initial(core: CoreModule, decimalMark: string): DerivationState {
  const rows = EXAMPLE.map((row, id) => ({ ...row, probability: row.probability.replace('.', decimalMark), id }));
  const { values } = read(core, rows);
  return {
    rows,
    derivation: valueOf(core.derive(values.labels, values.probabilities)),
    errors: new Map(),
    nextId: rows.length,
  };
}

/** What one field holds: a number, or why it is none. Core's reader, so that 0,85 and 85% are read as well. */
function readCell(core: CoreModule, typed: string): number | CellCode {
  const outcome = core.evaluate(typed);
  if (outcome.ok) return outcome.value;
  return outcome.code === 'empty' ? 'cell_empty' : 'not_a_number';
}

function read(core: CoreModule, rows: readonly Row[]) {
  const errors = new Map<number, CellError>();
  const values = { labels: new Float64Array(rows.length), probabilities: new Float64Array(rows.length) };
  rows.forEach((row, i) => {
    for (const [column, target] of [
      ['probability', values.probabilities],
      ['label', values.labels],
    ] as const) {
      const cell = readCell(core, row[column]);
      if (typeof cell === 'number') target[i] = cell;
      else errors.set(row.id, { column, code: cell });
    }
    if (errors.has(row.id)) return;
    // One row at a time, so that every row with a fault is marked and not only the first.
    const alone = core.derive(values.labels.slice(i, i + 1), values.probabilities.slice(i, i + 1));
    if (alone.ok) return;
    const code = alone.code as Extract<DataCode, CellCode>;
    errors.set(row.id, { column: code.startsWith('label') ? 'label' : 'probability', code });
  });
  return { values, errors };
}

/** Pure: the state after an action. Fields that cannot be used keep the last derivation. */
export function next(
  core: CoreModule,
  decimalMark: string,
  state: DerivationState,
  action: DerivationAction,
): DerivationState {
  switch (action.type) {
    case 'reset':
      return { ...initial(core, decimalMark), nextId: state.nextId + EXAMPLE.length };
    case 'row-added':
      if (state.rows.length >= MOST_ROWS) return state;
      return derived(core, {
        ...state,
        rows: [...state.rows, { id: state.nextId, label: '1', probability: `0${decimalMark}5` }],
        nextId: state.nextId + 1,
      });
    case 'row-removed':
      return derived(core, { ...state, rows: state.rows.filter((row) => row.id !== action.id) });
    case 'cell-changed':
      return derived(core, {
        ...state,
        rows: state.rows.map((row) => (row.id === action.id ? { ...row, [action.column]: action.to } : row)),
      });
  }
}

function derived(core: CoreModule, state: DerivationState): DerivationState {
  const { values, errors } = read(core, state.rows);
  if (errors.size > 0 || state.rows.length === 0) return { ...state, errors };
  return { ...state, errors, derivation: valueOf(core.derive(values.labels, values.probabilities)) };
}

/** Whether the derivation is that of an earlier table. */
export const isStale = (state: DerivationState): boolean => state.errors.size > 0 || state.rows.length === 0;
