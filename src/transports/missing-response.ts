import { UploadError } from "../engine/errors.ts";
import type { MissingResponse } from "./diagnose-failure.ts";

/** The error to report when the file can no longer be read; null when it can. */
export async function unreadableFile({
  file,
  error,
}: {
  readonly file: Blob;
  readonly error?: UploadError;
}): Promise<UploadError | null> {
  try {
    // The first byte and the last, because the file may have become shorter.
    const ends = new Blob([file.slice(0, 1), file.slice(-1)]);
    if ((await ends.arrayBuffer()).byteLength === ends.size) return null;
  } catch {}
  return new UploadError("file-unreadable", "the file changed or was deleted after it was added", { cause: error });
}

/**
 * The error that names why the browser let the request fail. null when storage does not respond to other requests
 * either, or when the code that looks for the cause cannot be loaded, as without a network.
 */
export async function explain(missing: MissingResponse): Promise<UploadError | null> {
  const code = await import("./diagnose-failure.ts").catch(() => null);
  const explanation = (await code?.diagnose(missing)) ?? null;
  missing.signal.throwIfAborted();
  return explanation;
}
