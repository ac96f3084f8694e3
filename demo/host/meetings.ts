import type { Context, Hono } from "hono";
import {
  attachTranscript,
  createTokenEndpoint,
  LightfieldClient,
  type Meeting,
  type TokenEndpointOptions,
} from "lightfield-uploader/server";
import { visitorOf } from "./authorize.ts";

export const MEETING_ENDPOINT = "/api/meeting-uploads";

/** Endpoint whose files become new meetings by what the widget's `meeting-details` asked: no code but the hook. */
export const NEW_MEETING_ENDPOINT = "/api/new-meetings";

/** Creates the endpoint for new meetings. */
export function createNewMeetingEndpoint(access: TokenEndpointOptions): (request: Request) => Promise<Response> {
  return createTokenEndpoint({ ...access, basePath: NEW_MEETING_ENDPOINT, onCompleted: attachTranscript() });
}

/** Meeting of a visitor, as shown on the page. */
export interface ShownMeeting {
  readonly id: string;
  readonly title: string;
  readonly startDate: string;
  readonly endDate: string;
  /** The attached file; null if there is none yet. */
  readonly transcript: { readonly id: string; readonly name: string } | null;
}

export interface MeetingHost {
  readonly endpoint: (request: Request) => Promise<Response>;
  addRoutes(app: Hono): void;
}

interface Access extends Pick<TokenEndpointOptions, "secret" | "baseUrl"> {
  readonly apiKey: string;
}

/** Records of one visitor, which a product would store in its database. */
interface Records {
  readonly meeting: Promise<Meeting>;
  /** Ids of this visitor's completed files, newest first. */
  readonly fileIds: string[];
}

/**
 * Server for transcripts of meetings: each visitor has one meeting, and files that they upload for it are attached
 * to it when Lightfield has verified them. Visitors see only their own files.
 */
export function createMeetingHost(access: Access): MeetingHost {
  const client = new LightfieldClient(access);
  const visitors = new Map<string, Records>();

  function recordsOf(visitor: string): Records {
    const known = visitors.get(visitor);
    if (known) return known;
    const records: Records = { meeting: createMeeting(client, visitor), fileIds: [] };
    visitors.set(visitor, records);
    // A meeting that could not be created is created at the next visit.
    records.meeting.catch(() => visitors.delete(visitor));
    return records;
  }

  async function shown(visitor: string): Promise<ShownMeeting> {
    const { id } = await recordsOf(visitor).meeting;
    const { value: meeting } = await client.retrieveMeeting(id);
    const { transcriptId } = meeting;
    const file = transcriptId === null ? null : (await client.retrieveFile(transcriptId)).value;
    return {
      id,
      title: String(meeting.fields.$title),
      startDate: String(meeting.fields.$startDate),
      endDate: String(meeting.fields.$endDate),
      transcript: file && { id: file.id, name: file.filename },
    };
  }

  const endpoint = createTokenEndpoint({
    ...access,
    basePath: MEETING_ENDPOINT,
    authorize(request) {
      const visitor = visitorOf(request);
      if (visitor === null) return false;
      const { fileIds } = recordsOf(visitor);
      return {
        subject: visitor,
        purposes: ["meeting_transcript"],
        reads: {
          ids: ({ limit, offset }) => ({ ids: fileIds.slice(offset, offset + limit), totalCount: fileIds.length }),
        },
      };
    },
    async onCompleted(event) {
      const { fileIds } = recordsOf(event.subject);
      if (!fileIds.includes(event.file.id)) fileIds.unshift(event.file.id);
      await attach(event);
    },
  });

  const attach = attachTranscript({
    async meeting({ subject, context }) {
      const { id } = await recordsOf(subject).meeting;
      // The page sends the id of the meeting; the server checks that it belongs to this visitor.
      return isFor(context, id) ? { meetingId: id } : null;
    },
  });

  return {
    endpoint,
    addRoutes(app) {
      app.get("/api/meeting", async (c: Context) => {
        const visitor = visitorOf(c.req.raw);
        if (visitor === null) return c.json({ error: "Open the page first." }, 403);
        return c.json(await shown(visitor), 200, { "cache-control": "no-store" });
      });
    },
  };
}

const HOUR_MS = 3_600_000;

async function createMeeting(client: LightfieldClient, visitor: string): Promise<Meeting> {
  const end = Date.now() - HOUR_MS;
  const fields = {
    $title: "Quarterly review with Northwind",
    $startDate: new Date(end - HOUR_MS).toISOString(),
    $endDate: new Date(end).toISOString(),
  };
  const { value } = await client.createMeeting({ fields }, `demo-meeting-${visitor}`);
  return value;
}

function isFor(context: unknown, meetingId: string): boolean {
  return typeof context === "object" && context !== null && "meetingId" in context && context.meetingId === meetingId;
}
