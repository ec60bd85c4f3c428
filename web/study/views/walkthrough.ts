/** A solution line by line, filled in by the learner. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Axis } from '../../../wasm/contract/core.js';
import type { LineVerdict, WorkedLine } from '../../../wasm/contract/study/study.js';
import { mathView } from '../../views/math.js';
import { formatExact } from '../../views/numbers.js';
import { readAs, unread, type Tone } from '../../views/practice.js';
import { prose } from '../../views/prose.js';
import {
  isDone,
  reached,
  type FieldFaults,
  type Fields,
  type WalkthroughState,
  type Way,
} from '../state/walkthrough.js';
import { formulaField, type KeypadHandlers } from '../../views/keypad.js';
import type { SolveText } from '../content/solve.js';
import { rulesOf, type SolveGraph } from '../state/solve-graph.js';
import { mistakeView, saidView, type StudySetting } from './said.js';
import { solveGraphView } from './solve-graph.js';

type SolveSetting = StudySetting<{ solve: SolveText }>;

export interface WalkthroughHandlers extends KeypadHandlers {
  start(event: SubmitEvent): void;
  choose(given: Axis): void;
  check(event: SubmitEvent): void;
  input(): void;
  show(): void;
  showAll(): void;
  back(): void;
  again(): void;
  /** Where the example came from, if it was opened from there. */
  toOrigin: (() => void) | undefined;
}

const TONES: Record<LineVerdict, Tone> = {
  empty: 'unread',
  unreadable: 'unread',
  undefined: 'unread',
  right: 'right',
  ahead: 'right',
  not_yet: 'near',
  imprecise: 'near',
  near: 'near',
  unequal: 'wrong',
  wrong_turn: 'wrong',
  wrong: 'wrong',
};

const formula = (tokens: WorkedLine['line'], locale: string): TemplateResult =>
  html`<div class="display">${mathView(tokens, locale, { display: 'block' })}</div>`;

function lineView(line: WorkedLine, way: Way | undefined, setting: SolveSetting): TemplateResult {
  const { solve, locale } = setting.text;
  if (!line.rule)
    return html`<li>
      <h3>${solve.first}</h3>
      ${formula(line.line, locale)}
    </li>`;
  const { name, why } = solve.rules[line.rule];
  return html`<li class=${setting.live ? '' : 'later'}>
    <h3>${name}${way ? html` <small class="way ${way}">${solve.tags[way]}</small>` : nothing}</h3>
    ${formula(line.line, locale)}
    <p class="why">${prose(why, setting)}</p>
    <ul class="because">
      ${line.because.map((reason) => html`<li>${mathView(reason, locale)}</li>`)}
    </ul>
  </li>`;
}

function sentence(state: WalkthroughState, setting: SolveSetting): [tone: Tone | 'none', content: unknown] {
  const { solve, locale } = setting.text;
  const done = () => {
    const typed = state.ways.filter((way) => way !== 'shown').length;
    return html`<p class="done">
      ${solve.done({
        typed: formatExact(typed, locale),
        shown: formatExact(state.ways.length - typed, locale),
      })}
    </p>`;
  };
  const end = isDone(state) ? done() : nothing;
  const { said } = state;
  if (said.type !== 'judged') {
    if (said.type === 'nothing') return ['none', nothing];
    if (said.type === 'opened') {
      const { label, given, at } = state;
      const letters = { y: formatExact(label, locale), at: formatExact(at, locale) };
      return ['near', html`<p>${prose(solve.opened[given](letters), setting)}</p>`];
    }
    if (said.type === 'back') return ['near', html`<p>${prose(solve.wentBack, setting)}</p>`];
    return [
      'near',
      html`<p>${prose(solve.shown, setting)}</p>
        ${end}`,
    ];
  }
  const { judgement, typed } = said;
  const tone = TONES[judgement.verdict];
  if (judgement.verdict === 'empty') return [tone, html`<p>${solve.verdicts.empty}</p>`];
  if (judgement.verdict === 'unreadable') return [tone, unread(judgement, typed, setting.text)];
  const told =
    judgement.verdict === 'wrong_turn'
      ? mistakeView(judgement.turn, setting)
      : prose(solve.verdicts[judgement.verdict], setting);
  return [
    tone,
    html`<p>${told}</p>
      ${readAs(judgement, setting)}${end}`,
  ];
}

function setupView(
  setting: SolveSetting,
  fields: Fields,
  faults: FieldFaults,
  handlers: WalkthroughHandlers,
): TemplateResult {
  const { solve } = setting.text;
  const field = (name: 'label' | 'at', label: unknown, value: string) => {
    const fault = faults[name];
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input
        id=${name}
        type="text"
        dir="ltr"
        inputmode="text"
        autocomplete="off"
        autocapitalize="off"
        spellcheck="false"
        .value=${value}
        aria-invalid=${fault ? 'true' : nothing}
        aria-describedby=${fault ? `${name}-fault` : nothing}
      />
      ${fault ? html`<p class="fault" id="${name}-fault" role="alert">${solve.faults[fault]}</p>` : nothing}
    </div>`;
  };
  return html`<form class="setup live" novalidate aria-label=${solve.setup} @submit=${handlers.start}>
    ${field('label', prose(solve.label, setting), fields.label)}
    <fieldset class="choices">
      <legend>${solve.given}</legend>
      ${(['probability', 'logit'] as const).map(
        (axis) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="given"
              value=${axis}
              ?checked=${fields.given === axis}
              @change=${() => handlers.choose(axis)}
            /><span>${prose(solve.axes[axis], setting)}</span></label
          >`,
      )}
    </fieldset>
    ${field('at', solve.at[fields.given], fields.at)}
    <button type="submit" class="quiet">${solve.start}</button>
  </form>`;
}

function nextView(state: WalkthroughState, setting: SolveSetting, handlers: WalkthroughHandlers): TemplateResult {
  const { solve } = setting.text;
  const rule = state.lines[reached(state) + 1]?.rule;
  const back = html`<button
    type="button"
    class="quiet"
    aria-disabled=${reached(state) === 0 ? 'true' : nothing}
    @click=${handlers.back}
  >
    ${solve.back}
  </button>`;
  const { toOrigin } = handlers;
  const origin = toOrigin
    ? html`<button type="button" class="quiet" @click=${toOrigin}>${solve.toOrigin}</button>`
    : nothing;
  if (!rule) {
    return html`<div class="buttons live">
      ${origin} ${back}
      <button type="button" class="quiet" @click=${handlers.again}>${solve.again}</button>
    </div>`;
  }
  const invalid = state.said.type === 'judged' && TONES[state.said.judgement.verdict] === 'unread';
  return html`<form class="next live" novalidate @submit=${handlers.check}>
    <h3 id="task-name">${solve.next}: ${solve.rules[rule].name}</h3>
    <p id="task">${prose(solve.rules[rule].task, setting)}</p>
    ${formulaField(
      setting.text.practice,
      {
        label: solve.field,
        describedBy: 'task-name task how',
        invalid: invalid && state.phase === 'said',
        prefix: html`<span class="prefix" aria-hidden="true">${prose('`L`', setting)} =</span>`,
        submit: solve.check,
      },
      handlers,
    )}
    <p class="policy" id="how">${solve.howTo}</p>
    <div class="buttons">
      <button type="button" class="quiet" @click=${handlers.show}>${solve.show}</button>
      ${back}
      <button type="button" class="quiet" @click=${handlers.showAll}>${solve.showAll}</button>
      ${origin}
    </div>
  </form>`;
}

export function walkthroughView(
  setting: SolveSetting,
  state: WalkthroughState,
  fields: Fields,
  faults: FieldFaults,
  graph: SolveGraph,
  handlers: WalkthroughHandlers,
): TemplateResult {
  const { solve, locale, direction } = setting.text;
  const [tone, content] = sentence(state, setting);
  // Without scripts nobody can ask for the next line, so the whole solution stands there.
  const last = setting.live ? reached(state) : state.lines.length - 1;
  return html`<section class="practice solve" lang=${locale} dir=${direction}>
    <p class="asks">${prose(solve.intro, setting)}</p>
    ${setupView(setting, fields, faults, handlers)}
    <div class="bench">
      <div class="work">
        <ol class="solution" role="list" aria-label=${solve.lines}>
          ${state.lines.slice(0, last + 1).map((line, i) => lineView(line, state.ways[i - 1], setting))}
        </ol>
        ${saidView(tone, state.phase, content)} ${nextView(state, setting, handlers)}
      </div>
      ${solveGraphView(setting, state, graph, rulesOf(state, last))}
    </div>
  </section>`;
}
