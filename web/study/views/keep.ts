/** The bookmark and the notes of what is shown. */
import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { repeat } from 'lit/directives/repeat.js';
import { formatExact } from '../../views/numbers.js';
import type { KeepText } from '../content/keep.js';
import type { KeptFault } from '../content/kept.js';
import { MOST_NOTE } from '../state/records.js';
import type { Titled } from '../state/notes.js';
import { faultView } from './kept.js';
import type { StudySetting } from './said.js';

type Setting = StudySetting<{ keep: KeepText }>;

export interface KeepState {
  /** What is shown. */
  here: Titled;
  /** Where the notes are that are open; it may be another step by now. */
  open: Titled | undefined;
  marked: boolean;
  count: number;
  /** Of the notes that are open. */
  notes: readonly Readonly<{ id: string; text: string }>[];
  room: boolean;
  said: 'nothing' | 'marked' | 'unmarked' | 'saved' | 'emptied' | 'full';
  fault: KeptFault | undefined;
}

export interface KeepHandlers {
  mark(): void;
  toggle(): void;
  typed(id: string, text: string): void;
  left(id: string, text: string): void;
  another(): void;
}

export function keepView(setting: Setting, state: KeepState, handlers: KeepHandlers): TemplateResult {
  const { keep, locale, direction } = setting.text;
  const { open } = state;
  const most = formatExact(MOST_NOTE, locale);
  const field = ({ id, text }: { id: string; text: string }) =>
    html`<li>
      <textarea
        id="note-${id}"
        rows="3"
        maxlength=${MOST_NOTE}
        aria-label=${keep.field(open?.title ?? '')}
        aria-describedby="hint"
        .value=${live(text)}
        @input=${(event: Event) => handlers.typed(id, (event.target as HTMLTextAreaElement).value)}
        @blur=${(event: Event) => handlers.left(id, (event.target as HTMLTextAreaElement).value)}
      ></textarea>
    </li>`;
  return html`<div class="keep live" role="group" aria-label=${keep.tools} lang=${locale} dir=${direction}>
    <div class="tools">
      <button type="button" class="quiet mark" aria-pressed=${state.marked ? 'true' : 'false'} @click=${handlers.mark}>
        ${keep.bookmark}
      </button>
      <button
        type="button"
        class="quiet open"
        aria-expanded=${open ? 'true' : 'false'}
        aria-controls="notes"
        @click=${handlers.toggle}
      >
        ${open ? keep.close : html`${keep.note}${state.count > 0 ? ` ${keep.count(formatExact(state.count, locale))}` : ''}`}
      </button>
      <span class="told" role="status">${state.said === 'nothing' ? nothing : keep[state.said]}</span>
    </div>
    ${faultView(keep.kept, state.fault)}
    <div id="notes" ?hidden=${!open}>
      ${
        open
          ? html`<p class="of">${open.title}</p>
              <ul>
                ${repeat(state.notes, ({ id }) => id, field)}
              </ul>
              <p class="note" id="hint">${keep.hint(most)} ${keep.kept.what}</p>
              <button
                type="button"
                class="quiet"
                aria-disabled=${state.room ? nothing : 'true'}
                @click=${handlers.another}
              >
                ${keep.another}
              </button>`
          : nothing
      }
    </div>
  </div>`;
}
