/**
 * The delay that a `Retry-After` header asks for, in milliseconds from `now` (epoch milliseconds). The header holds seconds
 * or a date (RFC 9110, 10.2.3); undefined when it is missing or unreadable.
 */
export function retryAfterMs(header: string | null | undefined, now: number): number | undefined {
  const text = header?.trim();
  if (!text) return undefined;
  if (/^\d+(\.\d+)?$/.test(text)) return Number(text) * 1000;
  const date = Date.parse(text);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
