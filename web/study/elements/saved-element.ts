import type { TemplateResult } from 'lit';
import type { KeptFault } from '../content/kept.js';
import { EMPTY, type Change, type Effect, type Snapshot } from '../state/records.js';
import { fetchStore } from './keeping.js';
import { StudyElement } from './study-element.js';

type Store = Awaited<ReturnType<typeof fetchStore>>;

/** An element that shows what is kept, and keeps more. It is ready once it knows what there is. */
export abstract class SavedElement<Words extends object = object> extends StudyElement<Words> {
  #store: Store | undefined;
  #fetched: Promise<void> | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#fetched ??= fetchStore().then(
      async (store) => {
        this.#store = store;
        await store.ready;
        if (this.isConnected) this.#listen();
      },
      // Without it everything works for as long as the place is open.
      () => undefined,
    );
    this.#listen();
  }

  override disconnectedCallback(): void {
    this.#store?.removeEventListener('change', this.#changed);
    super.disconnectedCallback();
  }

  #listen(): void {
    this.#store?.addEventListener('change', this.#changed);
    this.#changed();
  }

  readonly #changed = (): void => {
    this.kept();
    this.requestUpdate();
  };

  protected override partsReady(): Promise<unknown> {
    return this.#fetched ?? Promise.resolve();
  }

  /** What there is has changed, here or in another window. */
  protected kept(): void {}

  protected get all(): Snapshot {
    return this.#store?.all ?? EMPTY;
  }

  protected get fault(): KeptFault | undefined {
    return this.#store?.fault;
  }

  /** The fault, for who tells the learner of it: the first to ask. */
  protected tellFault(): KeptFault | undefined {
    return this.#store?.tell();
  }

  /** Seen at once; fulfilled with what was done. */
  protected change(changes: readonly Change[]): Promise<readonly Effect[]> {
    return this.#store?.apply(changes) ?? Promise.resolve([]);
  }

  abstract override render(): TemplateResult;
}
