const BASE_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/** Statuses that mean "not now" rather than "no" (RFC 9110, and the error table of the Files API). */
export function isRetryable(status: number, type: string): boolean {
  if (status === 409) return type === "idempotency_conflict";
  return status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

/**
 * Delay before the next attempt: full jitter over a ceiling that doubles, so that many servers do not return in step.
 * `retryAfterMs` is the delay that the response asked for, or null. It is a minimum, and the jitter is added to it.
 */
export function retryDelayMs(failures: number, retryAfterMs: number | null, random: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (failures - 1));
  if (retryAfterMs === null) return random * ceiling;
  return retryAfterMs + random * BASE_DELAY_MS;
}
