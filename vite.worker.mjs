/**
 * `import source from "./x.ts?worker-source"` imports the built worker as a string. There is a plugin for Vite and one for
 * the test runner, so that unbundled tests run the same worker as the package, and no generated file can be out of date.
 */
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const SUFFIX = "?worker-source";

/**
 * Builds a module with all its imports as one minified classic script.
 * @param {string} entry absolute path
 * @returns {Promise<string>}
 */
export async function buildWorker(entry) {
  const output = await build({
    configFile: false,
    logLevel: "error",
    build: {
      write: false,
      target: "es2022",
      minify: true,
      rolldownOptions: { input: entry, output: { format: "iife", codeSplitting: false } },
    },
  });
  const [chunk] = [output].flat().flatMap((built) => ("output" in built ? built.output : []));
  if (chunk?.type !== "chunk") throw new Error(`${entry} did not become a script`);
  return chunk.code.trim();
}

/** @returns {import("vite").Plugin} */
export function workerSource() {
  return {
    name: "worker-source",
    enforce: "pre",
    async load(id) {
      if (!id.endsWith(SUFFIX)) return null;
      const entry = id.slice(0, -SUFFIX.length);
      this.addWatchFile(entry);
      return asModule(await buildWorker(entry));
    },
  };
}

/**
 * The plugin for @web/test-runner, which serves source files individually. It also serves `md5.worker.js` next to the script,
 * as in the build.
 * @param {string} rootDir of the test runner
 * @returns {import("@web/test-runner").TestRunnerPlugin}
 */
export function servedWorkerSource(rootDir = fileURLToPath(new URL(".", import.meta.url))) {
  /** @type {Map<string, Promise<string>>} */
  const built = new Map();
  const once = (path) => {
    const script = built.get(path) ?? buildWorker(join(rootDir, path));
    built.set(path, script);
    return script;
  };
  return {
    name: "worker-source",
    async serve({ url, path }) {
      if (url.endsWith(SUFFIX)) return { body: asModule(await once(path)), type: "js" };
      if (path.endsWith("/src/hash/md5.worker.js")) return { body: await once("/src/hash/md5-worker.ts"), type: "js" };
      return undefined;
    },
  };
}

/** @param {string} script */
function asModule(script) {
  return `export default ${JSON.stringify(script)};\n`;
}
