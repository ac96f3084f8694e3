/**
 * Folders in which `md5.worker.js` certainly lies beside this script, under its own name: the published package, also as a
 * CDN serves it, and the sources.
 */
const UNBUNDLED = /\/(lightfield-uploader(@[^/]+)?\/dist|src\/hash)\/md5\.worker\.js$/;

/**
 * The URL of the package's `md5.worker.js`. null where a browser would refuse it (another origin), or where it is not known
 * to exist: Vite, webpack, Parcel and Rspack copy the file and put its new name here, esbuild and Rollup do neither.
 */
export function ownWorkerUrl(): string | null {
  try {
    // Vite would resolve a literal while it builds the package. It becomes one in the package, for the bundlers of pages.
    const file = "./md5.worker.js";
    const { origin, pathname, href } = new URL(file, import.meta.url);
    const exists = !pathname.endsWith("/md5.worker.js") || UNBUNDLED.test(pathname);
    return exists && origin === location.origin ? href : null;
  } catch {
    // Bundles in IIFE format have no `import.meta.url`.
    return null;
  }
}
