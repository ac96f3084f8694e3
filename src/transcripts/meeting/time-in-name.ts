/** A time of day, and the offset of its zone from UTC in minutes; null when the text does not name the zone. */
export interface TimeInText {
  readonly hour: number;
  readonly minute: number;
  readonly offsetMinutes: number | null;
  readonly end: number;
}

/** Abbreviations that stand for one zone only. CST, IST and BST stand for several. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  CET: 60,
  CEST: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

/** Between a date and its time: "T", a space, "at", "um", a separator, an opening bracket. */
const GAP = "(?:T|[\\s._,-]*(?:at|um|à|a las|om)?[\\s._-]*)";
/** 15:00, 15.00, 15-00-00, 15_00, 15h00, 3 PM, 3:00pm */
const WITH_SEPARATOR =
  "(?<h>\\d{1,2})(?:(?<sign>[:.\\u2236h_-])(?<m>\\d{2})(?:\\k<sign>(?<s>\\d{2})(?:\\.\\d{1,6})?)?)?(?:[\\s_-]?(?<half>[AaPp]\\.?[Mm](?![A-Za-z])(?:\\.(?!\\w))?))?(?!\\d)";
/** 150000, 1500 */
const WITHOUT_SEPARATOR = "(?<h4>\\d{2})(?<m4>\\d{2})(?<s4>\\d{2})?(?!\\d|[-._/]\\d{2})";
const ZONE = "(?:[\\s_]?(?<zone>[A-Z]{1,4})?(?<offset>[+\\u2212-]\\d{1,2}(?:[:._]?\\d{2})?)?(?![A-Za-z\\d]))?";
/** The end of a span, "15:00-15:47", which is no offset of a zone. */
const UNTIL = /^\s?\p{Pd}\s?\d{1,2}[:.h]\d{2}(?!\d)/u;
const TIME = new RegExp(`^(?<gap>${GAP})(?:${WITHOUT_SEPARATOR}|${WITH_SEPARATOR})${ZONE}`, "u");

/**
 * The time that follows at once in a text, right after its date; null if there is none. Numbers that are as likely
 * something else are none: "2026-11-20 1500 users", "2026-11-20 3.11 planning".
 *
 * @param isCompact whether the date is written without separators, so that its time may be, too
 */
export function timeAfter(text: string, isCompact: boolean): TimeInText | null {
  const match = TIME.exec(text);
  const groups = match?.groups;
  if (!match || !groups) return null;
  const { half, m, h4 } = groups;
  // A number alone is no time: "2026-11-20 2" is the second file of that day.
  if (h4 === undefined && m === undefined && half === undefined) return null;
  const isIso = groups.gap === "T";
  const isMarked = isIso || half !== undefined || groups.zone !== undefined;
  if (h4 !== undefined && groups.s4 === undefined && !isCompact && !isMarked) return null;
  if (groups.h?.length === 1 && !isMarked && !/[:\u2236h]/.test(groups.sign ?? "")) return null;
  let hour = Number(h4 ?? groups.h);
  const minute = Number(groups.m4 ?? m ?? 0);
  if (half) {
    if (hour < 1 || hour > 12) return null;
    hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  if (hour > 23 || minute > 59 || Number(groups.s4 ?? groups.s ?? 0) > 59) return null;
  const until = isIso ? null : UNTIL.exec(text.slice(match[0].length - (groups.offset ?? "").length));
  const zone = zoneOf(groups.zone, until ? undefined : groups.offset);
  // What follows the time and is no zone belongs to the title.
  const zoneLength = zone === null ? (groups.zone ?? "").length + (groups.offset ?? "").length : 0;
  const end = match[0].length - zoneLength + (until?.[0].length ?? 0);
  return { hour, minute, offsetMinutes: zone, end };
}

function zoneOf(name: string | undefined, offset: string | undefined): number | null {
  const isUtc = name === undefined || ZONES[name] === 0;
  if (offset !== undefined && isUtc) {
    const parts = /^([+\u2212-])(\d{1,2})[:._]?(\d{2})?$/.exec(offset);
    const minutes = Number(parts?.[2]) * 60 + Number(parts?.[3] ?? 0);
    // Without "GMT" a hyphen and two digits are as likely a number ("15-00-02"), so the minutes must be there too.
    if (name === undefined && parts?.[3] === undefined) return null;
    return minutes > 14 * 60 ? null : parts?.[1] === "+" ? minutes : -minutes;
  }
  return name === undefined ? null : (ZONES[name] ?? null);
}
