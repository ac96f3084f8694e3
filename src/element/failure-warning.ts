import type { UploadErrorCode } from "../engine/errors.ts";
import type { UploaderEvent } from "../engine/uploader-api.ts";

/** Failures that a user cannot fix, but the developer of the page can. */
const FOR_THE_DEVELOPER: readonly UploadErrorCode[] = [
  "storage-unreachable",
  "protocol",
  "unsupported-transfer",
  "internal",
];

/** Message for the console about a failure that only the developer can fix; null for every other event. */
export function failureWarning(event: UploaderEvent): string | null {
  if (event.type !== "failed" && event.type !== "waiting") return null;
  if (!event.error) return null;
  const { code, message, advice } = event.error;
  if (advice) return `${message} ${advice}`;
  return FOR_THE_DEVELOPER.includes(code) ? message : null;
}
