import type { RemoteFile, Session } from "../ports.ts";

/** Reference to one file in a call to the host: a session and a listed file both have it. */
export type FileRef = Pick<Session, "id" | "token">;

/** A file as the host lists it, with the token for later calls about it; null when the host wants none. */
export interface HostFile extends RemoteFile {
  readonly token: string | null;
}

export interface PageRequest {
  /** Most files in the page, 1 to 25. Default 25. */
  readonly limit?: number | undefined;
  /** Number of files to skip from the start. Default 0. */
  readonly offset?: number | undefined;
}

/** One page of the files that the host shows to this user. */
export interface FilesPage {
  readonly files: readonly HostFile[];
  /** Number of files on all pages. */
  readonly totalCount: number;
}

/** Temporary URL of a completed file; always http(s). */
export interface FileUrl {
  readonly url: string;
  /** End of its validity in epoch milliseconds; null when unknown. */
  readonly expiresAt: number | null;
}

/** Most files that one page may have. */
export const MAX_PAGE_FILES = 25;

/**
 * Calls about files that exist already, one request each. They reject with an UploadError and nothing else,
 * except the reason of an aborted signal.
 */
export interface HostFiles {
  list(page?: PageRequest, signal?: AbortSignal): Promise<FilesPage>;
  retrieve(file: FileRef, signal?: AbortSignal): Promise<RemoteFile>;
  /** Only for a COMPLETED file; any other is refused as a conflict. */
  url(file: FileRef, signal?: AbortSignal): Promise<FileUrl>;
  /** Only for a PENDING file; any other is refused as a conflict. */
  cancel(file: FileRef, signal?: AbortSignal): Promise<RemoteFile>;
}
