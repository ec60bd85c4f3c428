/** Where something is kept, or why it is not. */
import { html, nothing, type TemplateResult } from 'lit';
import type { KeptFault, KeptText } from '../content/kept.js';
import { hashOf } from '../state/places.js';

/** The sentence on a fault is there before it has anything to say, or it would not be heard. */
export const keptView = (kept: KeptText, fault: KeptFault | undefined): TemplateResult =>
  html`<p class="unkept" role="status">${fault ? kept.faults[fault] : nothing}</p>
    ${fault ? nothing : html`<p class="note kept">${kept.what} <a href=${hashOf('progress')}>${kept.more}</a></p>`}`;
