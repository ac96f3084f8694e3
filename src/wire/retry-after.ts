/** Longest delay in milliseconds that is read from a `Retry-After`: one year. A longer one may not fit into a date. */
const MAX_DELAY_MS = 365 * 24 * 3_600_000;

/** Day names at the start of an HTTP date: "Sun, 01 Mar 2026 …", "Sunday, 01-Mar-26 …" and "Sun Mar  1 …". */
const HTTP_DATE = /^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? /i;

/**
 * The delay that a `Retry-After` header asks for, in milliseconds from `now` (epoch milliseconds). The header holds seconds
 * or a date (RFC 9110, 10.2.3); undefined when it is missing or unreadable. Texts such as "soon 1" and "-5" are unreadable,
 * although `Date.parse` takes them for dates.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  const ms = /^\d+(\.\d+)?$/.test(text)
    ? Number(text) * 1000
    : HTTP_DATE.test(text)
      ? Date.parse(text) - now
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MAX_DELAY_MS);
}
