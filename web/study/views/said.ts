/** What both tools say: one live region, and a number or a formula as it was read. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Token, WrongTurn } from '../../../wasm/contract/core.js';
import type { Mistake } from '../../../wasm/contract/study/study.js';
import { spokenMath } from '../../views/math.js';
import type { Tone } from '../../views/practice.js';
import { prose, type Setting } from '../../views/prose.js';
import type { StudyText } from '../content/schema.js';

export type StudySetting = Setting<StudyText>;

/** Heard once: it is emptied before something new is said. */
export const saidView = (tone: Tone | 'none', phase: string, content: unknown): TemplateResult =>
  html`<div class="said ${tone} ${phase}" id="said" role="status" aria-live="polite">
    ${phase === 'judged' ? nothing : content}
  </div>`;

export const readAs = (
  { reading, otherMark }: Readonly<{ reading: readonly Token[]; otherMark?: true }>,
  { text }: StudySetting,
): TemplateResult => html`<p class="quote">${text.practice.readAs} ${spokenMath(reading, text.locale, otherMark)}</p>`;

export const mistakeView = (turn: WrongTurn | Mistake, setting: StudySetting): unknown =>
  prose(setting.text.mistakes[turn].help, setting);
