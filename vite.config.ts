/**
 * Three builds into one folder:
 *
 *     vite build --mode npm          one file for each entry of the package, Lit left to the page's own bundler,
 *                                    `md5.worker.js` for pages that serve the worker themselves, and the ready themes
 *     vite build --mode standalone   `lightfield-uploader.js` with everything in it, for a script tag
 *     vite build --mode standalone-files   `lightfield-files.js`, the list of files, in the same way and with a Lit of its
 *                                          own: a file shared by the two would be one more to fetch for those with one
 *
 * What only hashing needs is in chunks of its own beside them, loaded when the first file is hashed.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig, type Plugin, type UserConfig } from "vite";
import { licensesAreTold, minifyTemplates, thirdPartyLicenses } from "./vite.standalone.mjs";
import { buildWorker, workerSource } from "./vite.worker.mjs";

const { version } = JSON.parse(readFileSync(new URL("package.json", import.meta.url), "utf8"));
const BANNER = `/*! lightfield-uploader ${version}, MIT. Third parties' licenses: THIRD-PARTY-LICENSES.txt */`;

const source = (path: string) => fileURLToPath(new URL(`src/${path}`, import.meta.url));

const NPM_ENTRIES = {
  index: source("index.ts"),
  element: source("element/index.ts"),
  files: source("files/index.ts"),
  core: source("core.ts"),
  server: source("server/index.ts"),
  relay: source("server/relay/index.ts"),
};

export default defineConfig(({ mode }) => {
  if (mode === "standalone") return standalone("lightfield-uploader", "standalone.ts", thirdPartyLicenses());
  if (mode === "standalone-files") return standalone("lightfield-files", "files/index.ts", licensesAreTold());
  return npm();
});

function npm(): UserConfig {
  return {
    plugins: [keepRegistration(), keepCoreApart(), workerSource(), hostedWorker(), themes()],
    build: {
      target: "es2022",
      lib: { entry: NPM_ENTRIES, formats: ["es"] },
      rolldownOptions: {
        // The relay alone has the last two.
        external: [/^lit(\/|$)/, /^@lit\//, /^@tus\//, /^node:/],
        // Chunks lie beside the entries: the worker file is looked for beside the script that asks for it.
        output: { entryFileNames: "[name].js", chunkFileNames: chunkNames("chunk") },
      },
    },
  };
}

function standalone(name: string, entry: string, licenses: Plugin): UserConfig {
  return {
    plugins: [keepRegistration(), workerSource(), minifyTemplates(), licenses],
    build: {
      target: "es2022",
      // The other build lies there already.
      emptyOutDir: false,
      // Vite leaves the white space in ES libraries, for a bundler to come; here none comes.
      minify: true,
      lib: { entry: { [name]: source(entry) }, formats: ["es"] },
      rolldownOptions: {
        output: {
          minify: true,
          // Notes to bundlers; the licenses have a file of their own.
          comments: false,
          postBanner: BANNER,
          entryFileNames: "[name].js",
          chunkFileNames: chunkNames(name),
        },
      },
    },
  };
}

/** A piece of a language is named by its folder as well: every language has a `list.ts`. */
function chunkNames(prefix: string) {
  return ({ facadeModuleId }: { facadeModuleId: string | null }): string => {
    const language = facadeModuleId && /\/locales\/([^/]+)\/[^/]+\.ts$/.exec(facadeModuleId)?.[1];
    return `${prefix}-${language ? `${language}-` : ""}[name]-[hash].js`;
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
 * `index.js` passes on all of `core.js` by its name. Where it named the parts, a page that only registers the element got the
 * engine into its first script all the same: Rolldown (Vite 8) keeps a chunk with everything that names it.
 */
function keepCoreApart(): Plugin {
  const index = source("index.ts");
  return {
    name: "keep-core-apart",
    enforce: "pre",
    resolveId: (id, importer) =>
      id === "./core.ts" && importer === index ? { id: "./core.js", external: true } : null,
  };
}

/** Writes `md5.worker.js`, under a name that never changes: pages name it in `worker-url`. */
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

/** As they are: a page's designer may want to read them, and begin with one. */
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
