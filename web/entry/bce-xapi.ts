/** What happens in an element as xAPI statements, for a host that keeps records. Handed over, never sent. */
import type { Activity } from '../content/activities.js';
import { statementsOf, type Happening, type XapiSetting, type XapiStatement } from '../state/xapi.js';

export { EXTENSION, statementsOf } from '../state/xapi.js';
export type {
  Happening,
  XapiActivity,
  XapiActor,
  XapiContext,
  XapiResult,
  XapiSetting,
  XapiStatement,
  XapiVerb,
} from '../state/xapi.js';

/** What an event of ours may carry. */
const FIELDS = ['p', 'y', 'loss', 'verdict', 'answer', 'attempts', 'meanLoss', 'rows'] as const;
const EVENTS = ['bce-ready', 'bce-change', 'bce-answer', 'bce-step'] as const;
const PARTS: readonly Activity[] = ['lesson', 'graph', 'practice', 'derivation'];

/** A point that has rested so long has been moved; on its way it was in hundreds of places. */
const REST_MS = 1_000;

/**
 * Hears an element and hands each statement to `give`, until what it gives back is called. An exception
 * of `give` is the caller's own. Moves of the point are one statement when it has come to rest; that the
 * problem is completed is said once.
 */
export function watchStatements(
  element: EventTarget,
  setting: XapiSetting,
  give: (statement: XapiStatement) => void,
): () => void {
  if (typeof setting.actor !== 'object' || setting.actor === null) throw new TypeError('actor: an xAPI agent');
  if (!URL.canParse(setting.activity)) throw new TypeError(`activity: a whole address, not ${setting.activity}`);

  let moved: Readonly<{ happening: Happening; at: Date }> | undefined;
  let rest: ReturnType<typeof setTimeout> | undefined;
  let completed = false;

  const say = (happening: Happening, at: Date) => {
    for (const statement of statementsOf(happening, setting, at)) {
      const done = statement.verb.display['en-US'] === 'completed';
      if (done && completed) continue;
      completed ||= done;
      // Only pages that came by https can make one.
      const id = globalThis.crypto?.randomUUID?.();
      give({ ...(id ? { id } : {}), ...statement });
    }
  };
  const flush = () => {
    clearTimeout(rest);
    const last = moved;
    moved = undefined;
    if (last) say(last.happening, last.at);
  };
  const hear = (event: Event) => {
    // What is inside the element is ready before it.
    if (event.type === 'bce-ready' && event.target !== element) return;
    const source = event as unknown as Record<string, unknown>;
    const name = (element as Partial<Element>).localName?.replace(/^bce-/, '');
    const happening = {
      type: event.type,
      part: PARTS.find((part) => part === name) ?? 'lesson',
      told: Object.fromEntries(FIELDS.map((field) => [field, source[field]])),
    };
    if (event.type === 'bce-change') {
      moved = { happening, at: new Date() };
      clearTimeout(rest);
      rest = setTimeout(flush, REST_MS);
    } else {
      flush();
      say(happening, new Date());
    }
  };

  for (const type of EVENTS) element.addEventListener(type, hear);
  globalThis.addEventListener?.('pagehide', flush);
  return () => {
    for (const type of EVENTS) element.removeEventListener(type, hear);
    globalThis.removeEventListener?.('pagehide', flush);
    flush();
  };
}
