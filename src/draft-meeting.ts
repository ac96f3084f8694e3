/** Composition root of meeting details: the inspection of a transcript, and what its name says about the meeting. */
import { inspect } from "./transcripts/inspect.ts";
import { type MeetingDraft, meetingDraft } from "./transcripts/meeting/meeting-draft.ts";

export type { MeetingDraft } from "./transcripts/meeting/meeting-draft.ts";

/** Reads the first and last kilobytes of the file. Never rejects; a file that cannot be read only has a name. */
export async function draftMeeting(file: File): Promise<MeetingDraft> {
  const inspection = await inspect(file).catch(() => null);
  return meetingDraft(file.name, inspection?.preview ?? null);
}
