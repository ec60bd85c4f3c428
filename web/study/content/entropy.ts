/** What <bce-entropy> says; marks and rules as in web/content/schema.ts. */
import type { Prose } from '../../content/schema.js';
import type { WalkText, WalkthroughText } from './walk.js';

export interface EntropyText extends WalkthroughText {
  walk: WalkText;
  label: Prose;
  probability: Prose;
  amounts: Record<'entropy' | 'divergence' | 'loss', Prose>;
  axes: Record<'width' | 'surprise' | 'probability' | 'loss', Prose>;
  areas: Record<'entropy' | 'loss', Prose>;
  /** The two results, under their columns. */
  results: Record<'one' | 'zero', string>;
  areaPicture(numbers: { y: string; entropy: string; loss: string | undefined; p: string }): string;
  barPicture(numbers: { entropy: string; divergence: string; loss: string }): string;
  curvePicture(numbers: { y: string; p: string; entropy: string; loss: string }): string;
  floor(entropy: string): string;
  endless: Prose;
  zero: Prose;

  bets: {
    heading: string;
    /** That the source is made up, and where its events come from. */
    source(seed: string): string;
    next(n: string, of: string): string;
    bet: Prose;
    place: string;
    rest: string;
    again: string;
    /** The events so far: for the ear, and the mark of each for the eye. */
    events: string;
    event(n: string, bet: string, outcome: string, cost: string): string;
    last(bet: string, outcome: string, cost: string): string;
    columns: Record<'bettor' | 'bet' | 'logLoss' | 'brier', string>;
    rows: Record<'own' | 'best' | 'half', string>;
    various: string;
    table: string;
    ruined(times: string): string;
    /** Once the run is over. */
    over(rate: string, share: string): string;
    calibration: string;
    bin(low: string, high: string): string;
    bins: Record<'range' | 'count' | 'bet' | 'share', string>;
    calibrationNote: Prose;
  };
}
