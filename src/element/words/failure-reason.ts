import type { UploadError } from "../../engine/errors.ts";
import { sentenceCode } from "../../engine/sentence-code.ts";
import type { View } from "./view.ts";

/** Reason why an upload failed and what the user can do about it, as whole sentences. */
export function failureReason(error: UploadError, { messages, formats }: View): string {
  const code = sentenceCode(error);
  if (code === "too-large" && error.limit !== undefined)
    return messages.rejections["too-large"](formats.size(error.limit));
  return messages.errors[code];
}

/** Why a retry waits and for how long; `duration` is null when it is not known. */
export function retryWords(error: UploadError | null, duration: string | null, { messages }: View): string {
  const isProblem = error?.code === "server" && error.status !== undefined && error.status !== 503;
  const isBusy = error?.code === "rate-limited" || error?.code === "server";
  return messages.retrying(isProblem ? "problem" : isBusy ? "busy" : "lost", duration);
}
