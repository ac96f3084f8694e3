export type FileStatus = "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";

/** The bytes that storage holds for a session. */
export interface ObjectRecord {
  /** Of the bytes as stored: 32 lower-case hex digits. */
  readonly md5: string;
  readonly sizeBytes: number;
}

/** One session, as kept on disk. Times are epoch milliseconds. */
export interface FileRecord {
  readonly id: string;
  readonly filename: string;
  /** As the client sent it: knowledge uploads get another name. */
  readonly requestedName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: FileStatus;
  readonly createdAt: number;
  readonly completedAt: number | null;
  readonly expiresAt: number | null;
  /** Set for knowledge uploads: the place that only one object may ever take. */
  readonly uniqueName: string | null;
  readonly object: ObjectRecord | null;
}

/** A session as tests and the demo see it: as the API tells it, and what only the server itself knows. */
export interface StoredFile {
  readonly id: string;
  readonly filename: string;
  /** As the client sent it. */
  readonly requestedName: string;
  readonly mimeType: string;
  /** As declared when the session was created. */
  readonly sizeBytes: number;
  readonly status: FileStatus;
  /** Of the stored object; null when there is none. */
  readonly md5: string | null;
  /** Length of the stored object; null when there is none. */
  readonly storedBytes: number | null;
  /** ISO 8601, like the other times. */
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly expiresAt: string | null;
}

/** A file of the API. */
export type WireFile = Omit<StoredFile, "requestedName" | "md5" | "storedBytes">;

export function toWireFile(record: FileRecord): WireFile {
  const { id, filename, mimeType, sizeBytes, status } = record;
  return {
    id,
    filename,
    mimeType,
    sizeBytes,
    status,
    createdAt: new Date(record.createdAt).toISOString(),
    completedAt: isoOrNull(record.completedAt),
    expiresAt: isoOrNull(record.expiresAt),
  };
}

export function toStoredFile(record: FileRecord): StoredFile {
  const { requestedName, object } = record;
  return { ...toWireFile(record), requestedName, md5: object?.md5 ?? null, storedBytes: object?.sizeBytes ?? null };
}

function isoOrNull(ms: number | null): string | null {
  return ms === null ? null : new Date(ms).toISOString();
}
