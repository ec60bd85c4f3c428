/** The reader's small data set: what is typed, what core makes of it, and what has been said of it. */
import type { CellCode, PasteNote } from '../content/schema.js';
import type { CoreModule, DataCode, Derivation, Dropped } from '../../wasm/contract/core.js';
import { valueOf } from '../engine/value.js';
import { dataIn } from './paste.js';

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

/** The table, and what it is taken to be. */
interface Table {
  rows: readonly Row[];
  /** The assumption that is turned off. */
  dropped: Dropped;
}

export interface DerivationState extends Table {
  /** Of the last table without faults. */
  derivation: Derivation;
  /** Of that table: what was turned off, its rows, and the mean entropy of its labels in nats. */
  basis: Readonly<{ dropped: Dropped; rows: number; entropy: number }>;
  faults: Faults;
  /**
   * The faults that the learner is shown. On the way to 0.8 a field holds 0, which is none the
   * learner made: a fault is shown once the typing has come to rest, and goes as soon as it is mended.
   */
  shown: Faults;
  /** What the last change led to, once the typing has come to rest; nothing before the first. */
  announced: Readonly<{ meanLoss: number; rows: number }> | undefined;
  /** What the last action made of a pasted text of so many lines. */
  pasted: Readonly<{ rows: number; of: number; notes: readonly PasteNote[] }> | undefined;
  /** The table before it was last replaced or lost a row. */
  before: Table | undefined;
  /** Rows that were put in to break an assumption, and those to go back to with it. */
  staged: Readonly<{ shown: readonly Row[]; kept: readonly Row[] }> | undefined;
  nextId: number;
}

export const MOST_ROWS = 12;

export type DerivationAction =
  | { type: 'cell-changed'; id: number; column: Column; to: string }
  | { type: 'row-added' }
  | { type: 'row-removed'; id: number }
  | { type: 'reset' }
  /** Cells were pasted into a field of that column. */
  | { type: 'pasted'; table: readonly (readonly string[])[]; column: Column }
  /** The table before comes back, in exchange for this one. */
  | { type: 'restored' }
  | { type: 'dropped'; what: Dropped }
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
  const { labels, probabilities } = read(core, rows, 'nothing');
  return {
    rows,
    dropped: 'nothing',
    derivation: valueOf(core.derive(labels, probabilities, 'nothing')),
    basis: { dropped: 'nothing', rows: rows.length, entropy: 0 },
    faults: new Map(),
    shown: new Map(),
    announced: undefined,
    pasted: undefined,
    before: undefined,
    staged: undefined,
    nextId: rows.length,
  };
}

/** A field beside which only the other one of its row can be at fault. */
const HARMLESS: Readonly<Record<Column, number>> = { label: 1, probability: 0.5 };

/** What one field holds: a number, or why it is none. Core's reader, so that 0,85 and 85% are read as well. */
function readCell(core: CoreModule, column: Column, typed: string, dropped: Dropped): number | CellCode {
  const outcome = core.evaluate(typed);
  if (!outcome.ok) return outcome.code === 'empty' ? 'cell_empty' : 'not_a_number';
  const row = { ...HARMLESS, [column]: outcome.value };
  // By itself, so that every field with a fault is marked and not only the first.
  const alone = core.derive(Float64Array.of(row.label), Float64Array.of(row.probability), dropped);
  if (alone.ok) return outcome.value;
  const code = alone.code as Extract<DataCode, CellCode>;
  return code === 'probability_out_of_range' && outcome.value > 1 ? 'probability_above_one' : code;
}

function read(core: CoreModule, rows: readonly Row[], dropped: Dropped) {
  const faults = new Map<CellKey, CellCode>();
  const labels = new Float64Array(rows.length);
  const probabilities = new Float64Array(rows.length);
  rows.forEach((row, i) => {
    for (const [column, target] of [
      ['label', labels],
      ['probability', probabilities],
    ] as const) {
      const cell = readCell(core, column, row[column], dropped);
      if (typeof cell === 'number') target[i] = cell;
      else faults.set(cellKey(row.id, column), cell);
    }
  });
  return { labels, probabilities, faults };
}

/** The rows with as little changed as makes them break an assumption. */
function breaking(rows: readonly Row[], dropped: Dropped, decimalMark: string, id: number): readonly Row[] {
  const [first, ...rest] = rows;
  if (!first) return rows;
  switch (dropped) {
    case 'nothing':
      return rows;
    case 'binary_labels':
      return [{ ...first, label: `0${decimalMark}8` }, ...rest];
    case 'independence':
      return [...rows.slice(0, MOST_ROWS - 1), { ...first, id }];
    case 'inner_probabilities': {
      // Exactly wrong: sure of a 1 where there is none.
      const sure = rows.find((row) => row.label.trim() === '0');
      if (!sure) return [{ ...first, probability: '0' }, ...rest];
      return rows.map((row) => (row === sure ? { ...row, probability: '1' } : row));
    }
  }
}

const tableOf = ({ rows, dropped }: Table): Table => ({ rows, dropped });

/** Pure: the state after an action. Fields that cannot be used keep the last derivation. */
export function next(
  core: CoreModule,
  decimalMark: string,
  state: DerivationState,
  action: DerivationAction,
): DerivationState {
  if (action.type === 'settled') return settled(state);
  const now = { ...state, pasted: undefined };
  switch (action.type) {
    case 'reset':
      return settled({
        ...initial(core, decimalMark),
        before: tableOf(state),
        nextId: state.nextId + EXAMPLE.length,
      });
    case 'row-added':
      if (state.rows.length >= MOST_ROWS) return state;
      return settled(
        derived(core, {
          ...now,
          rows: [...state.rows, { id: state.nextId, label: '1', probability: `0${decimalMark}5` }],
          nextId: state.nextId + 1,
        }),
      );
    case 'row-removed':
      return settled(
        derived(core, {
          ...now,
          rows: state.rows.filter((row) => row.id !== action.id),
          before: tableOf(state),
        }),
      );
    case 'cell-changed':
      return derived(core, {
        ...now,
        rows: state.rows.map((row) => (row.id === action.id ? { ...row, [action.column]: action.to } : row)),
      });
    case 'pasted': {
      const { rows: lines, notes } = dataIn(core, action.table);
      if (lines.length === 0) return settled({ ...now, pasted: { rows: 0, of: 0, notes } });
      const rows = lines.slice(0, MOST_ROWS).map(([first, second], i) => {
        const old = state.rows[i] ?? { label: '', probability: '' };
        const id = state.nextId + i;
        if (second === undefined) return { ...old, [action.column]: first, id };
        return { id, label: first, probability: second };
      });
      return settled(
        derived(core, {
          ...now,
          rows,
          before: tableOf(state),
          pasted: { rows: rows.length, of: lines.length, notes },
          nextId: state.nextId + rows.length,
        }),
      );
    }
    case 'restored':
      return settled(derived(core, { ...now, ...(state.before ?? {}), before: tableOf(state) }));
    case 'dropped': {
      const kept = state.staged?.shown === state.rows ? state.staged.kept : state.rows;
      const plain = derived(core, { ...now, rows: kept, dropped: action.what, staged: undefined });
      if (action.what === 'nothing' || isStale(plain) || plain.derivation.breach.rows > 0) return settled(plain);
      const shown = breaking(kept, action.what, decimalMark, state.nextId);
      return settled(derived(core, { ...plain, rows: shown, staged: { shown, kept }, nextId: state.nextId + 1 }));
    }
  }
}

/** The table of an earlier visit in place of this one. What is wrong in it is shown, and nothing is said. */
export function resumed(
  core: CoreModule,
  state: DerivationState,
  rows: readonly (readonly [label: string, probability: string])[],
  dropped: Dropped,
): DerivationState {
  const now = derived(core, {
    ...state,
    rows: rows.map(([label, probability], i) => ({ id: state.nextId + i, label, probability })),
    dropped,
    nextId: state.nextId + rows.length,
  });
  return { ...now, shown: now.faults };
}

function derived(core: CoreModule, state: DerivationState): DerivationState {
  const { labels, probabilities, faults } = read(core, state.rows, state.dropped);
  const shown = new Map([...state.shown].filter(([key, code]) => faults.get(key) === code));
  if (faults.size > 0 || state.rows.length === 0) return { ...state, faults, shown };
  return {
    ...state,
    faults,
    shown,
    derivation: valueOf(core.derive(labels, probabilities, state.dropped)),
    basis: {
      dropped: state.dropped,
      rows: labels.length,
      // What a prediction costs that says the label itself; none costs less.
      entropy: valueOf(core.meanLoss(labels, labels)),
    },
  };
}

function settled(state: DerivationState): DerivationState {
  const announced = isStale(state) ? undefined : { meanLoss: state.derivation.steps[2].value, rows: state.rows.length };
  return { ...state, shown: state.faults, announced };
}

/** Whether the derivation is that of an earlier table. */
export const isStale = (state: DerivationState): boolean => state.faults.size > 0 || state.rows.length === 0;

/** Whether the learner is told so. */
export const isShownStale = (state: DerivationState): boolean => state.shown.size > 0 || state.rows.length === 0;
