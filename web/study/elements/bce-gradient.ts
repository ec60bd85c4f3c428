import type { DifferenceKind } from '../../../wasm/contract/study/walks.js';
import type { GradientText } from '../content/gradient.js';
import { studyCore } from '../engine/study-core.js';
import {
  check,
  errors,
  plan,
  slopes,
  START,
  stepFrom,
  type Errors,
  type GradientState,
  type Slopes,
} from '../state/gradient.js';
import type { Plan } from '../state/walk.js';
import { gradientScene, type GradientHandlers } from '../views/gradient.js';
import { WalkElement } from './walk-element.js';

/**
 * @summary Walkthrough: the slope of the loss over the logit, by the chain rule and by finite differences.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceGradient extends WalkElement<{ gradient: GradientText }> {
  static override properties = { point: { state: true }, typed: { state: true } };

  declare private point: GradientState;
  /** What was typed as a step and is none. */
  declare private typed: string | undefined;

  #slopes: Slopes | undefined;
  #errors: Errors | undefined;

  constructor() {
    super();
    this.point = START;
    this.typed = undefined;
  }

  protected override makePlan(): Plan {
    return plan(studyCore());
  }

  protected override get words() {
    const { gradient } = this.text;
    return { walk: gradient.walk, own: gradient };
  }

  protected override scene(step: number): unknown {
    const core = studyCore();
    const { y, z } = this.point;
    if (this.#slopes?.y !== y) this.#slopes = slopes(core, y);
    if (this.#errors?.y !== y || this.#errors.z !== z) this.#errors = errors(core, this.point);
    return gradientScene(
      {
        setting: this.setting,
        state: this.point,
        now: check(core, this.point),
        slopes: this.#slopes,
        errors: this.#errors,
        typed: this.typed,
        handlers: this.#handlers,
      },
      step,
    );
  }

  #set(state: Partial<GradientState>): void {
    this.point = { ...this.point, ...state };
    this.typed = undefined;
  }

  readonly #handlers: GradientHandlers = this.safely({
    label: (y: number) => this.#set({ y }),
    logit: (z: number) => this.#set({ z }),
    kind: (kind: DifferenceKind) => this.#set({ kind }),
    step: (step: number) => this.#set({ step }),
    type: (text: string) => {
      const step = stepFrom(studyCore(), text);
      if (step === undefined) this.typed = text;
      else this.#set({ step });
    },
  });
}
