/** A card at a time: its front, its back, and how it went. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatExact } from '../../views/numbers.js';
import { formulaView, prose } from '../../views/prose.js';
import type { CardName, CardsText, Span } from '../content/cards.js';
import type { KeptFault } from '../content/kept.js';
import type { Turn } from '../content/schema.js';
import { dueAt, groupOf, spanOf, turnOfCard, type Queue, type Today } from '../state/cards.js';
import { hashOf } from '../state/places.js';
import type { Review } from '../state/records.js';
import { keptView } from './kept.js';
import { saidView, type StudySetting } from './said.js';

type Setting = StudySetting<{ cards: CardsText }>;

export type CardGrade = 1 | 2 | 3 | 4;
const GRADES: readonly CardGrade[] = [1, 2, 3, 4];

/** What was said last. */
export type CardsSaid = Readonly<{ type: 'nothing' | 'undone' }> | Readonly<{ type: 'graded'; until: number }>;

export interface CardsState {
  /** The card that is open; none where nothing is due. */
  card: string | undefined;
  /** Whether its back is seen. */
  turned: boolean;
  said: CardsSaid;
  phase: 'judged' | 'said';
}

export interface CardsFacts {
  cards: readonly string[];
  reviews: ReadonlyMap<string, Review>;
  queue: Queue;
  today: Today;
  /** How long each grade would put the open card away. */
  intervals: Readonly<Record<CardGrade, number>> | undefined;
  canUndo: boolean;
  fault: KeptFault | undefined;
}

export interface CardsHandlers {
  turn(): void;
  grade(grade: CardGrade): void;
  undo(): void;
  key(event: KeyboardEvent): void;
}

export const isTurn = (name: string, { mistakes }: StudySetting['text']): name is Turn => Object.hasOwn(mistakes, name);
const isCard = (name: string, { cards }: CardsText): name is CardName => Object.hasOwn(cards, name);

/** A formula that is all there is stands on its own. */
const side = (text: string, setting: Setting): TemplateResult => {
  const formula = /^`([^`]+)`$/.exec(text)?.[1];
  return formula === undefined
    ? html`<p>${prose(text, setting)}</p>`
    : html`<div class="display">${formulaView(formula, setting, { display: 'block' })}</div>`;
};

/** What a card says; nothing where there is no such card any more. */
function sides(id: string, setting: Setting): { front: string; back: readonly string[]; group: string } | undefined {
  const { cards, mistakes } = setting.text;
  const turn = turnOfCard(id);
  if (turn !== undefined && isTurn(turn, setting.text)) {
    const { front, right } = cards.turns[turn];
    return { front, back: [mistakes[turn].help, right], group: cards.group.own };
  }
  const group = groupOf(id);
  if (!group || !isCard(id, cards)) return undefined;
  return { ...cards.cards[id], back: [cards.cards[id].back], group: cards.group[group] };
}

export const inSpan = (ms: number, locale: string): Span => {
  const span = spanOf(ms);
  return { ...span, shown: formatExact(span.count, locale) };
};

function cardView(id: string, state: CardsState, facts: CardsFacts, setting: Setting, handlers: CardsHandlers) {
  const { cards, locale } = setting.text;
  const shown = sides(id, setting);
  if (!shown) return nothing;
  const { intervals } = facts;
  const grades = html`<fieldset class="grades">
    <legend>${cards.grade}</legend>
    ${GRADES.map(
      (grade) =>
        html`<button type="button" class="quiet" aria-keyshortcuts=${grade} @click=${() => handlers.grade(grade)}>
          <span><kbd aria-hidden="true">${grade}</kbd> ${cards.grades[grade]}</span>
          ${intervals ? html`<small>${cards.span(inSpan(intervals[grade], locale))}</small>` : nothing}
        </button>`,
    )}
  </fieldset>`;
  return html`<div class="card">
      <div id="front" tabindex="-1">
        <p class="kind">
          ${shown.group}${facts.reviews.has(id) ? nothing : html` <small class="way">${cards.isNew}</small>`}
        </p>
        ${side(shown.front, setting)}
      </div>
      ${
        state.turned
          ? html`<div id="back" tabindex="-1">${shown.back.map((text) => side(text, setting))}</div>`
          : nothing
      }
    </div>
    ${
      state.turned
        ? grades
        : html`<button type="button" class="turn" aria-keyshortcuts="Space Enter" @click=${handlers.turn}>
            ${cards.show}
          </button>`
    }`;
}

const dateOf = (time: number, locale: string): string =>
  new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(time);

/** When a card comes back, as it is said at the end of a sentence. */
function whenOf(due: number, { now, end }: Today, setting: Setting): string {
  const { cards, locale } = setting.text;
  if (due < end) return due <= now ? cards.all.today : cards.soon(inSpan(due - now, locale));
  return cards.on(dateOf(due, locale));
}

function doneView({ queue, today }: CardsFacts, setting: Setting): TemplateResult {
  const { cards } = setting.text;
  const told = queue.next === undefined ? cards.done.none : cards.done.next(whenOf(queue.next, today, setting));
  return html`<div class="card done">
    <h3 id="done" tabindex="-1">${cards.done.heading}</h3>
    <p>${told} <a href=${hashOf('exercises')}>${cards.done.exercises}</a></p>
  </div>`;
}

function allView({ cards, reviews, today }: CardsFacts, setting: Setting): TemplateResult {
  const words = setting.text.cards;
  const rows = cards.flatMap((id) => {
    const shown = sides(id, setting);
    const review = reviews.get(id);
    const due = review && dueAt(review, today.now);
    if (!shown) return [];
    return html`<tr>
      <td><small>${shown.group}</small> ${prose(shown.front, setting)}</td>
      <td>
        ${due === undefined ? words.all.fresh : due < today.end ? words.all.today : dateOf(due, setting.text.locale)}
      </td>
    </tr>`;
  });
  return html`<details class="hint">
    <summary>${words.all.heading} (${formatExact(rows.length, setting.text.locale)})</summary>
    <table class="all">
      <thead>
        <tr>
          ${words.all.columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </details>`;
}

function sentence({ said }: CardsState, setting: Setting): unknown {
  const { cards, locale } = setting.text;
  if (said.type === 'graded') return html`<p>${cards.graded(inSpan(said.until, locale))}</p>`;
  return said.type === 'undone' ? html`<p>${cards.undone}</p>` : nothing;
}

export function cardsView(
  setting: Setting,
  state: CardsState,
  facts: CardsFacts,
  handlers: CardsHandlers,
): TemplateResult {
  const { cards, locale, direction } = setting.text;
  const { back, fresh } = facts.queue;
  return html`<section class="cards" lang=${locale} dir=${direction} @keydown=${handlers.key}>
    <p>${prose(cards.intro, setting)}</p>
    ${keptView(cards.kept, facts.fault)}
    <div class="live">
      <p class="left">${cards.left({ back: formatExact(back, locale), fresh: formatExact(fresh, locale) })}</p>
      ${state.card === undefined ? doneView(facts, setting) : cardView(state.card, state, facts, setting, handlers)}
      ${saidView('none', state.phase, sentence(state, setting))}
      <div class="buttons">
        <button
          type="button"
          class="quiet undo"
          aria-keyshortcuts="U"
          aria-disabled=${facts.canUndo ? nothing : 'true'}
          @click=${handlers.undo}
        >
          ${cards.undo}
        </button>
      </div>
      <p class="note">${prose(cards.keys, setting)}</p>
      ${allView(facts, setting)}
    </div>
  </section>`;
}
