const UNITS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["week", 604_800],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
] as const;

/** "2 hours ago", "yesterday", "now": both times in epoch milliseconds. */
export function relativeTime(thenMs: number, nowMs: number, language: string | undefined): string {
  const seconds = Math.max(0, nowMs - thenMs) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: "auto" });
  const [unit, length] = UNITS.find(([, length]) => seconds >= length) ?? ["second", Number.POSITIVE_INFINITY];
  return format.format(-Math.floor(seconds / length), unit);
}
