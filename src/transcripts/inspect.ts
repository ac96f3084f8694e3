import type { Inspection } from "../engine/inspection.ts";
import { checkContent } from "./check-content.ts";
import type { ReadableFile } from "./file-ends.ts";
import { previewOf } from "./preview.ts";

/** Inspects the first and last kilobytes of a file for a hint and a preview. Never rejects. */
export async function inspect(file: ReadableFile): Promise<Inspection> {
  const [check, preview] = await Promise.all([checkContent(file), previewOf(file)]);
  return { hint: check.kind === "hint" ? check.hint : null, preview };
}
