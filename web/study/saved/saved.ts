/**
 * All that is kept, for whoever shows it or adds to it. What is shown is always what the learner did: it is on the
 * shelf as soon as that can be, and where there is no shelf, or no room on it, it holds for the visit.
 */
import { applied, countOf, EMPTY, withRecords, type Change, type Effect, type Snapshot } from '../state/records.js';
import { changesOf } from '../state/progress.js';
import { SoFarEvent } from '../state/home.js';
import { soFarOf } from '../state/summary.js';
import { todayAt } from '../state/cards.js';
import type { Did } from '../state/did.js';
import { keptBefore, signKept } from './sign.js';
import { faultOf, openShelf, type Fault, type Shelf } from './shelf.js';

const CHANNEL = 'bce-study';

export class Saved extends EventTarget {
  /** What is known to be on the shelf, and what is not on it yet. */
  #base: Snapshot = EMPTY;
  #pending: { changes: readonly Change[]; done(effects: Effect[]): void }[] = [];
  #shown: Snapshot = EMPTY;
  #shelf: Promise<Shelf> | undefined;
  #draining: Promise<void> | undefined;
  #fault: Fault | undefined;
  #told = false;
  #channel: BroadcastChannel | undefined;
  readonly #opens: typeof openShelf;
  /** When what was kept before has been read. */
  readonly ready: Promise<void>;

  constructor(opens = openShelf) {
    super();
    this.#opens = opens;
    this.ready = keptBefore() ? this.#reread() : Promise.resolve();
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible' && keptBefore()) void this.#reread();
    });
    try {
      this.#channel = new BroadcastChannel(CHANNEL);
      this.#channel.addEventListener('message', () => void this.#reread());
    } catch {
      // Another page is then heard of when this one comes back into view.
    }
  }

  get all(): Snapshot {
    return this.#shown;
  }

  /** Why the last thing is not on the shelf. */
  get fault(): Fault | undefined {
    return this.#fault;
  }

  /** The fault, where the learner has not been told of one yet. */
  tell(): Fault | undefined {
    if (this.#told) return undefined;
    this.#told = this.#fault !== undefined;
    return this.#fault;
  }

  /** Keeps what the learner did. */
  hear(did: Did, now: number): Promise<readonly Effect[]> {
    return this.apply(changesOf(did, now));
  }

  #tell(): void {
    this.dispatchEvent(new Event('change'));
    // Home says by it what to do next.
    document.dispatchEvent(new SoFarEvent(soFarOf(this.#shown, todayAt(Date.now()))));
  }

  /** Does all of it or nothing. It is seen at once; fulfilled with what was done once it is on the shelf, or cannot be. */
  apply(changes: readonly Change[]): Promise<readonly Effect[]> {
    const { snapshot, effects } = applied(this.#shown, changes);
    this.#shown = snapshot;
    this.#tell();
    return new Promise((done) => {
      this.#pending.push({ changes, done });
      void this.settled().then(() => done(effects));
    });
  }

  /** Until all that can be is on the shelf. */
  async settled(): Promise<void> {
    await this.ready;
    // What is added while the last of it is being written waits for another round; what failed, for the next thing.
    do {
      this.#draining ??= this.#write().finally(() => {
        this.#draining = undefined;
      });
      await this.#draining;
    } while (this.#pending.length > 0 && !this.#fault);
  }

  async #write(): Promise<void> {
    if (this.#pending.length === 0) return;
    try {
      const first = !this.#shelf;
      const shelf = await this.#open();
      signKept(true);
      if (first) this.#base = await shelf.read();
      for (let next = this.#pending[0]; next; next = this.#pending[0]) {
        const written = await shelf.write(next.changes);
        // What was there before something that was written blindly, is what was known to be.
        const effects = written.map((effect, i) =>
          next.changes[i]?.blind ? { ...effect, before: this.#base[effect.kind].get(effect.id) } : effect,
        );
        this.#pending.shift();
        this.#base = withRecords(this.#base, effects);
        next.done(effects);
      }
      this.#fault = undefined;
      if (countOf(this.#base) === 0) signKept(false);
      this.#channel?.postMessage('changed');
    } catch (error) {
      this.#lose(error);
    }
    this.#show();
  }

  async #reread(): Promise<void> {
    try {
      this.#base = await (await this.#open()).read();
      // What could not be written before is still waiting.
      if (this.#pending.length === 0) this.#fault = undefined;
    } catch (error) {
      this.#lose(error);
    }
    this.#show();
  }

  #open(): Promise<Shelf> {
    this.#shelf ??= this.#opens(() => {
      this.#shelf = undefined;
    });
    return this.#shelf;
  }

  /** It may be there again the next time that there is something to keep. */
  #lose(error: unknown): void {
    this.#fault = faultOf(error);
    const shelf = this.#shelf;
    this.#shelf = undefined;
    shelf?.then(
      ({ close }) => close(),
      () => undefined,
    );
  }

  /** What is on the shelf, and on top of it what is not. */
  #show(): void {
    const { snapshot } = applied(
      this.#base,
      this.#pending.flatMap(({ changes }) => changes),
    );
    this.#shown = snapshot;
    this.#tell();
  }
}

let only: Saved | undefined;
export const saved = (): Saved => (only ??= new Saved());
