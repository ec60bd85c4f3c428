/**
 * For pages that have the lesson in a frame; not needed there, but with it a frame is as high as what is in
 * it, and the lesson's events are heard on its <iframe>. The frames are those from the folder that this script is
 * in, and any with the attribute data-bce; they may come and go. What is said is in web/state/frame.ts.
 */
import { PROTOCOL, type FrameMessage, type HostMessage } from '../state/frame.js';

const folder = (document.currentScript as HTMLScriptElement | null)?.src;
const start = folder && new URL('embed', folder).href;
/** Higher than any lesson; a frame from which the lesson was sent away may say anything. */
const MOST = 1e5;

/** On an event, that one of these scripts has taken it: there may be several on a page. */
const TAKEN = Symbol.for('bce-frame');

const isOurs = (frame: HTMLIFrameElement) => 'bce' in frame.dataset || (start && frame.src.startsWith(start));

/** In a sandbox it has no origin, and can be told only by its window. */
const isFrom = ({ sandbox, src }: HTMLIFrameElement, origin: string) =>
  origin === 'null' ? sandbox.length > 0 && !sandbox.contains('allow-same-origin') : src.startsWith(`${origin}/`);

const frames = () => [...document.querySelectorAll('iframe')].filter(isOurs);

/** Says nothing that only the frame may know, so whoever is there may hear it. */
const greet = (frame: HTMLIFrameElement) =>
  frame.contentWindow?.postMessage({ bce: PROTOCOL, type: 'hello' } satisfies HostMessage, '*');

addEventListener('message', (event: MessageEvent<FrameMessage | null> & { [TAKEN]?: boolean }) => {
  const { data, origin, source } = event;
  if (data?.bce !== PROTOCOL || event[TAKEN]) return;
  const frame = frames().find(({ contentWindow }) => contentWindow === source);
  if (!frame || !isFrom(frame, origin)) return;
  event[TAKEN] = true;
  if (data.type === 'open') greet(frame);
  const height = Number(data.type === 'height' && data.height);
  if (height > 0 && height < MOST) {
    const edges = getComputedStyle(frame).boxSizing === 'border-box' ? frame.offsetHeight - frame.clientHeight : 0;
    frame.style.height = `${height + edges}px`;
  }
  // Only for who is at work in the frame.
  if (data.type === 'reveal' && document.activeElement === frame) {
    const { style, clientHeight } = frame;
    // All of the frame but what is to be seen is taken off it for as long as this takes.
    style.scrollMargin = `${-data.top}px 0 ${data.bottom - clientHeight}px`;
    frame.scrollIntoView({ block: data.block === 'nearest' ? 'nearest' : 'start' });
    style.scrollMargin = '';
  }
  if (data.type === 'event' && /^bce-[a-z]+$/.test(data.name))
    frame.dispatchEvent(new CustomEvent(data.name, { bubbles: true, detail: data.detail }));
});
frames().forEach(greet);
