const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RELATIVE_DAYS = 7;

/**
 * Age in words: "2 hours ago" on the same day, "yesterday" or "3 days ago" within a week, the date after that. Times are
 * epoch milliseconds.
 * @param language a tag that Intl accepts; undefined for the language of the browser
 */
export function relativeTime(atMs: number, nowMs: number, language: string | undefined): string {
  // The server's clock may be ahead of the browser's.
  const ageMs = Math.max(0, nowMs - atMs);
  const days = midnightsBetween(atMs, nowMs);
  if (days >= RELATIVE_DAYS) return new Date(atMs).toLocaleDateString(language, { dateStyle: "medium" });
  const [count, unit] = steps(ageMs, days);
  return new Intl.RelativeTimeFormat(language, { numeric: "auto" }).format(0 - Math.floor(count), unit);
}

function steps(ageMs: number, days: number): readonly [number, Intl.RelativeTimeFormatUnit] {
  if (ageMs < MINUTE_MS) return [0, "second"];
  if (ageMs < HOUR_MS) return [ageMs / MINUTE_MS, "minute"];
  return days > 0 ? [days, "day"] : [ageMs / HOUR_MS, "hour"];
}

/** Date and time, to the second; with the weekday unless the style is "medium". */
export function exactTime(atMs: number, language: string | undefined, dateStyle: "full" | "medium" = "full"): string {
  return new Date(atMs).toLocaleString(language, { dateStyle, timeStyle: "medium" });
}

/** Number of local midnights between two moments: "yesterday" means the previous date, not 24 hours ago. */
function midnightsBetween(fromMs: number, toMs: number): number {
  const midnight = (atMs: number) => new Date(atMs).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / (24 * HOUR_MS));
}
