/** What both tools say: one live region, and what a mistake is called. */
import { html, nothing, type TemplateResult } from 'lit';
import type { WrongTurn } from '../../../wasm/contract/core.js';
import type { Mistake } from '../../../wasm/contract/study/study.js';
import type { Tone } from '../../views/practice.js';
import { prose, type Setting } from '../../views/prose.js';
import type { StudyText } from '../content/schema.js';

/** `Words` are those of the place, under its name. */
export type StudySetting<Words extends object = object> = Setting<StudyText & Words>;

/** Heard once: it is emptied before something new is said. */
export const saidView = (tone: Tone | 'none', phase: string, content: unknown): TemplateResult =>
  html`<div class="said ${tone} ${phase === 'said' ? '' : phase}" id="said" role="status" aria-live="polite">
    ${phase === 'judged' ? nothing : content}
  </div>`;

export const mistakeView = (turn: WrongTurn | Mistake, setting: StudySetting): unknown =>
  prose(setting.text.mistakes[turn].help, setting);
