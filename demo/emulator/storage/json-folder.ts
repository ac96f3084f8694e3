import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Records with one JSON file each. A write is a rename, so a crash leaves the old record or the new one, never a part.
 */
export class JsonFolder<T extends { readonly id: string; readonly createdAt: number }> {
  readonly #dir: string;

  constructor(dir: string) {
    this.#dir = dir;
    mkdirSync(dir, { recursive: true });
  }

  save(record: T): void {
    const path = join(this.#dir, `${record.id}.json`);
    writeFileSync(`${path}.new`, JSON.stringify(record));
    renameSync(`${path}.new`, path);
  }

  /** All records, oldest first. */
  load(): T[] {
    return readdirSync(this.#dir)
      .filter((name) => name.endsWith(".json"))
      .map((name) => JSON.parse(readFileSync(join(this.#dir, name), "utf8")) as T)
      .sort((a, b) => a.createdAt - b.createdAt);
  }
}
