/** The elements in Svelte 5: `import type {} from 'binary-cross-entropy/svelte'`, once in a project. */
import type { HTMLAttributes } from 'svelte/elements';
import type { BceElements, BceEvents, BceSettings } from './settings.js';

type Listeners<Tag extends keyof BceEvents> = {
  [Name in keyof BceEvents[Tag] & string as `on${Name}`]?: ((event: BceEvents[Tag][Name]) => void) | undefined;
};

type Tags = {
  [Tag in keyof BceElements]: HTMLAttributes<BceElements[Tag]> & BceSettings[Tag] & Listeners<Tag>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
