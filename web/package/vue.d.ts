/** The elements in templates of Vue 3: `import type {} from 'binary-cross-entropy/vue'`, once in a project. */
import type { HTMLAttributes, PublicProps } from 'vue';
import type { BceElements, BceEvents, BceSettings } from './settings.js';

type Pascal<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${Capitalize<First>}${Pascal<Rest>}`
  : Capitalize<Name>;

/** What `@bce-change` is compiled to. */
type Listeners<Tag extends keyof BceEvents> = {
  [Name in keyof BceEvents[Tag] & string as `on${Pascal<Name>}`]?: ((event: BceEvents[Tag][Name]) => void) | undefined;
};

type Tags = {
  [Tag in keyof BceElements]: new () => BceElements[Tag] & {
    $props: HTMLAttributes & PublicProps & BceSettings[Tag] & Listeners<Tag>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
