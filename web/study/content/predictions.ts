/** What <bce-predictions> says; marks and rules as in web/content/schema.ts. */
import type { Library } from '../../../wasm/contract/core.js';
import type { Scale } from '../../../wasm/contract/study/predictions.js';
import type { WalkText, WalkthroughText } from './walk.js';

/** Where the predictions come from, why they cannot be used, what is wrong with a row: as state/ has the codes. */
export type OriginName = 'example' | 'pasted';
export type UnusableName = 'nothing_there' | 'one_column' | 'no_numbers' | 'no_rows' | 'cancelled' | 'failed';
export type RowFaultName =
  | 'row_too_long'
  | 'quote_open'
  | 'cell_missing'
  | 'label_not_a_number'
  | 'value_not_a_number'
  | 'label_not_finite'
  | 'label_out_of_range'
  | 'probability_not_finite'
  | 'probability_out_of_range'
  | 'logit_not_finite';

export interface TableText {
  open: string;
  intro: string;
  private: string;
  pasteField: string;
  pasteHint: string;
  paste: string;
  file: string;
  example: string;
  origins: Record<OriginName, string>;
  opening: string;
  /** How the file was understood. */
  layout: string;
  asked: Record<'columns' | 'scale', string>;
  understood(what: { label: string; value: string; scale: string }): string;
  labelColumn: string;
  valueColumn: string;
  column(n: string, example: string): string;
  scale: string;
  scales: Record<Scale, string>;
  header: string;
  decimalComma: string;
  read: string;
  reading(rows: string, share: string): string;
  progress: string;
  cancel: string;
  unusable: Record<UnusableName, string>;
  /** After everything was read. */
  done(numbers: { rows: string; mean: string }): string;
  skipped(bad: string): string;
  blank(count: string): string;
  /** At the head of the list of faults. */
  firstFaults(listed: string, bad: string): string;
  fault(row: string, what: string): string;
  faults: Record<RowFaultName, (cell: string) => string>;
  outside: string;
  readAs: Record<'percentage' | 'logit', string>;

  readings: Record<'rows' | 'mean' | 'sum' | 'base', string>;
  nats: string;
  baseNote(share: string): string;
  better: string;
  worse: string;
  same: string;

  costliest: string;
  columns: Record<'row' | 'label' | 'probability' | 'loss' | 'share', string>;
  dominates(numbers: { rows: string; share: string }): string;
  infiniteRows: string;
  histogram: string;
  range: string;
  rangeBelow(to: string): string;
  rangeBetween(from: string, to: string): string;
  rangeFrom(from: string): string;
  infinite: string;
  count: string;

  calibration: string;
  calibrationPicture: string;
  said: string;
  happened: string;
  tenth(from: string, to: string): string;
  perfect: string;

  libraries: string;
  library: string;
  names: Record<Library | 'true', string>;
  reported: string;
  changed: string;
  taskRows: string;
}

export interface PredictionsText {
  walk: WalkText;
  own: WalkthroughText;
  table: TableText;
}
