/** A day of the calendar; `month` is 1 to 12. */
export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

/**
 * Dates that a text can mean, and where in the text the first of them stands. More than one: day and month could be
 * exchanged, or the text has several dates.
 */
export interface DateInText {
  readonly days: readonly Day[];
  readonly start: number;
  readonly end: number;
}

/** Languages whose month names are known, long and short. */
const LANGUAGES = ["en", "de", "es", "fr", "it", "nl", "pt", "pl"];
const EARLIEST_YEAR = 1990;
const LATEST_YEAR = 2099;

type Read = (match: RegExpExecArray, months: ReadonlyMap<string, number>) => readonly Day[];

const FORMS: readonly [pattern: RegExp, read: Read][] = [
  // 2026-11-20, 2026.11.20, 2026_11_20, 2026年11月20日; not "Nov 2026 3_04 PM", with two kinds of separators
  [
    /(?<!\d)(?<y>\d{4})(?:(?<s>[-._/ ])(?=\d+\k<s>)|年(?=\d+月))(?<m>\d{1,2})[-._/ 月](?<d>\d{1,2})(?!\d)日?/,
    ({ groups }) => day(groups?.y, groups?.m, groups?.d),
  ],
  // 20261120
  [/(?<!\d)(?<y>20\d{2})(?<m>\d{2})(?<d>\d{2})(?!\d)/, ({ groups }) => day(groups?.y, groups?.m, groups?.d)],
  // 20.11.2026, 11-20-2026: which of the two is the month is known only if one of them cannot be it
  [
    /(?<!\d)(?<a>\d{1,2})(?<s>[-._/ ])(?<b>\d{1,2})\k<s>(?<y>\d{4})(?!\d)/,
    ({ groups }) => eitherOrder(groups?.y, groups?.a, groups?.b),
  ],
  // 20 Nov 2026, 20. November 2026, 20th_of_November_2026
  [
    /(?<!\d)(?<d>\d{1,2})(?:st|nd|rd|th|\.)?[\s._-]*(?:of|de|di)?[\s._-]*(?<name>\p{L}{3,12})\.?[\s._,-]+(?:de[\s._-]+)?(?<y>\d{4})(?!\d)/u,
    ({ groups }, months) => named(groups, months),
  ],
  // November 20, 2026
  [
    /(?<!\p{L})(?<name>\p{L}{3,12})\.?[\s._-]+(?<d>\d{1,2})(?:st|nd|rd|th)?[\s._,-]+(?<y>\d{4})(?!\d)/u,
    ({ groups }, months) => named(groups, months),
  ],
];

/** The date in a text; null if there is none. A second date narrows the first, or is another possible day. */
export function dateInText(text: string): DateInText | null {
  const first = firstDate(text);
  const second = first && firstDate(text.slice(first.end));
  if (!first || !second) return first;
  const both = first.days.filter((one) => second.days.some((other) => isSameDay(one, other)));
  return { ...first, days: both.length > 0 ? both : [...first.days, ...second.days] };
}

function isSameDay(a: Day, b: Day): boolean {
  return a.day === b.day && a.month === b.month && a.year === b.year;
}

/** The first date of the first form that the text has. */
function firstDate(text: string): DateInText | null {
  const months = monthNames();
  for (const [pattern, read] of FORMS) {
    const match = pattern.exec(text);
    const days = match ? read(match, months) : [];
    if (match && days.length > 0) return { days, start: match.index, end: match.index + match[0].length };
  }
  return null;
}

function named(groups: Record<string, string | undefined> | undefined, months: ReadonlyMap<string, number>): Day[] {
  const month = months.get((groups?.name ?? "").toLowerCase());
  return month === undefined ? [] : day(groups?.y, String(month), groups?.d);
}

function eitherOrder(year: string | undefined, a: string | undefined, b: string | undefined): Day[] {
  const both = [...day(year, b, a), ...day(year, a, b)];
  return a === b ? both.slice(0, 1) : both;
}

/** The day if the calendar has it; otherwise none. */
function day(year: string | undefined, month: string | undefined, dayOfMonth: string | undefined): Day[] {
  const [y, m, d] = [Number(year), Number(month), Number(dayOfMonth)];
  const date = new Date(Date.UTC(y, m - 1, d));
  const exists = date.getUTCMonth() === m - 1 && date.getUTCDate() === d;
  return exists && y >= EARLIEST_YEAR && y <= LATEST_YEAR ? [{ year: y, month: m, day: d }] : [];
}

let known: ReadonlyMap<string, number> | null = null;

function monthNames(): ReadonlyMap<string, number> {
  if (known) return known;
  const names = new Map<string, number>();
  for (const language of LANGUAGES) {
    for (const month of ["long", "short"] as const) {
      const format = new Intl.DateTimeFormat(language, { month, day: "numeric", timeZone: "UTC" });
      for (let index = 0; index < 12; index += 1) {
        const parts = format.formatToParts(new Date(Date.UTC(2026, index, 15)));
        const name =
          parts
            .find(({ type }) => type === "month")
            ?.value.replace(/\.$/, "")
            .toLowerCase() ?? "";
        // The same abbreviation never stands for two months; the first language wins.
        if (/^\p{L}{3,12}$/u.test(name) && !names.has(name)) names.set(name, index + 1);
      }
    }
  }
  // English also abbreviates September with four letters.
  names.set("sept", 9);
  // November in Polish, but October in Croatian.
  names.delete("listopada");
  known = names;
  return names;
}
