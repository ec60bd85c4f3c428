/** What all of the app needs of what is kept: little, because the rest is fetched once there is something to keep. */
import { keptBefore } from '../saved/sign.js';
import type { DidEvent } from '../state/did.js';
import type { Summary } from '../state/summary.js';

type Store = import('../saved/saved.js').Saved;

/** The store is fetched once for the page, and always this way: or every place would have one of its own. */
export const fetchStore = async (): Promise<Store> => (await import('../saved/saved.js')).saved();

/** Keeps what the learner does, wherever it is told. */
export function keepWhatIsDone(page: Document): void {
  page.addEventListener('bce-did', (event) => {
    const now = Date.now();
    fetchStore().then(
      (store) => store.hear((event as DidEvent).did, now),
      // Nothing is kept, and the learner goes on.
      () => undefined,
    );
  });
}

/** What there is to say of what has been done; nothing where nothing has ever been kept. */
export async function fetchSummary(): Promise<Summary | undefined> {
  if (!keptBefore()) return undefined;
  const store = await fetchStore();
  await store.ready;
  return store.summary(Date.now());
}
