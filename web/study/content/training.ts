/** What <bce-training> says; marks and rules as in web/content/schema.ts. */
import type { Course, Herd, Start, TrainingLoss } from '../../../wasm/contract/study/training.js';
import type { Prose } from '../../content/schema.js';
import type { WalkText, WalkthroughText } from './walk.js';

/** Numbers and names, formatted for the locale. */
export interface RunWords {
  loss: string;
  meanLoss: string;
  wrong: string;
  of: string;
  course: string;
}

export interface LabText {
  /** Names the figure, and the picture in it. */
  figure: string;
  setUp: string;
  settings: string;
  features: string;
  featureCounts: Record<'one' | 'two', string>;
  herd: string;
  herds: Record<Herd, string>;
  minimise: string;
  losses: Record<TrainingLoss, string>;
  both: string;
  start: string;
  starts: Record<Start, string>;
  seed: string;
  seedFault: string;
  useSeed: string;
  axes: Record<'kilograms' | 'centimetres' | 'probability' | 'step', string>;
  kinds: Record<'cat' | 'dog', string>;
  undecided: string;
  curve: string;
  step: string;
  tenSteps: string;
  run: string;
  pause: string;
  restart: string;
  rate: string;
  rateField: string;
  rateFault: string;
  safe(rate: string): string;
  steps(count: string): string;
  most(count: string): string;
  readings: Record<'meanLoss' | 'slope' | 'wrong' | 'bias' | 'first' | 'second', string>;
  ofAll(wrong: string, all: string): string;
  courses: Record<Course | 'started', Prose>;
  history(loss: string): string;
  each(loss: string): string;
  dearest(numbers: { name: string; loss: string; share: string }): string;
  free: string;
  animal(kind: string, n: string): string;
  /** An animal to choose; the ears only where they are a feature. */
  option(name: string, kilograms: string, centimetres: string | undefined): string;
  chosen: string;
  choose: string;
  weight: string;
  ears: string;
  kind: string;
  add: string;
  remove: string;
  /** How points are moved. */
  howTo: string;
  table: string;
  columns: Record<'animal' | 'kilograms' | 'centimetres' | 'label', string>;
  probability(loss: string): string;
  cost(loss: string): string;
  historyTable: string;
  madeUp: string;
  link: string;
  linked: string;
  linkFailed: string;
  announced(steps: string, runs: readonly RunWords[]): string;
}

export interface TrainingText {
  walk: WalkText;
  own: WalkthroughText;
  lab: LabText;
}
