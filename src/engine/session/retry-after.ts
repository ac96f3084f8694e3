/** Longest time in milliseconds that is read from a `Retry-After`: one year. A longer one may not fit into a date. */
const MOST_MS = 365 * 24 * 3_600_000;
/** The date format of HTTP. `Date.parse` alone takes "soon 1" and "-5" for dates. */
const HTTP_DATE = /^[A-Z][a-z]{2,8}, .+ GMT$/;

/**
 * The wait that a `Retry-After` header asks for, in milliseconds from `now`: seconds or a date (RFC 9110, 10.2.3).
 * undefined when the header is missing or neither of them.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const value = header?.trim() ?? "";
  const ms = /^\d+(\.\d+)?$/.test(value)
    ? Number(value) * 1_000
    : HTTP_DATE.test(value)
      ? Date.parse(value) - now
      : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.min(Math.max(0, ms), MOST_MS);
}
