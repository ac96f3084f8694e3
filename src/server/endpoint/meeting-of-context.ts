import type { MeetingContext } from "../../host/protocol.ts";
import { field, isObject, stringField } from "../json.ts";
import type { MeetingFields } from "../lightfield/meetings.ts";
import type { FileEvent } from "./hooks.ts";
import { isFileId } from "./route.ts";

/** The meeting of a transcript: an existing one by id, or the fields of a new one. */
export type MeetingChoice = { readonly meetingId: string } | { readonly fields: MeetingFields };

const MAX_TITLE_CHARS = 255;
const MAX_SPEAKERS = 50;
const MAX_SPEAKER_CHARS = 100;
/** Difference between the clocks of the browser and this server that a meeting's end may have. */
const CLOCK_TOLERANCE_MS = 5 * 60_000;
/** Longest meeting; a longer one is a wrong date. */
const MAX_DURATION_MS = 24 * 3_600_000;
/** ISO 8601 with a time and an offset, as `Date.prototype.toISOString` writes it. */
const TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/**
 * The meeting that the page's `context` names (see MeetingContext): `meetingId` for an existing one, otherwise `meeting`
 * for a new one. Null if it names none.
 * @throws Error if it names one in a wrong form, for example with an end in the future
 */
export function meetingOfContext({ context }: Pick<FileEvent, "context">): MeetingChoice | null {
  if (!isObject(context)) return null;
  const meetingId = field(context, "meetingId") ?? null;
  if (meetingId !== null) {
    if (!isFileId(meetingId)) throw new Error("context.meetingId is not the id of a meeting");
    return { meetingId };
  }
  const meeting = field(context, "meeting") ?? null;
  if (meeting === null) return null;
  if (!isObject(meeting)) throw new Error("context.meeting is not an object");
  const start = timeOf(stringField(meeting, "start"), "start");
  const end = timeOf(stringField(meeting, "end"), "end");
  if (end < start) throw new Error("context.meeting.end is before its start");
  if (end - start > MAX_DURATION_MS) throw new Error("context.meeting takes longer than a day");
  if (end > Date.now() + CLOCK_TOLERANCE_MS) throw new Error("context.meeting.end is in the future");
  const title = plain(stringField(meeting, "title") ?? "", MAX_TITLE_CHARS);
  if (title === "") throw new Error("context.meeting.title is missing");
  const speakers = speakersOf(field(meeting, "speakers"));
  return {
    fields: {
      $title: title,
      $startDate: new Date(start).toISOString(),
      $endDate: new Date(end).toISOString(),
      ...(speakers.length > 0 ? { $description: `Speakers: ${speakers.join(", ")}` } : {}),
    },
  };
}

function timeOf(text: string | undefined, name: keyof NonNullable<MeetingContext["meeting"]>): number {
  const time = text !== undefined && TIME.test(text) ? Date.parse(text) : Number.NaN;
  if (Number.isNaN(time)) throw new Error(`context.meeting.${name} is not a time such as 2026-11-20T15:00:00Z`);
  return time;
}

function speakersOf(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  const names = value.filter((name) => typeof name === "string").map((name) => plain(name, MAX_SPEAKER_CHARS));
  return names.filter((name) => name !== "").slice(0, MAX_SPEAKERS);
}

/** One line of text without control characters. */
function plain(text: string, maxChars: number): string {
  return text
    .replace(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, maxChars)
    .trim();
}
