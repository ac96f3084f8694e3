/**
 * The host contract on the wire: types and limits, which browser and server share without sharing code.
 * It mirrors the Lightfield Files API (version 2026-03-01) and adds `context`, `token` and `transfer`, all optional.
 *
 *     POST {endpoint}                  CreateBody   → SessionReply
 *     POST {endpoint}/{id}/complete    CompleteBody → FileReply
 *     POST {endpoint}/{id}/cancel      {}           → FileReply
 *     GET  {endpoint}/{id}                          → FileReply
 *     GET  {endpoint}                               → ListReply
 *     GET  {endpoint}/{id}/url                      → UrlReply
 */

export const LIGHTFIELD_VERSION = "2026-03-01";

export { MAX_FILE_BYTES, MAX_FILENAME_CHARS } from "../engine/limits.ts";

export const MAX_IDEMPOTENCY_KEY_CHARS = 255;

export const PURPOSES = ["meeting_transcript", "knowledge_user", "knowledge_workspace", "email_attachment"] as const;
export type Purpose = (typeof PURPOSES)[number];

export interface CreateBody {
  filename: string;
  mimeType: string;
  sizeBytes: number;
  purpose?: string;
  /** Any JSON that the page sets, for the host's hooks; never sent on to Lightfield. */
  context?: unknown;
  /**
   * The id of a session that ended too early. Its token travels along, so the host may let the new session go on from
   * the bytes that the old one has confirmed (`transfer.offset`).
   */
  replaces?: string;
}

export interface CompleteBody {
  /** 32 hex digits. */
  md5?: string;
}

export type WireStatus = "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";

/** Times are ISO 8601. */
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
      /** Bytes that the server already has. Absent: 0. */
      offset?: number;
      /** The tus server checks `Upload-Checksum: md5 …`. */
      checksum?: "md5";
    };

export interface CreateReply extends FileReply {
  uploadUrl: string;
  uploadHeaders: Record<string, string>;
  /** Opaque; comes back as `X-Lightfield-File-Token` with every later call for this file. */
  token?: string;
  /** How the bytes travel. Absent: one PUT to `uploadUrl` with `uploadHeaders`. */
  transfer?: WireTransfer;
}

/**
 * What the page is told of a new file. With a `transfer` it needs no presigned URL, and whoever has that could get round
 * the `transfer`.
 */
export type SessionReply =
  | CreateReply
  | (Omit<CreateReply, "uploadUrl" | "uploadHeaders"> & { transfer: WireTransfer });

/** A file of a list, with the token that retrieve, url and cancel want for it. */
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
  error: { type: string; message: string; code?: string; param?: string };
}
