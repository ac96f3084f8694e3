/** Plugin of the script-tag build: what always loads together is one file, because every file is a request. */

/**
 * Merges what the roots of a chunk import statically into that chunk: a module goes with the first chunk that needs it.
 * Without it, Rolldown makes a chunk of every module that two chunks share, and a page fetched twelve files for one upload.
 * Dynamic imports stay plain `import("…")`: the chunks keep the names of what they export.
 *
 * @param {Readonly<Record<string, string | readonly string[]>>} roots name of each chunk and paths of its root modules
 * @returns {{ plugin: import("vite").Plugin, groups: { name: string, priority: number, test: (id: string) => boolean }[] }}
 */
export function together(roots) {
  /** @type {Map<string, string>} */
  const chunkOf = new Map();
  const names = Object.keys(roots);
  return {
    groups: names.map((name, index) => ({
      name,
      priority: names.length - index,
      test: (id) => chunkOf.get(id) === name,
    })),
    plugin: {
      name: "together",
      apply: "build",
      buildEnd() {
        for (const [name, root] of Object.entries(roots)) {
          for (const id of importedBy(this, [root].flat())) if (!chunkOf.has(id)) chunkOf.set(id, name);
        }
      },
      ...plainExports,
    },
  };
}

/**
 * Hooks of a plugin that make `import()` of a module in a merged chunk plain. They need `minifyInternalExports: false`.
 * @satisfies {Partial<import("vite").Plugin>}
 */
export const plainExports = {
  /** @param {string} code */
  renderChunk: (code) => ({ code: withoutNamespaces(code), map: null }),
  /** @this {{ error(message: string): never }} */
  generateBundle(_options, bundle) {
    for (const [file, chunk] of Object.entries(bundle)) {
      if (chunk.type !== "chunk") continue;
      if (chunk.name === "rolldown-runtime") {
        delete bundle[file];
        delete bundle[`${file}.map`];
      } else if (/_exports\b|__exportAll/.test(chunk.code)) this.error(`${file} has a namespace object of Rolldown.`);
    }
  },
};

/**
 * The modules and everything that they import statically.
 * @param {{ getModuleInfo(id: string): { readonly importedIds: readonly string[] } | null }} context of the plugin
 * @param {readonly string[]} roots
 */
export function importedBy(context, roots) {
  /** @type {Set<string>} */
  const found = new Set();
  const pending = [...roots];
  for (let id = pending.pop(); id !== undefined; id = pending.pop()) {
    if (found.has(id)) continue;
    found.add(id);
    pending.push(...(context.getModuleInfo(id)?.importedIds ?? []));
  }
  return found;
}

/**
 * Rolldown wraps what a merged module exports in an object, and imports it as `import("…").then((n) => n.x_exports)`. This
 * makes it exports of the chunk, and the imports plain.
 * @param {string} code of a chunk, before it is minified
 */
function withoutNamespaces(code) {
  /** @type {Map<string, string[]>} */
  const namespaces = new Map();
  const rest = code
    .replace(/^var (\w+_exports) = .*__exportAll\(\{([\s\S]*?)\}\);$/gm, (match, name, members) => {
      const pairs = [...members.matchAll(/(\w+): \(\) => (\w+)/g)];
      namespaces.set(
        name,
        pairs.map(([, exported, local]) => (local === exported ? local : `${local} as ${exported}`)),
      );
      // The lines stay where they are, for source maps.
      return match.replace(/[^\n]/g, "");
    })
    .replace(/(import\([^()]+\))\.then\(\((\w+)\) => \2\.\w+_exports\)/g, "$1")
    .replace(/^import \{[^}]*\b__exportAll\b[^}]*\}.*$/gm, "");
  return rest.replace(/^export \{([^}]*)\};$/gm, (_match, list) => {
    const names = list.split(",").flatMap((/** @type {string} */ name) => namespaces.get(name.trim()) ?? name.trim());
    return `export { ${[...new Set(names)].join(", ")} };`;
  });
}
