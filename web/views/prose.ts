/** The marks of web/content as templates: *emphasis*, `formula` and {value}. */
import { html, type TemplateResult } from 'lit';
import type { CoreModule } from '../../wasm/contract/core.js';
import type { CommonText } from '../content/schema.js';
import { valueOf } from '../engine/value.js';
import { mathView, type MathOptions } from './math.js';
import { formatExact, formatValue } from './numbers.js';

/** What every view is made from, beside its state; `Text` is how much it says. */
export interface Setting<Text extends CommonText = CommonText> {
  core: CoreModule;
  text: Text;
  /** Whether fields can be typed into already; without scripts they never can. */
  live: boolean;
}

/** The formula that the lesson is about. */
export const LOSS = 'L = -[y ln p + (1 - y) ln(1 - p)]';

/** Emphasis, a formula or a value. */
export const MARK = /\*([^*]+)\*|`([^`]+)`|\{([^}]+)\}/;

/** One string of prose. A formula that core cannot read is a defect of the text and throws. */
export function prose(text: string, setting: Setting): (string | TemplateResult)[] {
  const parts: (string | TemplateResult)[] = [];
  let rest = text;
  for (let mark = MARK.exec(rest); mark; mark = MARK.exec(rest)) {
    const [whole, emphasised, formula, value] = mark;
    if (mark.index > 0) parts.push(rest.slice(0, mark.index));
    if (emphasised !== undefined) parts.push(html`<em>${prose(emphasised, setting)}</em>`);
    if (value !== undefined) parts.push(html`<bdi dir="ltr">${valueText(value, setting)}</bdi>`);
    rest = rest.slice(mark.index + whole.length);
    if (formula !== undefined) {
      // A line may end between a formula and a full stop, unless it is told not to.
      const stop = /^[.,;:)]*/.exec(rest)?.[0] ?? '';
      const view = formulaView(formula, setting);
      parts.push(stop ? html`<span class="kept">${view}${stop}</span>` : view);
      rest = rest.slice(stop.length);
    }
  }
  if (rest) parts.push(rest);
  return parts;
}

/** The same for an accessible name, in which browsers leave formulas out. */
export const plain = (text: string): string => text.replace(/[*`]/g, '');

export const paragraphs = (texts: readonly string[], setting: Setting): TemplateResult[] =>
  texts.map((text) => html`<p>${prose(text, setting)}</p>`);

/** A formula written as text, read and printed by core. */
export const formulaView = (formula: string, { core, text }: Setting, options?: MathOptions): TemplateResult =>
  mathView(valueOf(core.formula(formula), formula), text.locale, options);

/** Of {value}: the number, as the locale writes it. */
export function valueText(name: string, { core, text: { locale } }: Setting): string {
  const { label, probability } = valueOf(core.freeProblem());
  if (name === 'y') return formatExact(label, locale);
  if (name === 'p') return formatExact(probability, locale);
  const value = valueOf(core.evaluate(name), name);
  // A number that was only written down is exact; one that was worked out is rounded.
  return /^[\d.e-]+$/.test(name) ? formatExact(value, locale) : formatValue(value, locale, 3, 'measured');
}
