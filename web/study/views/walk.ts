/** A walkthrough: its steps one below the other, the question of the present one, and the task at the end. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatExact, formatValue } from '../../views/numbers.js';
import { formulaField, type KeypadHandlers } from '../../views/keypad.js';
import { readAs, TONES, unread, type Tone } from '../../views/practice.js';
import type { QuestionText, StepText, WalkText, WalkthroughText } from '../content/walk.js';
import { isSettled, isTask, questionAt, type Plan, type Question, type WalkState } from '../state/walk.js';
import { mathProse, named } from './math-prose.js';
import { saidView, type StudySetting } from './said.js';

export interface WalkHandlers extends KeypadHandlers {
  check(event: SubmitEvent): void;
  choose(event: SubmitEvent): void;
  input(): void;
  show(): void;
  go(to: number): void;
  another(): void;
}

export interface WalkView {
  setting: StudySetting;
  plan: Plan;
  state: WalkState;
  words: WalkText;
  own: WalkthroughText;
  /** What a step, or the task, has to move and to look at. */
  scene(step: number): unknown;
  handlers: WalkHandlers;
}

const numbersOf = (question: Question, locale: string) =>
  question.type === 'number'
    ? {
        y: formatExact(question.label, locale),
        at: formatExact(question.at, locale),
        answer: formatValue(question.answer, locale),
      }
    : { y: '', at: '', answer: '' };

const textAt = ({ own, plan }: WalkView, at: number): StepText =>
  (isTask(plan, at) ? own.task : own.steps[at]) ?? own.task;

function sentence(view: WalkView, text: QuestionText): [tone: Tone | 'none', content: unknown] {
  const { setting, state, words } = view;
  const { said } = state;
  switch (said.type) {
    case 'nothing':
      return ['none', nothing];
    case 'shown':
      return ['near', html`<p>${words.shown}</p>`];
    case 'no_choice':
      return ['unread', html`<p>${words.noChoice}</p>`];
    case 'chosen': {
      const reason = text.options?.[said.choice]?.reason ?? '';
      const verdict = said.right ? words.chosenRight : words.chosenWrong;
      return [
        said.right ? 'right' : 'wrong',
        html`<p>${mathProse(verdict, setting)} ${mathProse(reason, setting)}</p>`,
      ];
    }
    case 'judged': {
      const { judgement, typed } = said;
      const tone = TONES[judgement.verdict];
      if (judgement.verdict === 'empty') return [tone, html`<p>${words.verdicts.empty}</p>`];
      if ('position' in judgement) return [tone, unread(judgement, typed, setting.text)];
      const told =
        judgement.verdict === 'wrong_turn'
          ? (text.turns?.[judgement.turn] ?? setting.text.mistakes[judgement.turn].help)
          : judgement.verdict === 'unreadable'
            ? words.faults[judgement.reason]
            : words.verdicts[judgement.verdict];
      return [
        tone,
        html`<p>${mathProse(told, setting)}</p>
          ${readAs(judgement, setting)}`,
      ];
    }
  }
}

function form(view: WalkView, text: QuestionText): TemplateResult {
  const { setting, state, words, plan, handlers } = view;
  const question = questionAt(plan, state);
  if (question.type === 'choice')
    return html`<form class="live" novalidate @submit=${handlers.choose}>
      <fieldset class="choices options">
        <legend>${words.choose}</legend>
        ${text.options?.map(
          ({ answer }, i) =>
            html`<label class="choice"
              ><input type="radio" name="option-${state.at}" value=${i} /><span
                ><span>${named(answer, setting)}</span></span
              ></label
            >`,
        )}
      </fieldset>
      <button type="submit">${words.check}</button>
    </form>`;
  const { said, phase } = state;
  const invalid = said.type === 'judged' && TONES[said.judgement.verdict] === 'unread' && phase === 'said';
  const { practice } = setting.text;
  return html`<form class="live" novalidate @submit=${handlers.check}>
    ${formulaField(
      practice,
      { label: text.field ?? words.choose, describedBy: 'ask', invalid, prefix: nothing, submit: words.check },
      handlers,
    )}
  </form>`;
}

/** The answer, once it is there, and why it is that. */
const why = ({ setting, plan, state }: WalkView, text: QuestionText, at: number): TemplateResult => {
  const question = questionAt(plan, state, at);
  const right = question.type === 'choice' ? text.options?.[question.right] : undefined;
  return html`<div class="because-of">
    ${right ? html`<p class="chosen">${mathProse(right.answer, setting)}</p>` : nothing}
    ${text
      .why(numbersOf(question, setting.text.locale))
      .map((paragraph) => html`<p>${mathProse(paragraph, setting)}</p>`)}
  </div>`;
};

/** Where to go from the present step. */
function ways(view: WalkView): TemplateResult {
  const { plan, state, words, handlers } = view;
  const { at } = state;
  const done = isSettled(state);
  const onward = at + 1 < plan.steps.length ? words.next : at + 1 === plan.steps.length ? words.toTask : nothing;
  return html`<div class="buttons live">
    ${done && onward !== nothing ? html`<button type="button" @click=${() => handlers.go(at + 1)}>${onward}</button>` : nothing}
    ${done && isTask(plan, at) ? html`<button type="button" @click=${handlers.another}>${words.another}</button>` : nothing}
    ${done ? nothing : html`<button type="button" class="quiet" @click=${handlers.show}>${words.show}</button>`}
    ${at > 0 ? html`<button type="button" class="quiet" @click=${() => handlers.go(at - 1)}>${words.back}</button>` : nothing}
  </div>`;
}

function questionView(view: WalkView, text: QuestionText, at: number): TemplateResult {
  const { setting, plan, state, words, handlers } = view;
  const question = questionAt(plan, state, at);
  const ask = mathProse(text.ask(numbersOf(question, setting.text.locale)), setting);
  if (at !== state.at)
    return html`<div class="question">
      <p class="ask">${ask}</p>
      ${
        isSettled(state, at)
          ? why(view, text, at)
          : html`<div class="buttons live">
              <button type="button" class="quiet" @click=${() => handlers.go(at)}>${words.answer}</button>
            </div>`
      }
    </div>`;
  const [tone, content] = sentence(view, text);
  return html`<div class="question present">
    <p class="ask" id="ask">${ask}</p>
    ${isSettled(state) ? nothing : form(view, text)} ${saidView(tone, state.phase, content)}
    ${isSettled(state) ? why(view, text, at) : nothing}
    ${isSettled(state) && isTask(plan, at) ? html`<p class="done">${words.done}</p>` : nothing} ${ways(view)}
  </div>`;
}

function stepView(view: WalkView, at: number): TemplateResult {
  const { setting, plan, state, words } = view;
  const text = textAt(view, at);
  const way = state.ways[at];
  const nth = isTask(plan, at) ? nothing : html`<span class="nth">${formatExact(at + 1, setting.text.locale)}</span>`;
  return html`<li class="step ${at === state.at ? 'present' : ''}">
    <h3 id="step-${at + 1}" tabindex="-1">
      ${nth} ${text.heading} ${way ? html`<small class="way ${way}">${words.tags[way]}</small>` : nothing}
    </h3>
    ${text.body.map((paragraph) => html`<p>${mathProse(paragraph, setting)}</p>`)} ${view.scene(at)}
    ${questionView(view, text, at)}
  </li>`;
}

function stops(view: WalkView): TemplateResult {
  const { setting, plan, state, words, handlers } = view;
  return html`<nav class="stops live" aria-label=${words.stops}>
    <ol>
      ${state.ways.map((way, i) => {
        const n = formatExact(i + 1, setting.text.locale);
        const { heading } = textAt(view, i);
        return html`<li>
          <button
            type="button"
            class="quiet ${way ?? ''}"
            aria-current=${i === state.at ? 'step' : nothing}
            aria-label=${isTask(plan, i) ? heading : words.stop(n, heading)}
            @click=${() => handlers.go(i)}
          >
            ${isTask(plan, i) ? words.task : n}
          </button>
        </li>`;
      })}
    </ol>
  </nav>`;
}

export function walkView(view: WalkView): TemplateResult {
  const { setting, state, own } = view;
  const { locale, direction } = setting.text;
  return html`<section class="practice walk" lang=${locale} dir=${direction}>
    <p>${mathProse(own.intro, setting)}</p>
    ${stops(view)}
    <ol class="steps" aria-label=${own.heading}>
      ${state.ways.slice(0, state.reached + 1).map((_, i) => stepView(view, i))}
    </ol>
  </section>`;
}
