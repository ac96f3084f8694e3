import type { Checkpoint, CheckpointStore } from "../engine/ports.ts";
import { createDatabase, type Stores } from "./checkpoint-database.ts";
import { type CheckpointRecord, parseRecord, toRecord } from "./checkpoint-record.ts";
import { isUsable, openHandle } from "./file-handle.ts";

/** Uploads that were given up without a word add up; so many are kept, and the oldest make room. */
const MOST_RECORDS = 200;

/**
 * Checkpoints in IndexedDB, each with the file's handle where there is one. A later save without a handle keeps the
 * earlier one. What fails, for whatever reason, is as if nothing had been kept.
 */
export function createCheckpointStore(): CheckpointStore {
  const database = createDatabase();
  let last: Promise<unknown> = Promise.resolve();

  /** One after the other, so that a write that is tried again never comes after a later one. */
  const inTurn = <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const done = last.then(work).catch(() => otherwise);
    last = done;
    return done;
  };
  const keptHandle = (sessionId: string) =>
    database
      .run("readonly", ({ checkpoints, handles }) => {
        const record = checkpoints.get(sessionId);
        const handle = handles.get(sessionId);
        return () => (parseRecord(record.result) ? (handle.result as FileSystemFileHandle | undefined) : undefined);
      })
      .catch(() => undefined);

  return {
    list: (scope) =>
      inTurn(async () => {
        const { readable, unreadable } = await database.run("readonly", ({ checkpoints }) => readAll(checkpoints));
        if (unreadable.length > 0)
          await database.run("readwrite", (stores) => drop(stores, unreadable)).catch(() => {});
        const own = readable.filter((record) => record.scope === scope).sort((a, b) => b.savedAt - a.savedAt);
        return Promise.all(
          own.map(async (record): Promise<Checkpoint> => {
            const reopenable = await isUsable(await keptHandle(record.session.id));
            return { ...record, reopenable };
          }),
        );
      }, []),

    save: (checkpoint, handle) =>
      inTurn(async () => {
        const record = toRecord(checkpoint);
        if (!record) return;
        const { id } = checkpoint.session;
        await database.run("readwrite", (stores) => {
          stores.checkpoints.put(record, id);
          if (handle) tryToKeep(stores, handle, id);
          makeRoom(stores, id);
          return () => {};
        });
      }, undefined),

    remove: (sessionId) => inTurn(() => database.run("readwrite", (stores) => drop(stores, [sessionId])), undefined),

    // Only the reading waits its turn: people take their time to answer a question for permission.
    reopen: async (sessionId) => openHandle(await inTurn(() => keptHandle(sessionId), undefined)),
  };
}

interface Kept {
  readonly readable: readonly CheckpointRecord[];
  readonly unreadable: readonly IDBValidKey[];
}

/** Every record of every scope. */
function readAll(checkpoints: IDBObjectStore): () => Kept {
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

function tryToKeep({ handles }: Stores, handle: FileSystemFileHandle, sessionId: string): void {
  try {
    handles.put(handle, sessionId);
  } catch {
    // A handle that this browser cannot keep (DataCloneError) is no reason to lose the checkpoint.
  }
}

/** The record that was just written stays, whatever the clock said. */
function makeRoom(stores: Stores, justSaved: string): void {
  const count = stores.checkpoints.count();
  count.onsuccess = () => {
    const surplus = count.result - MOST_RECORDS;
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
