/** What can be set for the whole app, and what is said of what is kept. */
import { html, nothing, type TemplateResult } from 'lit';
import { paragraphs } from '../../views/prose.js';
import type { SettingsText } from '../content/settings.js';
import { THEMES, type Theme } from '../state/settings.js';
import type { StudySetting } from './said.js';

export function settingsView(
  setting: StudySetting<{ settings: SettingsText }>,
  theme: Theme,
  unkept: boolean,
  choose: (theme: Theme) => void,
): TemplateResult {
  const { settings, locale, direction } = setting.text;
  return html`<section class="settings" lang=${locale} dir=${direction}>
    <fieldset class="choices live">
      <legend>${settings.colours}</legend>
      ${THEMES.map(
        (name) =>
          html`<label class="choice"
            ><input
              type="radio"
              name="theme"
              value=${name}
              .checked=${name === theme}
              @change=${() => choose(name)}
            /><span>${settings.themes[name]}</span></label
          >`,
      )}
    </fieldset>
    <p class="note" role="status">${unkept ? settings.unkept : nothing}</p>
    <h3>${settings.kept}</h3>
    ${paragraphs(settings.keeps, setting)}
    <slot></slot>
  </section>`;
}
