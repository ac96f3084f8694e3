import type { Inspection } from "../engine/inspection.ts";
import type { ReadableFile } from "./ends.ts";
import { lookAt } from "./first-look.ts";
import { previewOf } from "./preview.ts";

/** Everything that a file's first and last kilobytes say. Never rejects. */
export async function inspect(file: ReadableFile): Promise<Inspection> {
  const [look, preview] = await Promise.all([lookAt(file), previewOf(file)]);
  return { hint: look.kind === "hint" ? look.hint : null, preview };
}
