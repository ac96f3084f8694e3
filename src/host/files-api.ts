import { UploadError } from "../engine/errors.ts";
import type { CreateRequest, RemoteFile, Session } from "../engine/ports.ts";
import type { FileRef, FilesPage, FileUrl, HostFiles, PageRequest } from "../engine/session/host-files.ts";
import type { HostClientOptions } from "./endpoint.ts";
import { createFilesClient } from "./files-client.ts";
import { createHostClient } from "./host-client.ts";

/** What came of a call: the error is a value too, so that nobody forgets it. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: UploadError };

/** What `create` needs; `idempotencyKey` is the same for every repetition of one request, and unguessable. */
export type NewFile = Pick<CreateRequest, "filename" | "mimeType" | "sizeBytes" | "idempotencyKey"> &
  Partial<Pick<CreateRequest, "purpose" | "context" | "replaces">>;

/**
 * The six calls of the Files API through the host's endpoint, one request each; repeating is the caller's business
 * (`error.retryAfterMs` says how long a 429 wants to be left alone). They never reject, except with the reason of a signal
 * that the caller aborted.
 */
export interface FilesApi {
  /** A session, with where to send the bytes. */
  create(file: NewFile, signal?: AbortSignal): Promise<Result<Session>>;
  /** @param md5 of the whole file, as 32 hex digits; null leaves it unchecked */
  complete(file: FileRef, md5: string | null, signal?: AbortSignal): Promise<Result<RemoteFile>>;
  cancel(file: FileRef, signal?: AbortSignal): Promise<Result<RemoteFile>>;
  retrieve(file: FileRef, signal?: AbortSignal): Promise<Result<RemoteFile>>;
  list(page?: PageRequest, signal?: AbortSignal): Promise<Result<FilesPage>>;
  url(file: FileRef, signal?: AbortSignal): Promise<Result<FileUrl>>;
}

export function createFilesApi(options: HostClientOptions): FilesApi {
  const host = createHostClient(options);
  const files: HostFiles = createFilesClient(options);

  return {
    create: ({ purpose = null, context, replaces = null, ...file }, signal = new AbortController().signal) =>
      settled(host.create({ ...file, purpose, context, replaces }, signal), signal),
    complete: (file, md5, signal) => settled(host.complete(file, md5, signal), signal),
    cancel: (file, signal) => settled(files.cancel(file, signal), signal),
    retrieve: (file, signal) => settled(files.retrieve(file, signal), signal),
    list: (page, signal) => settled(files.list(page, signal), signal),
    url: (file, signal) => settled(files.url(file, signal), signal),
  };
}

async function settled<T>(call: Promise<T>, signal: AbortSignal | undefined): Promise<Result<T>> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (signal?.aborted && error === signal.reason) throw error;
    return { ok: false, error: UploadError.from(error) };
  }
}
