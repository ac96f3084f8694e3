/** Which test file runs where. One that imports `node:test` runs in Node, any other in browsers, wherever it stands. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Folders with suites of their own: whole pages, third-party servers, long runs. */
const OWN_SUITES = ["test/e2e", "test/peers", "test/long", "test/compat"];

/** Files of a folder and its subfolders, as paths from the project's root. Node 20 has no glob of its own. */
export function filesIn(folder, suffix) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)).replaceAll(sep, "/"))
    .filter((path) => !/(^|\/)(node_modules|dist)\//.test(path))
    .sort();
}

function unitFiles() {
  return filesIn("test", ".test.ts").filter((path) => !OWN_SUITES.some((folder) => path.startsWith(`${folder}/`)));
}

const runsInNode = (path) => /from "node:test"/.test(readFileSync(join(ROOT, path), "utf8"));

/** Tests that need no browser. */
export const nodeTestFiles = () => unitFiles().filter(runsInNode);

/** Tests that run in each engine. */
export const browserTestFiles = () => unitFiles().filter((path) => !runsInNode(path));
