/** Plugin of the package build: what a page loads together is in one chunk, also after a bundler has built the page. */
import { importedBy, plainExports } from "./vite.together.mjs";

/**
 * Assigns modules to chunks. Bundlers make a file of every set of modules that the same parts of a page need, so that many
 * small chunks here become many small files, each compressed alone.
 *
 * - `ui`: what both elements need first
 * - `start`: what else the uploader's element needs first, and what its wrappers for frameworks share with it
 * - `host`: what the list of files shares with the engine
 * - `rows`: what it shares with the uploader's list
 * - `engine`, `list`, `several`, `inspect`, `preview`: what else their root modules import statically
 *
 * @param {Readonly<Record<"start" | "files" | "core" | "engine" | "list" | "several" | "inspect" | "preview", string>>
 *   & Record<"wrappers", string[]>} roots paths of the modules
 * @returns {{ plugin: import("vite").Plugin, groups: { name: string, test: (id: string) => boolean }[], merged: string[] }}
 */
export function packageChunks(roots) {
  /** @type {Map<string, string>} */
  const chunkOf = new Map();
  const merged = [roots.engine, roots.list, roots.several, roots.inspect, roots.preview];
  return {
    merged,
    groups: ["start", "ui", "host", "rows", "engine", "list", "several", "inspect", "preview"].map((name, index) => ({
      name,
      priority: 10 - index,
      test: (/** @type {string} */ id) => chunkOf.get(id) === name,
    })),
    plugin: {
      name: "package-chunks",
      apply: "build",
      buildEnd() {
        const needed = (/** @type {string[]} */ ...ids) => importedBy(this, ids);
        const files = needed(roots.files);
        const core = needed(roots.core);
        const assign = (/** @type {string} */ id, /** @type {string} */ name) => {
          if (!this.getModuleInfo(id)?.isEntry && !chunkOf.has(id)) chunkOf.set(id, name);
        };
        for (const id of needed(roots.start)) {
          if (core.has(id)) this.error(`${id} belongs to the engine, and would load it with the first script.`);
          assign(id, files.has(id) ? "ui" : "start");
        }
        const list = needed(roots.list);
        for (const id of needed(...roots.wrappers)) if (list.has(id) && !core.has(id)) assign(id, "start");
        for (const id of files) if (core.has(id)) assign(id, "host");
        const several = needed(roots.several);
        for (const id of files) if (list.has(id) || several.has(id)) assign(id, "rows");
        for (const id of needed(roots.engine)) assign(id, "engine");
        for (const id of list) assign(id, "list");
        for (const id of several) assign(id, "several");
        for (const id of needed(roots.inspect)) assign(id, "inspect");
        for (const id of needed(roots.preview)) assign(id, "preview");
      },
      ...plainExports,
    },
  };
}

/**
 * Removes `import "./chunk.js"` of chunks that have no side effect. Rolldown keeps such an import of every chunk with a module
 * that the source imports, and esbuild warns everyone whose page imports the package: package.json denies the side effect.
 *
 * @param {readonly string[]} registering specifiers of the entries that are imported because they register an element
 * @returns {import("vite").Plugin}
 */
export function noEmptyImports(registering) {
  return {
    name: "no-empty-imports",
    apply: "build",
    generateBundle(_options, bundle) {
      for (const chunk of Object.values(bundle)) {
        if (chunk.type !== "chunk") continue;
        // The line stays, empty, so that the source map stays right.
        chunk.code = chunk.code.replace(/^import "(\.[^"]+)";$/gm, (line, specifier) =>
          registering.includes(specifier) ? line : "",
        );
      }
    },
  };
}
