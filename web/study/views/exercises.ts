/** One exercise of many, and the session it belongs to. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Exercise, WorkedLine } from '../../../wasm/contract/study/study.js';
import { mathView, spokenMath } from '../../views/math.js';
import { formatExact } from '../../views/numbers.js';
import { readAs, TONES, unread, type Tone } from '../../views/practice.js';
import { prose } from '../../views/prose.js';
import type { ExerciseNumbers, ExercisesText } from '../content/exercises.js';
import type { Turn } from '../content/schema.js';
import { exampleOf, KINDS, LEVELS, nextLevel, type Choice, type ExercisesState } from '../state/exercises.js';
import { formulaField, type KeypadHandlers } from '../../views/keypad.js';
import { mistakeView, saidView, type StudySetting } from './said.js';

type ExercisesSetting = StudySetting<{ exercises: ExercisesText }>;

export interface ExercisesHandlers extends KeypadHandlers {
  place(event: SubmitEvent): void;
  copy(): void;
  check(event: SubmitEvent): void;
  choose(event: SubmitEvent): void;
  input(): void;
  show(): void;
  /** Goes through the example line by line; nothing where there is no walkthrough to do so. */
  solve: (() => void) | undefined;
  next(): void;
  finish(): void;
  restart(): void;
}

/** What is said of the fields above, and of the link. */
export interface PlaceNotes {
  seedFault: boolean;
  link: 'linked' | 'linkFailed' | 'otherVersion' | undefined;
}

const numbersOf = ({ labels, predictions, given }: Exercise, locale: string): ExerciseNumbers => ({
  y: formatExact(labels[0] ?? 0, locale),
  p: formatExact(predictions[0] ?? 0, locale),
  given: formatExact(given, locale),
  rows: formatExact(labels.length, locale),
});

function placeView(
  state: ExercisesState,
  setting: ExercisesSetting,
  notes: PlaceNotes,
  handlers: ExercisesHandlers,
): TemplateResult {
  const { exercises, locale } = setting.text;
  const { seed, kind, level } = state.place;
  const kinds: readonly Choice[] = ['any', ...KINDS];
  return html`<form class="place live" novalidate @submit=${handlers.place}>
    <div class="field">
      <label for="kind">${exercises.kind}</label>
      <select id="kind" .value=${live(kind)}>
        ${kinds.map((name) => html`<option value=${name} ?selected=${name === kind}>${exercises.kinds[name]}</option>`)}
      </select>
    </div>
    <div class="field">
      <label for="level">${exercises.level}</label>
      <select id="level" .value=${live(String(level))}>
        ${LEVELS.map(
          (known) => html`<option value=${known} ?selected=${known === level}>${formatExact(known, locale)}</option>`,
        )}
      </select>
    </div>
    <div class="field">
      <label for="seed">${exercises.seed}</label>
      <input
        id="seed"
        type="text"
        dir="ltr"
        inputmode="numeric"
        autocomplete="off"
        .value=${String(seed)}
        aria-invalid=${notes.seedFault ? 'true' : nothing}
        aria-describedby=${notes.seedFault ? 'seed-fault' : nothing}
      />
      ${notes.seedFault ? html`<p class="fault" id="seed-fault" role="alert">${exercises.seedFault}</p>` : nothing}
    </div>
    <div class="buttons">
      <button type="submit" class="quiet">${exercises.open}</button>
      <button type="button" class="quiet" @click=${handlers.copy}>${exercises.link}</button>
      <span class="note" role="status">${notes.link ? exercises[notes.link] : nothing}</span>
    </div>
  </form>`;
}

function tableView({ labels, predictions, rivals }: Exercise, setting: ExercisesSetting): TemplateResult {
  const { table } = setting.text.exercises;
  const { locale } = setting.text;
  const two = rivals.length > 0;
  const cell = (number: number | undefined) => html`<td>${formatExact(number ?? 0, locale)}</td>`;
  return html`<table>
    <caption class="unseen">
      ${table.caption}
    </caption>
    <thead>
      <tr>
        <th scope="col">${table.example}</th>
        <th scope="col">${prose(table.label, setting)}</th>
        ${
          two
            ? table.models.map((name) => html`<th scope="col">${name}</th>`)
            : html`<th scope="col">${prose(table.prediction, setting)}</th>`
        }
      </tr>
    </thead>
    <tbody>
      ${labels.map(
        (label, i) =>
          html`<tr>
            <th scope="row">${formatExact(i + 1, locale)}</th>
            ${cell(label)}${cell(predictions[i])}${two ? cell(rivals[i]) : nothing}
          </tr>`,
      )}
    </tbody>
  </table>`;
}

/** What can be chosen, in the place of an answer that is typed. */
function choicesOf(state: ExercisesState, setting: ExercisesSetting): readonly unknown[] | undefined {
  const { exercises, locale } = setting.text;
  if (state.kind === 'better_model') return exercises.table.models;
  if (state.kind !== 'spot_the_error') return undefined;
  return state.exercise.lines.map(
    (line: WorkedLine, i) =>
      html`<small>${exercises.lineNumber(formatExact(i + 1, locale))}</small> ${spokenMath(line.line, locale)}`,
  );
}

function choiceForm(
  choices: readonly unknown[],
  state: ExercisesState,
  setting: ExercisesSetting,
  handlers: ExercisesHandlers,
): TemplateResult {
  const { exercises } = setting.text;
  const { place } = state;
  return html`<form class="live" novalidate @submit=${handlers.choose}>
    <fieldset class="choices ${state.kind}">
      <legend>${exercises.choose}</legend>
      ${choices.map(
        (choice, i) =>
          // The first line is the formula itself, from which everything starts.
          html`<label class="choice"
            ><input
              type="radio"
              name="choice-${place.seed}"
              value=${i}
              ?disabled=${state.kind === 'spot_the_error' && i === 0}
            /><span>${choice}</span></label
          >`,
      )}
    </fieldset>
    <button type="submit">${exercises.check}</button>
  </form>`;
}

function answerForm(state: ExercisesState, setting: ExercisesSetting, handlers: ExercisesHandlers): TemplateResult {
  const { exercises, practice } = setting.text;
  const choices = choicesOf(state, setting);
  if (choices) return choiceForm(choices, state, setting, handlers);
  const { kind, said } = state;
  if (kind === 'better_model' || kind === 'spot_the_error') return html``;
  const invalid = said.type === 'judged' && TONES[said.judgement.verdict] === 'unread' && state.phase === 'said';
  return html`<form class="live" novalidate @submit=${handlers.check}>
    ${formulaField(
      practice,
      { label: exercises.field[kind], describedBy: 'policy', invalid, prefix: nothing, submit: exercises.check },
      handlers,
    )}
    <p class="policy" id="policy">${prose(practice.policy, setting)}</p>
  </form>`;
}

function sentence(state: ExercisesState, setting: ExercisesSetting): [tone: Tone | 'none', content: unknown] {
  const { exercises, locale } = setting.text;
  const { said } = state;
  const level = formatExact(nextLevel(state), locale);
  const moved =
    state.moved && state.open
      ? html`<p class="moved">${state.moved === 'up' ? exercises.harder(level) : exercises.easier(level)}</p>`
      : nothing;
  switch (said.type) {
    case 'nothing':
      return ['none', nothing];
    case 'shown':
      return [
        'near',
        html`<p>${prose(exercises.shown, setting)}</p>
          ${moved}`,
      ];
    case 'no_choice':
      return ['unread', html`<p>${exercises.noChoice}</p>`];
    case 'chosen': {
      const spot = state.kind === 'spot_the_error';
      const right = spot ? exercises.spotRight : exercises.betterRight;
      const wrong = spot ? exercises.spotWrong : exercises.betterWrong;
      const slip = spot && said.right ? prose(exercises.slips[state.exercise.slip], setting) : nothing;
      return [
        said.right ? 'right' : 'wrong',
        html`<p>${prose(said.right ? right : wrong, setting)} ${slip}</p>
          ${moved}`,
      ];
    }
    case 'judged': {
      const { judgement, typed } = said;
      const tone = TONES[judgement.verdict];
      if (judgement.verdict === 'empty') return [tone, html`<p>${exercises.verdicts.empty}</p>`];
      if ('position' in judgement) return [tone, unread(judgement, typed, setting.text)];
      const told =
        judgement.verdict === 'wrong_turn'
          ? mistakeView(judgement.turn, setting)
          : judgement.verdict === 'unreadable'
            ? prose(exercises.faults[judgement.reason], setting)
            : prose(exercises.verdicts[judgement.verdict], setting);
      return [
        tone,
        html`<p>${told}</p>
          ${readAs(judgement, setting)}${moved}`,
      ];
    }
  }
}

/** Of two models each has its own lines. */
function solutionView({ kind, exercise: { solution } }: ExercisesState, setting: ExercisesSetting): TemplateResult[] {
  const { models } = setting.text.exercises.table;
  const half = solution.length / 2;
  const ownerOf = (i: number) => (kind === 'better_model' && i % half === 0 ? models[i / half] : undefined);
  return solution.map((line, i) => {
    const owner = ownerOf(i);
    return html`${owner ? html`<p class="why">${owner}</p>` : nothing}
      <div class="display">${mathView(line, setting.text.locale, { display: 'block' })}</div>`;
  });
}

function summaryView(state: ExercisesState, setting: ExercisesSetting, handlers: ExercisesHandlers): TemplateResult {
  const { exercises, mistakes, locale } = setting.text;
  const { summary } = exercises;
  const { session } = state;
  const counts = { ...session, level: nextLevel(state) };
  const turns = Object.entries(session.turns) as [Turn, number][];
  return html`<div class="summary">
    <h3 tabindex="-1" id="summary">${summary.heading}</h3>
    <dl>
      ${(['problems', 'solved', 'first', 'helped', 'attempts', 'level'] as const).map(
        (row) =>
          html`<div>
            <dt>${summary.rows[row]}</dt>
            <dd>${formatExact(counts[row], locale)}</dd>
          </div>`,
      )}
    </dl>
    <h3>${summary.turns}</h3>
    ${
      turns.length === 0
        ? html`<p>${summary.none}</p>`
        : html`<ul>
            ${turns.map(
              ([turn, times]) => html`<li>${summary.times(mistakes[turn].name, formatExact(times, locale))}</li>`,
            )}
          </ul>`
    }
    <button type="button" @click=${handlers.restart}>${summary.again}</button>
  </div>`;
}

export function exercisesView(
  setting: ExercisesSetting,
  state: ExercisesState,
  notes: PlaceNotes,
  handlers: ExercisesHandlers,
): TemplateResult {
  const { exercises, locale, direction } = setting.text;
  const { exercise, kind } = state;
  const [tone, content] = sentence(state, setting);
  const many = kind === 'batch_mean' || kind === 'better_model';
  return html`<section class="practice exercises" lang=${locale} dir=${direction}>
    <p>${prose(exercises.intro, setting)}</p>
    ${
      state.finished
        ? summaryView(state, setting, handlers)
        : html`${placeView(state, setting, notes, handlers)}
            <p class="problem" tabindex="-1" id="problem">
              ${prose(exercises.tasks[kind](numbersOf(exercise, locale)), setting)}
              <strong>${prose(exercises.asks[kind], setting)}</strong>
            </p>
            ${many ? tableView(exercise, setting) : nothing} ${answerForm(state, setting, handlers)}
            ${saidView(tone, state.phase, content)}
            ${
              state.open
                ? html`<h3>${exercises.solution}</h3>
                    ${solutionView(state, setting)}`
                : nothing
            }
            <div class="buttons live">
              ${
                state.open
                  ? html`<button type="button" @click=${handlers.next}>${exercises.next}</button>`
                  : html`<button type="button" class="quiet" @click=${handlers.show}>${exercises.show}</button>`
              }
              ${
                handlers.solve && exampleOf(state)
                  ? html`<button type="button" class="quiet" @click=${handlers.solve}>
                      ${exercises.solve[state.open || state.helped ? 'free' : 'costs']}
                    </button>`
                  : nothing
              }
              <button type="button" class="quiet" @click=${handlers.finish}>${exercises.finish}</button>
            </div>`
    }
  </section>`;
}
