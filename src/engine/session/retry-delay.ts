import { fullJitterMs } from "../../wire/full-jitter.ts";
import type { UploadError, UploadErrorCode } from "../errors.ts";

/** Most tries of one request, the first included, before it counts as failed. */
export const MAX_ATTEMPTS = 7;
/** Longest `Retry-After` that is waited for; after a longer one the request has failed, and the user may retry. */
export const LONGEST_WAIT_MS = 15 * 60_000;
const BACKOFF = { baseMs: 1_000, maxMs: 30_000 };
/** Spread added to a `Retry-After`, so that many clients do not come back at the same instant. */
const RETRY_AFTER_SPREAD_MS = 250;

const TRANSIENT: ReadonlySet<UploadErrorCode> = new Set(["network", "timeout", "rate-limited", "server"]);

/** Wait before the next try in milliseconds; null when another try is of no use. */
export function retryDelayMs(error: UploadError, attempt: number, random: () => number): number | null {
  const told = error.retryAfterMs;
  if (!isTransient(error) || attempt >= MAX_ATTEMPTS) return null;
  if (told !== undefined) return told > LONGEST_WAIT_MS ? null : told + random() * RETRY_AFTER_SPREAD_MS;
  return backoffMs(attempt, random);
}

/** True when the same request may work later. */
export function isTransient({ code, retryAfterMs }: UploadError): boolean {
  // A 409 with Retry-After is "a request with that Idempotency-Key is still running".
  return TRANSIENT.has(code) || (code === "conflict" && retryAfterMs !== undefined);
}

/** A random time in milliseconds below a ceiling that doubles with each attempt. */
export function backoffMs(attempt: number, random: () => number): number {
  return fullJitterMs(attempt, BACKOFF, random());
}
