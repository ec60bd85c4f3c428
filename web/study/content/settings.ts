/** What <bce-settings> says; marks and rules as in web/content/schema.ts. */
import type { Prose } from '../../content/schema.js';

export const THEMES = ['auto', 'light', 'dark'] as const;
export type Theme = (typeof THEMES)[number];

export interface SettingsText {
  colours: string;
  themes: Record<Theme, string>;
  /** Where the browser does not let anything be kept. */
  unkept: string;
  kept: string;
  keeps: readonly Prose[];
}
