/** What <bce-logits> says; marks and rules as in web/content/schema.ts, and formulas may hold max(z, 0). */
import type { Prose } from '../../content/schema.js';
import type { WalkText, WalkthroughText } from './walk.js';

/** The numbers that a program computes on its way, in order. */
export type NaiveRow = 'power' | 'probability' | 'complement' | 'lnProbability' | 'lnComplement' | 'loss';

export interface LogitsText extends WalkthroughText {
  walk: WalkText;
  label: Prose;
  logit: Prose;
  /** The box for a logit of any size. */
  typed: string;
  typedFault: string;
  presets: string;
  axes: Record<'logit' | 'loss', Prose>;
  /** The lines of the picture. */
  lines: Record<'loss' | 'double' | 'single', Prose>;
  picture(numbers: { z: string; y: string; loss: string }): string;
  probability: Prose;
  loss: Prose;
  /** The table: what it shows, its columns and rows. */
  table: string;
  step: string;
  columns: Record<'single' | 'double' | 'stable', string>;
  rows: Record<NaiveRow, Prose>;
  nan: string;
  /** Told of what came out, for the label and logit that are set. */
  outcomes: Record<'sound' | 'rounded' | 'zero' | 'infinite' | 'nan', Prose>;
  outcome(double: string, single: string): string;
  /** Where even the stable form has no double left. */
  underflow: Prose;
  rising: Prose;
  falling: Prose;
  difference: Prose;
  large: Prose;
  product: Prose;
  tail: Prose;
  plainPower: Prose;
}
