/**
 * Lights up what belongs together: pointing at or focusing anything that carries `data-part` names
 * that part in `data-lit` on the element, on the elements inside it and on the one around it; the
 * style sheet does the rest. So p in the formula, in the table and in the graph are one p. A button
 * with a part keeps it lit, for those who do not point.
 */

/** From a part of the lesson to the lesson around it. Not composed: a host page never hears it. */
class PartEvent extends Event {
  readonly part: string | undefined;
  constructor(part: string | undefined) {
    super('bce-part', { bubbles: true });
    this.part = part;
  }
}

const partOf = (event: Event): string | undefined => {
  const part = event.target instanceof Element ? event.target.closest('[data-part]') : null;
  return part?.getAttribute('data-part') ?? undefined;
};

/** `root` is the shadow root of `host`; a pointer that moves inside it is not heard any further out. */
export function linkParts(
  host: HTMLElement,
  root: ParentNode & EventTarget,
  inside: () => Iterable<HTMLElement>,
): void {
  /** The button that is pressed. */
  let kept: Element | undefined;
  const light = (pointed: string | undefined) => {
    const part = pointed ?? kept?.getAttribute('data-part');
    for (const element of [host, ...inside()]) {
      if (part) element.dataset['lit'] = part;
      else delete element.dataset['lit'];
    }
  };
  const tell = (part: string | undefined) => {
    light(part);
    host.dispatchEvent(new PartEvent(part));
  };
  const listen = (type: string, lit: boolean) =>
    root.addEventListener(type, (event) => {
      const part = partOf(event);
      // What is no part changes nothing: an inner element, which tells of itself, or whatever comes under a
      // pointer that rests while the page is scrolled.
      if (part) tell(lit ? part : undefined);
    });
  for (const type of ['pointerover', 'focusin']) listen(type, true);
  for (const type of ['pointerout', 'focusout']) listen(type, false);
  root.addEventListener('bce-part', (event) => light((event as PartEvent).part));
  root.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest('button[data-part]') : null;
    if (!button) return;
    kept?.setAttribute('aria-pressed', 'false');
    kept = kept === button ? undefined : button;
    kept?.setAttribute('aria-pressed', 'true');
    light(undefined);
  });
}
