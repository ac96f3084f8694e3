import { UploadError } from "../engine/errors.ts";

const PROBE_TIMEOUT_MS = 5_000;
const PUT_REMEDY =
  "Either allow this page to PUT in the storage's CORS rules, or relay the bytes through your own server.";

/** A request to storage that ended without a readable response. Browsers hide the cause, so these functions look for it. */
export interface UnreadableResponse {
  readonly file: Blob;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly error: UploadError;
}

/** The error to report when the file can no longer be read; null when it can. */
export async function unreadableFile({
  file,
  error,
}: {
  readonly file: Blob;
  readonly error?: UploadError;
}): Promise<UploadError | null> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return null;
  } catch {
    return new UploadError("file-unreadable", "the file changed or was deleted after it was added", { cause: error });
  }
}

/** Whether a server responds at the storage's origin. The page may not read the response. */
export async function isStorageReachable({ url, signal }: UnreadableResponse): Promise<boolean> {
  const probe = new AbortController();
  const stop = () => probe.abort();
  const timer = setTimeout(stop, PROBE_TIMEOUT_MS);
  signal.addEventListener("abort", stop);
  try {
    await fetch(url.origin, { mode: "no-cors", credentials: "omit", cache: "no-store", signal: probe.signal });
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
    signal.removeEventListener("abort", stop);
  }
}

/** The error for a response that the browser hides from the page. Its message names the cause and the fix for the developer. */
export function storageUnreachable({ url, error }: UnreadableResponse, remedy = PUT_REMEDY): UploadError {
  return new UploadError(
    "storage-unreachable",
    `The storage at ${url.origin} responds, but does not let this page (${location.origin}) send the file: its CORS ` +
      `rules do not allow this origin, method or headers, or it refused the upload URL without CORS headers. ${remedy}`,
    { cause: error },
  );
}
