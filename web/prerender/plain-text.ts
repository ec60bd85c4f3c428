/** Prose without its marks, for places that hold text and nothing else. */
import { valueOf } from '../engine/value.js';
import { mathText } from '../views/math.js';
import { MARK, valueText, type Setting } from '../views/prose.js';

export const plainText = (text: string, setting: Setting): string =>
  text
    .replace(new RegExp(MARK, 'g'), (_, emphasised?: string, formula?: string, value?: string) => {
      if (emphasised !== undefined) return plainText(emphasised, setting);
      if (formula !== undefined) return mathText(valueOf(setting.core.formula(formula), formula), setting.text.locale);
      return valueText(value ?? '', setting);
    })
    // A hyphen at which no line may break is another letter to a search.
    .replaceAll('\u2011', '-');
