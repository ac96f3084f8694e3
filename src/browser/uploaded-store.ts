import type { UploadedStore } from "../engine/duplicates/known-contents.ts";
import type { UploadedFile } from "../engine/ports.ts";
import { createDatabase } from "./checkpoint-database.ts";
import { parseUploadedRecord, toUploadedRecord, uploadedKey } from "./uploaded-record.ts";

/** Largest number of files to remember. The oldest are removed first. */
export const MOST_REMEMBERED = 1_000;
/** Time in milliseconds for which a file is remembered: half a year. */
export const REMEMBERED_MS = 183 * 24 * 3_600_000;
/** Shortest time in milliseconds between two writes, so that thousands of small files are not slowed down. */
const WRITE_INTERVAL_MS = 250;

/** Mark of the last write, which all tabs of the origin share. null when nothing was written, or the browser stores nothing. */
export interface WriteMark {
  read(): string | null;
  write(mark: string): void;
}

/**
 * Uploaded files in the database of the checkpoints. They are read once, and again when another tab has written. Every
 * failure behaves as if nothing had been stored: no method rejects.
 */
export function createUploadedStore(mark: WriteMark, now: () => number = Date.now): UploadedStore {
  const database = createDatabase();
  /** Files by their keys, as far as they were read and saved. */
  let known = new Map<string, UploadedFile>();
  /** Mark of the last write that `known` includes; undefined before it was read. */
  let seen: string | null | undefined;
  let unwritten: UploadedFile[] = [];
  let isWriting = false;
  let reading: Promise<void> = Promise.resolve();

  const read = async () => {
    const current = mark.read();
    if (current === seen) return;
    const { files, unusable } = await database.run("readonly", ({ uploaded }) => readAll(uploaded, now()));
    known = new Map([...files, ...known]);
    seen = current;
    if (unusable.length > 0) await database.run("readwrite", ({ uploaded }) => drop(uploaded, unusable));
  };

  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (unwritten.length > 0) {
      const files = unwritten;
      unwritten = [];
      const before = mark.read();
      await database.run("readwrite", ({ uploaded }) => putAll(uploaded, files)).catch(() => {});
      const next = `${Math.random()}`;
      // Otherwise another tab has written meanwhile, which is still to be read.
      if (seen === before && mark.read() === before) seen = next;
      mark.write(next);
      await new Promise((resolve) => setTimeout(resolve, WRITE_INTERVAL_MS));
    }
    isWriting = false;
  };

  return {
    async list() {
      reading = reading.then(read).catch(() => {});
      await reading;
      return latestFirst([...known.values()]);
    },
    async save(file) {
      known.set(uploadedKey(file), file);
      if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value ?? "");
      unwritten.push(file);
      void write();
    },
  };
}

interface Stored {
  readonly files: ReadonlyMap<string, UploadedFile>;
  /** Keys of records that are too old or cannot be read. */
  readonly unusable: readonly IDBValidKey[];
}

function readAll(uploaded: IDBObjectStore, now: number): () => Stored {
  const keys = uploaded.getAllKeys();
  const values = uploaded.getAll();
  return () => {
    const files = new Map<string, UploadedFile>();
    const unusable: IDBValidKey[] = [];
    keys.result.forEach((key, index) => {
      const file = parseUploadedRecord(values.result[index]);
      if (file && uploadedKey(file) === key && now - file.uploadedAt <= REMEMBERED_MS) files.set(key, file);
      else unusable.push(key);
    });
    return { files, unusable };
  };
}

function putAll(uploaded: IDBObjectStore, files: readonly UploadedFile[]): () => void {
  for (const file of files) uploaded.put(toUploadedRecord(file), uploadedKey(file));
  const count = uploaded.count();
  count.onsuccess = () => {
    if (count.result > MOST_REMEMBERED) removeOldest(uploaded);
  };
  return () => {};
}

function removeOldest(uploaded: IDBObjectStore): void {
  const keys = uploaded.getAllKeys();
  const values = uploaded.getAll();
  values.onsuccess = () => {
    const uploadedAt = (index: number) => parseUploadedRecord(values.result[index])?.uploadedAt ?? 0;
    const surplus = keys.result
      .map((key, index) => ({ key, uploadedAt: uploadedAt(index) }))
      .sort((one, other) => other.uploadedAt - one.uploadedAt)
      .slice(MOST_REMEMBERED);
    drop(
      uploaded,
      surplus.map(({ key }) => key),
    );
  };
}

function drop(uploaded: IDBObjectStore, keys: readonly IDBValidKey[]): () => void {
  for (const key of keys) uploaded.delete(key);
  return () => {};
}

function latestFirst(files: UploadedFile[]): readonly UploadedFile[] {
  return files.sort((one, other) => other.uploadedAt - one.uploadedAt);
}
