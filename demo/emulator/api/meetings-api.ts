import { badRequest, notFound, unprocessable } from "../api-error.ts";
import type { MeetingPhase } from "../faults/faults.ts";
import type { FileStore } from "../storage/file-store.ts";
import { type MeetingRecord, toWireMeeting } from "../storage/meeting-record.ts";
import type { MeetingStore } from "../storage/meeting-store.ts";
import { parseMeetingChange, parseNewMeeting, TRANSCRIPT_PARAM } from "./meeting-body.ts";
import type { Operation } from "./operation.ts";
import type { SearchIndex } from "./search-index.ts";

export interface MeetingsApiParts {
  readonly store: FileStore;
  readonly meetings: MeetingStore;
  readonly now: () => number;
  readonly search: SearchIndex;
}

/** The calls about meetings that a transcript needs. */
export function createMeetingsApi({ store, meetings, now, search }: MeetingsApiParts): Record<MeetingPhase, Operation> {
  const find = (id: string): MeetingRecord => {
    const record = meetings.get(id);
    if (!record) throw notFound("No resource found in 'meetings' with the given ID.");
    return record;
  };

  /**
   * Checks the transcript. An unknown file id is 400 `relationship_entity_missing`, the documented code for an id in a
   * relationship; 404 is for the id in the path. The file must be COMPLETED (documented); the status for another one is
   * a guess: 422, since the id is right and the file's state is not. Every purpose is accepted, since it is not stored,
   * and so is a file of another meeting: the reference forbids neither.
   */
  const requireAttachable = (fileId: string | null, param = TRANSCRIPT_PARAM): void => {
    if (fileId === null) return;
    const file = store.get(fileId);
    if (!file) {
      const message = `There is no file '${fileId}' to be the transcript.`;
      throw badRequest(message, { code: "relationship_entity_missing", param });
    }
    if (file.status === "COMPLETED") return;
    // The plugin's table of errors names the code; that it is about such a file is a guess.
    const ended = file.status === "PENDING" ? {} : { code: "relationship_entity_inactive" };
    throw unprocessable(`Only a COMPLETED file can be a transcript; this one is ${file.status}.`, { ...ended, param });
  };

  return {
    "meeting-create"({ body }) {
      const { fields, transcriptId } = parseNewMeeting(body, now());
      requireAttachable(transcriptId);
      return toWireMeeting(meetings.create(fields, transcriptId));
    },

    "meeting-update"({ id, body }) {
      const record = find(id);
      const { privacySetting, transcriptId } = parseMeetingChange(body);
      requireAttachable(transcriptId, `${TRANSCRIPT_PARAM}.replace`);
      const changed = meetings.update(record, {
        ...(privacySetting !== null && { fields: { ...record.fields, $privacySetting: privacySetting } }),
        ...(transcriptId !== null && { transcriptId }),
      });
      return toWireMeeting(changed);
    },

    "meeting-retrieve"({ id }) {
      return toWireMeeting(find(id));
    },

    "meeting-list"({ query }) {
      return search.page(meetings.all(), query, toWireMeeting);
    },
  };
}
