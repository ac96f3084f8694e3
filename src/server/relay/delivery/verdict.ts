import { parseRetryAfterMs } from "../../lightfield/retry.ts";
import type { StorageAnswer } from "./put-to-storage.ts";

/** What storage's answer means for the upload. */
export type Verdict =
  | { readonly kind: "stored" }
  /** The session is over; another one can still take the bytes. */
  | { readonly kind: "expired" }
  /** Not now. `retryAfterMs` is storage's own wish. */
  | { readonly kind: "later"; readonly retryAfterMs: number | null; readonly why: string }
  /** Not ever, in this session. */
  | { readonly kind: "refused"; readonly why: string };

export interface Terms {
  /** Of the session: epoch milliseconds. */
  readonly expiresAt: number | null;
  readonly uploadHeaders: Readonly<Record<string, string>>;
}

const PASSES: ReadonlySet<number> = new Set([408, 425, 429, 500, 502, 503, 504]);
/** How S3, GCS and Azure say that a presigned URL's time is over. */
const EXPIRED = /expired|not valid in the specified time frame/i;
const MAYBE_EXPIRED: ReadonlySet<number> = new Set([400, 401, 403, 410]);

export function verdictOf(answer: StorageAnswer, terms: Terms, now: number): Verdict {
  if (answer.status === null) return { kind: "later", retryAfterMs: null, why: `no answer (${answer.why})` };
  const { status, words, contentType } = answer;
  const errorCode = /<Code>([A-Za-z]{1,64})<\/Code>/.exec(words)?.[1];
  const why = errorCode ? `${status} ${errorCode}` : String(status);
  const later: Verdict = { kind: "later", retryAfterMs: parseRetryAfterMs(answer.retryAfter, now), why };

  if (status >= 200 && status < 300) {
    // A page for people is not storage's answer but that of something in between. (GCS says "text/html", too, of nothing.)
    return contentType.startsWith("text/html") && words.trim() !== "" ? later : { kind: "stored" };
  }
  if (PASSES.has(status) || (status === 400 && errorCode === "RequestTimeout")) return later;
  if (isThereAlready(status, errorCode, terms.uploadHeaders)) return { kind: "stored" };
  // S3: another write of the same object is under way; ours of before, as a rule.
  if (status === 409) return later;
  const isOver = terms.expiresAt !== null && terms.expiresAt <= now;
  if (MAYBE_EXPIRED.has(status) && (isOver || EXPIRED.test(words))) return { kind: "expired" };
  return { kind: "refused", why };
}

/**
 * Of a PUT that must not overwrite: there is an object already. The address belongs to this one session, so the object
 * is our own, from a time when the answer was lost; if it is not, completing the file with its MD5 tells.
 */
function isThereAlready(status: number, errorCode: string | undefined, headers: Terms["uploadHeaders"]): boolean {
  const isGuarded = Object.keys(headers).some((name) => name.toLowerCase() === "if-none-match");
  return isGuarded && (status === 412 || (status === 409 && errorCode === "BlobAlreadyExists"));
}
