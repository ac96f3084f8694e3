import { codeForStatus, UploadError } from "../engine/errors.ts";
import { retryAfterMs } from "../wire/retry-after.ts";
import { isObject } from "./parse.ts";

/** Converts an error response to an UploadError. Accepts any body, because a proxy may have written it. */
export function parseRefusal(
  what: string,
  status: number,
  reply: unknown,
  retryAfter: string | null = null,
): UploadError {
  const outer = isObject(reply) ? reply : {};
  const inner = isObject(outer.error) ? outer.error : outer;
  const detail = asText(inner.message) ?? asText(outer.error);
  const apiCode = asText(inner.code);
  const param = asText(inner.param);
  // A digest mismatch is also a 400 or 422, but unlike other refusals it can be fixed by sending the file again.
  const isChecksum = (status === 400 || status === 422) && (param === "md5" || /md5|checksum/i.test(apiCode ?? ""));
  const code = isChecksum ? "checksum" : codeForStatus(status);
  return new UploadError(code, `${what} failed with status ${status}${detail ? `: ${detail}` : "."}`, {
    status,
    detail,
    apiCode,
    param,
    retryAfterMs: retryAfterMs(retryAfter, Date.now()),
  });
}

function asText(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
