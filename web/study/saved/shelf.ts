/** The browser's own store, IndexedDB: a table for each kind of record, by the record's id. */
import { openDB, type IDBPDatabase } from 'idb';
import { migrated } from '../state/migrations.js';
import {
  KINDS,
  recordIn,
  snapshotOf,
  VERSION,
  type Change,
  type Effect,
  type Kind,
  type Snapshot,
} from '../state/records.js';

const NAME = 'bce-study';

/** Why nothing can be kept. */
export type Fault = 'unavailable' | 'full' | 'newer';

export const faultOf = (error: unknown): Fault => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  if (name === 'QuotaExceededError') return 'full';
  return name === 'VersionError' ? 'newer' : 'unavailable';
};

export interface Shelf {
  read(): Promise<Snapshot>;
  /** All of it or nothing. Rejects where it could not be written. */
  write(changes: readonly Change[]): Promise<Effect[]>;
  close(): void;
}

/** Opens the store; `lost` is called where the browser or another page takes it away. */
export async function openShelf(lost: () => void): Promise<Shelf> {
  const db: IDBPDatabase = await openDB(NAME, VERSION, {
    async upgrade(database, from, _to, transaction) {
      for (const kind of KINDS)
        if (!database.objectStoreNames.contains(kind)) database.createObjectStore(kind, { keyPath: 'id' });
      if (from === 0) return;
      // Within the transaction of the upgrade: a page that is closed meanwhile leaves the old version.
      for (const kind of KINDS) {
        const store = transaction.objectStore(kind);
        for (const data of (await store.getAll()) as unknown[]) {
          const record = recordIn(kind, migrated(kind, data, from));
          // What is no record is left alone: it is passed over when it is read.
          if (record) await store.put(record);
        }
      }
    },
    // A page with a later version wants to open it, and waits for this one.
    blocking: () => {
      db.close();
      lost();
    },
    terminated: lost,
  });
  return {
    async read() {
      const transaction = db.transaction(KINDS);
      const tables = await Promise.all(
        KINDS.map((kind) => transaction.objectStore(kind).getAll() as Promise<unknown[]>),
      );
      return snapshotOf(Object.fromEntries(KINDS.map((kind, i) => [kind, tables[i] ?? []])) as Record<Kind, unknown[]>);
    },

    async write(changes) {
      const kinds = [...new Set(changes.map(({ kind }) => kind))];
      if (kinds.length === 0) return [];
      // Strict: once it is done, it outlives the machine.
      const transaction = db.transaction(kinds, 'readwrite', { durability: 'strict' });
      const done = transaction.done;
      const effects: Effect[] = [];
      try {
        for (const { kind, id, to, blind } of changes) {
          const store = transaction.objectStore(kind);
          const before = blind ? undefined : recordIn(kind, await store.get(id));
          const after = to(before);
          const request = after ? store.put(after) : store.delete(id);
          // The next request need not wait for it, and `done` fails with it.
          request.catch(() => undefined);
          effects.push({ kind, id, before, after });
        }
        transaction.commit();
      } catch (error) {
        done.catch(() => undefined);
        try {
          transaction.abort();
        } catch {
          // It has ended by itself.
        }
        throw error;
      }
      await done;
      return effects;
    },

    close: () => db.close(),
  };
}
