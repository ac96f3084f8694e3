import type { Meeting } from "../lightfield/meetings.ts";
import { sha256Hex } from "../sha256.ts";
import type { FileEvent, FileHook } from "./hooks.ts";
import { type MeetingChoice, meetingOfContext } from "./meeting-of-context.ts";

export interface AttachTranscriptOptions {
  /**
   * Chooses the meeting of a completed file; null attaches it to none. Check here that the user may change that
   * meeting, because `context` comes from the page. Default: the meeting that `context` names (`MeetingContext`):
   * `meetingId` for an existing one, `meeting` for a new one, which the element's `meeting-details` asks the user for.
   */
  readonly meeting?: ((event: FileEvent) => MeetingChoice | null | Promise<MeetingChoice | null>) | undefined;
  /** Called with the meeting after each attachment. A repeated `onCompleted` calls it again. */
  readonly onAttached?: ((meeting: Meeting, event: FileEvent) => void | Promise<void>) | undefined;
}

/**
 * Creates an `onCompleted` hook that attaches the file to a meeting. The API key needs the scopes `meetings:create` and
 * `meetings:update`. A failure goes to `onError`, and the file stays in Lightfield. The hook is safe to repeat: the
 * file id is part of the idempotency key, so one file creates one meeting, and a late repetition does not replace a
 * newer transcript by an older one.
 */
export function attachTranscript(options: AttachTranscriptOptions = {}): FileHook {
  const { meeting: choose = meetingOfContext, onAttached } = options;
  return async (event) => {
    const choice = await choose(event);
    if (choice === null) return;
    const meeting = await attach(event, choice);
    await onAttached?.(meeting, event);
  };
}

async function attach({ client, file }: FileEvent, choice: MeetingChoice): Promise<Meeting> {
  const isNew = "fields" in choice;
  try {
    const { value } = isNew
      ? await client.createMeeting(
          { fields: choice.fields, relationships: { $transcript: file.id } },
          `transcript-${file.id}`,
        )
      : await client.updateMeeting(
          choice.meetingId,
          { relationships: { $transcript: { replace: file.id } } },
          `transcript-${file.id}-${await sha256Hex(choice.meetingId)}`,
        );
    return value;
  } catch (cause) {
    const which = isNew ? "a new meeting" : `the meeting ${printable(choice.meetingId)}`;
    const message = `${file.filename} (${file.id}) is stored in Lightfield, but attaching it to ${which} failed. It is safe to retry`;
    throw new Error(message, { cause });
  }
}

/** The id often comes from the page's context, so it may hold line breaks, or be long. */
function printable(id: string): string {
  return id.replace(/[^\x20-\x7e]/g, "?").slice(0, 100);
}
