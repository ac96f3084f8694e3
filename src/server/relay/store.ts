import { mkdirSync } from "node:fs";
import { readdir } from "node:fs/promises";
import type { Readable } from "node:stream";
import { FileStore } from "@tus/file-store";
import type { DataStore } from "@tus/server";

/** A tus store that also gives back what it was given, as FileStore, S3Store and GCSStore do. */
export type ReadableStore = DataStore & { read(id: string): Readable | Promise<Readable> };

/** The store, and the names of what lies in it: those of folders can be listed, those of other stores by their owner. */
export interface Storage {
  readonly store: ReadableStore;
  readonly list: (() => Promise<readonly string[]>) | null;
}

/** For its owner only, since presigned URLs lie in it. */
const PRIVATE_FOLDER = 0o700;

export function folderStorage(directory: string, expiresAfterMs: number): Storage {
  mkdirSync(directory, { recursive: true, mode: PRIVATE_FOLDER });
  return {
    store: new FileStore({ directory, expirationPeriodInMilliseconds: expiresAfterMs }),
    list: async () => (await readdir(directory)).filter((name) => !name.endsWith(".json")),
  };
}
