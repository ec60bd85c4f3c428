/** What crosses for the learner's own predictions; joined in StudyModule (study.d.ts). */
import type { Library, LossCode, Outcome } from '../core.js';

/** What the numbers of a model are: p, 100 p, or z where p = sigmoid(z). */
export type Scale = 'probability' | 'percentage' | 'logit';

/** A row that is no example, by its number, and why. It is left out. */
export type BadRow = Readonly<{ row: number; cause: LossCode }>;

/** What there is to say of rows that were added. Nats; +Infinity where the mathematics says so. */
export type PredictionsReport = Readonly<{
  rows: number;
  sum: number;
  mean: number;
  /** Mean label: the share of ones. */
  baseRate: number;
  /** The mean loss of a model that always says that. */
  baseLoss: number;
  /** At most ten rows, the one that costs most first; `share` is that of the sum, and 1 where both are infinite. */
  costliest: readonly Readonly<{ row: number; label: number; probability: number; loss: number; share: number }>[];
  /** How many losses are from `from` on and below `to`; the last are the infinite ones. `share` is that of the rows. */
  losses: readonly Readonly<{ from: number; to: number; count: number; share: number }>[];
  /** By tenths of [0, 1]: the mean probability, and how often a 1 followed; NaN where there is no row. */
  tenths: readonly Readonly<{ count: number; probability: number; ones: number }>[];
  /** The mean that each reports, which is finite, and how many rows it changes. */
  libraries: Readonly<Record<Library, Readonly<{ mean: number; changed: number }>>>;
}>;

export interface PredictionsModule {
  /**
   * Adds rows to a summary, which is an empty array to begin with, and to be handed back as it was given. `numbers` are
   * what the rows are called in the faults and in the report.
   */
  addPredictions(
    summary: Float64Array,
    scale: Scale,
    labels: Float64Array,
    values: Float64Array,
    numbers: Float64Array,
  ): Outcome<
    Readonly<{ summary: Float64Array; faults: readonly BadRow[] }>,
    'lengths_differ' | 'scale_unknown' | 'summary_unknown'
  >;
  reportPredictions(summary: Float64Array): Outcome<PredictionsReport, 'empty' | 'summary_unknown'>;
}
