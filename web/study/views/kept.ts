/** Where something is kept, or why it is not. */
import { html, nothing, type TemplateResult } from 'lit';
import type { KeptFault, KeptText } from '../content/kept.js';
import { hashOf } from '../state/places.js';

/** The place of the sentence is there before it has anything to say, or it would not be heard. */
export const faultView = (kept: KeptText, fault: KeptFault | undefined): TemplateResult =>
  html`<p class="unkept" role="status">${fault ? kept.faults[fault] : nothing}</p>`;

/** And where there is no fault, what is kept, and where it can be seen. */
export const keptView = (kept: KeptText, fault: KeptFault | undefined): TemplateResult =>
  html`${faultView(kept, fault)}
  ${fault ? nothing : html`<p class="note where-kept">${kept.what} <a href=${hashOf('progress')}>${kept.more}</a></p>`}`;
