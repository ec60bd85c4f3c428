import { unsafeCSS, type PropertyValues } from 'lit';
import { copyLink } from '../../elements/copy-link.js';
import { Followed, follow } from '../../views/follow.js';
import type { TrainingText } from '../content/training.js';
import { studyCore } from '../engine/study-core.js';
import { hashOf, type Settings } from '../state/places.js';
import {
  added,
  changed,
  chose,
  fromSettings,
  isAtRest,
  isOver,
  moved,
  opened,
  paceOf,
  pictureOf,
  pointed,
  rateAt,
  rateFrom,
  removed,
  restarted,
  seedFrom,
  settingsOf,
  SETUP,
  stepped,
  withRate,
  type Setup,
  type TrainingState,
} from '../state/training.js';
import { asks, chooses, type Plan } from '../state/walk.js';
import styles from '../styles/training.css';
import { announcement, labView, type LabHandlers, type LabNotes } from '../views/training.js';
import { WalkElement } from './walk-element.js';

/** What each step is about; the task leaves things as they are. */
const SETUPS: readonly Partial<Setup>[] = [
  {},
  {},
  { start: 'wrong', shown: 'both', rate: 1 },
  { rate: 100 },
  { herd: 'apart', rate: 2 },
];

/** So many steps are taken at once where nothing may move by itself. */
const AT_ONCE = 200;
/** How near to an animal a press takes hold of it, in pixels of the screen. */
const REACH = 28;
/** Until who moves a slider has stopped. */
const REST = 600;

const QUIET: LabNotes = { running: false, seedFault: false, rateFault: false, link: undefined, announced: '' };

/**
 * @summary Logistic regression by gradient descent, step by step, on made-up cats and dogs that can be moved.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceTraining extends WalkElement<{ training: TrainingText }> {
  static override styles = [...WalkElement.styles, unsafeCSS(styles)];

  #lab: Followed<Readonly<{ state: TrainingState; notes: LabNotes }>> | undefined;
  #frame = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #held: Readonly<{ pointer: number; index: number }> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#pauseUnseen);
  }

  override disconnectedCallback(): void {
    document.removeEventListener('visibilitychange', this.#pauseUnseen);
    this.#stop();
    clearTimeout(this.#rest);
    super.disconnectedCallback();
  }

  protected override makePlan(): Plan {
    const core = studyCore();
    return {
      place: 'walkthroughs/training',
      skill: 'gradient_step',
      steps: [asks(core, 'training_start'), chooses(2), asks(core, 'training_stall'), chooses(0), chooses(0)],
      task: (seed) => asks(core, 'training_task', seed),
    };
  }

  protected override get words() {
    return this.text.training;
  }

  protected override scene(step: number): unknown {
    // Once, where the learner is.
    if (step !== this.state.at) return undefined;
    return follow(this.#shown, ({ state, notes }) => labView(this.setting, state, notes, this.#handlers));
  }

  get #shown(): Followed<Readonly<{ state: TrainingState; notes: LabNotes }>> {
    return (this.#lab ??= new Followed({ state: opened(studyCore(), SETUP), notes: QUIET }));
  }

  protected override willUpdate(changes: PropertyValues): void {
    super.willUpdate(changes);
    if (!changes.has('settings') || !this.settings) return;
    this.#stop();
    this.#show({ state: fromSettings(studyCore(), this.settings), notes: QUIET });
  }

  protected override get sceneSettings(): Settings {
    return settingsOf(this.#training);
  }

  get #training(): TrainingState {
    return this.#shown.value.state;
  }

  #show(to: Readonly<{ state?: TrainingState; notes?: Partial<LabNotes> }>): void {
    const { state, notes } = this.#shown.value;
    this.#shown.value = { state: to.state ?? state, notes: { ...notes, ...to.notes } };
    this.#shown.show();
  }

  /** A new state that the learner asked for; it is said once they have stopped, and the address leads to it. */
  #move(state: TrainingState): void {
    this.#show({ state, notes: { link: undefined, announced: '' } });
    clearTimeout(this.#rest);
    this.#rest = setTimeout(() => this.#settle(), REST);
  }

  #settle(): void {
    this.#show({ notes: { announced: announcement(this.setting, this.#training) } });
    this.keepAddress(this.address);
  }

  #stop(): void {
    cancelAnimationFrame(this.#frame);
    this.#frame = 0;
    if (this.#lab?.value.notes.running) this.#show({ notes: { running: false } });
  }

  #pause(): void {
    this.#stop();
    this.#settle();
  }

  readonly #pauseUnseen = (): void => {
    if (document.hidden && this.#frame) this.#pause();
  };

  readonly #tick = (): void => {
    // Another place is shown.
    if (!this.isConnected || this.getClientRects().length === 0) return this.#stop();
    const state = stepped(studyCore(), this.#training, paceOf(this.#training));
    this.#show({ state });
    if (isAtRest(state)) return this.#pause();
    this.#frame = requestAnimationFrame(this.#tick);
  };

  #run(): void {
    if (this.#frame) return this.#pause();
    if (isOver(this.#training)) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches)
      return this.#move(stepped(studyCore(), this.#training, AT_ONCE));
    clearTimeout(this.#rest);
    this.#show({ notes: { running: true, announced: '', link: undefined } });
    this.#frame = requestAnimationFrame(this.#tick);
  }

  /** Where a pointer is in the picture, in shares of it; and how large that is. */
  #place(event: Readonly<{ clientX: number; clientY: number }>, plot: Element) {
    const { left, top, width, height } = plot.getBoundingClientRect();
    return { x: (event.clientX - left) / width, y: (event.clientY - top) / height, width, height };
  }

  /** The animal that is nearest to a pointer, if it is within reach. */
  #near(event: Readonly<{ clientX: number; clientY: number }>, plot: Element): number | undefined {
    const at = this.#place(event, plot);
    const { places, view } = pictureOf(studyCore(), this.#training);
    let found: number | undefined;
    let least = REACH;
    for (let i = 0; 2 * i < places.length; i++) {
      const dx = ((places[2 * i] ?? 0) / view.widthPx - at.x) * at.width;
      const dy = ((places[2 * i + 1] ?? 0) / view.heightPx - at.y) * at.height;
      const distance = Math.hypot(dx, dy);
      if (distance >= least) continue;
      least = distance;
      found = i;
    }
    return found;
  }

  readonly #handlers: LabHandlers = this.safely({
    setUp: () => {
      this.#stop();
      const { seed } = this.#training.setup;
      this.#move(opened(studyCore(), { ...SETUP, seed, ...SETUPS[this.state.at] }));
    },
    change: (change: Partial<Setup>) => {
      this.#stop();
      this.#move(changed(studyCore(), this.#training, change));
    },
    seed: (event: SubmitEvent) => {
      event.preventDefault();
      const seed = seedFrom(this.renderRoot.querySelector<HTMLInputElement>('#seed')?.value ?? '');
      this.#show({ notes: { seedFault: seed === undefined } });
      if (seed === undefined) return this.focusOn('#seed');
      this.#stop();
      // The animals of the seed, even where they were moved.
      this.#move(opened(studyCore(), { ...this.#training.setup, seed }));
    },
    step: (count: number) => {
      this.#stop();
      this.#move(stepped(studyCore(), this.#training, count));
    },
    run: () => this.#run(),
    restart: () => {
      this.#stop();
      this.#move(restarted(studyCore(), this.#training));
    },
    slideRate: (event: Event) => {
      this.#show({ notes: { rateFault: false } });
      this.#rate(rateAt(Number((event.target as HTMLInputElement).value)));
    },
    typeRate: (event: SubmitEvent) => {
      event.preventDefault();
      const rate = rateFrom(studyCore(), this.renderRoot.querySelector<HTMLInputElement>('#rate-field')?.value ?? '');
      this.#show({ notes: { rateFault: rate === undefined } });
      if (rate !== undefined) this.#rate(rate);
    },
    press: (event: PointerEvent) => {
      if (event.button !== 0 || this.#held) return;
      const plot = event.currentTarget as HTMLElement;
      const index = this.#near(event, plot);
      if (index === undefined) return;
      plot.setPointerCapture(event.pointerId);
      this.#held = { pointer: event.pointerId, index };
      this.#move(chose(this.#training, index));
      // What the pointer holds the keys move, too.
      this.renderRoot.querySelector<HTMLElement>('#kilograms')?.focus({ preventScroll: true });
      event.preventDefault();
    },
    // A finger on an animal moves it; anywhere else it scrolls the page.
    touch: (event: TouchEvent) => {
      const [finger] = event.touches;
      if (finger && this.#near(finger, event.currentTarget as HTMLElement) !== undefined) event.preventDefault();
    },
    drag: (event: PointerEvent) => {
      if (event.pointerId !== this.#held?.pointer) return;
      const { x, y } = this.#place(event, event.currentTarget as HTMLElement);
      this.#move(moved(studyCore(), this.#training, this.#held.index, pointed(this.#training, x, y)));
    },
    release: (event: PointerEvent) => {
      if (event.pointerId === this.#held?.pointer) this.#held = undefined;
    },
    choose: (event: Event) => this.#move(chose(this.#training, Number((event.target as HTMLSelectElement).value))),
    slide: (name: 'kilograms' | 'centimetres', event: Event) => {
      const to = { [name]: Number((event.target as HTMLInputElement).value) };
      this.#move(moved(studyCore(), this.#training, this.#training.chosen, to));
    },
    kind: (dog: boolean) => this.#move(moved(studyCore(), this.#training, this.#training.chosen, { dog })),
    add: () => this.#move(added(studyCore(), this.#training)),
    remove: () => this.#move(removed(studyCore(), this.#training, this.#training.chosen)),
    copy: () => void this.#copy(),
  });

  #rate(rate: number): void {
    this.#move(withRate(this.#training, rate));
  }

  async #copy(): Promise<void> {
    const copied = await copyLink(hashOf('walkthroughs/training', this.address).slice(1));
    this.#show({ notes: { link: copied ? 'linked' : 'linkFailed' } });
  }
}
