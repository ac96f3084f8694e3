import type { Checkpoint, CheckpointStore } from "../engine/ports.ts";
import { createDatabase, type Stores } from "./checkpoint-database.ts";
import { type CheckpointRecord, parseRecord, toRecord } from "./checkpoint-record.ts";
import { isUsable, openHandle } from "./file-handle.ts";

/** Maximum number of checkpoints to keep. Abandoned uploads accumulate; the oldest are removed first. */
const MAX_RECORDS = 200;

/**
 * Checkpoints in IndexedDB, each with a file handle where the browser provides one. Saving again without a handle keeps
 * the earlier handle. When reading fails, it is as if nothing had been stored.
 */
export function createCheckpointStore(): CheckpointStore {
  const database = createDatabase();
  let last: Promise<unknown> = Promise.resolve();

  /** Runs work one at a time and in order, so that a retried write never overwrites a later one. */
  const next = <T>(work: () => Promise<T>): Promise<T> => {
    const done = last.then(work);
    last = done.catch(() => {});
    return done;
  };
  const inOrder = <T>(work: () => Promise<T>, fallback: T): Promise<T> => next(work).catch(() => fallback);
  const storedHandle = (sessionId: string) =>
    database
      .run("readonly", ({ checkpoints, handles }) => {
        const record = checkpoints.get(sessionId);
        const handle = handles.get(sessionId);
        return () => (parseRecord(record.result) ? (handle.result as FileSystemFileHandle | undefined) : undefined);
      })
      .catch(() => undefined);

  return {
    list: (scope) =>
      inOrder(async () => {
        const { readable, unreadable } = await database.run("readonly", ({ checkpoints }) => readAll(checkpoints));
        if (unreadable.length > 0)
          await database.run("readwrite", (stores) => drop(stores, unreadable)).catch(() => {});
        const own = readable.filter((record) => record.scope === scope).sort((a, b) => b.savedAt - a.savedAt);
        return Promise.all(
          own.map(async (record): Promise<Checkpoint> => {
            const reopenable = await isUsable(await storedHandle(record.session.id));
            return { ...record, reopenable };
          }),
        );
      }, []),

    save: (checkpoint, handle) =>
      next(async () => {
        const record = toRecord(checkpoint);
        if (!record) return;
        const { id } = checkpoint.session;
        await database.run("readwrite", (stores) => {
          stores.checkpoints.put(record, id);
          if (handle) saveHandle(stores, handle, id);
          removeOldest(stores, id);
          return () => {};
        });
      }),

    remove: (sessionId) => next(() => database.run("readwrite", (stores) => drop(stores, [sessionId]))),

    // Only reading the handle is serialized: the user may take long to answer the permission prompt.
    reopen: async (sessionId) => openHandle(await inOrder(() => storedHandle(sessionId), undefined)),
  };
}

interface StoredRecords {
  readonly readable: readonly CheckpointRecord[];
  readonly unreadable: readonly IDBValidKey[];
}

/** Reads the records of all scopes. */
function readAll(checkpoints: IDBObjectStore): () => StoredRecords {
  const keys = checkpoints.getAllKeys();
  const values = checkpoints.getAll();
  return () => {
    const readable: CheckpointRecord[] = [];
    const unreadable: IDBValidKey[] = [];
    keys.result.forEach((key, index) => {
      const record = parseRecord(values.result[index]);
      if (record?.session.id === key) readable.push(record);
      else unreadable.push(key);
    });
    return { readable, unreadable };
  };
}

function drop({ checkpoints, handles }: Stores, keys: readonly IDBValidKey[]): () => void {
  for (const key of keys) {
    checkpoints.delete(key);
    handles.delete(key);
  }
  return () => {};
}

function saveHandle({ handles }: Stores, handle: FileSystemFileHandle, sessionId: string): void {
  try {
    handles.put(handle, sessionId);
  } catch {
    // A handle that this browser cannot store (DataCloneError) must not lose the checkpoint.
  }
}

/** Removes the oldest records above the maximum, but never the one just saved, whatever its timestamp. */
function removeOldest(stores: Stores, justSaved: string): void {
  const count = stores.checkpoints.count();
  count.onsuccess = () => {
    const surplus = count.result - MAX_RECORDS;
    if (surplus <= 0) return;
    const keys = stores.checkpoints.getAllKeys();
    const values = stores.checkpoints.getAll();
    values.onsuccess = () => {
      const savedAt = (index: number) => parseRecord(values.result[index])?.savedAt ?? Number.NEGATIVE_INFINITY;
      const oldestFirst = keys.result
        .map((key, index) => ({ key, savedAt: savedAt(index) }))
        .filter(({ key }) => key !== justSaved)
        .sort((one, other) => one.savedAt - other.savedAt);
      drop(
        stores,
        oldestFirst.slice(0, surplus).map(({ key }) => key),
      );
    };
  };
}
