/**
 * Node's test files as their processes load them: built in one go, what they share in chunks. A process then compiles some
 * files instead of translating hundreds of modules, which takes longer than most of the tests.
 *
 * Reports, `import.meta.url`, `dirname` and `filename` name the sources. `import.meta.resolve` finds what is installed, but
 * not the package itself.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
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
