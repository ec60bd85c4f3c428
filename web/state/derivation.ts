/** The reader's small data set: what is typed, what core makes of it, and what has been said of it. */
import type { CellCode } from '../content/schema.js';
import type { CoreModule, DataCode, Derivation } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';

export type Column = 'label' | 'probability';

/** One example as it stands in the fields. */
export interface Row {
  id: number;
  label: string;
  probability: string;
}

/** A field, by the id of its row and by its column. */
export type CellKey = `${number}-${Column}`;

export const cellKey = (id: number, column: Column): CellKey => `${id}-${column}`;

type Faults = ReadonlyMap<CellKey, CellCode>;

export interface DerivationState {
  rows: readonly Row[];
  /** Of the last table without faults. */
  derivation: Derivation;
  faults: Faults;
  /**
   * The faults that the learner is shown. On the way to 0.8 a field holds 0, which is none the
   * learner made: a fault is shown once the typing has come to rest, and goes as soon as it is mended.
   */
  shown: Faults;
  /** What the last change led to, once the typing has come to rest; nothing before the first. */
  announced: Readonly<{ meanLoss: number; rows: number }> | undefined;
  nextId: number;
}

export const MOST_ROWS = 12;

export type DerivationAction =
  | { type: 'cell-changed'; id: number; column: Column; to: string }
  | { type: 'row-added' }
  | { type: 'row-removed'; id: number }
  | { type: 'reset' }
  /** The learner has paused or left the field. */
  | { type: 'settled' };

const EXAMPLE: readonly Omit<Row, 'id'>[] = [
  { label: '1', probability: '0.9' },
  { label: '0', probability: '0.2' },
  { label: '1', probability: '0.6' },
  { label: '0', probability: '0.3' },
];

/** The example data set, written with the locale's decimal mark. */
export function initial(core: CoreModule, decimalMark: string): DerivationState {
  const rows = EXAMPLE.map((row, id) => ({ ...row, probability: row.probability.replace('.', decimalMark), id }));
  const { labels, probabilities } = read(core, rows);
  return {
    rows,
    derivation: valueOf(core.derive(labels, probabilities)),
    faults: new Map(),
    shown: new Map(),
    announced: undefined,
    nextId: rows.length,
  };
}

/** A field beside which only the other one of its row can be at fault. */
const HARMLESS: Readonly<Record<Column, number>> = { label: 1, probability: 0.5 };

/** What one field holds: a number, or why it is none. Core's reader, so that 0,85 and 85% are read as well. */
function readCell(core: CoreModule, column: Column, typed: string): number | CellCode {
  const outcome = core.evaluate(typed);
  if (!outcome.ok) return outcome.code === 'empty' ? 'cell_empty' : 'not_a_number';
  const row = { ...HARMLESS, [column]: outcome.value };
  // By itself, so that every field with a fault is marked and not only the first.
  const alone = core.derive(Float64Array.of(row.label), Float64Array.of(row.probability));
  if (alone.ok) return outcome.value;
  const code = alone.code as Extract<DataCode, CellCode>;
  return code === 'probability_out_of_range' && outcome.value > 1 ? 'probability_above_one' : code;
}

function read(core: CoreModule, rows: readonly Row[]) {
  const faults = new Map<CellKey, CellCode>();
  const labels = new Float64Array(rows.length);
  const probabilities = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    for (const [column, target] of [
      ['label', labels],
      ['probability', probabilities],
    ] as const) {
      const cell = readCell(core, column, row[column]);
      if (typeof cell === 'number') target[i] = cell;
      else faults.set(cellKey(row.id, column), cell);
    }
  });
  return { labels, probabilities, faults };
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
      return settled({ ...initial(core, decimalMark), nextId: state.nextId + EXAMPLE.length });
    case 'row-added':
      if (state.rows.length >= MOST_ROWS) return state;
      return settled(
        derived(core, {
          ...state,
          rows: [...state.rows, { id: state.nextId, label: '1', probability: `0${decimalMark}5` }],
          nextId: state.nextId + 1,
        }),
      );
    case 'row-removed':
      return settled(derived(core, { ...state, rows: state.rows.filter((row) => row.id !== action.id) }));
    case 'cell-changed':
      return derived(core, {
        ...state,
        rows: state.rows.map((row) => (row.id === action.id ? { ...row, [action.column]: action.to } : row)),
      });
    case 'settled':
      return settled(state);
  }
}

function derived(core: CoreModule, state: DerivationState): DerivationState {
  const { labels, probabilities, faults } = read(core, state.rows);
  const shown = new Map([...state.shown].filter(([key, code]) => faults.get(key) === code));
  if (faults.size > 0 || state.rows.length === 0) return { ...state, faults, shown };
  return { ...state, faults, shown, derivation: valueOf(core.derive(labels, probabilities)) };
}

function settled(state: DerivationState): DerivationState {
  const announced = isStale(state) ? undefined : { meanLoss: state.derivation.steps[2].value, rows: state.rows.length };
  return { ...state, shown: state.faults, announced };
}

/** Whether the derivation is that of an earlier table. */
export const isStale = (state: DerivationState): boolean => state.faults.size > 0 || state.rows.length === 0;

/** Whether the learner is told so. */
export const isShownStale = (state: DerivationState): boolean => state.shown.size > 0 || state.rows.length === 0;
