import type { Day, MeetingDraft } from "../../load-uploader.ts";

/** The fields of the form as text, in the forms of `<input type="date">` ("2026-11-20") and `type="time"` ("15:00"). */
export interface MeetingFields {
  readonly title: string;
  readonly date: string;
  readonly start: string;
  readonly end: string;
}

/** Something that the user must say before the meeting can be created. */
export type MeetingProblem = "title" | "date" | "which-date" | "start" | "end" | "future" | "too-long";

/** A meeting as the endpoint's `attachTranscript` expects it in `context.meeting`. Times are ISO 8601 in UTC. */
export interface ConfirmedMeeting {
  readonly title: string;
  readonly start: string;
  readonly end: string;
  readonly speakers: readonly string[];
}

const MINUTE_MS = 60_000;
const DAY_MINUTES = 24 * 60;
/** A transcript that ends later than this after its start is a sign of a wrong time: the user is asked. */
const MAX_MINUTES = 18 * 60;
const MAX_SPEAKERS = 20;
const MAX_SPEAKER_CHARS = 60;

/** The fields as far as the file says them. Times with a known zone are converted to the user's own. */
export function fieldsFrom({ title, days, time, offsetMinutes, durationMs }: MeetingDraft): MeetingFields {
  const [day, other] = days;
  const empty = { title, date: "", start: "", end: "" };
  if (!time || !day) return day && !other ? { ...empty, date: dateText(day) } : empty;
  const start = localStart(day, time, offsetMinutes);
  const end = durationMs === null ? null : new Date(start.getTime() + minutes(durationMs) * MINUTE_MS);
  return {
    title,
    // With two possible days the conversion may also change the day, so the user chooses first.
    date: other ? "" : dateText(dayOf(start)),
    start: timeText(start),
    end: end ? timeText(end) : "",
  };
}

/** The date after the user has chosen one of two days, converted to the user's zone. */
export function dateFor({ time, offsetMinutes }: MeetingDraft, day: Day): string {
  return dateText(time ? dayOf(localStart(day, time, offsetMinutes)) : day);
}

/** The end by the duration of the captions; "" if it is not known. */
export function endFor(start: string, durationMs: number | null): string {
  const minute = minuteOf(start);
  if (minute === null || durationMs === null) return "";
  const end = (minute + minutes(durationMs)) % DAY_MINUTES;
  return `${two(Math.floor(end / 60))}:${two(end % 60)}`;
}

/** What is still missing or wrong, in the order of the fields. */
export function problemsOf(fields: MeetingFields, draft: MeetingDraft, now: number): MeetingProblem[] {
  const problems: MeetingProblem[] = [];
  const times = timesOf(fields);
  if (fields.title.trim() === "") problems.push("title");
  if (dayFrom(fields.date) === null) problems.push(draft.days.length > 1 ? "which-date" : "date");
  if (minuteOf(fields.start) === null) problems.push("start");
  if (minuteOf(fields.end) === null) problems.push("end");
  if (times && times.end - times.start > MAX_MINUTES * MINUTE_MS) problems.push("too-long");
  else if (times && times.end > now) problems.push("future");
  return problems;
}

/** The confirmed meeting; null while something is missing or wrong. */
export function confirm(fields: MeetingFields, draft: MeetingDraft, now: number): ConfirmedMeeting | null {
  const times = timesOf(fields);
  if (!times || problemsOf(fields, draft, now).length > 0) return null;
  return {
    title: fields.title.trim(),
    start: new Date(times.start).toISOString(),
    end: new Date(times.end).toISOString(),
    speakers: draft.speakers.slice(0, MAX_SPEAKERS).map((name) => name.slice(0, MAX_SPEAKER_CHARS)),
  };
}

/** Start and end in epoch milliseconds, in the user's zone. A meeting that ends before it starts ends on the next day. */
export function timesOf({ date, start, end }: MeetingFields): { readonly start: number; readonly end: number } | null {
  const [day, from, until] = [dayFrom(date), minuteOf(start), minuteOf(end)];
  if (!day || from === null || until === null) return null;
  const at = (minute: number) => new Date(day.year, day.month - 1, day.day, 0, minute).getTime();
  return { start: at(from), end: at(until < from ? until + DAY_MINUTES : until) };
}

/** Whether the times of the form rest on the assumption that the file's times are in the user's zone. */
export function isZoneAssumed({ time, offsetMinutes }: MeetingDraft): boolean {
  return time !== null && offsetMinutes === null;
}

function localStart(day: Day, time: { hour: number; minute: number }, offsetMinutes: number | null): Date {
  const { hour, minute } = time;
  if (offsetMinutes === null) return new Date(day.year, day.month - 1, day.day, hour, minute);
  return new Date(Date.UTC(day.year, day.month - 1, day.day, hour, minute) - offsetMinutes * MINUTE_MS);
}

/** Whole minutes, at least one. */
function minutes(durationMs: number): number {
  return Math.max(1, Math.round(durationMs / MINUTE_MS));
}

function dayOf(date: Date): Day {
  return { year: date.getFullYear(), month: date.getMonth() + 1, day: date.getDate() };
}

export function dayFrom(text: string): Day | null {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return match ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) } : null;
}

function minuteOf(text: string): number | null {
  const match = /^(\d{2}):(\d{2})/.exec(text);
  return match ? Number(match[1]) * 60 + Number(match[2]) : null;
}

function dateText({ year, month, day }: Day): string {
  return `${year}-${two(month)}-${two(day)}`;
}

function timeText(date: Date): string {
  return `${two(date.getHours())}:${two(date.getMinutes())}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}
