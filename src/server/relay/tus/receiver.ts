import { type DataStore, type Locker, Server } from "@tus/server";
import type { RefusalCode } from "../../../wire/refusal-codes.ts";
import { ApiError } from "../../api-error.ts";
import { busy } from "../store/locks.ts";
import { isMissing } from "../store/records.ts";
import type { ArrivingBytes } from "./arriving-bytes.ts";

/** State of bytes in the store, as the tus server reports it. */
export interface Received {
  readonly offset: number;
  /** HTTP date at which the bytes expire; null if unknown. */
  readonly uploadExpires: string | null;
}

export interface Receiver {
  /** Confirmed offset; null if there are no bytes. Stops a request that is still writing and waits for its end. */
  offset(bytesId: string): Promise<Received | null>;
  /**
   * Appends a chunk; null if there are no bytes of that name. @throws ApiError 409 for another offset, 413 for too many
   * bytes
   */
  append(bytesId: string, chunk: IncomingChunk): Promise<Received | null>;
  /** Deletes bytes and stops a request that is still writing. Missing bytes are not an error. */
  remove(bytesId: string): Promise<void>;
  removeExpired(): Promise<number>;
  /** Ends all bodies that are arriving. What has arrived is written and confirmed. */
  stopAll(): void;
  /** Whether a request of this instance is writing these bytes. */
  isReceiving(bytesId: string): boolean;
}

export interface IncomingChunk {
  readonly offset: number;
  /** Content-Length of the request; null for a body of unknown length. */
  readonly contentLength: string | null;
  readonly body: ArrivingBytes | null;
}

const INTERNAL_URL = "http://relay.invalid/";
/**
 * Time for which a request may still receive bytes after another one needs the same upload. A client sends one request at
 * a time, so the connection of the older one is dead, even if the server has not noticed yet.
 */
const DRAIN_MS = 300;
/** Time after `DRAIN_MS` for received bytes to be written, before the request is aborted. */
const WRITE_MS = 10_000;
const GONE: ReadonlySet<number> = new Set([404, 410]);

/**
 * Wraps the tus server of @tus/server, which handles offsets, lengths and locks. It gets our internal names of the
 * bytes, never the URL, the token or the metadata of the client.
 */
export function createReceiver(store: DataStore, locker: Locker, report: (message: string) => void): Receiver {
  /** Bodies of the requests that are writing, by the name of the bytes. */
  const receiving = new Map<string, Set<ArrivingBytes | null>>();
  /** Body of each request to the tus server. */
  const bodies = new WeakMap<Request, ArrivingBytes>();
  const server = new Server({
    path: "/",
    datastore: store,
    locker: (request) => stoppingLocker(locker, () => bodies.get(request)?.stop()),
    lockDrainTimeout: DRAIN_MS + WRITE_MS,
  });

  async function send(method: string, bytesId: string, chunk?: IncomingChunk): Promise<Received | null> {
    const headers: Record<string, string> = { "tus-resumable": "1.0.0" };
    if (chunk) {
      headers["content-type"] = "application/offset+octet-stream";
      headers["upload-offset"] = String(chunk.offset);
      if (chunk.contentLength !== null) headers["content-length"] = chunk.contentLength;
    }
    // `duplex` is what the Fetch standard asks for when a body is a stream.
    const init: RequestInit & { duplex: "half" } = {
      method,
      headers,
      duplex: "half",
      body: chunk?.body?.stream ?? null,
    };
    const request = new Request(INTERNAL_URL + bytesId, init);
    if (chunk?.body) bodies.set(request, chunk.body);
    const answer = await server.handleWeb(request);
    if (GONE.has(answer.status)) return null;
    if (!answer.ok) throw refusal(answer.status, await answer.text());
    return {
      offset: Number(answer.headers.get("upload-offset")),
      uploadExpires: answer.headers.get("upload-expires"),
    };
  }

  function refusal(status: number, text: string): ApiError {
    if (text.includes("lock")) return busy();
    if (status < 500) {
      const { message = "The upload server refused the request.", code } = REFUSALS[status] ?? {};
      return new ApiError(status, message, { code });
    }
    report(`The store failed: ${text.trim()}`);
    return new ApiError(503, "The bytes could not be stored. Please try again shortly.", {
      code: "store_failed",
      headers: { "retry-after": "5" },
    });
  }

  return {
    offset: (bytesId) => send("HEAD", bytesId),
    async append(bytesId, chunk) {
      const arriving = receiving.get(bytesId) ?? new Set();
      receiving.set(bytesId, arriving.add(chunk.body));
      try {
        return await send("PATCH", bytesId, chunk);
      } finally {
        arriving.delete(chunk.body);
        if (arriving.size === 0) receiving.delete(bytesId);
      }
    },
    stopAll() {
      for (const bodies of receiving.values()) for (const body of bodies) body?.stop();
    },
    isReceiving: (bytesId) => receiving.has(bytesId),
    async remove(bytesId) {
      await send("DELETE", bytesId);
    },
    async removeExpired() {
      if (!store.hasExtension("expiration")) return 0;
      try {
        return await server.cleanUpExpiredUploads();
      } catch (error) {
        // Another instance deleted one of them first; the others are deleted anyway.
        if (isMissing(error)) return 0;
        throw error;
      }
    },
  };
}

/**
 * The locker of one request. It calls `stop` when another request has waited for the lock for DRAIN_MS and this one still
 * holds it. An abort, which the tus server offers, would discard bytes that have been read and not yet written.
 */
function stoppingLocker(locker: Locker, stop: () => void): Locker {
  return {
    newLock(id) {
      const lock = locker.newLock(id);
      let timer: NodeJS.Timeout | undefined;
      return {
        lock: (signal, requestRelease) =>
          lock.lock(signal, () => {
            // A locker may call this repeatedly while the other request waits.
            timer ??= setTimeout(stop, DRAIN_MS).unref();
            return requestRelease();
          }),
        unlock() {
          clearTimeout(timer);
          return lock.unlock();
        },
      };
    },
  };
}

const REFUSALS: Readonly<Record<number, { readonly message: string; readonly code: RefusalCode }>> = {
  409: { message: "The upload has another offset. Query it with HEAD.", code: "wrong_offset" },
  413: { message: "The body has more bytes than the file.", code: "wrong_length" },
};
