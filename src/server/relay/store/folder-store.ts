import { mkdirSync } from "node:fs";
import { readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import type { DataStore } from "@tus/server";
import { isEntryId } from "./ids.ts";
import { expiryOf, removeEntry } from "./records.ts";

/** A tus store that can also read an upload, like FileStore, S3Store and GCSStore. */
export type ReadableStore = DataStore & { read(id: string): Readable | Promise<Readable> };

/** A store and a function that lists its entries; null if they cannot be listed. */
export interface Storage {
  readonly store: ReadableStore;
  readonly list: (() => Promise<readonly string[]>) | null;
}

/**
 * FileStore 2.1 deletes all expired uploads in parallel and handles rejections only at the end. If another process has
 * deleted one meanwhile, its rejection is unhandled and ends the process. This class deletes them one by one.
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
      // FileStore leaves the JSON file if the bytes are missing.
      await rm(join(this.directory, name), { force: true });
      removed += 1;
    }
    return removed;
  }
}

/** Access for the owner only, since the folder holds presigned URLs. */
const PRIVATE_FOLDER = 0o700;

export function folderStorage(directory: string, expiresAfterMs: number): Storage {
  mkdirSync(directory, { recursive: true, mode: PRIVATE_FOLDER });
  return {
    store: new FolderStore({ directory, expirationPeriodInMilliseconds: expiresAfterMs }),
    list: async () => (await readdir(directory)).filter((name) => !name.endsWith(".json")),
  };
}
