import { codeForStatus, UploadError, type UploadErrorCode } from "../engine/errors.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import { isObject } from "./parse.ts";

/**
 * Converts an error response to an UploadError. Accepts any body, because a proxy may have written it.
 *
 * @param what call and URL, for the developer: "create at /api/uploads"
 */
export function parseRefusal(
  what: string,
  status: number,
  reply: unknown,
  retryAfter: string | null = null,
): UploadError {
  const outer = isObject(reply) ? reply : {};
  const inner = isObject(outer.error) ? outer.error : outer;
  const message = asText(inner.message) ?? asText(outer.error);
  const apiCode = asText(inner.code);
  const param = asText(inner.param);
  const told = `${what} failed with status ${status}${message ? `: ${message}` : "."}`;
  return new UploadError(codeOf(what, status, apiCode, param), told, {
    status,
    detail: message,
    limit: typeof inner.limit === "number" ? inner.limit : undefined,
    apiCode,
    param,
    retryAfterMs: retryAfterMs(retryAfter, Date.now()),
  });
}

function codeOf(what: string, status: number, apiCode = "", param?: string): UploadErrorCode {
  // A digest mismatch is also a 400 or 422, but unlike other refusals it can be fixed by sending the file again.
  const isInvalid = status === 400 || status === 422;
  if (isInvalid && (param === "md5" || /md5|checksum/i.test(apiCode))) return "checksum";
  // Storage has another object under this session's name, so a new session, with a new name, helps.
  if (isInvalid && /^complete/.test(what) && /size/i.test(param + apiCode)) return "conflict";
  // Without a code, it is not the endpoint that has no such address.
  const isAbsent = !apiCode && /^(create|list)/.test(what) && (status === 404 || status === 405 || status === 410);
  // These are 5xx, but no other attempt can succeed.
  return isAbsent || /^(key_refused|body_already_read)$/.test(apiCode) ? "not-set-up" : codeForStatus(status);
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
