import { field, isObject, type JsonObject, stringField } from "../json.ts";
import { object, text } from "./replies.ts";

/** A meeting that took place; times are ISO 8601 with their offset, and over. */
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
  /** The id of a COMPLETED file. */
  readonly relationships?: { readonly $transcript: string };
}

export interface MeetingChange {
  readonly fields?: Pick<MeetingFields, "$privacySetting">;
  readonly relationships?: { readonly $transcript: { readonly replace: string } };
}

export interface Meeting {
  readonly id: string;
  /** The values by their names. */
  readonly fields: Readonly<Record<string, unknown>>;
  /** The file that is its transcript. */
  readonly transcriptId: string | null;
  /** Where the meeting is in Lightfield's own app. */
  readonly httpLink: string | null;
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

/** The API gives `{value, valueType}` for each field. */
function fieldValue(given: unknown): unknown {
  return isObject(given) && Object.hasOwn(given, "value") ? given.value : given;
}

/** The API gives `{cardinality, objectType, values}`; a plain id or list is understood too. */
function firstId(relationship: unknown): string | null {
  if (typeof relationship === "string") return relationship;
  if (Array.isArray(relationship)) return firstId(relationship[0]);
  return isObject(relationship) ? firstId(field(relationship, "values")) : null;
}
