/** The free problem: its text, the answer box, the hint and what is said about an answer. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Judgement, ParseCode } from '../../wasm/contract/core.js';
import { isRight, type PracticeState } from '../state/practice.js';
import { mathView } from './math.js';
import { prose, type Setting } from './prose.js';

export interface PracticeHandlers {
  submit(event: SubmitEvent): void;
}

type Unreadable = Extract<Judgement, { verdict: 'unreadable'; position: number }>;

const isUnread = (judgement: Judgement): judgement is Unreadable =>
  judgement.verdict === 'unreadable' && 'position' in judgement;

/** What was typed, with the piece that could not be read marked. */
function marked(typed: string, { position, length }: Unreadable): TemplateResult {
  // Where something is missing there is nothing to mark but the place itself.
  const piece = typed.slice(position, position + length);
  return html`<span class="typed" dir="ltr"
    >${typed.slice(0, position)}<mark class=${piece ? '' : 'gap'}>${piece}</mark>${typed.slice(position + length)}</span
  >`;
}

function said(setting: Setting, state: PracticeState): TemplateResult | typeof nothing {
  const { judgement, checked } = state;
  const { practice, locale } = setting.text;
  if (!judgement) return nothing;
  if (judgement.verdict === 'empty') return html`<p>${practice.verdicts.empty}</p>`;
  if (isUnread(judgement)) {
    const piece = checked.slice(judgement.position, judgement.position + judgement.length);
    const help = practice.unreadable[judgement.reason as ParseCode](piece);
    // A text that is too long is in the field already; there is no use in repeating it.
    const quote =
      judgement.reason === 'too_long'
        ? nothing
        : html`<p class="quote">${practice.typed} ${marked(checked, judgement)}</p>`;
    return html`<p>${help}</p>
      ${quote}`;
  }
  const verdict =
    judgement.verdict === 'unreadable'
      ? practice.verdicts[judgement.reason as 'needs_numbers' | 'undefined']
      : judgement.verdict === 'wrong_turn'
        ? practice.turns[judgement.turn]
        : practice.verdicts[judgement.verdict];
  return html`<p>${prose(verdict, setting)}</p>
    <p class="quote">${practice.readAs} ${mathView(judgement.reading, locale)}</p>`;
}

/** One of: right, near, wrong, unread; for the colour and the sign of what is said. */
function tone(state: PracticeState): string {
  if (!state.judgement) return 'none';
  if (isRight(state)) return 'right';
  return { imprecise: 'near', wrong_turn: 'wrong', wrong: 'wrong', empty: 'unread', unreadable: 'unread' }[
    state.judgement.verdict as 'imprecise' | 'wrong_turn' | 'wrong' | 'empty' | 'unreadable'
  ];
}

export function practiceView(
  setting: Setting,
  state: PracticeState,
  studyHref: string | undefined,
  handlers: PracticeHandlers,
): TemplateResult {
  const { practice } = setting.text;
  const outcome = tone(state);
  return html`<div class="practice" part="practice">
    <p class="problem">${prose(practice.problem, setting)} <strong>${prose(practice.ask, setting)}</strong></p>
    <form class="live" novalidate @submit=${handlers.submit}>
      <label for="answer">${practice.field}</label>
      <div class="answer">
        <span class="prefix" aria-hidden="true">${prose('`L`', setting)} =</span>
        <input
          id="answer"
          part="answer"
          type="text"
          dir="ltr"
          inputmode="text"
          enterkeyhint="done"
          autocomplete="off"
          autocapitalize="off"
          spellcheck="false"
          aria-describedby="policy"
          aria-errormessage="said"
          aria-invalid=${outcome === 'unread' ? 'true' : nothing}
        />
        <button type="submit" part="button">${practice.check}</button>
      </div>
      <p class="policy" id="policy">${practice.policy}</p>
    </form>
    <div class="said ${outcome}" id="said" role="status" aria-live="polite">${said(setting, state)}</div>
    <details class="hint">
      <summary>${practice.hint}</summary>
      <p>${prose(practice.hintText, setting)}</p>
    </details>
    <p class="more">
      ${practice.more} ${studyHref ? html`<a href=${studyHref} part="link">${practice.studyLink}</a>` : nothing}
    </p>
  </div>`;
}
