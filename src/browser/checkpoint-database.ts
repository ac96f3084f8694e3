const NAME = "lightfield-uploader";
/** A change that older code must not meet raises this: code of an earlier version then keeps nothing, and breaks nothing. */
const VERSION = 1;
/** Longer than any healthy disk takes. An open request may wait for ever behind another page's blocked upgrade or deletion. */
const OPEN_WITHIN_MS = 3_000;

export interface Stores {
  /** Records by session id. */
  readonly checkpoints: IDBObjectStore;
  /** Apart from the records: a handle that this browser can no longer read must not make the list unreadable. */
  readonly handles: IDBObjectStore;
}

/** Issues its requests, and returns how to read their answers once the transaction is complete. */
export type Work<T> = (stores: Stores) => () => T;

export interface Database {
  /** Resolves when everything is written. Rejects when the browser keeps nothing, or this time did not. */
  run<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T>;
}

/**
 * IndexedDB by hand, since the connection is the difficult part: a library that keeps a dead one would lose every later
 * checkpoint. Safari drops connections of pages in the background (https://bugs.webkit.org/show_bug.cgi?id=201483), and
 * another tab that deletes or upgrades the database waits until this one lets go of it.
 */
export function createDatabase(): Database {
  let current: IDBDatabase | null = null;
  /** Rejects after `OPEN_WITHIN_MS`, and is kept even then: the browser may still answer, and nobody waits a second time. */
  let opening: Promise<IDBDatabase> | null = null;

  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      // Throws where there is no storage at all: in a sandboxed frame, say.
      const request = indexedDB.open(NAME, VERSION);
      const timer = setTimeout(() => reject(new DOMException("No answer.", "TimeoutError")), OPEN_WITHIN_MS);
      const settle = () => {
        clearTimeout(timer);
        opening = null;
      };
      request.onupgradeneeded = () => {
        request.result.createObjectStore("checkpoints");
        request.result.createObjectStore("handles");
      };
      request.onerror = () => {
        settle();
        reject(request.error);
      };
      request.onsuccess = () => {
        settle();
        const database = request.result;
        database.onversionchange = database.onclose = () => letGo(database);
        current = database;
        resolve(database);
      };
    });

  const letGo = (database: IDBDatabase) => {
    database.close();
    if (current === database) current = null;
  };

  const connect = (): Promise<IDBDatabase> | IDBDatabase => {
    if (current) return current;
    opening ??= open();
    return opening;
  };

  const attempt = async <T>(mode: IDBTransactionMode, work: Work<T>): Promise<T> => {
    const database = await connect();
    try {
      return await inTransaction(database, mode, work);
    } catch (error) {
      letGo(database);
      throw error;
    }
  };

  return {
    // Once more: a connection that died unnoticed shows only when it is used.
    run: (mode, work) => attempt(mode, work).catch(() => attempt(mode, work)),
  };
}

function inTransaction<T>(database: IDBDatabase, mode: IDBTransactionMode, work: Work<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(["checkpoints", "handles"], mode);
    transaction.onabort = () => reject(transaction.error);
    const answer = work({
      checkpoints: transaction.objectStore("checkpoints"),
      handles: transaction.objectStore("handles"),
    });
    transaction.oncomplete = () => resolve(answer());
  });
}
