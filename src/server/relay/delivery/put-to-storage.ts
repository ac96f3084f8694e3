import { type ClientRequest, request as httpRequest, type IncomingMessage } from "node:http";
import { request as httpsRequest } from "node:https";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

export interface StoragePut {
  /** Absolute http or https URL. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly sizeBytes: number;
  readonly body: Readable;
  /** Time without a byte or a response after which the connection is closed, in milliseconds. */
  readonly idleMs: number;
  readonly signal: AbortSignal;
}

/** The response of storage; with status null, the reason why there was none. */
export type StorageAnswer =
  | {
      readonly status: number;
      readonly retryAfter: string | null;
      readonly contentType: string;
      /** Beginning of the body, which holds the error code. */
      readonly bodyStart: string;
    }
  | { readonly status: null; readonly why: string };

const BODY_START_BYTES = 4096;

/**
 * Sends one presigned PUT with exactly the given headers, `Content-Length` and what HTTP requires (`Host`,
 * `Connection`). `fetch` would add several headers and send a stream with chunked encoding, which S3 refuses. Redirects
 * are not followed, and connections are not reused: one that storage has just closed would cost a whole file. Never
 * throws.
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
  // It may reject before it is awaited.
  answered.catch(() => {});
  const sent = pipeline(body, (chunks) => exactly(sizeBytes, chunks), request);
  try {
    // Storage may refuse before it has the whole body, so its response counts even if the rest could not be sent.
    const response = await Promise.race([answered, sent.then(() => answered)]).catch(() => answered);
    const bodyStart = await beginningOf(response);
    return {
      status: response.statusCode ?? 0,
      retryAfter: response.headers["retry-after"] ?? null,
      contentType: response.headers["content-type"] ?? "",
      bodyStart,
    };
  } catch (error) {
    // The error of the pipeline is the cause; the request's error only says that it was aborted.
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

/**
 * Passes the chunks through, and throws if their total differs from `sizeBytes`, so that no partial object is stored.
 */
async function* exactly(sizeBytes: number, chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer, void> {
  let bytes = 0;
  for await (const chunk of chunks) {
    bytes += chunk.length;
    if (bytes > sizeBytes) break;
    yield chunk;
  }
  if (bytes !== sizeBytes) throw new Error("wrong_length");
}

/** The headers without Content-Length, which is set to the size of the file. */
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
      if (bytes >= BODY_START_BYTES) break;
    }
  } catch {
    // The status has arrived, which is enough.
  }
  return Buffer.concat(chunks).toString("utf8", 0, BODY_START_BYTES);
}

/** Error code for the log. Not the message, which may contain the presigned URL. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return "unknown";
  const code = "code" in error && typeof error.code === "string" ? error.code : error.message;
  return /^[A-Za-z_]{1,40}$/.test(code) ? code : error.name;
}
