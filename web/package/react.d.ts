/** The elements in JSX of React 19: `import type {} from 'binary-cross-entropy/react'`, once in a project. */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { BceElements, BceEvents, BceSettings } from './settings.js';

/** React listens to "bce-change" where it is told `onbce-change`. */
type Listeners<Tag extends keyof BceEvents> = {
  [Name in keyof BceEvents[Tag] & string as `on${Name}`]?: ((event: BceEvents[Tag][Name]) => void) | undefined;
};

type Tags = {
  [Tag in keyof BceElements]: DetailedHTMLProps<HTMLAttributes<BceElements[Tag]>, BceElements[Tag]> &
    BceSettings[Tag] &
    Listeners<Tag>;
};

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Tags {}
  }
}
