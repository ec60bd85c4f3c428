import type { TemplateResult } from 'lit';
import type { SettingsText } from '../content/settings.js';
import { THEME_KEY, themeFrom, type Theme } from '../state/settings.js';
import { settingsView } from '../views/settings.js';
import { StudyElement } from './study-element.js';

/**
 * @summary What can be set for the whole app.
 * @slot - What others set and keep.
 * @fires bce-ready - Once it answers to the learner.
 * @fires bce-error - The core or the text could not be loaded; `code` says which.
 */
export class BceSettings extends StudyElement<{ settings: SettingsText }> {
  static override properties = { unkept: { state: true } };

  declare private unkept: boolean;

  constructor() {
    super();
    this.unkept = false;
  }

  override render(): TemplateResult {
    const page = document.documentElement;
    return settingsView(this.setting, themeFrom(page.dataset['theme']), this.unkept, this.#choose);
  }

  readonly #choose = (theme: Theme): void => {
    document.documentElement.dataset['theme'] = theme;
    try {
      localStorage.setItem(THEME_KEY, theme);
      this.unkept = false;
    } catch {
      this.unkept = true;
    }
    this.requestUpdate();
  };
}
