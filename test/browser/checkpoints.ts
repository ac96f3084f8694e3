import type { CheckpointRecord } from "../../src/browser/checkpoint-record.ts";

/** The database as it is named by every version of the code, for tests that look into it or disturb it. */
const NAME = "lightfield-uploader";

export function checkpointOf(id: string, changes: Partial<CheckpointRecord> = {}): CheckpointRecord {
  return {
    session: {
      id,
      filename: "recording.mp4",
      expiresAt: 1_900_000_000_000,
      token: "opaque",
      transfer: {
        kind: "tus",
        url: `https://host.example/uploads/${id}`,
        headers: { "tus-resumable": "1.0.0" },
        chunkBytes: 8_388_608,
        offset: 0,
        checksum: "md5",
      },
    },
    file: { name: "recording.mp4", sizeBytes: 400_000_000, lastModified: 1_700_000_000_000, fingerprint: "f00d" },
    mimeType: "video/mp4",
    scope: "/api/uploads",
    purpose: "meeting_transcript",
    context: '{"meeting":7}',
    confirmed: 16_777_216,
    savedAt: 1_800_000_000_000,
    ...changes,
  };
}

/** A connection of the test's own, which lets go of the database only when it is told to. */
export function openDatabase(version?: number): Promise<IDBDatabase> {
  const request = indexedDB.open(NAME, version);
  request.onupgradeneeded = () => {
    for (const name of ["checkpoints", "handles"]) {
      if (!request.result.objectStoreNames.contains(name)) request.result.createObjectStore(name);
    }
  };
  return settled(request);
}

export function deleteDatabase(): Promise<unknown> {
  return settled(indexedDB.deleteDatabase(NAME));
}

/** Makes the browser forget what was uploaded before, so that a test may upload the same content as another one. */
export async function forgetUploads(): Promise<void> {
  localStorage.removeItem("lightfield-uploader:uploaded");
  await deleteDatabase();
}

/** Puts anything under any key, as other code or another version of ours may have done. */
export async function plant(entries: Readonly<Record<string, unknown>>, store = "checkpoints"): Promise<void> {
  const database = await openDatabase();
  const transaction = database.transaction(store, "readwrite");
  for (const [key, value] of Object.entries(entries)) transaction.objectStore(store).put(value, key);
  await new Promise((resolve, reject) => {
    transaction.oncomplete = resolve;
    transaction.onabort = () => reject(transaction.error);
  });
  database.close();
}

/** Everything that lies in the database. */
export async function contents(store = "checkpoints"): Promise<Map<IDBValidKey, unknown>> {
  const database = await openDatabase();
  const objects = database.transaction(store).objectStore(store);
  const [keys, values] = await Promise.all([settled(objects.getAllKeys()), settled(objects.getAll())]);
  database.close();
  return new Map(keys.map((key, index) => [key, values[index]]));
}

export function settled<T>(request: IDBRequest<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

/** A handle of a file in the origin's private file system, the only ones that a page gets without a gesture; null where there are none. */
export async function privateFile(name: string, content: string): Promise<FileSystemFileHandle | null> {
  try {
    const folder = await navigator.storage.getDirectory();
    const handle = await folder.getFileHandle(name, { create: true });
    const writable = await handle.createWritable();
    await writable.write(content);
    await writable.close();
    return handle;
  } catch {
    return null;
  }
}

export async function removePrivateFile(name: string): Promise<void> {
  const folder = await navigator.storage.getDirectory();
  await folder.removeEntry(name);
}
