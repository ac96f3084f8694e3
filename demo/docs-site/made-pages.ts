/**
 * Pages of the documentation that are made, not written: the reference from the manifest and the sources, the digests from
 * `dist`, the tested ecosystems from the results of `npm run compat`. As a program it writes them beside the written pages,
 * so that they are in the package. Needs a built `dist`.
 */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { ecosystemsPage, type RecordedRun } from "./ecosystems.ts";
import { integrityPage } from "./integrity-page.ts";
import { referencePages } from "./reference-pages.ts";

/** Source of each made page by its path, for example "reference/uploader". */
export function madePages(root: string): [path: string, source: string][] {
  const json = (path: string): unknown => JSON.parse(readFileSync(join(root, path), "utf8"));
  const { version } = json("package.json") as { version: string };
  const digests = json("dist/integrity.json") as Record<string, string>;
  return [
    ...referencePages(root),
    ["reference/integrity", integrityPage(digests, version)],
    ["ecosystems", ecosystemsPage(json("demo/docs-site/ecosystems.json") as RecordedRun)],
  ];
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, "..", "..");
  for (const [path, source] of madePages(root)) {
    const file = join(root, "demo", "docs", `${path}.md`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, `${source.trimEnd()}\n`);
  }
}
