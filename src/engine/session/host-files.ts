import type { RemoteFile, Session } from "../ports.ts";

/** What a call about one file needs to name it: a session and a listed file both have it. */
export type FileRef = Pick<Session, "id" | "token">;

/** A file as the host lists it, with the token that it wants for later calls about it; null when it wants none. */
export interface HostFile extends RemoteFile {
  readonly token: string | null;
}

export interface PageRequest {
  /** Files at most, 1 to 25. Default 25. */
  readonly limit?: number | undefined;
  /** Files to leave out from the start. Default 0. */
  readonly offset?: number | undefined;
}

/** Part of the files that the host lets this user see. */
export interface FilesPage {
  readonly files: readonly HostFile[];
  /** How many there are in all. */
  readonly totalCount: number;
}

/** Where a completed file can be had for a while; always http(s). */
export interface FileUrl {
  readonly url: string;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

/** The most files that one page may have. */
export const MAX_PAGE_FILES = 25;

/**
 * The calls about files that are there already, one request each. They reject with an UploadError and nothing else,
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
