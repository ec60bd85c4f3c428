/** What never changes while a text stands: where it was prerendered, no script draws it a second time. */
import { noChange, type TemplateResult } from 'lit';
import { Directive, directive, type ChildPart } from 'lit/directive.js';
import type { CommonText } from '../content/schema.js';

/** Stands before what was prerendered in a language; Lit, which has no mark in it, leaves it alone. */
export const stillIn = (locale: string): string => `still ${locale}`;

type Draw = () => TemplateResult | readonly TemplateResult[];

/** In Node. Set by web/prerender, which writes the mark and leaves out Lit's own. */
let prerendered = (_locale: string, draw: Draw): unknown => draw();

export function prerenderStill(by: typeof prerendered): void {
  prerendered = by;
}

class Still extends Directive {
  #of: CommonText | undefined;

  override render(text: CommonText, draw: Draw): unknown {
    return prerendered(text.locale, draw);
  }

  override update({ startNode }: ChildPart, [text, draw]: [CommonText, Draw]): unknown {
    const first = this.#of === undefined;
    if (this.#of === text) return noChange;
    this.#of = text;
    const before = startNode?.nextSibling;
    return first && before instanceof Comment && before.data === stillIn(text.locale) ? noChange : draw();
  }
}

/** What `draw` gives of `text` alone; drawn anew only in another text. */
export const still = directive(Still) as (text: CommonText, draw: Draw) => unknown;
