/** The last step of `npm run build:lib`: removes declarations that no entry of the package reaches. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL(".", import.meta.url));
const declarations = join(root, "dist", "types");
/** The specifier of `from "…"`, `import "…"` and `import("…")`. */
const SPECIFIER = /(?:\bfrom\s*|\bimport\s*\(?\s*)["'](\.[^"']+)["']/g;

/** @type {Set<string>} */
const reached = new Set();

/** @param {string} file */
function reach(file) {
  if (reached.has(file)) return;
  if (!existsSync(file)) throw new Error(`${file} is not there: run tsc first, or correct the import of it.`);
  reached.add(file);
  for (const [, specifier = ""] of readFileSync(file, "utf8").matchAll(SPECIFIER)) {
    reach(resolve(dirname(file), specifier.replace(/\.(js|ts)$/, ".d.ts")));
  }
}

const { exports } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
for (const target of Object.values(exports)) if (target.types) reach(join(root, target.types));

const all = readdirSync(declarations, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
for (const entry of all) {
  const file = join(entry.parentPath ?? entry.path, entry.name);
  if (!reached.has(file)) rmSync(file);
}
