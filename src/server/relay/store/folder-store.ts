import { mkdirSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import type { DataStore } from "@tus/server";
import { isEntryId } from "./ids.ts";
import { expiryOf, removeEntry } from "./records.ts";

/** A tus store that also gives back what it was given, as FileStore, S3Store and GCSStore do. */
export type ReadableStore = DataStore & { read(id: string): Readable | Promise<Readable> };

/** The store, and the names of what lies in it: those of folders can be listed, those of other stores by their owner. */
export interface Storage {
  readonly store: ReadableStore;
  readonly list: (() => Promise<readonly string[]>) | null;
}

/**
 * FileStore removes expired uploads all at once and listens to them only in the end: one that somebody else has removed
 * meanwhile (a DELETE, another process) is then a rejection that nobody handles, and ends the process (2.1).
 */
class FolderStore extends FileStore {
  override async deleteExpired(): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.directory)) {
      const id = name.replace(/\.json$/, "");
      if (id === name || !isEntryId(id)) continue;
      const entry = await this.configstore.get(id);
      const expiresAt = entry ? expiryOf(this, entry) : null;
      if (expiresAt === null || expiresAt > Date.now()) continue;
      await removeEntry(this, id);
      // What FileStore leaves when the bytes themselves are missing.
      await rm(join(this.directory, name), { force: true });
      removed += 1;
    }
    return removed;
  }
}

/** For its owner only, since presigned URLs lie in it. */
const PRIVATE_FOLDER = 0o700;

export function folderStorage(directory: string, expiresAfterMs: number): Storage {
  mkdirSync(directory, { recursive: true, mode: PRIVATE_FOLDER });
  return {
    store: new FolderStore({ directory, expirationPeriodInMilliseconds: expiresAfterMs }),
    list: async () => (await readdir(directory)).filter((name) => !name.endsWith(".json")),
  };
}
