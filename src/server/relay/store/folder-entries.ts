import { readFile, rename, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { FileConfigstore } from "@tus/file-store";
import type { Upload } from "@tus/server";

/** Access for the owner only: entries hold presigned URLs, and an existing folder keeps its own mode. */
const PRIVATE_FILE = 0o600;

/** Suffix of a JSON file that is being written. */
export const DRAFT = ".new";

/**
 * JSON files of a folder store. FileConfigstore 2.1 reports an entry as missing when the disk fails for a moment, so a
 * cancel would report success and delete nothing; and it overwrites a file in place, so a crash can leave half of it.
 */
export class FolderEntries extends FileConfigstore {
  /** Reads a file; undefined if it does not exist or holds no JSON. @throws the error of the disk for any other failure */
  override async get(id: string): Promise<Upload | undefined> {
    try {
      return JSON.parse(await readFile(this.#path(id), "utf8"));
    } catch (error) {
      if (isNoFile(error) || error instanceof SyntaxError) return undefined;
      throw error;
    }
  }

  /** Replaces the file in one step: after a crash it has the old content or the new one. */
  override async set(id: string, entry: Upload): Promise<void> {
    const draft = this.#path(id) + DRAFT;
    await writeFile(draft, JSON.stringify(entry), { mode: PRIVATE_FILE });
    await rename(draft, this.#path(id));
  }

  override async delete(id: string): Promise<void> {
    await deleteFile(this.#path(id));
  }

  #path(id: string): string {
    return join(this.directory, `${id}.json`);
  }
}

/** Deletes a file; false if it did not exist. */
export async function deleteFile(path: string): Promise<boolean> {
  try {
    await unlink(path);
    return true;
  } catch (error) {
    if (isNoFile(error)) return false;
    throw error;
  }
}

export function isNoFile(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}
