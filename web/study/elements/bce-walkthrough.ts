import { unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { SolveText } from '../content/solve.js';
import { studyCore } from '../engine/study-core.js';
import {
  again,
  announced,
  back,
  checked,
  edited,
  FIELDS,
  fieldsFrom,
  heard,
  isDone,
  isStarted,
  reached,
  settingsOf,
  shown,
  started,
  type FieldFaults,
  type Fields,
  type WalkthroughState,
} from '../state/walkthrough.js';
import { hashOf } from '../state/places.js';
import { solveGraph, type SolveGraph } from '../state/solve-graph.js';
import styles from '../styles/solve.css';
import { walkthroughView, type WalkthroughHandlers } from '../views/walkthrough.js';
import { keypadHandlers } from '../../elements/keypad.js';
import { StudyElement } from './study-element.js';

/**
 * @summary The loss of one example, solved line by line by the learner.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceWalkthrough extends StudyElement<{ solve: SolveText }> {
  static override styles = [...StudyElement.styles, unsafeCSS(styles)];

  static override properties = {
    fields: { state: true },
    faults: { state: true },
    way: { state: true },
    origin: { state: true },
  };

  declare private fields: Fields;
  declare private faults: FieldFaults;
  declare private way: WalkthroughState | undefined;
  /** Leads back to where the example came from. */
  declare private origin: (() => void) | undefined;

  constructor() {
    super();
    this.fields = FIELDS;
    this.faults = {};
    this.way = undefined;
    this.origin = undefined;
  }

  /** The first rendering repeats the prerendered one; then comes what the address says. */
  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#follow();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has('settings') && this.hasUpdated) this.#follow();
  }

  /** Starts on the numbers of the address; those of an exercise are said, and the next line is waited for. */
  #follow(): void {
    const { settings } = this;
    const fields = settings && fieldsFrom(settings);
    if (!settings || !fields) {
      // Gone to without numbers: those that stand here are the address from now on.
      if (this.hasUpdated && this.way && this.fields !== FIELDS) this.#keepAddress();
      return;
    }
    const first = started(studyCore(), fields);
    const fromExercise = settings['from'] === 'exercises';
    this.origin = fromExercise ? this.#toExercise : undefined;
    const { label, given, at } = this.#state;
    if (isStarted(first) && !fromExercise && first.label === label && first.given === given && first.at === at) return;
    this.fields = fields;
    this.faults = isStarted(first) ? {} : first;
    if (!isStarted(first)) return;
    this.way = fromExercise ? announced(first) : first;
    if (this.field) this.field.value = '';
    if (!fromExercise) return;
    void this.ready.then(() => this.updateComplete).then(() => this.focusOn('#answer'));
    this.say(() => {
      this.way = heard(this.#state);
    });
  }

  /** The exercise is where the learner left it. */
  readonly #toExercise = (): void => {
    location.hash = hashOf('exercises');
  };

  #keepAddress(): void {
    this.keepAddress(settingsOf(this.#state));
  }

  override render(): TemplateResult {
    return walkthroughView(this.setting, this.#state, this.fields, this.faults, this.#drawn, {
      ...this.#handlers,
      toOrigin: this.origin,
    });
  }

  get #state(): WalkthroughState {
    if (!this.way) {
      const first = started(studyCore(), FIELDS);
      if (!isStarted(first)) throw new Error('The first example cannot be solved.');
      this.way = first;
    }
    return this.way;
  }

  /** Drawn once for each example. */
  #graph: { of: WalkthroughState['lines']; drawn: SolveGraph } | undefined;

  get #drawn(): SolveGraph {
    const state = this.#state;
    if (this.#graph?.of !== state.lines) this.#graph = { of: state.lines, drawn: solveGraph(studyCore(), state) };
    return this.#graph.drawn;
  }

  /** A new state, said aloud; a line that was reached empties the field. */
  #move(to: WalkthroughState): void {
    const moved = reached(to) !== reached(this.#state);
    this.way = to;
    if (moved && this.field) this.field.value = '';
    this.say(() => {
      this.way = heard(this.#state);
      if (isDone(this.#state)) this.focusOn('.buttons button');
    });
  }

  readonly #handlers: Omit<WalkthroughHandlers, 'toOrigin'> = {
    ...keypadHandlers(() => this.renderRoot as ShadowRoot),
    start: (event) => {
      event.preventDefault();
      const value = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
      this.fields = { ...this.fields, label: value('label'), at: value('at') };
      const next = started(studyCore(), this.fields);
      this.faults = isStarted(next) ? {} : next;
      if (!isStarted(next)) {
        void this.updateComplete.then(() => this.focusOn('[aria-invalid]'));
        return;
      }
      this.way = next;
      this.origin = undefined;
      this.#keepAddress();
      if (this.field) this.field.value = '';
      void this.updateComplete.then(() => this.focusOn('#answer'));
    },
    choose: (given) => {
      const value = (id: string) => this.renderRoot.querySelector<HTMLInputElement>(`#${id}`)?.value ?? '';
      this.fields = { label: value('label'), at: value('at'), given };
    },
    check: (event) => {
      event.preventDefault();
      if (this.field) this.#move(checked(studyCore(), this.#state, this.field.value, this.mark));
    },
    input: () => {
      this.way = edited(this.#state);
    },
    show: () => this.#move(shown(this.#state)),
    showAll: () => this.#move(shown(this.#state, true)),
    back: () => {
      if (reached(this.#state) > 0) this.#move(back(this.#state));
    },
    again: () => {
      this.way = again(this.#state);
      void this.updateComplete.then(() => this.focusOn('#answer'));
    },
  };
}
