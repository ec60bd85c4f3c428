import { unsafeCSS, type PropertyValues, type TemplateResult } from 'lit';
import type { CardsText } from '../content/cards.js';
import { graded, GRADES, intervals } from '../saved/schedule.js';
import { cardsFor, queueOf, todayAt, type Queue } from '../state/cards.js';
import { change, undoing, type Effect } from '../state/records.js';
import own from '../styles/cards.css';
import styles from '../styles/saved.css';
import { cardsView, isTurn, type CardGrade, type CardsHandlers, type CardsState } from '../views/cards.js';
import { SavedElement } from './saved-element.js';
import { StudyElement } from './study-element.js';

/** So much later than a card is due it is looked for. */
const LATE_MS = 500;
/** Browsers count no further. */
const MOST_WAIT_MS = 3_600_000;

/**
 * @summary Cards from the lesson and from one's own wrong turns, each when it is about to be forgotten.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceCards extends SavedElement<{ cards: CardsText }> {
  static override styles = [...StudyElement.styles, unsafeCSS(styles), unsafeCSS(own)];

  static override properties = { state: { state: true } };

  declare private state: CardsState;

  /** What the last grade did, and to which card. */
  #last: { card: string; effects: Promise<readonly Effect[]> } | undefined;
  #begun = false;
  #wait: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    super();
    this.state = { card: undefined, turned: false, said: { type: 'nothing' }, phase: 'said' };
  }

  override disconnectedCallback(): void {
    clearTimeout(this.#wait);
    super.disconnectedCallback();
  }

  protected override firstUpdated(changed: PropertyValues): void {
    super.firstUpdated(changed);
    void this.ready.then(() => {
      this.#begun = true;
      this.kept();
    });
  }

  /** Another window may have seen the card that is open, or may have brought one. */
  protected override kept(): void {
    if (!this.#begun) return;
    const { ids } = this.#queue;
    if (this.state.turned || (this.state.card && ids.includes(this.state.card))) return;
    this.state = { ...this.state, card: ids[0] };
    this.#await();
  }

  /** Where nothing is due, what comes back within the hour comes by itself. */
  #await(): void {
    clearTimeout(this.#wait);
    const { next } = this.#queue;
    if (this.state.card !== undefined || next === undefined) return;
    const wait = next - Date.now() + LATE_MS;
    if (wait < MOST_WAIT_MS) this.#wait = setTimeout(() => this.kept(), Math.max(wait, LATE_MS));
  }

  get #cards(): string[] {
    const turns = [...this.all.turns.values()].filter(({ id }) => isTurn(id, this.text));
    return cardsFor(turns.sort((one, other) => other.at - one.at).map(({ id }) => id));
  }

  get #queue(): Queue {
    return queueOf(this.#cards, this.all.reviews, todayAt(Date.now()));
  }

  override render(): TemplateResult {
    const now = Date.now();
    const { card, turned } = this.state;
    return cardsView(
      this.setting,
      this.state,
      {
        cards: this.#cards,
        reviews: this.all.reviews,
        queue: this.#queue,
        today: todayAt(now),
        intervals: card !== undefined && turned ? intervals(this.all.reviews.get(card), now) : undefined,
        canUndo: this.#last !== undefined,
        fault: this.fault,
      },
      this.#handlers,
    );
  }

  #tell(state: CardsState, focus: string): void {
    this.state = { ...state, phase: 'judged' };
    void this.updateComplete.then(() => this.focusOn(focus));
    this.say(() => {
      this.state = { ...this.state, phase: 'said' };
    });
  }

  readonly #handlers: CardsHandlers = this.safely({
    turn: () => {
      this.state = { ...this.state, turned: true, said: { type: 'nothing' } };
      void this.updateComplete.then(() => this.focusOn('#back'));
    },
    grade: (grade: CardGrade) => {
      const { card } = this.state;
      if (card === undefined) return;
      const now = Date.now();
      const until = graded(this.all.reviews.get(card), card, grade, now).due - now;
      this.#last = {
        card,
        effects: this.change([change('reviews', card, (before) => graded(before, card, grade, now))]),
      };
      const { ids } = this.#queue;
      this.#tell({ ...this.state, card: ids[0], turned: false, said: { type: 'graded', until } }, '#front, #done');
      this.#await();
    },
    undo: () => {
      const last = this.#last;
      if (!last) return;
      this.#last = undefined;
      void last.effects.then((effects) => this.change(undoing(effects)));
      this.#tell({ ...this.state, card: last.card, turned: true, said: { type: 'undone' } }, '#back');
    },
    key: (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      const { card, turned } = this.state;
      const onControl = event.target instanceof Element && event.target.closest('button, a, summary');
      const grade = GRADES.find((known) => String(known) === event.key);
      if (card !== undefined && !turned && !onControl && (event.key === ' ' || event.key === 'Enter')) {
        event.preventDefault();
        this.#handlers.turn();
      } else if (card !== undefined && turned && grade) this.#handlers.grade(grade);
      else if (event.key.toLowerCase() === 'u') this.#handlers.undo();
    },
  });
}
