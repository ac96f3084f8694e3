import type { Meeting, MeetingFields } from "../lightfield/meetings.ts";
import type { FileEvent, FileHook } from "./hooks.ts";

/** The meeting that a transcript belongs to: one that is there, or one that is to be made. */
export type MeetingChoice = { readonly meetingId: string } | { readonly fields: MeetingFields };

export interface AttachTranscriptOptions {
  /**
   * Which meeting a completed file is the transcript of; null for none. Check here that this user may: `context` is what
   * the page said.
   */
  readonly meeting: (event: FileEvent) => MeetingChoice | null | Promise<MeetingChoice | null>;
  /** Told of the meeting, for your own records. Again when an upload is reported again. */
  readonly onAttached?: ((meeting: Meeting, event: FileEvent) => void | Promise<void>) | undefined;
}

/**
 * A ready-made `onCompleted` that attaches the file to its meeting, for API keys with the scopes `meetings:create` and
 * `meetings:update`. When it fails, the file is safe in Lightfield and `onError` hears of it; it may be called again for
 * the same file: the file's id is part of the idempotency key, so one file makes one meeting, and a late repetition does
 * not put an old transcript back into the place of a newer one.
 */
export function attachTranscript({ meeting: choose, onAttached }: AttachTranscriptOptions): FileHook {
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
          `transcript-${file.id}-${choice.meetingId}`.slice(0, 255),
        );
    return value;
  } catch (cause) {
    const which = isNew ? "a new meeting" : `the meeting ${choice.meetingId}`;
    const message = `${file.filename} (${file.id}) is in Lightfield, but could not be attached to ${which}. It can be tried again`;
    throw new Error(message, { cause });
  }
}
