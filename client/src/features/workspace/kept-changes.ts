const DATABASE = 'roundtable.pages';
const CHANGES = 'changes';
const OF = 'of';

/** What somebody wrote on a page and the server has not got yet, in this browser: it outlives a closed tab. */
export interface KeptChanges {
  /** Whether the browser keeps anything: not where it blocks storage, as in frames of other sites. */
  works(): boolean;
  /** From before. */
  readonly found: readonly Uint8Array[];
  add(change: Uint8Array): void;
  /** The server has all of it: what was found and added so far goes, and nothing that another tab has added. */
  clear(): void;
}

function openDatabase(): Promise<IDBDatabase | null> {
  return new Promise((resolve) => {
    try {
      const opening = indexedDB.open(DATABASE, 1);
      opening.addEventListener('upgradeneeded', () =>
        opening.result.createObjectStore(CHANGES, { autoIncrement: true }).createIndex(OF, OF),
      );
      opening.addEventListener('success', () => resolve(opening.result));
      for (const name of ['error', 'blocked']) opening.addEventListener(name, () => resolve(null));
    } catch {
      resolve(null);
    }
  });
}

interface Kept {
  readonly of: string;
  readonly change: Uint8Array;
}

/** The changes with their keys; of one index, so in the order in which they were added. */
function readAll(database: IDBDatabase, of: string): Promise<Map<IDBValidKey, Uint8Array>> {
  return new Promise((resolve) => {
    const found = new Map<IDBValidKey, Uint8Array>();
    const reading = database.transaction(CHANGES).objectStore(CHANGES).index(OF).openCursor(of);
    reading.addEventListener('success', () => {
      const cursor = reading.result;
      if (cursor === null) return resolve(found);
      found.set(cursor.primaryKey, (cursor.value as Kept).change);
      cursor.continue();
    });
    reading.addEventListener('error', () => resolve(found));
  });
}

/** @param of whose, and of which page: nobody finds what another has written at the same device */
export async function openKeptChanges(of: string): Promise<KeptChanges> {
  const database = await openDatabase();
  if (database === null)
    return { works: () => false, found: [], add: () => undefined, clear: () => undefined };
  const before = await readAll(database, of);
  const keys = new Set(before.keys());
  let works = true;

  /** One after the other, in the order in which they are asked for. */
  function change(act: (store: IDBObjectStore) => void): void {
    try {
      const transaction = database?.transaction(CHANGES, 'readwrite');
      // For example because the device is full.
      transaction?.addEventListener('abort', () => (works = false));
      if (transaction) act(transaction.objectStore(CHANGES));
    } catch {
      works = false;
    }
  }

  return {
    works: () => works,
    found: [...before.values()],
    add: (added) =>
      change((store) => {
        const adding = store.add({ of, change: added } satisfies Kept);
        adding.addEventListener('success', () => keys.add(adding.result));
      }),
    clear: () =>
      change((store) => {
        // Once this is answered, all that was added before has its key.
        store.count().addEventListener('success', () => {
          for (const key of keys) store.delete(key);
          keys.clear();
        });
      }),
  };
}
