import type { UploadedStore } from "../engine/duplicates/known-contents.ts";
import { nameOfFirst } from "../engine/duplicates/same-file.ts";
import type { UploadedFile } from "../engine/ports.ts";
import { createDatabase, type Stores } from "./checkpoint-database.ts";
import { parseUploadedRecord, toUploadedRecord, uploadedKey } from "./uploaded-record.ts";

/** Largest number of files to remember. The oldest are removed first. */
export const MOST_REMEMBERED = 1_000;
/** Largest number of records. Then they are merged into one, which reads them all. */
const MOST_RECORDS = 20;
/** Time in milliseconds for which a file is remembered: half a year. */
export const REMEMBERED_MS = 183 * 24 * 3_600_000;
/**
 * Shortest time in milliseconds between two writes. The files of one write are one record, because each record costs the
 * browser as much as hashing a small file.
 */
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
  /** Number of files written since records were merged. */
  let written = 0;
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
    const { files, isClean } = await database.run("readonly", ({ uploaded }) => {
      const records = uploaded.getAll();
      return () => filesOf(records.result, now());
    });
    const own = all();
    known.clear();
    for (const file of [...files.reverse(), ...own]) remember(file);
    seen = current;
    if (!isClean) await database.run("readwrite", ({ uploaded }) => merge(uploaded, now()));
  };

  const save = async (files: readonly UploadedFile[]) => {
    written += files.length;
    const mostRecords = written > MOST_REMEMBERED ? 0 : MOST_RECORDS;
    const work = ({ uploaded }: Stores) => add(uploaded, files, { mostRecords, now: now() });
    if (await database.run("readwrite", work).catch(() => false)) written = 0;
  };

  const write = async () => {
    if (isWriting) return;
    isWriting = true;
    while (unwritten.length > 0) {
      const files = unwritten;
      unwritten = [];
      const before = mark.read();
      await save(files);
      const next = `${Math.random()}`;
      // Otherwise another tab has written meanwhile, which is still to be read.
      if (seen === before && mark.read() === before) seen = next;
      mark.write(next);
      await new Promise((resolve) => setTimeout(resolve, WRITE_INTERVAL_MS));
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
  /** The latest first. */
  readonly files: UploadedFile[];
  /** Whether nothing is stored that is too old or cannot be read. */
  readonly isClean: boolean;
}

/** The latest upload of each file in the records, as many as are remembered. */
function filesOf(records: readonly unknown[], now: number): Stored {
  const stored = records.flatMap(parseUploadedRecord);
  const usable = stored.filter((file) => file !== null).filter((file) => now - file.uploadedAt <= REMEMBERED_MS);
  usable.sort((one, other) => other.uploadedAt - one.uploadedAt);
  const latest = new Map<string, UploadedFile>();
  for (const file of usable) {
    const key = uploadedKey(file);
    if (!latest.has(key)) latest.set(key, file);
  }
  return { files: [...latest.values()].slice(0, MOST_REMEMBERED), isClean: usable.length === stored.length };
}

/** Adds files as one record, and merges the records if there are more than `mostRecords` then. Gives whether it did. */
function add(
  uploaded: IDBObjectStore,
  files: readonly UploadedFile[],
  { mostRecords, now }: { readonly mostRecords: number; readonly now: number },
): () => boolean {
  put(uploaded, files);
  const count = uploaded.count();
  const isDue = () => count.result > mostRecords;
  count.onsuccess = () => {
    if (isDue()) merge(uploaded, now);
  };
  return isDue;
}

/** Replaces all records by one with what is still to be remembered. */
function merge(uploaded: IDBObjectStore, now: number): () => void {
  const records = uploaded.getAll();
  records.onsuccess = () => {
    uploaded.clear();
    put(uploaded, filesOf(records.result, now).files);
  };
  return () => {};
}

/** Adds a record. Its key says nothing: what makes two files one is in the record. */
function put(uploaded: IDBObjectStore, files: readonly UploadedFile[]): void {
  uploaded.put(toUploadedRecord(files), Math.random());
}
