/**
 * The HTTP contract between the browser and the endpoint on the developer's server, as types that both sides share. It
 * mirrors the Lightfield Files API (version 2026-03-01) and adds `context`, `token` and `transfer`, all optional.
 *
 *     POST {endpoint}                  CreateBody   → SessionReply
 *     POST {endpoint}/{id}/complete    CompleteBody → FileReply
 *     POST {endpoint}/{id}/cancel      {}           → FileReply
 *     GET  {endpoint}/{id}                          → FileReply
 *     GET  {endpoint}                               → ListReply
 *     GET  {endpoint}/{id}/url                      → UrlReply
 */

export { MAX_FILE_BYTES, MAX_FILENAME_CHARS, MAX_IDEMPOTENCY_KEY_CHARS } from "../wire/limits.ts";

/** Version of the Lightfield API, sent in its version header. */
export const LIGHTFIELD_VERSION = "2026-03-01";

export const PURPOSES = ["meeting_transcript", "knowledge_user", "knowledge_workspace", "email_attachment"] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface CreateBody {
  filename: string;
  mimeType: string;
  sizeBytes: number;
  purpose?: string;
  /** Any JSON set by the page, for the endpoint's hooks. Never sent to Lightfield. */
  context?: unknown;
  /**
   * The id of a session that ended before its upload was complete. The request carries that session's token, so that the
   * endpoint can continue from the bytes it had confirmed (`transfer.offset`).
   */
  replaces?: string;
}

/**
 * Parts of `context` that `attachTranscript()` understands: an existing meeting by its id, or the details of a new one.
 * `meetingId` wins over `meeting`.
 */
export interface MeetingContext {
  meetingId?: string;
  meeting?: {
    title: string;
    /** ISO 8601 with an offset. */
    start: string;
    /** ISO 8601 with an offset, in the past. */
    end: string;
    /** Names of the speakers, for the description of the meeting. */
    speakers?: readonly string[];
  };
}

export interface CompleteBody {
  /** MD5 of the whole file as 32 hex digits. Absent: the file is not verified. */
  md5?: string;
}

export type WireStatus = "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";

/** A file as the endpoint reports it. Times are ISO 8601; null when not set. */
export interface FileReply {
  id: string;
  filename: string;
  mimeType: string;
  sizeBytes: number;
  status: WireStatus;
  createdAt: string;
  completedAt: string | null;
  expiresAt: string | null;
}

export type WireTransfer =
  | { kind: "put"; url: string; headers: Record<string, string> }
  | {
      kind: "tus";
      url: string;
      headers?: Record<string, string>;
      /** Bytes per PATCH. Absent: one long PATCH. */
      chunkBytes?: number;
      /** Bytes that the tus server already has. Absent: 0. */
      offset?: number;
      /** Checksum that the tus server verifies (`Upload-Checksum: md5 …`). Absent: none. */
      checksum?: "md5";
    };

export interface CreateReply extends FileReply {
  uploadUrl: string;
  uploadHeaders: Record<string, string>;
  /** Opaque file token, sent back as `X-Lightfield-File-Token` with every later call for this file. */
  token?: string;
  /** Method of sending the bytes. Absent: one PUT to `uploadUrl` with `uploadHeaders`. */
  transfer?: WireTransfer;
}

/**
 * The reply to `create`. With a `transfer` the endpoint should leave out the presigned URL, which the page does not need
 * and which would allow it to bypass the `transfer`.
 */
export type SessionReply =
  | CreateReply
  | (Omit<CreateReply, "uploadUrl" | "uploadHeaders"> & { transfer: WireTransfer });

/** A listed file, with the token that later retrieve, url and cancel calls need. */
export interface ListedFile extends FileReply {
  token?: string;
}

export interface ListReply {
  object: "list";
  data: ListedFile[];
  totalCount: number;
}

export interface UrlReply {
  url: string;
  expiresAt: string;
}

export interface ErrorReply {
  /**
   * `code` is stable: the browser chooses the sentence for the user by it, in the user's language. Without a `code`,
   * `message` is shown to the user as it is. `limit` is the exceeded number of bytes or files.
   */
  error: { type: string; message: string; code?: string; param?: string; limit?: number };
}
