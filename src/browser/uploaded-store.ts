import type { UploadedStore } from "../engine/duplicates/known-contents.ts";
import { nameOfFirst } from "../engine/duplicates/same-file.ts";
import type { UploadedFile } from "../engine/ports.ts";
import { createDatabase } from "./checkpoint-database.ts";
import { parseUploadedRecord, toUploadedRecord, uploadedKey } from "./uploaded-record.ts";

/** Largest number of files to remember. The oldest are removed first. */
export const MOST_REMEMBERED = 1_000;
/** The same while files are still being saved: finding the oldest reads them all. */
const MOST_MEANWHILE = 2 * MOST_REMEMBERED;
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
  /** Files by `nameOfFirst`, as far as they were read and saved: no file is compared with all others. */
  const known = new Map<string, readonly UploadedFile[]>();
  /** Mark of the last write that `known` includes; undefined before it was read. */
  let seen: string | null | undefined;
  let unwritten: UploadedFile[] = [];
  /** Number of files in the database, as of the last write. */
  let count = 0;
  let isWriting = false;
  let reading: Promise<void> = Promise.resolve();

  const all = () => [...known.values()].flat();

  /** Adds a file in the place of an earlier upload of it. */
  const remember = (file: UploadedFile) => {
    const name = nameOfFirst(file.name);
    const others = (known.get(name) ?? []).filter(
      (one) => one.md5 !== file.md5 || uploadedKey(one) !== uploadedKey(file),
    );
    known.set(name, others.slice(1 - MOST_REMEMBERED).concat(file));
  };

  const read = async () => {
    const current = mark.read();
    if (current === seen) return;
    const { files, unusable } = await database.run("readonly", ({ uploaded }) => readAll(uploaded, now()));
    const own = all();
    known.clear();
    for (const file of [...files, ...own]) remember(file);
    seen = current;
    if (unusable.length > 0) await database.run("readwrite", ({ uploaded }) => drop(uploaded, unusable));
  };

  const save = async (files: readonly UploadedFile[], most: number) => {
    count = (await database.run("readwrite", ({ uploaded }) => putAll(uploaded, files, most)).catch(() => null)) ?? 0;
  };

  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (unwritten.length > 0) {
      const files = unwritten;
      unwritten = [];
      const before = mark.read();
      await save(files, MOST_MEANWHILE);
      const next = `${Math.random()}`;
      // Otherwise another tab has written meanwhile, which is still to be read.
      if (seen === before && mark.read() === before) seen = next;
      mark.write(next);
      await new Promise((resolve) => setTimeout(resolve, WRITE_INTERVAL_MS));
      if (unwritten.length === 0 && count > MOST_REMEMBERED) await save([], MOST_REMEMBERED);
    }
    isWriting = false;
  };

  return {
    async list(name) {
      reading = reading.then(read).catch(() => {});
      await reading;
      const files = name === undefined ? all() : [...(known.get(name) ?? [])];
      return files.sort((one, other) => other.uploadedAt - one.uploadedAt);
    },
    async save(file) {
      remember(file);
      if (known.size > MOST_REMEMBERED) known.delete(known.keys().next().value ?? "");
      unwritten.push(file);
      void write();
    },
  };
}

interface Stored {
  readonly files: readonly UploadedFile[];
  /** Keys of records that are too old or cannot be read. */
  readonly unusable: readonly IDBValidKey[];
}

function readAll(uploaded: IDBObjectStore, now: number): () => Stored {
  const keys = uploaded.getAllKeys();
  const values = uploaded.getAll();
  return () => {
    const files: UploadedFile[] = [];
    const unusable: IDBValidKey[] = [];
    keys.result.forEach((key, index) => {
      const file = parseUploadedRecord(values.result[index]);
      if (file && uploadedKey(file) === key && now - file.uploadedAt <= REMEMBERED_MS) files.push(file);
      else unusable.push(key);
    });
    return { files, unusable };
  };
}

/** Saves files, and removes the oldest if there are more than `most` then. Gives their number before that. */
function putAll(uploaded: IDBObjectStore, files: readonly UploadedFile[], most: number): () => number {
  for (const file of files) uploaded.put(toUploadedRecord(file), uploadedKey(file));
  const count = uploaded.count();
  count.onsuccess = () => {
    if (count.result > most) removeOldest(uploaded);
  };
  return () => count.result;
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
