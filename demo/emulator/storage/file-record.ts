export type FileStatus = "PENDING" | "COMPLETED" | "CANCELLED" | "EXPIRED";

/** Stored bytes of a session. */
export interface ObjectRecord {
  /** MD5 of the stored bytes: 32 lower-case hex digits. */
  readonly md5: string;
  readonly sizeBytes: number;
}

/** One session, as stored on disk. Times are epoch milliseconds. */
export interface FileRecord {
  readonly id: string;
  readonly filename: string;
  /** File name sent by the client; knowledge uploads get another name. */
  readonly requestedName: string;
  readonly mimeType: string;
  readonly sizeBytes: number;
  readonly status: FileStatus;
  readonly createdAt: number;
  readonly completedAt: number | null;
  readonly expiresAt: number | null;
  /** Storage name of a knowledge upload, which only one object may have. Null for other purposes. */
  readonly uniqueName: string | null;
  readonly object: ObjectRecord | null;
}

/** A session for tests and the demo: the API's fields, and internal ones. */
export interface StoredFile {
  readonly id: string;
  readonly filename: string;
  /** File name sent by the client. */
  readonly requestedName: string;
  readonly mimeType: string;
  /** Size declared when the session was created, in bytes. */
  readonly sizeBytes: number;
  readonly status: FileStatus;
  /** MD5 of the stored object; null if there is none. */
  readonly md5: string | null;
  /** Size of the stored object in bytes; null if there is none. */
  readonly storedBytes: number | null;
  /** Times are ISO 8601. */
  readonly createdAt: string;
  readonly completedAt: string | null;
  readonly expiresAt: string | null;
}

/** The API's JSON of a file. */
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
