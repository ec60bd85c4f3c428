/** The free problem: its text, the answer box, the hint and what is said about an answer. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Judgement, ParseCode, Token, Unit, Verdict } from '../../wasm/contract/core.js';
import type { ParseFault, PracticeText } from '../content/schema.js';
import { valueOf } from '../engine/value.js';
import { isFree, type PracticeState } from '../state/practice.js';
import { formulaField, type KeypadHandlers } from './keypad.js';
import { spokenMath } from './math.js';
import { formatExact, formatValue } from './numbers.js';
import { prose, type Setting } from './prose.js';

export interface PracticeHandlers extends KeypadHandlers {
  submit(event: SubmitEvent): void;
  input(): void;
  /** A hint was opened or folded. */
  hint(event: Event, nth: number): void;
}

export type Unread = Extract<Judgement, { position: number }>;
type Read = Extract<Judgement, { reading: unknown }>;

/** For the colour and the sign of what is said. */
export type Tone = 'right' | 'near' | 'wrong' | 'unread';
export const TONES: Record<Verdict, Tone> = {
  empty: 'unread',
  unreadable: 'unread',
  right: 'right',
  truncated: 'right',
  near: 'near',
  imprecise: 'near',
  indistinct: 'near',
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

export function unread(judgement: Unread, typed: string, { practice, locale }: PracticeText): TemplateResult {
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

type Echo = Readonly<{ reading: readonly Token[]; unit?: Unit; naturalLog?: true; otherMark?: true }>;

/** What was understood of what was typed. */
export function readAs({ reading, unit, naturalLog, otherMark }: Echo, setting: Setting<PracticeText>): TemplateResult {
  const { practice, locale } = setting.text;
  const unitName = unit ? ` ${practice.units[unit]}` : nothing;
  return html`<p class="quote">${practice.readAs} ${spokenMath(reading, locale, otherMark)}${unitName}</p>
    ${naturalLog ? html`<p class="quote">${prose(practice.naturalLog, setting)}</p>` : nothing}`;
}

function said(setting: Setting<PracticeText>, { judgement, checked }: PracticeState): TemplateResult | typeof nothing {
  const { practice } = setting.text;
  if (!judgement) return nothing;
  if (judgement.verdict === 'empty') return html`<p>${practice.verdicts.empty}</p>`;
  if ('position' in judgement) return unread(judgement, checked, setting.text);
  return html`<p>${verdict(judgement, setting)}</p>
    ${readAs(judgement, setting)}`;
}

/** Native folding, so that a hint can be read without scripts and on paper as well, where nothing is counted. */
function ladder(setting: Setting<PracticeText>, state: PracticeState, { hint }: PracticeHandlers): TemplateResult[] {
  const { practice, locale } = setting.text;
  return practice.hints.map((text, i) => {
    // One that was opened costs nothing more.
    const cost = state.hints.has(i) ? '' : practice.hintCost[isFree(state, i) ? 'free' : 'costs'];
    return html`<details class="hint" @toggle=${(event: Event) => hint(event, i)}>
      <summary>
        <span>${practice.hint(formatExact(i + 1, locale))} <span class="live">${cost}</span></span>
      </summary>
      <p>${prose(text, setting)}</p>
    </details>`;
  });
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
      ${formulaField(
        practice,
        {
          label: practice.field,
          describedBy: 'policy',
          invalid,
          prefix: html`<span class="prefix" aria-hidden="true">${prose('`L`', setting)} =</span>`,
          submit: practice.check,
        },
        handlers,
      )}
      <p class="policy" id="policy">${prose(practice.policy, setting)}</p>
    </form>
    <div
      class="said ${tone} ${state.phase === 'edited' ? state.phase : ''}"
      id="said"
      part="verdict"
      role="status"
      aria-live="polite"
    >
      ${state.phase === 'judged' ? nothing : said(setting, state)}
    </div>
    ${ladder(setting, state, handlers)}
    ${state.attempts > 0 ? html`<p class="attempts">${practice.attempts(state.attempts)}</p>` : nothing}
    ${
      studyHref
        ? html`<p class="more">${practice.more} <a href=${studyHref} part="link">${practice.studyLink}</a></p>`
        : nothing
    }
  </div>`;
}
