import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface StoragePut {
  /** http or https. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sizeBytes: number;
  readonly body: Readable;
  /** How long neither a byte moves nor an answer comes before the connection is given up, in milliseconds. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/** What storage said, or, with status null, why it said nothing. */
export type StorageAnswer =
  | {
      readonly status: number;
      readonly retryAfter: string | null;
      readonly contentType: string;
      /** The beginning of the body, where an error names itself. */
      readonly words: string;
    }
  | { readonly status: null; readonly why: string };

const WORDS_BYTES = 4096;

/**
 * One presigned PUT with exactly the given headers, `Content-Length` and what HTTP itself needs (`Host`, `Connection`).
 * `fetch` would add half a dozen of its own and, for a stream, send it in chunks of unknown sum, which S3 refuses. No
 * redirect is followed, and no connection is used twice: the one that storage has just closed would cost a whole file.
 * Never throws.
 */
export async function putToStorage({
  url,
  headers,
  sizeBytes,
  body,
  idleMs,
  signal,
}: StoragePut): Promise<StorageAnswer> {
  const send = url.startsWith("https:") ? httpsRequest : httpRequest;
  let request: ClientRequest;
  try {
    request = send(url, {
      method: "PUT",
      headers: { ...withoutLength(headers), "content-length": sizeBytes },
      agent: false,
      timeout: idleMs,
      signal,
    });
  } catch (error) {
    body.destroy();
    return { status: null, why: codeOf(error) };
  }
  request.on("timeout", () => request.destroy(new Error("idle")));

  const answered = new Promise<IncomingMessage>((resolve, reject) => {
    request.once("response", resolve);
    request.on("error", reject);
    request.once("close", () => reject(new Error("closed")));
  });
  // It may fail before anybody waits for it.
  answered.catch(() => {});
  const sent = pipeline(body, (chunks) => exactly(sizeBytes, chunks), request);
  try {
    // Storage may refuse before it has everything, so its answer counts whether or not the rest could be sent.
    const response = await Promise.race([answered, sent.then(() => answered)]).catch(() => answered);
    const words = await beginningOf(response);
    return {
      status: response.statusCode ?? 0,
      retryAfter: response.headers["retry-after"] ?? null,
      contentType: response.headers["content-type"] ?? "",
      words,
    };
  } catch (error) {
    // What stopped the sending is the cause; the request only knows that it was stopped.
    return {
      status: null,
      why: codeOf(
        await sent.then(
          () => error,
          (cause: unknown) => cause,
        ),
      ),
    };
  } finally {
    request.destroy();
    body.destroy();
    await sent.catch(() => {});
  }
}

/** A stored file that is not as long as it should be must not become half an object, nor keep storage waiting. */
async function* exactly(sizeBytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > sizeBytes) break;
    yield chunk;
  }
  if (bytes !== sizeBytes) throw new Error("wrong_length");
}

/** The length is ours to say: the one of the file. */
function withoutLength(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== "content-length"));
}

async function beginningOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of response as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes >= WORDS_BYTES) break;
    }
  } catch {
    // The status has come, and that is the answer.
  }
  return Buffer.concat(chunks).toString("utf8", 0, WORDS_BYTES);
}

/** A word for the log. Never the message: it may quote the address, and the address is a secret. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.message;
  return /^[A-Za-z_]{1,40}$/.test(code) ? code : error.name;
}
