import { UploadError } from "../engine/errors.ts";
import type { CreateRequest, RemoteFile, Session } from "../engine/ports.ts";
import type { FileRef, FilesPage, FileUrl, HostFiles, PageRequest } from "../engine/session/host-files.ts";
import type { HostClientOptions } from "./endpoint.ts";
import { createFilesClient } from "./files-client.ts";
import { createHostClient } from "./host-client.ts";

/** The result of a call. Errors are values too, so that the compiler enforces handling them. */
export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: UploadError };

/** The arguments of `create`. `idempotencyKey` must be unguessable, and the same for every retry of one request. */
export type NewFile = Pick<CreateRequest, "filename" | "mimeType" | "sizeBytes" | "idempotencyKey"> &
  Partial<Pick<CreateRequest, "purpose" | "context" | "replaces">>;

/**
 * The six calls of the Files API through the developer's endpoint, one request each. Retrying is the caller's
 * responsibility (`error.retryAfterMs` is the delay that a 429 asks for). The calls never reject, except with the reason of
 * a signal that the caller aborted.
 */
export interface FilesApi {
  /** Creates a session, which says where to send the bytes. */
  create(file: NewFile, signal?: AbortSignal): Promise<Result<Session>>;
  /**
   * Completes an upload whose bytes have been sent.
   *
   * @param md5 of the whole file as 32 hex digits; null leaves the file unverified
   */
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
