import { UploadError } from "../engine/errors.ts";
import type { TransferRequest, Transport, TusTransfer } from "../engine/ports.ts";
import { type ChunkDigest, chunkDigests, type Md5OfBlob } from "./chunk-digests.ts";
import { unreadableFile } from "./missing-response.ts";
import { callTus, checkLength, isSuccess, offsetOf, type TusUpload, tusHeaders, tusRefusal } from "./tus-calls.ts";
import { uploadUrl } from "./upload-url.ts";
import { type IdleLimits, sendXhr } from "./xhr.ts";

/** Idle limits in milliseconds. `answerMs` applies to every chunk but the last. */
export interface TusIdleLimits extends IdleLimits {
  /** Limit for the response to the last chunk: a relay sends it only after forwarding the whole file. */
  readonly lastAnswerMs: number;
}

/** Default idle limits, shorter than for a PUT, because resuming after a stalled connection costs little. */
const TUS_IDLE_LIMITS: TusIdleLimits = { sendingMs: 20_000, answerMs: 60_000, lastAnswerMs: 300_000 };
/** Idle limits for requests besides the transfer (DELETE, HEAD). */
const SIDE_REQUEST_LIMITS: IdleLimits = { sendingMs: 10_000, answerMs: 10_000 };

const GONE: ReadonlySet<number> = new Set([404, 410]);
/** Statuses for a wrong offset, a lock and a checksum mismatch, after which the server's offset shows where to continue. */
const RECOVERABLE: ReadonlySet<number> = new Set([409, 423, 460]);

export interface TusTransportOptions {
  /** Computes chunk digests for servers with the checksum extension. Absent: chunks are sent without a checksum. */
  readonly md5?: Md5OfBlob;
  readonly idle?: TusIdleLimits;
}

/**
 * Sends the file to a tus 1.0 server in chunks. The server's offset is authoritative: confirmed bytes are not sent again,
 * and bytes that the server has lost are.
 *
 * @throws UploadError `server` when the upload is locked or its offset cannot be determined, `checksum` when a chunk was
 *   damaged twice, `protocol` when the server's offset is invalid or hidden, `not-found` when the upload was deleted or has
 *   expired, `storage-unreachable` when CORS hides the server, `file-unreadable`, `network`, `timeout`, or the code for the
 *   status
 */
export function createTusTransport({
  md5,
  idle = TUS_IDLE_LIMITS,
}: TusTransportOptions = {}): Required<Transport<"tus">> {
  const readableCalls = new Set<string>();

  return {
    kind: "tus",
    resumable: true,

    async send(request) {
      const { file, transfer } = request;
      const url = uploadUrl(transfer.url);
      // Stops the digest of the next chunk when this attempt ends.
      const stop = new AbortController();
      const stopOnAbort = () => stop.abort(request.signal.reason);
      request.signal.addEventListener("abort", stopOnAbort);
      try {
        request.signal.throwIfAborted();
        const upload: TusUpload = { url, transfer, file, signal: stop.signal, readableCalls };
        const digest =
          md5 && transfer.checksum && transfer.chunkBytes !== null ? chunkDigests(file, md5, stop.signal) : null;
        await sendChunks(request, { upload, digest, idle });
      } finally {
        request.signal.removeEventListener("abort", stopOnAbort);
        stop.abort();
      }
    },

    async askConfirmed({ file, transfer, signal }) {
      return queryOffset({ url: uploadUrl(transfer.url), transfer, file, signal, readableCalls }, SIDE_REQUEST_LIMITS);
    },

    async terminate(transfer, signal) {
      const response = await sendXhr({
        method: "DELETE",
        url: uploadUrl(transfer.url).href,
        headers: tusHeaders(transfer, {}),
        body: null,
        signal,
        idle: SIDE_REQUEST_LIMITS,
      });
      if (!isSuccess(response) && !GONE.has(response.status)) throw tusRefusal(response);
    },
  };
}

interface Sending {
  readonly upload: TusUpload;
  readonly digest: ChunkDigest | null;
  readonly idle: TusIdleLimits;
}

async function sendChunks(request: TransferRequest<TusTransfer>, sending: Sending): Promise<void> {
  const { file, confirmed, resuming, onSent, onConfirmed } = request;
  let offset = confirmed;
  if (resuming) {
    offset = await queryOffset(sending.upload, sending.idle);
    const changed = await unreadableFile({ file });
    sending.upload.signal.throwIfAborted();
    if (changed) throw changed;
  }
  let furthest = offset;
  let mayQuery = true;

  for (;;) {
    // Completion is confirmed only by the response to a PATCH, if necessary an empty one: a relay responds to the last
    // byte only after forwarding the file, and that response may have been lost.
    if (offset < file.size) onConfirmed(offset);
    onSent(offset);
    const result = await patch(offset, request, sending);
    if (result === file.size) break;
    if (typeof result === "number") {
      if (result <= offset)
        throw new UploadError("server", `the tus server accepted a chunk but is still at ${result}`);
      offset = result;
    } else {
      // Browsers silently re-send a PATCH whose connection broke. If the first one arrived, the second gets a 409.
      if (!mayQuery) throw result;
      mayQuery = false;
      const actual = await queryOffset(sending.upload, sending.idle);
      if (actual === offset && result.code !== "checksum") throw result;
      offset = actual;
    }
    // One query per new furthest offset, so the loop ends whatever the server responds.
    if (offset > furthest) {
      furthest = offset;
      mayQuery = true;
    }
  }
  onSent(file.size);
  onConfirmed(file.size);
}

async function queryOffset(upload: TusUpload, idle: IdleLimits): Promise<number> {
  const response = await callTus(upload, { method: "HEAD", body: null, idle });
  if (!isSuccess(response)) throw tusRefusal(response);
  checkLength(response, upload.file);
  return offsetOf(response, upload.file);
}

/** Sends one chunk. Returns the server's new offset, or the error when querying the offset may resolve it. */
async function patch(
  start: number,
  { file, transfer, onSent }: TransferRequest<TusTransfer>,
  { upload, digest, idle }: Sending,
): Promise<number | UploadError> {
  const chunkEnd = (from: number) => Math.min(file.size, from + (transfer.chunkBytes ?? file.size));
  const end = chunkEnd(start);
  const checksum = digest && end > start ? { "Upload-Checksum": `md5 ${await digest(start, end)}` } : {};
  const responding = callTus(upload, {
    method: "PATCH",
    // The whole file when possible: Chromium sends a file faster than a slice of it. Over loopback and while hashing, the
    // slice took 1.5 times as long (two cores, medians of 12 alternating runs).
    body: start === 0 && end === file.size ? file : file.slice(start, end),
    headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(start), ...checksum },
    onSent: (bytes) => onSent(bytes === null ? null : Math.min(start + bytes, end)),
    idle: end === file.size ? { ...idle, answerMs: idle.lastAnswerMs } : idle,
  });
  // Starts computing the next chunk's digest while this chunk is being sent.
  if (digest && end < file.size) void digest(end, chunkEnd(end));
  const response = await responding;
  if (isSuccess(response)) return offsetOf(response, file);
  const refusal = tusRefusal(response);
  if (RECOVERABLE.has(response.status)) return refusal;
  throw refusal;
}
