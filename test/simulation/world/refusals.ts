import { UploadError } from "../../../src/engine/errors.ts";
import { parseRefusal } from "../../../src/host/parse-refusal.ts";
import { refusalOf } from "../../../src/transports/refusal.ts";
import { tusRefusal } from "../../../src/transports/tus-calls.ts";
import type { XhrResponse } from "../../../src/transports/xhr.ts";
import { retryAfterMs } from "../../../src/wire/retry-after.ts";

export interface RefusalOptions {
  /** `Retry-After` as the header says it. */
  readonly retryAfter?: string | undefined;
  readonly apiCode?: string | undefined;
  readonly param?: string | undefined;
}

/** Refusal of the host, mapped by the real adapter; only the time of a date is the virtual one. */
export function hostRefusal(verb: string, status: number, now: number, options: RefusalOptions = {}): UploadError {
  const { retryAfter, apiCode, param } = options;
  const reply = { error: { type: "refusal", message: `the host says ${status}`, code: apiCode, param } };
  const error = parseRefusal(verb, status, reply);
  if (retryAfter === undefined) return error;
  return new UploadError(error.code, error.message, {
    status,
    detail: error.detail,
    apiCode: error.apiCode,
    param: error.param,
    retryAfterMs: retryAfterMs(retryAfter, now),
  });
}

/** Refusal of storage or of the tus server, mapped by the real adapters. */
export function storageRefusal(kind: "put" | "tus", status: number, options: RefusalOptions = {}): UploadError {
  const headers: Record<string, string | undefined> = {
    "retry-after": options.retryAfter,
    "x-lightfield-code": options.apiCode,
  };
  const response: XhrResponse = { status, header: (name) => headers[name.toLowerCase()] ?? null, text: "" };
  return kind === "put" ? refusalOf(response) : tusRefusal(response);
}
