import type { EntropyText } from '../content/entropy.js';
import { studyCore } from '../engine/study-core.js';
import {
  amounts,
  costs,
  gameOf,
  isOver,
  lossPicture,
  nextGame,
  placed,
  plan,
  scores,
  START,
  type EntropyState,
  type Game,
  type LossPicture,
} from '../state/entropy.js';
import type { Plan } from '../state/walk.js';
import { entropyScene, type EntropyHandlers } from '../views/entropy.js';
import { WalkElement } from './walk-element.js';

/** Enough runs for anybody, by a number that can be read out. */
const SEEDS = 10_000;

/**
 * @summary Walkthrough: entropy, cross-entropy and divergence, and bets that show why a proper score is honest.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceEntropy extends WalkElement<{ entropy: EntropyText }> {
  static override properties = { point: { state: true }, game: { state: true } };

  declare private point: EntropyState;
  declare private game: Game | undefined;

  #picture: LossPicture | undefined;

  constructor() {
    super();
    this.point = START;
    this.game = undefined;
  }

  protected override makePlan(): Plan {
    return plan(studyCore());
  }

  protected override get words() {
    const { entropy } = this.text;
    return { walk: entropy.walk, own: entropy };
  }

  /** The run that is bet on; which one, chance says. */
  get #game(): Game {
    return (this.game ??= gameOf(studyCore(), (crypto.getRandomValues(new Uint32Array(1))[0] ?? 0) % SEEDS));
  }

  protected override scene(step: number): unknown {
    const core = studyCore();
    const game = this.#game;
    if (this.#picture?.y !== this.point.y) this.#picture = lossPicture(core, this.point.y);
    return entropyScene(
      {
        setting: this.setting,
        state: this.point,
        now: amounts(core, this.point),
        picture: this.#picture,
        game,
        scores: scores(core, game),
        costs: costs(core, game),
        handlers: this.#handlers,
      },
      step,
    );
  }

  #play(game: Game): void {
    this.game = game;
    // The button is gone, and with it the focus.
    if (isOver(game)) void this.updateComplete.then(() => this.focusOn('#again'));
  }

  readonly #handlers: EntropyHandlers = this.safely({
    label: (y: number) => {
      this.point = { ...this.point, y };
    },
    prediction: (p: number) => {
      this.point = { ...this.point, p };
    },
    bet: (bet: number) => {
      this.game = { ...this.#game, bet };
    },
    place: () => this.#play(placed(this.#game)),
    rest: () => this.#play(placed(this.#game, true)),
    again: () => {
      this.game = nextGame(studyCore(), this.#game);
      void this.updateComplete.then(() => this.focusOn('#bet'));
    },
  });
}
