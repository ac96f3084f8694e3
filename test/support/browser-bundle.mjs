/**
 * The browser tests as the pages load them: all test files built in one go, what they share in a few chunks. A page then
 * asks for some files instead of more than a hundred modules.
 *
 * Test files keep their addresses (`/test/element/list.test.ts`), so reports and `import.meta.url` name the sources.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";
import { buildWorker, workerSource } from "../../vite.worker.mjs";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Names the folder of a bundle that another process has built; the test runner then builds none of its own. */
export const BUNDLE_VARIABLE = "TEST_BUNDLE";

/** Where the package has the worker beside its script. */
const WORKER = "/src/hash/md5.worker.js";

/** Where the shared chunks are served. */
const CHUNKS = "__tests";

/**
 * Builds test files into a new folder in the system's temporary one.
 * @param {readonly string[]} files paths from the project's root
 * @returns {Promise<{folder: string, remove: () => void}>}
 */
export async function bundleTests(files) {
  const folder = mkdtempSync(join(tmpdir(), "lightfield-tests-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    await build({
      configFile: false,
      root: ROOT,
      logLevel: "error",
      plugins: [asServedSources(), workerSource()],
      // Lit's development build: it warns of mistakes that its production build passes over.
      resolve: { conditions: ["development", "browser", "module"] },
      define: {
        "process.env.NODE_ENV": '"development"',
        // Asks the tests to print what they measure.
        LIGHTFIELD_FIGURES: JSON.stringify(Boolean(process.env.LIGHTFIELD_FIGURES)),
      },
      build: {
        outDir: folder,
        emptyOutDir: false,
        target: "es2022",
        minify: false,
        sourcemap: true,
        lib: { entry: Object.fromEntries(files.map((file) => [file, join(ROOT, file)])), formats: ["es"] },
        rolldownOptions: {
          external: [/^\/__web-dev-server/],
          output: { entryFileNames: "[name].js", chunkFileNames: `${CHUNKS}/[name]-[hash].js` },
        },
      },
    });
    // Built before any test asks for it: the time of a build is not the time that a worker takes to start.
    writeFileSync(join(folder, "md5.worker.js"), await buildWorker(join(ROOT, "src/hash/md5-worker.ts")));
  } catch (error) {
    remove();
    throw error;
  }
  return { folder, remove };
}

/**
 * Gives `import.meta.url` the address at which the test runner's server has the source file, not the chunk's; keeps
 * modules that only register an element (package.json names the side effects of the built files, not of the sources);
 * and makes every test file load the watch over the console first.
 */
function asServedSources() {
  return {
    name: "as-served-sources",
    enforce: "pre",
    transform: {
      filter: { id: /\/(src|test)\/.*\.ts$/ },
      handler(code, id) {
        const path = `/${relative(ROOT, id.split("?")[0]).replaceAll("\\", "/")}`;
        const addressed = code.replaceAll("import.meta.url", `(globalThis.location.origin + ${JSON.stringify(path)})`);
        const watched = path.endsWith(".test.ts") ? `import "/test/support/console.ts"; ${addressed}` : addressed;
        return { code: watched, map: null, moduleSideEffects: true };
      },
    },
  };
}

/**
 * Serves the bundle of a folder in the place of the sources: before the plugins, which would translate every file once more
 * and look for what it imports.
 * @param {string} folder
 * @returns {import("@web/test-runner").Middleware}
 */
export function servedBundle(folder) {
  return (context, next) => {
    const { path } = context;
    if (path.startsWith(`/${CHUNKS}/`)) return answer(context, folder, path);
    if (path === WORKER) return answer(context, folder, "md5.worker.js");
    if (path.endsWith(".test.ts")) return answer(context, folder, `${path}.js`);
    if (path.endsWith(".test.ts.js.map")) return answer(context, folder, path);
    return next();
  };
}

function answer(context, folder, path) {
  const isMap = path.endsWith(".map");
  context.type = isMap ? "json" : "js";
  if (!isMap) context.set("cache-control", "max-age=3600");
  context.body = readFileSync(join(folder, path), "utf8");
}
