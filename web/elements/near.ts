/** When an element comes near the part of the page that the reader sees. */

function isNear(target: Element): boolean {
  const { top, bottom, left, right } = target.getBoundingClientRect();
  const near = (start: number, end: number, seen: number) => start < 2 * seen && end > -seen;
  return near(top, bottom, innerHeight) && near(left, right, innerWidth) && target.checkVisibility();
}

/**
 * Calls `arrive` once `target` is less than a screen away from what is seen. What is not laid out, as in a
 * folded or a hidden part of the page, is near once it is shown. The call that is given back ends the wait.
 */
export function whenNear(target: Element, arrive: () => void): () => void {
  const watcher = new IntersectionObserver(
    (entries) => {
      if (entries.some(({ isIntersecting }) => isIntersecting)) arrive();
    },
    // The second is for places that scroll by themselves; a browser that does not know it passes over it. In a share
    // of the page it would be one of what the first has made of the page.
    { rootMargin: '100%', scrollMargin: '400px' } as IntersectionObserverInit,
  );
  watcher.observe(target);
  let waits = true;
  // The browser's word comes a frame later, which is long where the first screen is being drawn. Inside of a frame
  // only the browser knows what is seen.
  if (window === parent)
    queueMicrotask(() => {
      if (waits && isNear(target)) arrive();
    });
  return () => {
    waits = false;
    watcher.disconnect();
  };
}
