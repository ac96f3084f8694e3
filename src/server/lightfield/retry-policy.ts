import { fullJitterMs } from "../../wire/full-jitter.ts";
import { retryAfterMs } from "../../wire/retry-after.ts";

const BACKOFF = { baseMs: 250, maxMs: 5_000 };

/**
 * Whether a refusal means "not now" rather than "no" (RFC 9110, and the error table of the Files API), judged like the
 * official client: `x-should-retry` decides if present, and the documentation puts `idempotency_conflict` in the type
 * or in the code.
 */
export function isRetryable({ status, type, code }: Refusal, shouldRetry: string | null): boolean {
  if (shouldRetry === "true") return true;
  if (shouldRetry === "false") return false;
  if (status === 409) return type === "idempotency_conflict" || code === "idempotency_conflict";
  return status === 408 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

export interface Refusal {
  readonly status: number;
  readonly type: string;
  readonly code?: string | undefined;
}

/** Delay that a response asks for: `Retry-After-Ms`, otherwise `Retry-After`. Null if absent or unreadable. */
export function announcedDelayMs(headers: Headers, nowMs: number): number | null {
  const ms = headers.get("retry-after-ms")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(ms)) return Number(ms);
  return retryAfterMs(headers.get("retry-after"), nowMs) ?? null;
}

/**
 * Delay before the next attempt: full jitter over a ceiling that doubles, so that many servers do not retry at once.
 * `retryAfterMs` is the delay that the response asked for, or null. It is a minimum, and the jitter is added to it.
 */
export function retryDelayMs(failures: number, retryAfterMs: number | null, random: number): number {
  if (retryAfterMs === null) return fullJitterMs(failures, BACKOFF, random);
  return retryAfterMs + random * BACKOFF.baseMs;
}
