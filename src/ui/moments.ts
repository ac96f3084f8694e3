/** Moments in the reader's language. All times are epoch milliseconds. */
export interface Moments {
  /** "2 hours ago" on the same day, "yesterday" or "3 days ago" within a week, the date before that. */
  relative(atMs: number, nowMs: number): string;
  /** Date and time, to the second. */
  exact(atMs: number): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RELATIVE_DAYS = 7;

/** The latest one: Intl formatters are slow to create, and a page is mostly in one language. */
let latest: { readonly language: string | undefined; readonly moments: Moments } | undefined;

/** @param language a tag that Intl accepts; undefined for the browser's own language */
export function momentsIn(language: string | undefined): Moments {
  if (latest?.language !== language || !latest) latest = { language, moments: createMoments(language) };
  return latest.moments;
}

function createMoments(language: string | undefined): Moments {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "medium" });

  return {
    relative(atMs, nowMs) {
      // The clock of the server may be ahead of this one.
      const ageMs = Math.max(0, nowMs - atMs);
      if (ageMs < MINUTE_MS) return relative.format(0, "second");
      if (ageMs < HOUR_MS) return relative.format(-Math.floor(ageMs / MINUTE_MS), "minute");
      const days = midnightsBetween(atMs, nowMs);
      if (days === 0) return relative.format(-Math.floor(ageMs / HOUR_MS), "hour");
      return days < RELATIVE_DAYS ? relative.format(-days, "day") : date.format(atMs);
    },
    exact: (atMs) => exact.format(atMs),
  };
}

/** Number of local midnights between two moments: "yesterday" means the previous date, not 24 hours ago. */
function midnightsBetween(fromMs: number, toMs: number): number {
  const midnight = (atMs: number) => new Date(atMs).setHours(0, 0, 0, 0);
  return Math.round((midnight(toMs) - midnight(fromMs)) / (24 * HOUR_MS));
}
