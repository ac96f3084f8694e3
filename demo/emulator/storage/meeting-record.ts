export type PrivacySetting = "FULL" | "METADATA";

/** Field values by their API names. Times are ISO 8601 in UTC; null for a field that is not set. */
export interface MeetingFields {
  readonly $title: string;
  readonly $startDate: string;
  readonly $endDate: string;
  readonly $description: string | null;
  readonly $meetingUrl: string | null;
  readonly $organizerEmail: string | null;
  readonly $attendeeEmails: readonly string[] | null;
  readonly $privacySetting: PrivacySetting;
}

/** One meeting, as stored on disk. Times are epoch milliseconds. */
export interface MeetingRecord {
  readonly id: string;
  readonly fields: MeetingFields;
  readonly transcriptId: string | null;
  readonly createdAt: number;
  readonly updatedAt: number | null;
}

/** A meeting for tests and the demo. Times are ISO 8601. */
export interface StoredMeeting {
  readonly id: string;
  readonly fields: MeetingFields;
  /** Id of the transcript file; null if there is none. */
  readonly transcriptId: string | null;
  readonly createdAt: string;
  readonly updatedAt: string | null;
}

interface WireField {
  readonly value: string | readonly string[] | null;
  readonly valueType: string;
}

interface WireRelationship {
  readonly cardinality: "has_one" | "has_many";
  readonly objectType: string;
  readonly values: readonly string[];
}

/** The API's JSON of a meeting, with the names and nesting of the official clients. */
export interface WireMeeting {
  readonly id: string;
  readonly objectType: "meeting";
  readonly accessLevel: PrivacySetting;
  readonly createdAt: string;
  readonly updatedAt: string | null;
  readonly externalId: string | null;
  readonly httpLink: string | null;
  readonly fields: Readonly<Record<keyof MeetingFields, WireField>>;
  readonly relationships: { readonly $transcript: WireRelationship };
}

/** Types of fields. The documentation lists the types but not their fields: `TEXT` of `$privacySetting` is a guess. */
const VALUE_TYPES = {
  $title: "TEXT",
  $startDate: "DATETIME",
  $endDate: "DATETIME",
  $description: "TEXT",
  $meetingUrl: "URL",
  $organizerEmail: "EMAIL",
  $attendeeEmails: "EMAIL",
  $privacySetting: "TEXT",
} as const satisfies Record<keyof MeetingFields, string>;

/**
 * Guesses: a meeting without a transcript has the relationship with no values, and every key sees
 * everything. There is no web app, so there is no link, and no external id. The relationships that the
 * real service derives from attendees (accounts, contacts, opportunities) are left out.
 */
export function toWireMeeting(record: MeetingRecord): WireMeeting {
  const { id, createdAt, updatedAt } = toStoredMeeting(record);
  const values = record.transcriptId === null ? [] : [record.transcriptId];
  return {
    id,
    objectType: "meeting",
    accessLevel: "FULL",
    createdAt,
    updatedAt,
    externalId: null,
    httpLink: null,
    fields: wireFields(record.fields),
    relationships: { $transcript: { cardinality: "has_one", objectType: "file", values } },
  };
}

export function toStoredMeeting({ id, fields, transcriptId, createdAt, updatedAt }: MeetingRecord): StoredMeeting {
  return {
    id,
    fields,
    transcriptId,
    createdAt: new Date(createdAt).toISOString(),
    updatedAt: updatedAt === null ? null : new Date(updatedAt).toISOString(),
  };
}

function wireFields(fields: MeetingFields): WireMeeting["fields"] {
  const of = (name: keyof MeetingFields): WireField => ({ value: fields[name], valueType: VALUE_TYPES[name] });
  return {
    $title: of("$title"),
    $startDate: of("$startDate"),
    $endDate: of("$endDate"),
    $description: of("$description"),
    $meetingUrl: of("$meetingUrl"),
    $organizerEmail: of("$organizerEmail"),
    $attendeeEmails: of("$attendeeEmails"),
    $privacySetting: of("$privacySetting"),
  };
}
