/**
 * What brings embed.html to life. A plain script, not a module: in a sandbox without an origin of its own a
 * module needs the server's consent (CORS) and this does not, so that where the consent is missing the
 * lesson that was prerendered still has its sections, its colours and its height, and says what is missing.
 */
import { FAILED, knownLocale, LOCALES } from '../content/locales.js';
import { EVENTS, hostMessage, PROTOCOL, settingsInQuery, type EventName } from '../state/frame.js';
import type { FrameMessage, FrameSettings } from '../state/frame.js';

/** Without the version that each of them has. */
type Unversioned<Message> = Message extends unknown ? Omit<Message, 'bce'> : never;

const page = document.documentElement;
const lesson = document.querySelector('bce-lesson') as HTMLElement;
/** Holds what was prerendered, until the lesson is there. */
const still = lesson.firstElementChild as HTMLElement | null;

/** Each of its parts has a root of its own. */
function* rootsIn(host: Element | null): Generator<ShadowRoot> {
  if (!host?.shadowRoot) return;
  yield host.shadowRoot;
  for (const inner of host.shadowRoot.querySelectorAll('*')) yield* rootsIn(inner);
}

/** Makes of the prerendered lesson what the settings ask for, as far as that goes without the core. */
function arrange({ sections, theme }: FrameSettings): void {
  for (const { host } of rootsIn(still)) if (theme) host.setAttribute('theme', theme);
  const article = still?.shadowRoot?.querySelector('article');
  if (!sections || !article) return;
  for (const section of article.querySelectorAll('section')) section.hidden = true;
  for (const id of sections) {
    const section = article.querySelector<HTMLElement>(`#${id}`);
    if (!section) continue;
    section.hidden = false;
    article.append(section);
  }
  // The list of contents answers only in the live lesson; here it keeps its room.
  const contents = article.querySelector<HTMLElement>('.contents');
  if (contents) contents.hidden = sections.length < 3;
  for (const link of article.querySelectorAll<HTMLElement>('.contents a'))
    if (link.parentElement) link.parentElement.hidden = !sections.some((id) => link.getAttribute('href') === `#${id}`);
}

async function apply(settings: FrameSettings): Promise<void> {
  const { p, y, sections, theme, locale } = settings;
  if (theme) page.dataset['theme'] = theme;
  arrange(settings);
  const given = Object.entries({ sections, theme, locale, p, y }).filter(([, value]) => value !== undefined);
  // The learner may have moved the point since the same place was last given: it is given anew.
  for (const [name] of given) if (name === 'p' || name === 'y') lesson.removeAttribute(name);
  await (lesson as { updateComplete?: Promise<unknown> }).updateComplete;
  for (const [name, value] of given) lesson.setAttribute(name, String(value));
}

/** Says in the prerendered lesson that this is all there is. */
function fail(): void {
  for (const { host } of rootsIn(still)) host.setAttribute('data-failed', '');
  const notice = document.createElement('p');
  notice.className = 'failed';
  notice.setAttribute('role', 'status');
  still?.shadowRoot?.querySelector('.still')?.after(notice);
  notice.textContent = FAILED[knownLocale(page.lang) ?? LOCALES[0]].still;
  lesson.dispatchEvent(Object.assign(new Event('bce-error', { bubbles: true }), { code: 'script_unavailable' }));
}

/**
 * A sandbox without allow-forms blocks a form before anyone hears of it. No form here is sent anywhere:
 * what its button means is said without asking the browser to submit.
 */
function answerWithoutForms(event: MouseEvent): void {
  const button = (event.composedPath()[0] as Element).closest?.('button');
  if (button?.type !== 'submit' || !button.form) return;
  event.preventDefault();
  button.form.dispatchEvent(new SubmitEvent('submit', { bubbles: true, cancelable: true, submitter: button }));
}

/** What a message says, to the page around this one. */
function talkTo(parent: Window): void {
  /** The height that was last said. */
  let height = 0;
  /** Where the events go. */
  let listener: string | undefined;
  /** The page around this one has @open-iframe-resizer/core, and asked in its own words. */
  let resizer = false;

  const post = (message: Unversioned<FrameMessage>, to = '*') => parent.postMessage({ bce: PROTOCOL, ...message }, to);

  const tellHeight = (anew = true) => {
    const now = Math.ceil(page.getBoundingClientRect().height);
    // None while the frame itself is not shown.
    if (now === 0 || (now === height && !anew)) return;
    height = now;
    post({ type: 'height', height });
    if (resizer) parent.postMessage({ type: 'iframe-resized', width: page.clientWidth, height }, '*');
  };

  const tellEvent = (name: EventName, event?: Event) => {
    if (listener === undefined) return;
    const fields = event as unknown as Readonly<Record<string, unknown>>;
    post(
      { type: 'event', name, detail: Object.fromEntries(EVENTS[name].map((field) => [field, fields[field]])) },
      listener,
    );
  };

  const tellChange = () => tellHeight(false);
  new ResizeObserver(tellChange).observe(page);
  // A frame that is out of sight is not drawn, and what is not drawn is not observed.
  lesson.addEventListener('bce-ready', tellChange);

  for (const name of Object.keys(EVENTS) as EventName[])
    document.addEventListener(name, (event) => {
      // A part has a life of its own, which is none of the host's business.
      const ofLife = name === 'bce-ready' || name === 'bce-error';
      if (!ofLife || event.composedPath()[0] === lesson) tellEvent(name, event);
    });

  addEventListener('message', ({ data, origin, source }: MessageEvent<unknown>) => {
    if (source !== parent) return;
    const message = hostMessage(data);
    if (message?.type === 'set') void apply(message);
    if (message?.type === 'hello') {
      // A page without an origin has no name to send to.
      listener = origin === 'null' ? '*' : origin;
      tellHeight();
      if (lesson.hasAttribute('data-ready')) tellEvent('bce-ready');
    }
    const { type } = (data ?? {}) as { type?: unknown };
    if (type === 'iframe-child-init' || type === 'iframe-get-child-dimensions') {
      resizer = true;
      tellHeight();
    }
  });

  /**
   * A frame as high as its content does not scroll by itself, and browsers differ in whether it may scroll the
   * page around it: so where the lesson brings something into view that page is asked to. But only once the
   * learner has done something here: whatever the address says, a guest does not move the page, or take its focus.
   */
  const { scrollIntoView } = Element.prototype;
  const { focus } = HTMLElement.prototype;
  const isIdle = () => navigator.userActivation?.hasBeenActive === false;
  Element.prototype.scrollIntoView = function (this: Element, options?: boolean | ScrollIntoViewOptions) {
    if (isIdle()) {
      scrollBy(0, this.getBoundingClientRect().top);
      return;
    }
    scrollIntoView.call(this, options);
    const { top, bottom } = this.getBoundingClientRect();
    const block = typeof options === 'object' && options.block === 'nearest' ? 'nearest' : 'start';
    post({ type: 'reveal', top: Math.floor(top), bottom: Math.ceil(bottom), block });
  };
  HTMLElement.prototype.focus = function (this: HTMLElement, options?: FocusOptions) {
    if (!isIdle()) focus.call(this, options);
  };

  post({ type: 'open' });
}

void apply(settingsInQuery(location.search));
lesson.addEventListener('bce-ready', () => still?.remove());
document.addEventListener('click', answerWithoutForms, true);
if (parent !== window) talkTo(parent);
// Whole, because a script from elsewhere, as this one is in a sandbox, has no address that others are relative to.
import(new URL('bce-lesson.js', document.baseURI).href).catch(fail);
