/** What a learner looks at: predictions from a file, from what was pasted, or made up, and how far the reading is. */
import type { PredictionsReport } from '../../../wasm/contract/study/predictions.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import type { Layout, Sniffed } from './csv.js';
import type { Progress, Reading } from './reading.js';

export type Origin = Readonly<{ type: 'example' | 'pasted' }> | Readonly<{ type: 'file'; name: string }>;

type Found = Extract<Sniffed, { ok: true }>;

/** Why there is nothing to show. */
export type Unusable = Extract<Sniffed, { ok: false }>['code'] | 'no_rows' | 'cancelled' | 'failed';

export interface PredictionsState {
  origin: Origin;
  /** What was found at the beginning, and what the learner made of it. */
  found: Found | undefined;
  layout: Layout | undefined;
  phase: 'opening' | 'asked' | 'reading' | 'shown' | Unusable;
  progress: Progress;
  /** Bytes in all. */
  size: number;
  reading: Reading | undefined;
  report: PredictionsReport | undefined;
}

const NO_PROGRESS: Progress = { bytes: 0, rows: 0 };

export const opening = (origin: Origin, size: number): PredictionsState => ({
  origin,
  found: undefined,
  layout: undefined,
  phase: 'opening',
  progress: NO_PROGRESS,
  size,
  reading: undefined,
  report: undefined,
});

/** The beginning has been looked at. What is clear need not be asked. */
export function found(state: PredictionsState, sniffed: Sniffed): PredictionsState {
  if (!sniffed.ok) return { ...state, phase: sniffed.code };
  const opened = { ...state, found: sniffed, layout: sniffed.layout };
  return sniffed.unclear.length > 0 ? { ...opened, phase: 'asked' } : begun(opened, sniffed.layout);
}

export const begun = (state: PredictionsState, layout: Layout): PredictionsState => ({
  ...state,
  layout,
  phase: 'reading',
  progress: NO_PROGRESS,
  reading: undefined,
  report: undefined,
});

export const progressed = (state: PredictionsState, progress: Progress): PredictionsState =>
  state.phase === 'reading' ? { ...state, progress } : state;

export function read(
  core: Pick<StudyModule, 'reportPredictions'>,
  state: PredictionsState,
  reading: Reading,
): PredictionsState {
  const report = core.reportPredictions(reading.summary);
  return report.ok
    ? { ...state, phase: 'shown', reading, report: report.value }
    : { ...state, phase: 'no_rows', reading, report: undefined };
}

export const ended = (state: PredictionsState, why: 'cancelled' | 'failed'): PredictionsState => ({
  ...state,
  phase: why,
});

/** Made up for the lesson. One row is as wrong as it is sure, and one is surer than some libraries let it be. */
export const EXAMPLE = `y,p
0,0.03
1,0.807
0,0.072
1,0.962
0,0.15
1,0.403
0,0.654
0,0.074
1,0.918
0,0.182
0,0.323
1,0.903
0,0.022
0,0.047
1,0.621
0,0.823
0,0.115
1,0.917
0,0.008
1,0.986
0,0.128
1,0.897
0,0.000000001
1,0.51
0,0.21
1,0.478
0,0.393
1,0.0002
0,0.283
1,0.955
0,0.536
0,0.052
1,0.751
0,0.094
1,0.943
0,0.061
`;
