/** The free problem: its text, the answer box, the hint and what is said about an answer. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Judgement, ParseCode, Token, Verdict } from '../../wasm/contract/core.js';
import type { ParseFault, PracticeText } from '../content/schema.js';
import { valueOf } from '../engine/value.js';
import type { PracticeState } from '../state/practice.js';
import { spokenMath } from './math.js';
import { formatExact, formatValue } from './numbers.js';
import { prose, type Setting } from './prose.js';

export interface PracticeHandlers {
  submit(event: SubmitEvent): void;
  input(): void;
}

type Unread = Extract<Judgement, { position: number }>;
type Read = Extract<Judgement, { reading: unknown }>;

/** For the colour and the sign of what is said. */
const TONES: Record<Verdict, 'right' | 'near' | 'wrong' | 'unread'> = {
  empty: 'unread',
  unreadable: 'unread',
  right: 'right',
  truncated: 'right',
  near: 'near',
  imprecise: 'near',
  other_unit: 'near',
  unequal: 'wrong',
  infinite: 'wrong',
  wrong_turn: 'wrong',
  wrong: 'wrong',
};

/** What was typed, with the piece that could not be read marked. */
function marked(typed: string, { position, length }: Unread): TemplateResult {
  // Where something is missing there is nothing to mark but the place itself.
  const piece = typed.slice(position, position + length);
  return html`<span class="typed" dir="ltr"
    >${typed.slice(0, position)}<mark class=${piece ? '' : 'gap'}>${piece}</mark>${typed.slice(position + length)}</span
  >`;
}

function faultIn(typed: string, { position, length }: Unread, locale: string): ParseFault {
  const before = typed.slice(0, position);
  return {
    piece: typed.slice(position, position + length),
    before: /\S{1,12}(?=\s*$)/.exec(before)?.[0] ?? '',
    nth: formatExact([...before].length + 1, locale),
  };
}

function unread(judgement: Unread, typed: string, { practice, locale }: PracticeText): TemplateResult {
  const help = practice.unreadable[judgement.reason as ParseCode](faultIn(typed, judgement, locale));
  // A text that is too long is in the field already; there is no use in repeating it.
  const quote =
    judgement.reason === 'too_long'
      ? nothing
      : html`<p class="quote">${practice.typed} ${marked(typed, judgement)}</p>`;
  return html`<p>${help}</p>
    ${quote}`;
}

function solution({ core, text: { practice, locale } }: Setting<PracticeText>): readonly Token[] {
  const { label, probability } = valueOf(core.freeProblem());
  const loss = valueOf(core.loss(label, probability));
  const formula = practice.solution({ p: formatExact(probability, locale), loss: formatValue(loss, locale) });
  return valueOf(core.formula(formula), formula);
}

function verdict(judgement: Read, setting: Setting<PracticeText>): unknown {
  const { practice, locale } = setting.text;
  switch (judgement.verdict) {
    case 'unreadable':
      return prose(practice.verdicts[judgement.reason], setting);
    case 'wrong_turn':
      return prose(practice.turns[judgement.turn], setting);
    case 'other_unit':
      return prose(practice.otherUnit[judgement.unit === 'bits' ? 'bits' : 'hartleys'], setting);
    case 'right':
    case 'truncated': {
      const [before = '', after = ''] = practice.verdicts[judgement.verdict].split('{solution}');
      return [prose(before, setting), spokenMath(solution(setting), locale), prose(after, setting)];
    }
    default:
      return prose(practice.verdicts[judgement.verdict], setting);
  }
}

function said(setting: Setting<PracticeText>, { judgement, checked }: PracticeState): TemplateResult | typeof nothing {
  const { practice, locale } = setting.text;
  if (!judgement) return nothing;
  if (judgement.verdict === 'empty') return html`<p>${practice.verdicts.empty}</p>`;
  if ('position' in judgement) return unread(judgement, checked, setting.text);
  const unit = judgement.unit ? ` ${practice.units[judgement.unit]}` : nothing;
  return html`<p>${verdict(judgement, setting)}</p>
    <p class="quote">${practice.readAs} ${spokenMath(judgement.reading, locale)}${unit}</p>`;
}

export function practiceView(
  setting: Setting<PracticeText>,
  state: PracticeState,
  studyHref: string | undefined,
  handlers: PracticeHandlers,
): TemplateResult {
  const { practice, locale, direction } = setting.text;
  const tone = state.judgement ? TONES[state.judgement.verdict] : 'none';
  const invalid = tone === 'unread' && state.phase === 'said';
  return html`<div class="practice" part="practice" lang=${locale} dir=${direction}>
    <p class="problem">${prose(practice.problem, setting)} <strong>${prose(practice.ask, setting)}</strong></p>
    <form class="live" novalidate @submit=${handlers.submit}>
      <label for="answer">${practice.field}</label>
      <div class="answer">
        <div class="equation" dir="ltr">
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
            aria-invalid=${invalid ? 'true' : nothing}
            @input=${handlers.input}
          />
        </div>
        <button type="submit" part="button">${practice.check}</button>
      </div>
      <p class="policy" id="policy">${practice.policy}</p>
    </form>
    <div class="said ${tone} ${state.phase}" id="said" role="status" aria-live="polite">
      ${state.phase === 'judged' ? nothing : said(setting, state)}
    </div>
    <details class="hint">
      <summary>${practice.hint}</summary>
      <p>${prose(practice.hintText, setting)}</p>
    </details>
    ${
      studyHref
        ? html`<p class="more">${practice.more} <a href=${studyHref} part="link">${practice.studyLink}</a></p>`
        : nothing
    }
  </div>`;
}
