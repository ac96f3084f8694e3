import { type DataStore, type Locker, Server } from "@tus/server";
import { ApiError } from "../../api-error.ts";
import { busy } from "../store/locks.ts";
import { isMissing } from "../store/records.ts";

/** What the tus server says of bytes in the store; null when it has none by that name (any more). */
export interface Received {
  readonly offset: number;
  /** When the bytes will be given up; null when that is not known. */
  readonly uploadExpires: string | null;
}

export interface Receiver {
  /** Waits for a request that is still writing, after having it stopped: so the answer stays true. */
  offset(bytesId: string): Promise<Received | null>;
  append(bytesId: string, chunk: IncomingChunk): Promise<Received | null>;
  /** Stops a request that is still writing; no error when there is nothing to remove. */
  remove(bytesId: string): Promise<void>;
  removeExpired(): Promise<number>;
}

export interface IncomingChunk {
  readonly offset: number;
  /** As the request's headers say; null for a body of unknown length. */
  readonly contentLength: string | null;
  readonly body: ReadableStream<Uint8Array> | null;
}

const INTERNAL_URL = "http://relay.invalid/";
/**
 * How long a request that is writing goes on when another one asks for the same upload. One client has one request at a
 * time, so the older one's connection is dead and nobody knows yet.
 */
const DRAIN_MS = 300;
const GONE: ReadonlySet<number> = new Set([404, 410]);

/**
 * The tus server proper: offsets, lengths and locks are its business. It works on the bytes under the name that we gave
 * them, and never sees the URL, the token or the metadata of the outside.
 */
export function createReceiver(store: DataStore, locker: Locker, report: (message: string) => void): Receiver {
  const server = new Server({ path: "/", datastore: store, locker, lockDrainTimeout: DRAIN_MS });

  async function ask(method: string, bytesId: string, chunk?: IncomingChunk): Promise<Received | null> {
    const headers: Record<string, string> = { "tus-resumable": "1.0.0" };
    if (chunk) {
      headers["content-type"] = "application/offset+octet-stream";
      headers["upload-offset"] = String(chunk.offset);
      if (chunk.contentLength !== null) headers["content-length"] = chunk.contentLength;
    }
    // `duplex` is what the Fetch standard asks for when a body is a stream.
    const init: RequestInit & { duplex: "half" } = { method, headers, duplex: "half", body: chunk?.body ?? null };
    const answer = await server.handleWeb(new Request(INTERNAL_URL + bytesId, init));
    if (GONE.has(answer.status)) return null;
    if (!answer.ok) throw refusal(answer.status, await answer.text());
    return {
      offset: Number(answer.headers.get("upload-offset")),
      uploadExpires: answer.headers.get("upload-expires"),
    };
  }

  function refusal(status: number, text: string): ApiError {
    if (text.includes("lock")) return busy();
    if (status < 500) return new ApiError(status, SENTENCES[status] ?? "The upload server did not understand this.");
    report(`The store failed: ${text.trim()}`);
    return new ApiError(503, "The bytes could not be kept. Please try again shortly.", {
      code: "store_failed",
      headers: { "retry-after": "5" },
    });
  }

  return {
    offset: (bytesId) => ask("HEAD", bytesId),
    append: (bytesId, chunk) => ask("PATCH", bytesId, chunk),
    async remove(bytesId) {
      await ask("DELETE", bytesId);
    },
    async removeExpired() {
      if (!store.hasExtension("expiration")) return 0;
      try {
        return await server.cleanUpExpiredUploads();
      } catch (error) {
        // Somebody else was faster with one of them, and the others are removed all the same.
        if (isMissing(error)) return 0;
        throw error;
      }
    },
  };
}

const SENTENCES: Readonly<Record<number, string>> = {
  409: "The upload is at another offset. Ask for it with HEAD.",
  413: "These are more bytes than the file has.",
};
