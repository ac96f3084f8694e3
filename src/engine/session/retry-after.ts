/**
 * What a `Retry-After` header asks for, in milliseconds from `now`: seconds or a date (RFC 9110, 10.2.3). undefined when it
 * is not there, or says neither.
 */
export function retryAfterMs(told: string | null | undefined, now: number): number | undefined {
  const words = told?.trim();
  if (!words) return undefined;
  if (/^\d+(\.\d+)?$/.test(words)) return Number(words) * 1000;
  const at = Date.parse(words);
  return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
