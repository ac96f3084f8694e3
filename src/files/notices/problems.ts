import type { UploadError, UploadErrorCode } from "../../engine/errors.ts";

/** Reasons why a call about files failed, as far as they matter to users. */
export type FilesProblem =
  | "network"
  | "timeout"
  | "busy"
  | "server"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "changed"
  | "refused"
  | "protocol";

const PROBLEMS: Readonly<Record<UploadErrorCode, FilesProblem>> = {
  network: "network",
  timeout: "timeout",
  "rate-limited": "busy",
  server: "server",
  "signed-out": "unauthorized",
  unauthorized: "unauthorized",
  forbidden: "forbidden",
  "not-found": "not-found",
  expired: "changed",
  conflict: "changed",
  refused: "refused",
  "not-set-up": "protocol",
  checksum: "refused",
  protocol: "protocol",
  // Calls about files send no bytes, so these do not occur.
  "storage-unreachable": "network",
  "file-unreadable": "protocol",
  "unsupported-transfer": "protocol",
  internal: "protocol",
};

/** Which sentence tells the user about an error. */
export function problemOf(error: UploadError): FilesProblem {
  // The token of a listed file has expired.
  return error.apiCode?.startsWith("token_") ? "changed" : PROBLEMS[error.code];
}
