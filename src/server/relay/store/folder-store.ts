import { mkdirSync } from "node:fs";
import { readdir, unlink } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { FileConfigstore, FileStore } from "@tus/file-store";
import { type DataStore, ERRORS } from "@tus/server";
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
 * FileStore with deletions that tolerate another request or process that deletes the same entry. In FileStore 2.1 the
 * slower of the two fails with ENOENT when the JSON file is already gone, and its parallel clean-up can end the process
 * by an unhandled rejection. Can be removed when FileConfigstore deletes with `force`.
 */
class FolderStore extends FileStore {
  constructor(directory: string, expirationPeriodInMilliseconds: number) {
    super({ directory, configstore: new FolderConfigstore(directory), expirationPeriodInMilliseconds });
  }

  /** Deletes the bytes, then the JSON file, so that after a crash in between `deleteExpired` still finds the entry. */
  override async remove(id: string): Promise<void> {
    const wasThere = await deleteFile(join(this.directory, id));
    await this.configstore.delete(id);
    if (!wasThere) throw ERRORS.FILE_NOT_FOUND;
  }

  /** Deletes expired entries one by one; returns their number. */
  override async deleteExpired(): Promise<number> {
    let removed = 0;
    for (const name of await readdir(this.directory)) {
      const id = name.replace(/\.json$/, "");
      if (id === name || !isEntryId(id)) continue;
      const entry = await this.configstore.get(id);
      const expiresAt = entry ? expiryOf(this, entry) : null;
      if (expiresAt === null || expiresAt > Date.now()) continue;
      await removeEntry(this, id);
      removed += 1;
    }
    return removed;
  }
}

class FolderConfigstore extends FileConfigstore {
  override async delete(id: string): Promise<void> {
    await deleteFile(join(this.directory, `${id}.json`));
  }
}

/** Deletes a file; false if it did not exist. */
async function deleteFile(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}

/** Access for the owner only, since the folder holds presigned URLs. */
const PRIVATE_FOLDER = 0o700;

export function folderStorage(directory: string, expiresAfterMs: number): Storage {
  mkdirSync(directory, { recursive: true, mode: PRIVATE_FOLDER });
  return {
    store: new FolderStore(directory, expiresAfterMs),
    list: async () => (await readdir(directory)).filter((name) => !name.endsWith(".json")),
  };
}
