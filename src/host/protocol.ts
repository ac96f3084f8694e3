/**
 * The host contract on the wire: types only, so that browser and server share them without sharing code.
 * It mirrors the Lightfield Files API (version 2026-03-01) and adds `context`, `token` and `transfer`, all optional.
 *
 *     POST {endpoint}                  CreateBody   → CreateReply
 *     POST {endpoint}/{id}/complete    CompleteBody → FileReply
 *     POST {endpoint}/{id}/cancel      {}           → FileReply
 *     GET  {endpoint}/{id}                          → FileReply
 *     GET  {endpoint}                               → ListReply
 *     GET  {endpoint}/{id}/url                      → UrlReply
 */

export const LIGHTFIELD_VERSION = "2026-03-01";

/** 512 MiB: the most that one file may have. */
export const MAX_FILE_BYTES = 536_870_912;
export const MAX_FILENAME_CHARS = 255;
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
  | { kind: "tus"; url: string; headers?: Record<string, string>; chunkBytes?: number };

export interface CreateReply extends FileReply {
  uploadUrl: string;
  uploadHeaders: Record<string, string>;
  /** Opaque; comes back as `Authorization: Bearer <token>` with every later call for this file. */
  token?: string;
  /** How the bytes travel. Absent: one PUT to `uploadUrl` with `uploadHeaders`. */
  transfer?: WireTransfer;
}

export interface ListReply {
  object: "list";
  data: FileReply[];
  totalCount: number;
}

export interface UrlReply {
  url: string;
  expiresAt: string;
}

export interface ErrorReply {
  error: { type: string; message: string; code?: string; param?: string };
}
