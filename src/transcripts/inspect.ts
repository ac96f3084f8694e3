import type { Inspection } from "../engine/inspection.ts";
import { findingsIn } from "./check-content.ts";
import { END_BYTES, type ReadableFile, readEnds } from "./file-ends.ts";
import { previewFrom } from "./preview.ts";

/**
 * Inspects the first and last kilobytes of a file for a hint, a preview and its kind. Never rejects: the transfer reports a
 * file that cannot be read.
 */
export async function inspect(file: ReadableFile): Promise<Inspection> {
  try {
    const ends = await readEnds(file, END_BYTES, END_BYTES);
    const { hint, found, isCaptions } = await findingsIn(file, ends);
    return { hint, preview: isCaptions ? await previewFrom(file, ends) : null, ...(found && { kind: found }) };
  } catch {
    return { hint: null, preview: null };
  }
}
