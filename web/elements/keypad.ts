/** What the row of symbols beside an answer box does, wherever the box stands. */
import type { Insertion, KeypadHandlers } from '../views/keypad.js';

/** `root` is asked for each time, because there is none before the first rendering. */
export function keypadHandlers(root: () => ShadowRoot): KeypadHandlers {
  const symbols = () => [...root().querySelectorAll<HTMLElement>('.keypad button')];
  return {
    /** Writes a symbol at the caret, or around what is selected, which stays selected. */
    insert({ before, after = '', behindSelected = '' }: Insertion): void {
      const field = root().querySelector<HTMLInputElement>('#answer');
      if (!field) return;
      const from = field.selectionStart ?? field.value.length;
      const to = field.selectionEnd ?? from;
      const wraps = after !== '' || behindSelected !== '';
      const kept = wraps ? field.value.slice(from, to) : '';
      field.setRangeText(before + kept + (kept ? behindSelected : '') + after, from, to);
      field.setSelectionRange(from + before.length, from + before.length + kept.length);
      field.dispatchEvent(new Event('input', { bubbles: true }));
      // Who came by keyboard stays in the row; a press leaves the focus where the typing goes on.
      if (!root().activeElement?.closest('.keypad')) field.focus();
    },
    move(event: KeyboardEvent): void {
      const row = symbols();
      const at = row.findIndex((symbol) => symbol === event.target);
      const last = row.length - 1;
      const to = { ArrowRight: at === last ? 0 : at + 1, ArrowLeft: at === 0 ? last : at - 1, Home: 0, End: last }[
        event.key
      ];
      if (to === undefined || at < 0) return;
      event.preventDefault();
      row[to]?.focus();
    },
    arrive({ target }: FocusEvent): void {
      for (const symbol of symbols()) symbol.tabIndex = symbol === target ? 0 : -1;
    },
  };
}
