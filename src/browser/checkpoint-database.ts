const NAME = "lightfield-uploader";
/**
 * Raised with every incompatible change of the schema. Older code then fails to open the database and stores nothing,
 * instead of misreading it.
 */
const VERSION = 2;
/**
 * Time limit for opening the database, longer than a healthy disk needs. Without it, an open request could wait forever for
 * another page's blocked upgrade or deletion.
 */
const OPEN_TIMEOUT_MS = 3_000;

export interface Stores {
  /** Checkpoint records, keyed by session id. */
  readonly checkpoints: IDBObjectStore;
  /** File handles, keyed by session id. Stored apart: an unreadable handle must not make the records unreadable. */
  readonly handles: IDBObjectStore;
  /** Files that were uploaded, several in a record (`uploaded-store.ts`). Since version 2. */
  readonly uploaded: IDBObjectStore;
}

const NAMES = ["checkpoints", "handles", "uploaded"] as const;

/** Issues requests and returns a function that reads their results once the transaction is complete. */
export type Work<T> = (stores: Stores) => () => T;

export interface Database {
  /** Resolves when the transaction is complete. Rejects when IndexedDB is unavailable or the transaction failed twice. */
  run<T>(mode: IDBTransactionMode, work: Work<T>): Promise<T>;
}

/**
 * IndexedDB without a library, because the connection is the difficult part: a library that caches a dead connection
 * would lose every later checkpoint. Safari drops the connections of background pages
 * (https://bugs.webkit.org/show_bug.cgi?id=201483), and another tab can delete or upgrade the database only after this
 * one has closed its connection.
 */
export function createDatabase(): Database {
  let current: IDBDatabase | null = null;
  /**
   * The open request in progress. Rejects after `OPEN_TIMEOUT_MS` and is kept even then: the browser may still open the
   * database, and later calls fail at once instead of waiting again.
   */
  let opening: Promise<IDBDatabase> | null = null;

  const open = () =>
    new Promise<IDBDatabase>((resolve, reject) => {
      // Throws where storage is not available, for example in a sandboxed frame.
      const request = indexedDB.open(NAME, VERSION);
      const timer = setTimeout(
        () => reject(new DOMException("The database did not open.", "TimeoutError")),
        OPEN_TIMEOUT_MS,
      );
      const settle = () => {
        clearTimeout(timer);
        opening = null;
      };
      request.onupgradeneeded = () => {
        const { result } = request;
        for (const name of NAMES) if (!result.objectStoreNames.contains(name)) result.createObjectStore(name);
      };
      request.onerror = () => {
        settle();
        reject(request.error);
      };
      request.onsuccess = () => {
        settle();
        const database = request.result;
        database.onversionchange = database.onclose = () => closeConnection(database);
        current = database;
        resolve(database);
      };
    });

  const closeConnection = (database: IDBDatabase) => {
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
      closeConnection(database);
      throw error;
    }
  };

  return {
    // Retries once: a connection that died unnoticed fails only when it is used.
    run: (mode, work) => attempt(mode, work).catch(() => attempt(mode, work)),
  };
}

function inTransaction<T>(database: IDBDatabase, mode: IDBTransactionMode, work: Work<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const transaction = database.transaction(NAMES, mode);
    transaction.onabort = () => reject(transaction.error);
    const readResult = work({
      checkpoints: transaction.objectStore("checkpoints"),
      handles: transaction.objectStore("handles"),
      uploaded: transaction.objectStore("uploaded"),
    });
    transaction.oncomplete = () => resolve(readResult());
  });
}
