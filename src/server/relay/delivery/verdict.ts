import { retryAfterMs } from "../../../wire/retry-after.ts";
import type { Ending } from "../store/ending.ts";
import type { StorageAnswer } from "./put-to-storage.ts";

/** Meaning of storage's response for the upload. */
export type Verdict =
  | Ending
  /** Temporary failure. `retryAfterMs` is the delay that storage asked for, or null. */
  | { readonly kind: "later"; readonly retryAfterMs: number | null; readonly why: string };

export interface Terms {
  /** End of the session in epoch milliseconds; null if unknown. */
  readonly expiresAt: number | null;
  readonly uploadHeaders: Readonly<Record<string, string>>;
}

const TEMPORARY: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** Texts of S3, GCS and Azure for an expired presigned URL. */
const EXPIRED = /expired|not valid in the specified time frame/i;
const MAYBE_EXPIRED: ReadonlySet<number> = new Set([400, 401, 403, 410]);

export function verdictOf(answer: StorageAnswer, terms: Terms, now: number): Verdict {
  if (answer.status === null) return { kind: "later", retryAfterMs: null, why: `no response (${answer.why})` };
  const { status, bodyStart, contentType } = answer;
  const errorCode = /<Code>([A-Za-z]{1,64})<\/Code>/.exec(bodyStart)?.[1];
  const why = errorCode ? `${status} ${errorCode}` : String(status);
  const later: Verdict = { kind: "later", retryAfterMs: retryAfterMs(answer.retryAfter, now) ?? null, why };

  if (status >= 200 && status < 300) {
    // An HTML page comes from a proxy, not from storage. (GCS also sends "text/html", with an empty body.)
    return contentType.startsWith("text/html") && bodyStart.trim() !== "" ? later : { kind: "stored" };
  }
  if (TEMPORARY.has(status) || (status === 400 && errorCode === "RequestTimeout")) return later;
  if (existsAlready(status, errorCode, terms.uploadHeaders)) return { kind: "stored" };
  // S3: another write of the same object is in progress, usually our own earlier one.
  if (status === 409) return later;
  const isOver = terms.expiresAt !== null && terms.expiresAt <= now;
  if (MAYBE_EXPIRED.has(status) && (isOver || EXPIRED.test(bodyStart))) return { kind: "expired" };
  return { kind: "refused", why };
}

/**
 * Whether a PUT that must not overwrite found an existing object. The address belongs to this session only, so the
 * object is our own, from an attempt whose response was lost. If it is not, completing the file with its MD5 fails.
 */
function existsAlready(status: number, errorCode: string | undefined, headers: Terms["uploadHeaders"]): boolean {
  const isGuarded = Object.keys(headers).some((name) => name.toLowerCase() === "if-none-match");
  return isGuarded && (status === 412 || (status === 409 && errorCode === "BlobAlreadyExists"));
}
