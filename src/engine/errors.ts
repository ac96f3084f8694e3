import type { ConsoleCode } from "../wire/console-codes.ts";

/**
 * Reason why an upload stopped. The code decides what happens next and which sentence the user reads; the message is for
 * the developer's log.
 *
 * - `network`: no answer came (connection cut, DNS, server gone)
 * - `timeout`: no byte and no answer for too long
 * - `storage-unreachable`: storage answers, but the browser may not read it: its CORS rules refuse this page, or it
 *   refused the request without CORS headers (S3 does that for a bad or expired signature)
 * - `file-unreadable`: the file changed, moved or lost its permission after it was added
 * - `rate-limited`: 429
 * - `server`: 5xx, or another answer that means "try later"
 * - `signed-out`: the user's session on the site has ended: the endpoint answers 401, or a sign-in page in its place. What
 *   was sent is kept, and a retry continues there
 * - `unauthorized`: 401 from storage, `forbidden`: 403, `not-found`: 404 or 410
 * - `conflict`: 409 or 412
 * - `refused`: any other 4xx: the request is not acceptable, and repeating it is of no use
 * - `not-set-up`: the endpoint does not exist at its URL, or its setup is wrong; only the developer can fix that
 * - `expired`: the session has expired
 * - `checksum`: the server received other bytes than were read
 * - `protocol`: an invalid answer (not JSON, a field missing, a URL that is not http)
 * - `unsupported-transfer`: the host asks for a kind of transfer that this build does not know
 * - `internal`: a bug, in the uploader or in a callback of the page
 */
export type UploadErrorCode =
  | "network"
  | "timeout"
  | "storage-unreachable"
  | "file-unreadable"
  | "rate-limited"
  | "server"
  | "signed-out"
  | "unauthorized"
  | "forbidden"
  | "not-found"
  | "conflict"
  | "refused"
  | "not-set-up"
  | "expired"
  | "checksum"
  | "protocol"
  | "unsupported-transfer"
  | "internal";

export interface UploadErrorOptions {
  /** HTTP status; undefined when no answer came. */
  readonly status?: number | undefined;
  /** Wait that the server asked for, in milliseconds. */
  readonly retryAfterMs?: number | undefined;
  /** Whether storage or the relay responded, and not the endpoint. Default false. */
  readonly fromStorage?: boolean | undefined;
  /** Text of the server. Untrusted: to be shown as text, never as markup. */
  readonly detail?: string | undefined;
  /** Limit that the file or the user exceeds: bytes with `file_too_large`, files in a day with `too_many_files`. */
  readonly limit?: number | undefined;
  /** Machine-readable `code` and `param` of the API (400 and 422), or the code of the relay; `md5_timeout` of the browser. */
  readonly apiCode?: string | undefined;
  readonly param?: string | undefined;
  /** Code of the line on the console, where it says more than the other fields. */
  readonly consoleCode?: ConsoleCode | undefined;
  /** Advice for the page's developer, in English. Set when an error of the endpoint's setup persists. */
  readonly advice?: string | undefined;
  readonly cause?: unknown;
}

/** The only error inside the engine: adapters wrap every other error. */
export class UploadError extends Error {
  override readonly name = "UploadError";
  readonly code: UploadErrorCode;
  declare readonly status: number | undefined;
  declare readonly retryAfterMs: number | undefined;
  readonly fromStorage: boolean = false;
  declare readonly detail: string | undefined;
  declare readonly limit: number | undefined;
  declare readonly apiCode: string | undefined;
  declare readonly param: string | undefined;
  declare readonly consoleCode: ConsoleCode | undefined;
  declare readonly advice: string | undefined;

  constructor(code: UploadErrorCode, message: string, options: UploadErrorOptions = {}) {
    super(message, { cause: options.cause });
    // The options may be all fields of another error, its code among them.
    Object.assign(this, options);
    this.code = code;
  }

  /** Any thrown value as an UploadError, so that a bug is shown as a failure, too. */
  static from(error: unknown): UploadError {
    if (error instanceof UploadError) return error;
    return new UploadError("internal", error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/** Code for an HTTP status of any server. */
export function codeForStatus(status: number): UploadErrorCode {
  if (status === 401) return "unauthorized";
  if (status === 403) return "forbidden";
  if (status === 404 || status === 410) return "not-found";
  if (status === 409 || status === 412) return "conflict";
  if (status === 408) return "timeout";
  if (status === 429) return "rate-limited";
  return status >= 500 || status === 425 ? "server" : "refused";
}
