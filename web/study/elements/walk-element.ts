/** What every walkthrough does: it goes from step to step, has answers judged, and tells what was done. */
import { nothing, unsafeCSS, type PropertyDeclaration, type PropertyValues, type TemplateResult } from 'lit';
import { keypadHandlers } from '../../elements/keypad.js';
import type { WalkText, WalkthroughText } from '../content/walk.js';
import { DidEvent } from '../state/did.js';
import type { Settings } from '../state/places.js';
import {
  answered,
  begun,
  chosen,
  edited,
  gone,
  heard,
  isSettled,
  isTask,
  renewed,
  revealed,
  seedIn,
  seeded,
  stepIn,
  type Plan,
  type WalkState,
} from '../state/walk.js';
import { walkView, type WalkHandlers } from '../views/walk.js';
import { StudyElement } from './study-element.js';
import styles from '../styles/walk.css';

/**
 * A subclass gives its plan and its words, and draws what there is to move at a step. The address names the step, as
 * `?step=3`, and the seed of the task. A step that was settled and an answer to the task are told (DidEvent).
 */
export abstract class WalkElement<Words extends object = object> extends StudyElement<Words> {
  static override styles = [...StudyElement.styles, unsafeCSS(styles)];

  static override properties: Record<string, PropertyDeclaration> = { walk: { state: true } };

  declare private walk: WalkState | undefined;

  constructor() {
    super();
    this.walk = undefined;
  }

  /** Asked once: the questions, which the core has to be there for. */
  protected abstract makePlan(): Plan;
  protected abstract get words(): Readonly<{ walk: WalkText; own: WalkthroughText }>;
  /** What there is to move and to look at; steps count from 0, the task is the last. */
  protected scene(_step: number): unknown {
    return nothing;
  }

  #plan: Plan | undefined;
  protected get plan(): Plan {
    return (this.#plan ??= this.makePlan());
  }

  protected get state(): WalkState {
    return (this.walk ??= begun(this.plan, 0));
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#follow();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('settings') && this.hasUpdated) this.#follow();
  }

  /** To what the address names; without a seed the task has the one it has, or chance gives it one. */
  #follow(): void {
    const settings = this.settings ?? {};
    const seed = seedIn(settings) ?? (this.#followed ? this.state.seed : crypto.getRandomValues(new Uint32Array(1))[0]);
    this.#followed = true;
    if (seed !== undefined && seed !== this.state.seed) this.walk = seeded(this.plan, this.state, seed);
    const step = stepIn(settings, this.plan);
    if (step === undefined) return;
    this.walk = gone(this.plan, this.state, step);
    void this.ready.then(() => this.#arrive());
  }

  #followed = false;

  /** What there is to move may have settings of its own. */
  protected get sceneSettings(): Settings {
    return {};
  }

  /** The settings of the address that leads here. */
  protected get address(): Settings {
    const { at, seed } = this.state;
    return { step: String(at + 1), ...(isTask(this.plan, at) && { seed: String(seed) }), ...this.sceneSettings };
  }

  override render(): TemplateResult {
    return walkView({
      setting: this.setting,
      plan: this.plan,
      state: this.state,
      words: this.words.walk,
      own: this.words.own,
      scene: (step) => this.scene(step),
      handlers: this.#handlers,
    });
  }

  #go(to: number): void {
    this.walk = gone(this.plan, this.state, to);
    this.keepAddress(this.address);
    this.#arrive();
  }

  #arrive(): void {
    if (this.field) this.field.value = '';
    void this.updateComplete.then(() => this.focusOn(`#step-${this.state.at + 1}`));
  }

  /** A new state, said aloud; and what was done, told. */
  #say(to: WalkState): void {
    const before = this.state;
    this.walk = to;
    this.say(() => {
      this.walk = heard(this.state);
    });
    this.#tell(before, to);
    // The form is gone, and with it the focus.
    if (isSettled(to) && !isSettled(before))
      void this.updateComplete.then(() => this.focusOn('.question.present .buttons button'));
  }

  #tell(before: WalkState, now: WalkState): void {
    const { place, steps, skill } = this.plan;
    const settled = isSettled(now) && !isSettled(before);
    if (!isTask(this.plan, now.at)) {
      if (settled) this.dispatchEvent(new DidEvent({ type: 'step', place, step: now.at + 1, of: steps.length }));
      return;
    }
    const { said } = now;
    const turn = said.type === 'judged' && said.judgement.verdict === 'wrong_turn' ? said.judgement.turn : undefined;
    if (settled || now.misses > before.misses) {
      const helped = now.ways[now.at] === 'shown';
      const right = settled && !helped;
      this.dispatchEvent(new DidEvent({ type: 'task', place, right, helped, skill, ...(turn && { turn }) }));
    }
  }

  readonly #handlers: WalkHandlers = this.safely({
    ...keypadHandlers(() => this.renderRoot as ShadowRoot),
    check: (event: SubmitEvent) => {
      event.preventDefault();
      if (this.field) this.#say(answered(this.plan, this.state, this.field.value, this.mark));
    },
    choose: (event: SubmitEvent) => {
      event.preventDefault();
      const choice = this.renderRoot.querySelector<HTMLInputElement>('.options input:checked')?.value;
      this.#say(chosen(this.plan, this.state, choice === undefined ? undefined : Number(choice)));
    },
    input: () => {
      this.walk = edited(this.state);
    },
    show: () => this.#say(revealed(this.state)),
    go: (to: number) => this.#go(to),
    another: () => {
      this.walk = renewed(this.plan, this.state);
      this.keepAddress(this.address);
      this.#arrive();
    },
  });
}
