/**
 * Five builds into one folder:
 *
 *     vite build --mode npm                one file per entry for pages, with Lit left to the page's bundler;
 *                                          `md5.worker.js` for pages that serve the worker themselves; the themes
 *     vite build --mode server             one file per entry for servers, which share no chunk with pages
 *     vite build --mode standalone         `lightfield-uploader.js` with all dependencies, for a script tag
 *     vite build --mode standalone-files   `lightfield-files.js`, likewise, with its own copy of Lit: a shared file would
 *                                          be an additional request for pages with only one of the elements
 *     vite build --mode cli                the package's command, on its own so that it shares no chunk with the browser
 *
 * Code for hashing is in separate chunks, loaded when the first file is hashed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { plainDecorators } from "./vite.decorators.mjs";
import { noEmptyImports, packageChunks } from "./vite.entries.mjs";
import { checkLicenses, minifyFurther, minifyTemplates, plainStyles, thirdPartyLicenses } from "./vite.standalone.mjs";
import { together } from "./vite.together.mjs";
import { buildWorker, workerSource } from "./vite.worker.mjs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const BANNER = `/*! lightfield-uploader ${version}, MIT. Third parties' licenses: THIRD-PARTY-LICENSES.txt */`;

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

const NPM_ENTRIES = {
  index: source("index.ts"),
  define: source("define.ts"),
  element: source("element/index.ts"),
  files: source("files/index.ts"),
  core: source("core.ts"),
  ssr: source("ssr/index.ts"),
  react: source("react/index.ts"),
  vue: source("vue/index.ts"),
  "types-only": source("frameworks/types-only.ts"),
};

const SERVER_ENTRIES = {
  server: source("server/index.ts"),
  relay: source("server/relay/index.ts"),
  redis: source("server/redis/index.ts"),
};

export default defineConfig(({ mode }) => {
  if (mode === "standalone") return standalone("lightfield-uploader", "standalone.ts", TOGETHER, thirdPartyLicenses());
  if (mode === "standalone-files")
    return standalone("lightfield-files", "files/index.ts", TOGETHER_FOR_FILES, checkLicenses());
  if (mode === "server") return server();
  if (mode === "cli") return cli();
  return npm();
});

function npm(): UserConfig {
  const { plugin, groups, merged } = packageChunks({
    start: source("define.ts"),
    wrappers: [source("react/index.ts"), source("vue/index.ts")],
    files: source("files/index.ts"),
    core: source("core.ts"),
    engine: source("create-uploader.ts"),
    list: source("element/list/list-view.ts"),
    several: source("element/list/several-files.ts"),
    inspect: source("transcripts/inspect.ts"),
    preview: source("element/list/preview-line.ts"),
  });
  return {
    plugins: [
      plugin,
      keepRegistration(),
      keepEntriesApart(),
      plainDynamicImports(merged),
      noEmptyImports(["./define.js", "./files.js"]),
      workerSource(),
      hostedWorker(),
      minifyTemplates(),
      plainDecorators(),
      themes(),
      contract(),
    ],
    build: {
      target: "es2022",
      sourcemap: true,
      lib: { entry: NPM_ENTRIES, formats: ["es"] },
      rolldownOptions: {
        // Only one entry each imports React and Vue.
        external: [/^lit(\/|$)/, /^@lit\//, /^react$/, /^vue$/],
        preserveEntrySignatures: "allow-extension",
        // Chunks lie beside the entries: the worker file is looked for beside the script that asks for it.
        output: {
          entryFileNames: "[name].js",
          chunkFileNames: chunkNames("chunk"),
          minifyInternalExports: false,
          codeSplitting: { includeDependenciesRecursively: false, groups },
          banner: ({ name }) => (name === "react" ? '"use client";' : ""),
        },
      },
    },
  };
}

function server(): UserConfig {
  return {
    build: {
      target: "es2022",
      emptyOutDir: false,
      sourcemap: true,
      lib: { entry: SERVER_ENTRIES, formats: ["es"] },
      rolldownOptions: {
        external: [/^@tus\//, /^node:/],
        output: { entryFileNames: "[name].js", chunkFileNames: chunkNames("chunk") },
      },
    },
  };
}

/** Modules that always come together: for the first paint, the first file, sending it, several files, and transcripts. */
const TOGETHER = {
  main: source("define.ts"),
  engine: source("create-uploader.ts"),
  list: source("element/list/list-view.ts"),
  several: source("element/list/several-files.ts"),
  inspect: [
    source("transcripts/inspect.ts"),
    source("transcripts/text-kind.ts"),
    source("element/list/preview-line.ts"),
  ],
};

/** What the list of files needs first, apart from its entry: no later piece may import the entry, which can have a query. */
const TOGETHER_FOR_FILES = { main: source("files/lightfield-files.ts") };

type Roots = Readonly<Record<string, string | readonly string[]>>;

function standalone(name: string, entry: string, roots: Roots, licenses: Plugin): UserConfig {
  const { plugin, groups } = together(roots);
  return {
    plugins: [
      keepRegistration(),
      plugin,
      forScriptTags(),
      plainStyles(),
      workerSource(),
      minifyTemplates(),
      plainDecorators(),
      licenses,
      minifyFurther(),
    ],
    build: {
      target: "es2022",
      // The folder already contains the other builds.
      emptyOutDir: false,
      // Vite keeps white space in ES libraries for a later bundler; a script tag has none.
      minify: true,
      lib: { entry: { [name]: source(entry) }, formats: ["es"] },
      rolldownOptions: {
        preserveEntrySignatures: "allow-extension",
        output: {
          minify: true,
          minifyInternalExports: false,
          codeSplitting: { includeDependenciesRecursively: false, groups },
          // Removes annotations for bundlers. The licenses are in a separate file.
          comments: false,
          // The other chunks are only loaded by the entry.
          postBanner: ({ isEntry }) => (isEntry ? BANNER : ""),
          entryFileNames: "[name].js",
          chunkFileNames: chunkNames(name),
        },
      },
    },
  };
}

function cli(): UserConfig {
  return {
    build: {
      target: "es2022",
      emptyOutDir: false,
      lib: { entry: { cli: source("check/cli.ts") }, formats: ["es"] },
      rolldownOptions: { external: [/^node:/], output: { entryFileNames: "[name].js", codeSplitting: false } },
    },
  };
}

/**
 * A piece of a language is named by its folder as well: every language has a `list.ts`. Its hash is short, because the first
 * script names every language, and hashes do not compress.
 */
function chunkNames(prefix: string) {
  return ({ facadeModuleId }: { facadeModuleId: string | null }): string => {
    const language = facadeModuleId && /\/locales\/([^/]+)\/[^/]+\.ts$/.exec(facadeModuleId)?.[1];
    return language ? `${prefix}-${language}-[name]-[hash:7].js` : `${prefix}-[name]-[hash].js`;
  };
}

/** package.json names side effects by the built files, so that of the source, too, has to be said. */
function keepRegistration(): Plugin {
  return {
    name: "keep-registration",
    transform: {
      filter: { id: /\/src\/(files\/)?define\.ts$/ },
      handler: (code) => ({ code, map: null, moduleSideEffects: true }),
    },
  };
}

/**
 * Makes entries import other entries as external files. If Rolldown (Vite 8) bundled the core, a page that only registers
 * the element would load the engine with its first script, because Rolldown keeps a chunk with every module that names it.
 * The modules that register elements would be in chunks, whose side effect package.json does not list.
 */
function keepEntriesApart(): Plugin {
  const importers = new Set(["index.ts", "react/index.ts", "vue/index.ts"].map(source));
  const entries = new Map([
    [source("core.ts"), "./core.js"],
    [source("define.ts"), "./define.js"],
    [source("files/define.ts"), "./files.js"],
  ]);
  return {
    name: "keep-entries-apart",
    enforce: "pre",
    resolveId(id, importer) {
      const file = importer && importers.has(importer) ? entries.get(resolve(dirname(importer), id)) : undefined;
      return file ? { id: file, external: true } : null;
    },
  };
}

/**
 * Makes every dynamically imported module a chunk that exports what the module exports, so that a dynamic import is a plain
 * `import("…")`. Otherwise Rolldown writes `import("…").then((e) => e.n)` for a module in a shared chunk, which the dynamic
 * import rewriting of Vite 5 and 6 breaks in the packages that it bundles. The `merged` modules are in chunks with others,
 * which `packageChunks` makes plain.
 */
function plainDynamicImports(merged: readonly string[]): Plugin {
  const emitted = new Set<string>();
  return {
    name: "plain-dynamic-imports",
    apply: "build",
    async resolveDynamicImport(specifier, importer) {
      if (typeof specifier !== "string" || !specifier.startsWith(".")) return null;
      const resolved = await this.resolve(specifier, importer);
      if (!resolved || resolved.external || merged.includes(resolved.id) || emitted.has(resolved.id)) return resolved;
      emitted.add(resolved.id);
      this.emitFile({ type: "chunk", id: resolved.id, preserveSignature: "allow-extension" });
      return resolved;
    },
  };
}

/** What is other in script-tag builds: the rule for where `md5.worker.js` lies, and no support of jsdom. */
function forScriptTags(): Plugin {
  return {
    name: "for-script-tags",
    enforce: "pre",
    resolveId: (id) => (id === "./own-worker.ts" ? source("hash/own-worker-script-tag.ts") : null),
    transform: {
      filter: { code: /\binternalsOf\(this\)/ },
      handler: (code) => ({ code: code.replace("internalsOf(this)", "this.attachInternals()"), map: null }),
    },
  };
}

/** Writes `md5.worker.js`, whose name must not change because pages refer to it in `worker-url`. */
function hostedWorker(): Plugin {
  return {
    name: "hosted-worker",
    apply: "build",
    async generateBundle() {
      const script = await buildWorker(source("hash/md5-worker.ts"));
      this.emitFile({ type: "asset", fileName: "md5.worker.js", source: `${BANNER}\n${script}\n` });
    },
  };
}

/** Copies the themes without minifying them, so that designers can read and adapt them. */
function themes(): Plugin {
  return {
    name: "themes",
    apply: "build",
    generateBundle() {
      for (const name of readdirSync(source("themes"))) {
        this.emitFile({
          type: "asset",
          fileName: `themes/${name}`,
          source: readFileSync(source(`themes/${name}`), "utf8"),
        });
      }
    },
  };
}

/** Copies the contract of the endpoint, for hosts in any language. */
function contract(): Plugin {
  return {
    name: "contract",
    apply: "build",
    generateBundle() {
      const yaml = readFileSync(source("host/openapi.yaml"), "utf8");
      this.emitFile({ type: "asset", fileName: "openapi.yaml", source: yaml });
    },
  };
}
