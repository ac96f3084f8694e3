import type { UploadErrorCode } from "../../engine/errors.ts";
import type { UploadSnapshot } from "../../engine/snapshot.ts";

/** Next step that can help after a failure: the same file again, another file, or null for none. */
export type Remedy = "retry" | "another" | null;

/** Refusals that are about the file when they come before it is sent. */
const REFUSALS: ReadonlySet<UploadErrorCode> = new Set(["refused", "forbidden"]);

export function remedyFor({ canRetry, error, step }: UploadSnapshot): Remedy {
  if (!canRetry) return null;
  switch (error?.code) {
    case "file-unreadable":
      return "another";
    case "unsupported-transfer":
      return null;
    default:
      return error && REFUSALS.has(error.code) && step === "authorize" ? "another" : "retry";
  }
}
