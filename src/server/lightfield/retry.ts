const BASE_DELAY_MS = 250;
const MAX_DELAY_MS = 5_000;

/** Answers that say "not now" rather than "no" (RFC 9110 and the Files API's table of errors). */
export function isWorthRepeating(status: number, type: string): boolean {
  if (status === 409) return type === "idempotency_conflict";
  return status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

/**
 * How long to wait before the next try: full jitter over a doubling ceiling, so that many servers do not come back in
 * step. A told time is a minimum; the jitter comes on top.
 */
export function delayBeforeMs(failures: number, toldMs: number | null, random: number): number {
  const ceiling = Math.min(MAX_DELAY_MS, BASE_DELAY_MS * 2 ** (failures - 1));
  if (toldMs === null) return random * ceiling;
  return toldMs + random * BASE_DELAY_MS;
}

/** `Retry-After` as milliseconds from `nowMs`: seconds or a date (RFC 9110, 10.2.3); null when absent or unreadable. */
export function parseRetryAfterMs(value: string | null, nowMs: number): number | null {
  if (value === null) return null;
  const text = value.trim();
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? null : Math.max(0, date - nowMs);
}
