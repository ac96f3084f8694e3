import type { Preview } from "../../engine/inspection.ts";
import { type Day, dateInText } from "./date-in-name.ts";
import { timeAfter } from "./time-in-name.ts";
import { titleFrom } from "./title-in-name.ts";

export type { Day } from "./date-in-name.ts";

/**
 * A meeting as far as its transcript says it. A part that the file does not say for sure is null, or has several values:
 * then the user is asked.
 */
export interface MeetingDraft {
  /** "" if the name holds none. */
  readonly title: string;
  /** Possible days: none, one, or several if day and month could be exchanged, or the name has several dates. */
  readonly days: readonly Day[];
  /** Start in the zone of `offsetMinutes`; null if the name has none. */
  readonly time: { readonly hour: number; readonly minute: number } | null;
  /** Offset of the file's time from UTC in minutes; null if the file does not say it. */
  readonly offsetMinutes: number | null;
  /** Duration by the last caption, in milliseconds; null without captions. */
  readonly durationMs: number | null;
  /** Names of the speakers, in order of appearance. Untrusted text of the file. */
  readonly speakers: readonly string[];
}

/** Reads title, date and time from a file's name, and duration and speakers from its captions. */
export function meetingDraft(filename: string, preview: Preview | null): MeetingDraft {
  const name = filename.normalize("NFC");
  const date = dateInText(name);
  const time = date ? timeAfter(name.slice(date.end), /^\d+$/.test(name.slice(date.start, date.end))) : null;
  const spans = date ? [{ start: date.start, end: date.end + (time?.end ?? 0) }] : [];
  // "GMT20261120-150000": Zoom names the zone in front of the date.
  const isZoom = date !== null && /(^|[^A-Za-z])GMT$/.test(name.slice(0, date.start));
  const offsetMinutes = time === null ? null : isZoom ? 0 : time.offsetMinutes;
  // "Kickoff-20261120_150000-Meeting Recording": Teams ends with a word of the user's language.
  const [, teamsTitle] = /^(.+)-\d{8}_\d{6}(?:UTC)?-/.exec(name) ?? [];
  return {
    title: teamsTitle
      ? titleFrom(teamsTitle, [])
      : titleFrom(name, isZoom ? spans.map((span) => ({ ...span, start: span.start - 3 })) : spans),
    days: date?.days ?? [],
    time: time && { hour: time.hour, minute: time.minute },
    offsetMinutes,
    durationMs: preview?.durationMs || null,
    speakers: preview?.speakers ?? [],
  };
}
