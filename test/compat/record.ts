import { readFile, writeFile } from "node:fs/promises";
import type { RecordedRun } from "../../demo/docs-site/ecosystems.ts";
import type { Row } from "./ecosystem.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";

/** Puts a row into a file of results, in place of its earlier one. Rows of ecosystems that are no longer tried are dropped. */
export async function record(file: string, row: Row, chromium: string): Promise<void> {
  const text = await readFile(file, "utf8").catch(() => null);
  const before = text === null ? [] : (JSON.parse(text) as RecordedRun).rows;
  const byName = new Map([...before, row].map((one) => [one.name, one]));
  const rows = ECOSYSTEMS.flatMap(({ name, recipe }) => {
    const one = byName.get(name);
    return one ? [{ ...one, recipe }] : [];
  });
  const day = new Date().toISOString().slice(0, 10);
  const run: RecordedRun = { day, node: process.versions.node, chromium, rows };
  await writeFile(file, `${JSON.stringify(run, null, 2)}\n`);
}
