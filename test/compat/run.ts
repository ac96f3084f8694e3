/**
 * `npm run compat`: installs the packed package into an empty project of every ecosystem, checks types, starts the
 * development server, builds, uploads a file in a browser, and prints the table. Needs the npm registry and a built package.
 *
 *     npm run compat                              every ecosystem
 *     npm run compat -- --only "Vite 5,Next"      those whose name contains one of the texts
 *     npm run compat -- --report table.md         writes the table to a file as well
 *     npm run compat -- --tarball package.tgz     tries this package instead of packing the built one
 *     npm run compat -- --record results.json     puts each row into a file of results as soon as it is known
 *
 * The documentation's page of ecosystems is made from demo/docs-site/ecosystems.json, which `--record` writes.
 * COMPAT_KEEP=1 keeps the projects in the temporary folder.
 */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { launchBrowser } from "../e2e/shared-browser.mjs";
import { openBackend } from "./backend.ts";
import type { Row } from "./ecosystem.ts";
import { ECOSYSTEMS } from "./ecosystems/index.ts";
import { pack } from "./project.ts";
import { record } from "./record.ts";
import { asTable, hasFailed } from "./table.ts";
import { tryEcosystem } from "./try-ecosystem.ts";

const { values } = parseArgs({
  options: {
    only: { type: "string" },
    report: { type: "string" },
    tarball: { type: "string" },
    record: { type: "string" },
  },
});
const wanted = values.only?.toLowerCase().split(",");
const chosen = ECOSYSTEMS.filter(({ name }) => wanted?.some((text) => name.toLowerCase().includes(text)) ?? true);

const folder = await mkdtemp(join(tmpdir(), "lightfield-pack-"));
const backend = await openBackend();
const browser = await launchBrowser();
const rows: Row[] = [];
try {
  const tarball = values.tarball ? resolve(values.tarball) : await pack(folder);
  for (const ecosystem of chosen) {
    const startedAt = performance.now();
    const row = await tryEcosystem(ecosystem, { browser, backend, tarball });
    rows.push(row);
    if (values.record) await record(values.record, row, browser.version());
    console.error(`${asTable([row])}\n${Math.round((performance.now() - startedAt) / 1000)} s\n`);
  }
} finally {
  await browser.close();
  await backend.close();
  await rm(folder, { recursive: true, force: true });
}
const table = asTable(rows);
console.log(table);
if (values.report) await writeFile(values.report, `${table}\n`);
process.exitCode = rows.length === 0 || rows.some(hasFailed) ? 1 : 0;
