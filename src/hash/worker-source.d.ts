/**
 * `import source from "./md5-worker.ts?worker-source"`: that module with all its imports, minified, as the text of a
 * classic worker script. Made by `workerSource()` of vite.worker.mjs, for the build as for the test runner.
 */
declare module "*?worker-source" {
  const source: string;
  export default source;
}
