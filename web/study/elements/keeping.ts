/** What all of the app needs of what is kept: little, because the rest is fetched once there is something to keep. */
import { keptBefore } from '../saved/sign.js';
import type { DidEvent } from '../state/did.js';

type Store = import('../saved/saved.js').Saved;

/** The store is fetched once for the page, and always this way: or every place would have one of its own. */
export const fetchStore = async (): Promise<Store> => (await import('../saved/saved.js')).saved();

/** Keeps what the learner does, wherever it is told. The store itself tells the page what there is so far. */
export function keepWhatIsDone(page: Document): void {
  // Without the store nothing is kept, and the learner goes on; the next time it is asked for again.
  const missed = () => undefined;
  page.addEventListener('bce-did', (event) => {
    const now = Date.now();
    fetchStore().then((store) => store.hear((event as DidEvent).did, now), missed);
  });
  if (keptBefore()) fetchStore().catch(missed);
}
