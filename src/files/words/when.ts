/** Moments in the reader's language: "2 hours ago" while that means something, the date after that. */
export interface WhenFormats {
  relative(at: number, now: number): string;
  /** Date and time, to the second. */
  exact(at: number): string;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const RELATIVE_DAYS = 7;

/** @param language a tag that Intl takes; undefined for the browser's own */
export function createWhenFormats(language: string | undefined): WhenFormats {
  const relative = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const date = new Intl.DateTimeFormat(language, { dateStyle: "medium" });
  const exact = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "medium" });

  return {
    relative(at, now) {
      // The server's clock may be ahead of ours: nothing was uploaded in the future.
      const age = Math.max(0, now - at);
      if (age < MINUTE_MS) return relative.format(0, "second");
      if (age < HOUR_MS) return relative.format(-Math.floor(age / MINUTE_MS), "minute");
      const days = daysBetween(at, now);
      if (days === 0) return relative.format(-Math.floor(age / HOUR_MS), "hour");
      return days < RELATIVE_DAYS ? relative.format(-days, "day") : date.format(at);
    },
    exact: (at) => exact.format(at),
  };
}

/** Midnights between two moments where the reader is: "yesterday" is a date, not 24 hours. */
function daysBetween(from: number, to: number): number {
  const midnight = (at: number) => new Date(at).setHours(0, 0, 0, 0);
  return Math.round((midnight(to) - midnight(from)) / (24 * HOUR_MS));
}
