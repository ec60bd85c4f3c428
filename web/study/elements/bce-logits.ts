import type { LogitsText } from '../content/logits.js';
import { studyCore } from '../engine/study-core.js';
import {
  bench,
  logitFrom,
  lossPicture,
  placeOf,
  plan,
  START,
  type LogitsState,
  type LossPicture,
} from '../state/logits.js';
import type { Plan } from '../state/walk.js';
import { logitsScene, type LogitsHandlers } from '../views/logits.js';
import { WalkElement } from './walk-element.js';

/**
 * @summary Walkthrough: the loss from a logit, and why the textbook's way to it fails in a computer.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceLogits extends WalkElement<{ logits: LogitsText }> {
  static override properties = { bench: { state: true }, typed: { state: true } };

  declare private bench: LogitsState;
  /** What was typed as a logit and is none. */
  declare private typed: string | undefined;

  #picture: LossPicture | undefined;

  constructor() {
    super();
    this.bench = START;
    this.typed = undefined;
  }

  protected override makePlan(): Plan {
    return plan(studyCore());
  }

  protected override get words() {
    const { logits } = this.text;
    return { walk: logits.walk, own: logits };
  }

  get #drawn(): LossPicture {
    const { y } = this.bench;
    if (this.#picture?.y !== y) this.#picture = lossPicture(studyCore(), y);
    return this.#picture;
  }

  protected override scene(step: number): unknown {
    const core = studyCore();
    return logitsScene(
      {
        setting: this.setting,
        state: this.bench,
        now: bench(core, this.bench),
        picture: this.#drawn,
        place: placeOf(core, this.bench),
        typed: this.typed,
        handlers: this.#handlers,
      },
      step,
    );
  }

  #set(state: Partial<LogitsState>): void {
    this.bench = { ...this.bench, ...state };
    this.typed = undefined;
  }

  readonly #handlers: LogitsHandlers = this.safely({
    label: (y: number) => this.#set({ y }),
    logit: (z: number) => this.#set({ z }),
    type: (text: string) => {
      const z = logitFrom(studyCore(), text);
      if (z === undefined) this.typed = text;
      else this.#set({ z });
    },
  });
}
