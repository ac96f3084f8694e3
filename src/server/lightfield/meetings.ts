import { field, isObject, type JsonObject, stringField } from "../json.ts";
import { object, text } from "./replies.ts";

/** Fields of a meeting in the past. Times are ISO 8601 with a UTC offset. */
export interface MeetingFields {
  readonly $title: string;
  readonly $startDate: string;
  readonly $endDate: string;
  readonly $description?: string;
  readonly $meetingUrl?: string;
  readonly $organizerEmail?: string;
  readonly $attendeeEmails?: readonly string[];
  readonly $privacySetting?: "FULL" | "METADATA";
}

export interface NewMeeting {
  readonly fields: MeetingFields;
  /** Id of a COMPLETED file. */
  readonly relationships?: { readonly $transcript: string };
}

export interface MeetingChange {
  readonly fields?: Pick<MeetingFields, "$privacySetting">;
  readonly relationships?: { readonly $transcript: { readonly replace: string } };
}

export interface Meeting {
  readonly id: string;
  /** Field values by field name. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** Id of the transcript file; null if there is none. */
  readonly transcriptId: string | null;
  /** Address of the meeting in Lightfield's app; null if the reply has none. */
  readonly httpLink: string | null;
}

export interface MeetingList {
  readonly data: readonly Meeting[];
  /** Approximate, since the list comes from a search index: page until a page is shorter than `limit`. */
  readonly totalCount: number;
}

export function parseMeetingList(reply: unknown): MeetingList {
  const list = object(reply);
  const meetings = field(list, "data");
  const data = (Array.isArray(meetings) ? meetings : []).map(parseMeeting);
  const totalCount = field(list, "totalCount");
  return { data, totalCount: typeof totalCount === "number" ? totalCount : data.length };
}

export function parseMeeting(reply: unknown): Meeting {
  const meeting = object(reply);
  const fields = Object.entries(childObject(meeting, "fields")).map(([name, value]) => [name, fieldValue(value)]);
  return {
    id: text(meeting, "id"),
    fields: Object.fromEntries(fields),
    transcriptId: firstId(field(childObject(meeting, "relationships"), "$transcript")),
    httpLink: stringField(meeting, "httpLink") ?? null,
  };
}

function childObject(of: JsonObject, name: string): JsonObject {
  const child = field(of, name);
  return isObject(child) ? child : {};
}

/** Value of a field, which the API wraps as `{value, valueType}`. */
function fieldValue(given: unknown): unknown {
  return isObject(given) && Object.hasOwn(given, "value") ? given.value : given;
}

/** First id of a relationship `{cardinality, objectType, values}`; a plain id or list is accepted too. */
function firstId(relationship: unknown): string | null {
  if (typeof relationship === "string") return relationship;
  if (Array.isArray(relationship)) return firstId(relationship[0]);
  return isObject(relationship) ? firstId(field(relationship, "values")) : null;
}
