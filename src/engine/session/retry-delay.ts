import { fullJitterMs } from "../../wire/full-jitter.ts";
import type { UploadError, UploadErrorCode } from "../errors.ts";

/** Maximum number of attempts of one request, including the first. */
export const MAX_ATTEMPTS = 7;
/** Longest `Retry-After` in milliseconds to wait for. With a longer one the request fails, and the user may retry. */
export const LONGEST_WAIT_MS = 15 * 60_000;
const BACKOFF = { baseMs: 1_000, maxMs: 30_000 };
/** Spread added to a `Retry-After`, so that many clients do not come back at the same instant. */
const RETRY_AFTER_SPREAD_MS = 250;

const TRANSIENT: ReadonlySet<UploadErrorCode> = new Set(["network", "timeout", "rate-limited", "server"]);

/** Delay before the next attempt in milliseconds; null when another attempt cannot succeed. */
export function retryDelayMs(error: UploadError, attempt: number, random: () => number): number | null {
  const { retryAfterMs } = error;
  if (!isTransient(error) || attempt >= MAX_ATTEMPTS || (retryAfterMs ?? 0) > LONGEST_WAIT_MS) return null;
  if (retryAfterMs !== undefined) return retryAfterMs + random() * RETRY_AFTER_SPREAD_MS;
  return backoffMs(attempt, random);
}

/** Whether the same request may succeed later. */
export function isTransient({ code, retryAfterMs }: UploadError): boolean {
  // A 409 with Retry-After means that a request with the same Idempotency-Key is still running.
  return TRANSIENT.has(code) || (code === "conflict" && retryAfterMs !== undefined);
}

/** A random time in milliseconds below a ceiling that doubles with each attempt. */
export function backoffMs(attempt: number, random: () => number): number {
  return fullJitterMs(attempt, BACKOFF, random());
}
