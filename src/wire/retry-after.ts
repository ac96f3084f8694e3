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
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = HTTP_DATE.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
