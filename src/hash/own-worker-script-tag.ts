/** Files of the script-tag build. A bundler gives the code another name. */
const SCRIPT_TAG_FILE = /\/lightfield-uploader[^/]*\.js$/;

/**
 * Takes the place of `own-worker.ts` in the script-tag build, whose files can lie in any folder: the URL of `md5.worker.js`
 * beside this script. null where a browser would refuse it (another origin) or where it is not known to exist.
 */
export function ownWorkerUrl(): string | null {
  try {
    const script = new URL(import.meta.url);
    const exists = SCRIPT_TAG_FILE.test(script.pathname) && script.origin === location.origin;
    return exists ? new URL("./md5.worker.js", script).href : null;
  } catch {
    // Bundles in IIFE format have no `import.meta.url`.
    return null;
  }
}
