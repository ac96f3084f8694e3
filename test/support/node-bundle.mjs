/**
 * Node's test files as their processes load them: built in one go, what they share in chunks. A process then compiles some
 * files instead of translating hundreds of modules, which takes longer than most of the tests.
 *
 * Reports, `import.meta.url`, `dirname` and `filename` name the sources. `import.meta.resolve` finds what is installed, but
 * not the package itself. The processes do not read the source maps: they would look up every stack that is ever taken, for
 * 5 to 13 % of the time of Node's tests and 3 to 7 % of that of whole pages.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { SourceMap } from "node:module";
import { dirname, join, relative, resolve, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { ROOT } from "./test-files.mjs";

/** Inside `node_modules`, so that packages are found from there. */
const FOLDER = join(ROOT, "node_modules/.cache/node-tests");

/** File name extension of built files: modules wherever they are. */
const BUILT = ".mjs";

/**
 * Builds test files into a new folder.
 * @param {readonly string[]} files paths from the project's root, each ending in `.ts`
 * @returns {Promise<{pathOf: (file: string) => string, remove: () => void}>} `pathOf`: the built file of a test file
 */
export async function bundleNodeTests(files) {
  mkdirSync(FOLDER, { recursive: true });
  const folder = mkdtempSync(join(FOLDER, "run-"));
  const remove = () => {
    process.off("exit", remove);
    rmSync(folder, { recursive: true, force: true });
  };
  process.once("exit", remove);
  try {
    await build({
      absWorkingDir: ROOT,
      entryPoints: files.map((file) => ({ in: file, out: file.replace(/\.ts$/, "") })),
      outdir: folder,
      outExtension: { ".js": BUILT },
      chunkNames: "chunks/[name]-[hash]",
      bundle: true,
      splitting: true,
      format: "esm",
      platform: "node",
      target: "node20",
      packages: "external",
      sourcemap: true,
      sourcesContent: false,
      // "sideEffects" in package.json knows the built files alone: the registration of the elements would be dropped.
      ignoreAnnotations: true,
      logLevel: "silent",
      plugins: [packageItself(), asSources()],
    });
  } catch (error) {
    remove();
    throw error;
  }
  return { pathOf: (file) => join(folder, file.replace(/\.ts$/, BUILT)), remove };
}

/** Path from the project's root of the test file that a path names, which may be that of a built one. @param {string} path */
export function sourceOf(path) {
  const built = relative(FOLDER, path).replaceAll(sep, "/");
  const [run = "", ...rest] = built.split("/");
  return run.startsWith("run-") ? rest.join("/").replace(/\.mjs$/, ".ts") : relative(ROOT, path).replaceAll(sep, "/");
}

/** A place in a built file, as in a stack. */
const BUILT_PLACE = /(?:file:\/\/)?([^\s()]*\/node-tests\/run-[^\s():]+\.mjs):(\d+):(\d+)/g;

/** The text with the places in sources for those in built files, as long as the bundle is there. @param {string} text */
export function withSources(text) {
  /** @type {Map<string, SourceMap | null>} */
  const maps = new Map();
  return text.replaceAll(BUILT_PLACE, (place, path, line, column) => {
    if (!maps.has(path)) maps.set(path, sourceMapOf(path));
    const entry = maps.get(path)?.findEntry(Number(line) - 1, Number(column) - 1);
    if (!entry || !("originalSource" in entry)) return place;
    const source = resolve(dirname(path), entry.originalSource);
    return `${source}:${entry.originalLine + 1}:${entry.originalColumn + 1}`;
  });
}

/** @param {string} path */
function sourceMapOf(path) {
  const map = `${path}.map`;
  return existsSync(map) ? new SourceMap(JSON.parse(readFileSync(map, "utf8"))) : null;
}

/** The package by its name is the built one, also where a tsconfig.json gives the compiler its sources. */
function packageItself() {
  return {
    name: "package-itself",
    setup({ onResolve }) {
      onResolve({ filter: /^lightfield-uploader(\/|$)/ }, ({ path }) => ({
        path: import.meta.resolve(path),
        external: true,
      }));
    },
  };
}

/** Gives `import.meta` the values that it has in the source file. */
function asSources() {
  return {
    name: "as-sources",
    setup({ onLoad }) {
      onLoad({ filter: /\.(ts|mjs)$/ }, ({ path }) => {
        const code = readFileSync(path, "utf8");
        if (path.includes(`${sep}node_modules${sep}`) || !code.includes("import.meta.")) return null;
        const values = { url: pathToFileURL(path).href, dirname: dirname(path), filename: path };
        const contents = code.replaceAll(/\bimport\.meta\.(url|dirname|filename)\b/g, (_, name) =>
          JSON.stringify(values[name]),
        );
        return { contents, loader: path.endsWith(".ts") ? "ts" : "js" };
      });
    },
  };
}
