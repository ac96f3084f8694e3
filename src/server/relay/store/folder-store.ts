import { mkdirSync } from "node:fs";
import { access, constants, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import { type DataStore, ERRORS } from "@tus/server";
import { DRAFT, deleteFile, FolderEntries, isNoFile } from "./folder-entries.ts";
import { isEntryId } from "./ids.ts";
import { expiryOf, removeEntry } from "./records.ts";

/** A tus store that can also read an upload, like FileStore, S3Store and GCSStore. */
export type ReadableStore = DataStore & { read(id: string): Readable | Promise<Readable> };

/** A store and a function that lists its entries; null if they cannot be listed. */
export interface Storage {
  readonly store: ReadableStore;
  readonly list: (() => Promise<readonly string[]>) | null;
  /** Rejects if nothing can be stored. Absent if only an attempt shows it. */
  readonly check?: () => Promise<void>;
}

/**
 * FileStore with deletions that tolerate another request or process that deletes the same entry. In FileStore 2.1 the
 * slower of the two fails with ENOENT when the JSON file is already gone, and its parallel clean-up can end the process
 * by an unhandled rejection. Can be removed when FileConfigstore deletes with `force`.
 */
class FolderStore extends FileStore {
  constructor(directory: string, expirationPeriodInMilliseconds: number) {
    super({ directory, configstore: new FolderEntries(directory), expirationPeriodInMilliseconds });
  }

  /** Deletes the bytes, then the JSON file, so that after a crash in between `deleteExpired` still finds the entry. */
  override async remove(id: string): Promise<void> {
    const wasThere = await deleteFile(join(this.directory, id));
    await this.configstore.delete(id);
    if (!wasThere) throw ERRORS.FILE_NOT_FOUND;
  }

  /** Deletes expired entries, and files that a crash has left, one by one; returns the number of both. */
  override async deleteExpired(): Promise<number> {
    const names = new Set(await readdir(this.directory));
    let removed = 0;
    for (const name of names) {
      const [, id = "", ending] = /^([0-9a-z]+)(\.json|\.json\.new)?$/.exec(name) ?? [];
      if (!isEntryId(id) || (ending === undefined && names.has(`${id}.json`))) continue;
      const expiresAt = await this.#expiryOf(id, name);
      if (expiresAt === null || expiresAt > Date.now()) continue;
      if (name.endsWith(DRAFT)) await deleteFile(join(this.directory, name));
      else await removeEntry(this, id);
      removed += 1;
    }
    return removed;
  }

  /** Time at which a file expires: the time of its entry, or of the file itself if a crash left it without an entry. */
  async #expiryOf(id: string, name: string): Promise<number | null> {
    const entry = name.endsWith(DRAFT) ? undefined : await this.configstore.get(id);
    if (entry) return expiryOf(this, entry);
    try {
      const { mtimeMs } = await stat(join(this.directory, name));
      return this.getExpiration() > 0 ? mtimeMs + this.getExpiration() : null;
    } catch (error) {
      if (isNoFile(error)) return null;
      throw error;
    }
  }
}

/** Access for the owner only, since the folder holds presigned URLs. */
const PRIVATE_FOLDER = 0o700;

export function folderStorage(directory: string, expiresAfterMs: number): Storage {
  mkdirSync(directory, { recursive: true, mode: PRIVATE_FOLDER });
  return {
    store: new FolderStore(directory, expiresAfterMs),
    list: async () => (await readdir(directory)).filter(isEntryId),
    check: () => access(directory, constants.W_OK),
  };
}
