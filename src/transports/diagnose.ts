import { UploadError } from "../engine/errors.ts";

const PROBE_MS = 5_000;
const PUT_REMEDY =
  "Either allow this page to PUT in the storage's CORS rules, or relay the bytes through your own server.";

/** What a page sees when a request to storage ends without an answer it may read: nothing. So we ask around. */
export interface SilentFailure {
  readonly file: Blob;
  readonly url: URL;
  readonly signal: AbortSignal;
  readonly error: UploadError;
}

/** The error to report when the file is the reason, or null when it can still be read. */
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
    return new UploadError("file-unreadable", "the file changed or went away after it was added", { cause: error });
  }
}

/** Whether anything answers at the storage's origin; what it says is not for this page to read. */
export async function storageAnswers({ url, signal }: SilentFailure): Promise<boolean> {
  const probe = new AbortController();
  const stop = () => probe.abort();
  const timer = setTimeout(stop, PROBE_MS);
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

/** For the developer's log: the cause, and the two ways out. */
export function storageUnreachable({ url, error }: SilentFailure, remedy = PUT_REMEDY): UploadError {
  return new UploadError(
    "storage-unreachable",
    `The storage at ${url.origin} answers, but does not let this page (${location.origin}) send the file: its CORS ` +
      `rules do not allow this origin, method or headers, or it refused the upload URL without CORS headers. ${remedy}`,
    { cause: error },
  );
}
