/** What the walkthrough of the entropy shows: a label, a prediction and what lies between; and bets on a run of events. */
import type { PointReading, Runs, Tick, View } from '../../../wasm/contract/core.js';
import type { StudyModule } from '../../../wasm/contract/study/study.js';
import type { Scores, Source } from '../../../wasm/contract/study/walks.js';
import { valueOf } from '../../engine/value.js';
import { asks, chooses, MOST_SEED, type Plan } from './walk.js';

/** As in content/en/entropy.ts, where the answers to choose from stand. */
export const RIGHT = { least: 1, certain: 0 } as const;

export const plan = (core: StudyModule): Plan => ({
  place: 'walkthroughs/entropy',
  skill: 'entropy',
  steps: [
    asks(core, 'entropy_of_label'),
    asks(core, 'entropy_cross'),
    asks(core, 'entropy_divergence'),
    chooses(RIGHT.least),
    chooses(RIGHT.certain),
  ],
  task: (seed) => asks(core, 'entropy_task', seed),
});

export interface EntropyState {
  y: number;
  p: number;
}

export const START: EntropyState = { y: 0.4, p: 0.8 };

/** Its pixels are only a measure; the picture is as large as its place. */
export const VIEW: View = { xLow: 0, xHigh: 1, yLow: 0, yHigh: 3, widthPx: 1000, heightPx: 625 };

export interface Amounts {
  at: PointReading;
  /** What either result surprises by: of the label's own probabilities, and of the prediction's. */
  own: readonly [zero: number, one: number];
  believed: readonly [zero: number, one: number];
}

export const amounts = (core: StudyModule, { y, p }: EntropyState): Amounts => ({
  at: valueOf(core.readPoint(y, 'probability', p, 'probability', VIEW)),
  own: [valueOf(core.loss(0, y)), valueOf(core.loss(1, y))],
  believed: [valueOf(core.loss(0, p)), valueOf(core.loss(1, p))],
});

export interface LossPicture {
  y: number;
  loss: Runs;
  /** The least point of the curve. */
  least: PointReading;
  xTicks: readonly Tick[];
  yTicks: readonly Tick[];
}

export const lossPicture = (core: StudyModule, y: number): LossPicture => ({
  y,
  loss: valueOf(core.lossCurve('cross_entropy', y, 'probability', VIEW)),
  least: valueOf(core.readPoint(y, 'probability', y, 'probability', VIEW)),
  xTicks: valueOf(core.ticks('x', VIEW, 6)),
  yTicks: valueOf(core.ticks('y', VIEW, 6)),
});

/** A run of events, and the bets on it so far. */
export interface Game {
  seed: number;
  source: Source;
  bets: readonly number[];
  /** What the next bet would be. */
  bet: number;
}

export const gameOf = (core: StudyModule, seed: number): Game => ({
  seed,
  source: valueOf(core.source(seed)),
  bets: [],
  bet: 0.5,
});

export const nextGame = (core: StudyModule, { seed }: Game): Game => gameOf(core, seed === MOST_SEED ? 0 : seed + 1);

export const isOver = ({ bets, source }: Game): boolean => bets.length === source.outcomes.length;

/** The learner bets on the next event, or on all that are left alike. */
export function placed(game: Game, all = false): Game {
  const left = game.source.outcomes.length - game.bets.length;
  const more = Array.from({ length: all ? left : Math.min(1, left) }, () => game.bet);
  return { ...game, bets: [...game.bets, ...more] };
}

/** What each bet cost, in nats. */
export const costs = (core: StudyModule, { bets, source }: Game): readonly number[] =>
  bets.map((bet, i) => valueOf(core.loss(source.outcomes[i] ?? 0, bet)));

/** What has come of the bets; nothing before the first. */
export const scores = (core: StudyModule, { bets, source }: Game): Scores | undefined =>
  bets.length === 0 ? undefined : valueOf(core.score(source.outcomes.slice(0, bets.length), Float64Array.from(bets)));
