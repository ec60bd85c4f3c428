import type { PropertyValues, TemplateResult } from 'lit';
import { studyCore } from '../engine/study-core.js';
import {
  answered,
  chosen,
  edited,
  exampleOf,
  finished,
  helped,
  isOtherVersion,
  linkOf,
  settingsOf,
  LEVELS,
  KINDS,
  MOST_SEED,
  next,
  opened,
  placeFrom,
  revealed,
  seedFrom,
  START,
  type ExercisesState,
  type Place,
} from '../state/exercises.js';
import { addressFrom, hashOf } from '../state/places.js';
import { heard, settingsOf as exampleSettings } from '../state/walkthrough.js';
import type { ExercisesText } from '../content/exercises.js';
import { exercisesView, type ExercisesHandlers, type PlaceNotes } from '../views/exercises.js';
import { keypadHandlers } from '../../elements/keypad.js';
import { StudyElement } from './study-element.js';

const isFirstVisit = (): boolean => {
  const [visit] = performance.getEntriesByType('navigation');
  return visit instanceof PerformanceNavigationTiming && visit.type === 'navigate';
};

/**
 * @summary Exercises from a seed that is shown and can be shared, and a session of them.
 * @attr {boolean} link - The page's address may carry the exercise (`#/exercises?seed=12&kind=find_p&level=2&v=1`).
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceExercises extends StudyElement<{ exercises: ExercisesText }> {
  static override properties = {
    link: { type: Boolean },
    session: { state: true },
    notes: { state: true },
  };

  declare link: boolean;
  declare private session: ExercisesState | undefined;
  declare private notes: PlaceNotes;

  constructor() {
    super();
    this.link = false;
    this.session = undefined;
    this.notes = { seedFault: false, link: undefined };
  }

  override connectedCallback(): void {
    super.connectedCallback();
    window.addEventListener('hashchange', this.#hear);
  }

  override disconnectedCallback(): void {
    window.removeEventListener('hashchange', this.#hear);
    super.disconnectedCallback();
  }

  /** The first rendering repeats the prerendered one; then comes what the address says, or chance. */
  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    this.#hear();
    const seed = crypto.getRandomValues(new Uint32Array(1))[0] ?? START.seed;
    if (!this.#follow(true)) this.#open({ ...START, seed: seed % MOST_SEED });
    // A link leads to the exercise; who loads the page again is where they were.
    else if (isFirstVisit()) void this.ready.then(() => this.focusOn('#problem'));
  }

  /** The app says anew what the address asks whenever this place is gone to, and is come back to. */
  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has('settings') || !this.hasUpdated) return;
    const followed = this.#follow();
    if (!followed) this.#keepAddress();
    const target = this.#away && this.field ? '#answer' : '#problem';
    if (followed || this.#away) void this.updateComplete.then(() => this.focusOn(target));
    this.#away = false;
  }

  override render(): TemplateResult {
    const solve = this.setting.live && this.inApp ? this.#solve : undefined;
    return exercisesView(this.setting, this.#state, this.notes, { ...this.#handlers, solve });
  }

  /** Whether the learner has gone from here to the walkthrough. */
  #away = false;

  readonly #solve = (): void => {
    const example = exampleOf(this.#state);
    if (!example) return;
    this.session = helped(this.#state);
    this.#away = true;
    location.hash = hashOf('solve', exampleSettings(example, 'exercises'));
  };

  get #state(): ExercisesState {
    this.session ??= opened(studyCore(), START);
    return this.session;
  }

  /** Opens what the address names, if it names another exercise than the one that is open. */
  #follow(anew = false): boolean {
    const { settings } = this;
    const place = settings && placeFrom(settings);
    if (!settings || !place) return false;
    const { exercise, place: open } = this.#state;
    const other = isOtherVersion(settings, exercise.version);
    if (!anew && !other && linkOf(place, 0) === linkOf(open, 0)) return false;
    this.#open(place);
    if (other) this.notes = { ...this.notes, link: 'otherVersion' };
    return true;
  }

  /** Without an app around it, it reads the address itself. */
  readonly #hear = (): void => {
    const address = addressFrom(location.hash);
    if (this.link && typeof address === 'object' && address.place === 'exercises') this.settings = address.settings;
  };

  get #link(): string {
    const { place, exercise } = this.#state;
    return linkOf(place, exercise.version);
  }

  #keepAddress(): void {
    const { place, exercise } = this.#state;
    if (this.link) history.replaceState(history.state, '', this.#link);
    else this.keepAddress(settingsOf(place, exercise.version));
  }

  #open(place: Place): void {
    this.session = opened(studyCore(), place, this.session);
    this.#opened();
  }

  #opened(): void {
    this.notes = { seedFault: false, link: undefined };
    if (this.field) this.field.value = '';
    this.#keepAddress();
  }

  #say(to: ExercisesState): void {
    this.session = to;
    this.say(() => {
      this.session = heard(this.#state);
    });
  }

  readonly #handlers: Omit<ExercisesHandlers, 'solve'> = {
    ...keypadHandlers(() => this.renderRoot as ShadowRoot),
    place: (event) => {
      event.preventDefault();
      const value = (id: string) =>
        this.renderRoot.querySelector<HTMLInputElement | HTMLSelectElement>(`#${id}`)?.value ?? '';
      const seed = seedFrom(value('seed'));
      if (seed === undefined) {
        this.notes = { seedFault: true, link: undefined };
        void this.updateComplete.then(() => this.focusOn('#seed'));
        return;
      }
      const kind = KINDS.find((name) => name === value('kind')) ?? 'any';
      const level = LEVELS.find((known) => String(known) === value('level')) ?? START.level;
      this.#open({ seed, kind, level });
      void this.updateComplete.then(() => this.focusOn('#problem'));
    },
    copy: () => {
      const address = new URL(this.#link, location.href).href;
      const told = (link: PlaceNotes['link']) => () => {
        this.notes = { ...this.notes, link };
      };
      // Without https there is no clipboard at all.
      Promise.resolve(navigator.clipboard?.writeText(address) ?? Promise.reject(new Error('no clipboard'))).then(
        told('linked'),
        told('linkFailed'),
      );
    },
    check: (event) => {
      event.preventDefault();
      if (this.field) this.#say(answered(studyCore(), this.#state, this.field.value, this.mark));
    },
    choose: (event) => {
      event.preventDefault();
      const choice = this.renderRoot.querySelector<HTMLInputElement>('.choices input:checked')?.value;
      this.#say(chosen(this.#state, choice === undefined ? undefined : Number(choice)));
    },
    input: () => {
      this.session = edited(this.#state);
    },
    show: () => this.#say(revealed(this.#state)),
    next: () => {
      this.session = next(studyCore(), this.#state);
      this.#opened();
      void this.updateComplete.then(() => this.focusOn('#problem'));
    },
    finish: () => {
      this.session = finished(this.#state);
      void this.updateComplete.then(() => {
        this.focusOn('#summary');
        // The heading alone would come in at the very edge.
        this.renderRoot.querySelector('.summary')?.scrollIntoView({ block: 'nearest' });
      });
    },
    restart: () => {
      const { place } = this.#state;
      this.session = opened(studyCore(), { ...place, seed: place.seed === MOST_SEED ? 0 : place.seed + 1 });
      this.#opened();
      void this.updateComplete.then(() => this.focusOn('#problem'));
    },
  };
}
