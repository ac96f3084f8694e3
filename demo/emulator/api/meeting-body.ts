import { badRequest, unprocessable } from "../api-error.ts";
import type { MeetingFields, PrivacySetting } from "../storage/meeting-record.ts";
import {
  type JsonObject,
  optionalObject,
  outOfRange,
  type Place,
  place,
  refuseUnknownFields,
  required,
  text,
  wrongType,
} from "./body-fields.ts";
import { pastDate } from "./meeting-dates.ts";

export interface NewMeeting {
  readonly fields: MeetingFields;
  readonly transcriptId: string | null;
}

export interface MeetingChange {
  readonly privacySetting: PrivacySetting | null;
  readonly transcriptId: string | null;
}

/** Path of the transcript in errors. */
export const TRANSCRIPT_PARAM = "relationships.$transcript";

const WRITABLE: readonly (keyof MeetingFields)[] = [
  "$title",
  "$startDate",
  "$endDate",
  "$description",
  "$meetingUrl",
  "$organizerEmail",
  "$attendeeEmails",
  "$privacySetting",
];
const EMAIL = /^[^\s@]+@[^\s@]+$/;

/** `autoCreateRecords` is accepted and has no effect: accounts and contacts are not emulated. */
export function parseNewMeeting(body: JsonObject, now: number): NewMeeting {
  refuseUnknownFields(body, ["fields", "relationships", "autoCreateRecords"], "meetings");
  const { autoCreateRecords = false } = body;
  if (typeof autoCreateRecords !== "boolean") throw wrongType("autoCreateRecords", "true or false");
  const given = optionalObject(place(body, "fields")) ?? {};
  refuseUnknownFields(given, WRITABLE, "meetings", "fields.");
  const at = (name: keyof MeetingFields): Place => place(given, name, "fields.");

  const $title = text(at("$title"));
  if ($title.trim() === "") throw outOfRange("fields.$title", "must not be empty");
  const $startDate = pastDate(at("$startDate"), now);
  const $endDate = pastDate(at("$endDate"), now);
  if ($endDate < $startDate) {
    throw unprocessable("A meeting cannot end before it starts.", { param: "fields.$endDate" });
  }
  const fields: MeetingFields = {
    $title,
    $startDate,
    $endDate,
    $description: orNull(at("$description"), text),
    $meetingUrl: orNull(at("$meetingUrl"), webAddress),
    $organizerEmail: orNull(at("$organizerEmail"), email),
    $attendeeEmails: orNull(at("$attendeeEmails"), emails),
    $privacySetting: orNull(at("$privacySetting"), privacySetting) ?? "FULL",
  };
  return { fields, transcriptId: newTranscript(transcriptIn(body)) };
}

/** Parses an update: only `$privacySetting` and `$transcript.replace` can change. Missing fields keep their values. */
export function parseMeetingChange(body: JsonObject): MeetingChange {
  refuseUnknownFields(body, ["fields", "relationships"], "meetings");
  const given = optionalObject(place(body, "fields")) ?? {};
  refuseUnknownFields(given, ["$privacySetting"], "meetings", "fields.");
  const at = place(given, "$privacySetting", "fields.");
  const isGiven = given.$privacySetting !== undefined;
  return { privacySetting: isGiven ? privacySetting(at) : null, transcriptId: replacement(transcriptIn(body)) };
}

/** File id in the `$transcript` of either call; null if there is none. */
export function transcriptIdIn(transcript: unknown): string | null {
  if (typeof transcript === "string") return transcript;
  if (Array.isArray(transcript)) return transcriptIdIn(transcript[0]);
  if (typeof transcript !== "object" || transcript === null) return null;
  const id: unknown = Reflect.get(transcript, "replace");
  return typeof id === "string" ? id : null;
}

/** The transcript in a body; undefined if it has none. */
function transcriptIn(body: JsonObject): unknown {
  const relationships = optionalObject(place(body, "relationships"));
  if (!relationships) return undefined;
  const unknown = Object.keys(relationships).find((name) => name !== "$transcript");
  if (unknown !== undefined) {
    const details = { code: "unknown_relationship", param: `relationships.${unknown}` };
    throw badRequest(`The relationship '${unknown}' of a meeting cannot be written.`, details);
  }
  return required(place(relationships, "$transcript", "relationships."));
}

/** One id, or a list with one id: the official clients allow both. */
function newTranscript(transcript: unknown): string | null {
  if (transcript === undefined) return null;
  const ids: readonly unknown[] = Array.isArray(transcript) ? transcript : [transcript];
  if (!ids.every((id) => typeof id === "string")) throw wrongType(TRANSCRIPT_PARAM, "the id of a file");
  const [id, second] = ids;
  if (id === undefined || second !== undefined) {
    throw unprocessable("A meeting has one transcript.", { param: TRANSCRIPT_PARAM });
  }
  return id;
}

function replacement(transcript: unknown): string | null {
  if (transcript === undefined) return null;
  const operation = optionalObject(place({ $transcript: transcript }, "$transcript", "relationships.")) ?? {};
  refuseUnknownFields(operation, ["replace"], "$transcript", `${TRANSCRIPT_PARAM}.`);
  return text(place(operation, "replace", `${TRANSCRIPT_PARAM}.`));
}

/** An optional text field. Null clears it, so a new meeting does not have it. */
function orNull<T>(at: Place, read: (at: Place) => T): T | null {
  const value = at.in[at.name];
  return value === undefined || value === null ? null : read(at);
}

function webAddress(at: Place): string {
  const value = text(at);
  if (!URL.canParse(value) || !/^https?:$/.test(new URL(value).protocol)) {
    throw outOfRange(at.param, "must be a URL that starts with http:// or https://");
  }
  return value;
}

function email(at: Place): string {
  const value = text(at);
  if (!EMAIL.test(value)) throw outOfRange(at.param, "must be an e-mail address");
  return value;
}

function emails(at: Place): string[] {
  const value = required(at);
  if (!Array.isArray(value)) throw wrongType(at.param, "a list of e-mail addresses");
  return value.map((item: unknown) => email({ in: { item }, name: "item", param: at.param }));
}

function privacySetting(at: Place): PrivacySetting {
  const value = text(at);
  if (value !== "FULL" && value !== "METADATA") throw outOfRange(at.param, "must be FULL or METADATA");
  return value;
}
