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

/** By their properties' names: `study-href` in a template is taken for `studyHref`. */
type Settings<Tag extends keyof BceSettings> = {
  [Name in keyof BceSettings[Tag] as Name extends `${string}-${string}` ? never : Name]?: BceSettings[Tag][Name];
};

type Tags = {
  [Tag in keyof BceElements]: new () => BceElements[Tag] & {
    $props: HTMLAttributes & PublicProps & Settings<Tag> & Listeners<Tag>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
