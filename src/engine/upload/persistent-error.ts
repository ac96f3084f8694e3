import { UploadError } from "../errors.ts";
import type { FileStatus } from "../ports.ts";
import { type Asked, isMismatch } from "./retry-policy.ts";
import type { Step } from "./upload-state.ts";

/** The error after a new session has failed in the same way. It contains advice for the page's developer. */
export function persistentError(error: UploadError, step: Step, asked: Asked): UploadError {
  const found = typeof asked === "object" ? asked?.status : undefined;
  const advice = adviceOn(error, step, found);
  return new UploadError(found === "EXPIRED" ? "expired" : error.code, error.message, {
    ...error,
    advice,
    cause: error,
  });
}

function adviceOn(error: UploadError, step: Step, status: FileStatus | undefined): string {
  if (status === "EXPIRED" || status === "CANCELLED") {
    return `Each new session is ${status}: check the server's clock.`;
  }
  if (isMismatch(error)) {
    return "Other bytes arrive than the file has: check for a proxy.";
  }
  if (step.kind !== "transfer") {
    return "Check the paths below the endpoint.";
  }
  return `Check the transfer URL: ${withoutQuery(step.session.transfer.url)}`;
}

/** The query of a storage URL is its signature. */
function withoutQuery(url: string): string {
  return url.replace(/\?.*/s, "");
}
