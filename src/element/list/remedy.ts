import type { UploadErrorCode } from "../../engine/errors.ts";
import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** Next step that can help after a failure: the same file again, another file, or null for none. */
export type Remedy = "retry" | "another" | null;

/** Failures that a retry repeats, with what helps instead. */
const REMEDIES: Partial<Record<UploadErrorCode, Remedy>> = {
  refused: "another",
  forbidden: "another",
  "file-unreadable": "another",
  "unsupported-transfer": null,
};

export function remedyFor({ canRetry, error }: UploadSnapshot): Remedy {
  if (!canRetry) return null;
  const remedy = error ? REMEDIES[error.code] : "retry";
  return remedy === undefined ? "retry" : remedy;
}
