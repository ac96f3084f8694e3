/**
 * Page that explains each code, as a path of this package: `exports` in package.json leads it to a file of the tarball. With
 * `#` and a code it is the address at the end of every line on the console.
 */
export const ERRORS_PAGE = "lightfield-uploader/docs/errors";

/**
 * Codes of the lines that the browser half writes on the console, each explained on `ERRORS_PAGE`. Codes with underscores are
 * sent by the endpoint and by the relay; codes with hyphens come from the browser.
 */
export const CONSOLE_CODES = [
  // The endpoint is missing or is not the endpoint.
  "endpoint-missing",
  "endpoint-not-found",
  "endpoint-method",
  "endpoint-paths",
  "endpoint-unreachable",
  "endpoint-timeout",
  "endpoint-redirected",
  "endpoint-not-json",
  "endpoint-reply",
  "endpoint-function",
  "body_already_read",
  "key_refused",
  "origin_not_allowed",
  "server-error",
  "gateway",
  // The endpoint refuses.
  "unauthorized",
  "forbidden",
  "reads-forbidden",
  "refused",
  "file_too_large",
  "type_not_allowed",
  "too_many_files",
  "purpose_not_allowed",
  "token_missing",
  "token_expired",
  "token_invalid",
  "rate_limited",
  "body_timeout",
  // Storage and relay.
  "storage-unreachable",
  "storage-refused",
  "body-limit",
  "relay_share_full",
  "store_failed",
  "locker_failed",
  "transfer-reply",
  "unsupported-transfer",
  "bytes-changed",
  "session-ends",
  // The page.
  "blocked-by-csp",
  "chunk-missing",
  "loaded-twice",
  "language-missing",
  "accept",
  "drop-target",
  "hash-unavailable",
  "page-callback",
  "internal",
] as const;

export type ConsoleCode = (typeof CONSOLE_CODES)[number];
