import type { UploadError, UploadErrorCode } from "./errors.ts";

/** Tries of one step, the first included, before it counts as failed. */
export const MAX_ATTEMPTS = 7;
const BASE_MS = 1_000;
const CAP_MS = 30_000;
/** A server that wants to be left alone for longer than this gets a "failed" with a retry button instead. */
const LONGEST_WAIT_MS = 15 * 60_000;
/** Spread added to a `Retry-After`, never taken from it, so that a crowd does not come back in one instant. */
const RETRY_AFTER_SPREAD_MS = 250;

const TRANSIENT: ReadonlySet<UploadErrorCode> = new Set(["network", "timeout", "rate-limited", "server"]);

/** How long to wait before the next try in milliseconds, or null when another try is of no use. Pure. */
export function retryDelayMs(error: UploadError, attempt: number, random: () => number): number | null {
  const told = error.retryAfterMs;
  // A 409 with Retry-After is "a request with that Idempotency-Key is still running".
  const transient = TRANSIENT.has(error.code) || (error.code === "conflict" && told !== undefined);
  if (!transient || attempt >= MAX_ATTEMPTS) return null;
  if (told !== undefined) return told > LONGEST_WAIT_MS ? null : told + random() * RETRY_AFTER_SPREAD_MS;
  return fullJitterMs(attempt, random);
}

/** "Full jitter": anything between nothing and an exponentially growing, capped ceiling. */
function fullJitterMs(attempt: number, random: () => number): number {
  return random() * Math.min(CAP_MS, BASE_MS * 2 ** (attempt - 1));
}
