import type { Inspection, Preview } from "../engine/inspection.ts";
import { findingsIn } from "./check-content.ts";
import { END_BYTES, type Ends, type ReadableFile, readEnds } from "./file-ends.ts";

/**
 * Inspects the first and last kilobytes of a file for a hint, a preview and its kind. Never rejects: the transfer reports a
 * file that cannot be read.
 */
export async function inspect(file: ReadableFile): Promise<Inspection> {
  try {
    const ends = await readEnds(file, END_BYTES, END_BYTES);
    const { hint, found, isCaptions } = await findingsIn(file, ends);
    return { hint, preview: isCaptions ? await preview(file, ends) : null, ...(found && { kind: found }) };
  } catch {
    return { hint: null, preview: null };
  }
}

/** The preview, whose code is loaded for the first captions; null when it cannot be loaded. */
async function preview(file: ReadableFile, ends: Ends): Promise<Preview | null> {
  const code = await import("./preview.ts").catch(() => null);
  return code?.previewFrom(file, ends) ?? null;
}
