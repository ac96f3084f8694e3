/** Plugin of the package build: what the entries of the elements load first is in few chunks. */

/**
 * Merges the modules that an element imports statically into two chunks: its own, and those that it shares with other
 * entries. Bundlers make a chunk of every set of modules that the same parts of a page need, so that many small chunks
 * here become many small files, each compressed alone.
 *
 * @param {string} root path of the entry's module
 * @param {readonly string[]} others paths of the modules of entries that must not load what only `root` needs
 * @param {readonly string[]} apart paths of the modules of entries that never load a module of these chunks
 * @returns {{ plugin: import("vite").Plugin, groups: { name: string, test: (id: string) => boolean }[] }}
 */
export function firstLoad(root, others, apart) {
  /** @type {Map<string, string>} */
  const chunkOf = new Map();
  return {
    groups: ["start", "ui"].map((name) => ({ name, test: (id) => chunkOf.get(id) === name })),
    plugin: {
      name: "first-load",
      apply: "build",
      buildEnd() {
        const needed = (/** @type {readonly string[]} */ roots) => {
          /** @type {Set<string>} */
          const found = new Set();
          const pending = [...roots];
          for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
            if (found.has(id)) continue;
            found.add(id);
            pending.push(...(this.getModuleInfo(id)?.importedIds ?? []));
          }
          return found;
        };
        const shared = needed(others);
        const kept = needed(apart);
        for (const id of needed([root])) {
          if (!this.getModuleInfo(id)?.isEntry && !kept.has(id)) chunkOf.set(id, shared.has(id) ? "ui" : "start");
        }
      },
    },
  };
}
