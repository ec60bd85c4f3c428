/** What <bce-gradient> says; marks and rules as in web/content/schema.ts. */
import type { DifferenceCause, DifferenceKind } from '../../../wasm/contract/study/walks.js';
import type { Prose } from '../../content/schema.js';
import type { WalkText, WalkthroughText } from './walk.js';

export interface GradientText extends WalkthroughText {
  walk: WalkText;
  label: Prose;
  logit: Prose;
  kind: string;
  kinds: Record<DifferenceKind, string>;
  /** log10 of the step is what the slider moves. */
  step: Prose;
  typed: string;
  typedFault: string;
  probability: Prose;
  slopes: Record<'inP' | 'ofP' | 'inZ' | 'squared', Prose>;
  axes: Record<'logit' | 'slope' | 'step' | 'error', Prose>;
  lines: Record<'cross' | 'squared' | DifferenceKind, Prose>;
  slopePicture(numbers: { z: string; y: string; slope: string; squared: string }): string;
  errorPicture(numbers: { step: string; kind: string; error: string }): string;
  table: string;
  rows: Record<'quotient' | 'slope' | 'error' | 'change', Prose> & Record<'ahead' | DifferenceKind, Prose>;
  /** Said of the step that is set. */
  states: Record<DifferenceCause, Prose>;
}
