import { UploadError } from "../engine/errors.ts";
import type { TransferRequest, Transport, TusTransfer } from "../engine/ports.ts";
import { type ChunkDigest, chunkDigests, type Md5OfBlob } from "./chunk-digests.ts";
import { unreadableFile } from "./diagnose.ts";
import { httpUrl } from "./http-url.ts";
import { callTus, checkLength, isSuccess, offsetOf, type TusUpload, tusHeaders, tusRefusal } from "./tus-calls.ts";
import { type IdleLimits, sendXhr } from "./xhr.ts";

/** Milliseconds. `answerMs` is for a chunk after which more is to come. */
export interface TusIdleLimits extends IdleLimits {
  /** For the answer to the last byte: a relay has to forward the whole file before it gives one. */
  readonly lastAnswerMs: number;
}

/** To send again costs little here, so a line that stands still is given up early. */
const TUS_IDLE_LIMITS: TusIdleLimits = { sendingMs: 20_000, answerMs: 60_000, lastAnswerMs: 300_000 };
/** For what is sent on the side: nobody waits long for it. */
const ASIDE: IdleLimits = { sendingMs: 10_000, answerMs: 10_000 };

const GONE: ReadonlySet<number> = new Set([404, 410]);
/** At another offset, locked, damaged on its way. */
const MENDED_BY_ASKING: ReadonlySet<number> = new Set([409, 423, 460]);

export interface TusTransportOptions {
  /** Digests for servers with the checksum extension; without it chunks go unchecked. */
  readonly md5?: Md5OfBlob;
  readonly idle?: TusIdleLimits;
}

/**
 * Chunks to a tus 1.0 server. What the server says it has is the only truth: it is never sent again, and when the
 * server has lost some of it, that is sent anew.
 *
 * @throws UploadError `server` when the upload is locked or at another offset than we can find out, `checksum` when a
 *   chunk arrived damaged twice, `protocol` when the server's offset makes no sense or is hidden, `not-found` when the
 *   upload is gone or expired, `storage-unreachable` when CORS hides the server, `file-unreadable`, `network`, `timeout`,
 *   or what the status stands for
 */
export function createTusTransport({
  md5,
  idle = TUS_IDLE_LIMITS,
}: TusTransportOptions = {}): Required<Transport<"tus">> {
  const readable = new Set<string>();

  return {
    kind: "tus",
    resumable: true,

    async send(request) {
      const { file, transfer } = request;
      const url = httpUrl(transfer.url);
      // What is prepared for the next chunk is of no use to anybody once this try is over.
      const stop = new AbortController();
      const stopToo = () => stop.abort(request.signal.reason);
      request.signal.addEventListener("abort", stopToo);
      try {
        request.signal.throwIfAborted();
        const upload: TusUpload = { url, transfer, file, signal: stop.signal, readable };
        const digest =
          md5 && transfer.checksum && transfer.chunkBytes !== null ? chunkDigests(file, md5, stop.signal) : null;
        await sendChunks(request, { upload, digest, idle });
      } finally {
        request.signal.removeEventListener("abort", stopToo);
        stop.abort();
      }
    },

    async askConfirmed({ file, transfer, signal }) {
      return askOffset({ url: httpUrl(transfer.url), transfer, file, signal, readable }, ASIDE);
    },

    async terminate(transfer, signal) {
      const response = await sendXhr({
        method: "DELETE",
        url: httpUrl(transfer.url).href,
        headers: tusHeaders(transfer, {}),
        body: null,
        signal,
        idle: ASIDE,
      });
      if (!isSuccess(response) && !GONE.has(response.status)) throw tusRefusal(response);
    },
  };
}

interface Means {
  readonly upload: TusUpload;
  readonly digest: ChunkDigest | null;
  readonly idle: TusIdleLimits;
}

async function sendChunks(request: TransferRequest<TusTransfer>, means: Means): Promise<void> {
  const { file, confirmed, resuming, onSent, onConfirmed } = request;
  let offset = confirmed;
  if (resuming) {
    offset = await askOffset(means.upload, means.idle);
    const changed = await unreadableFile({ file });
    means.upload.signal.throwIfAborted();
    if (changed) throw changed;
  }
  let furthest = offset;
  let mayDetour = true;

  for (;;) {
    // That it has everything is for the server to say as its answer to a PATCH, an empty one if need be: a relay
    // answers the last byte only when it has passed the file on, and that answer may have been lost.
    if (offset < file.size) onConfirmed(offset);
    onSent(offset);
    const told = await patch(offset, request, means);
    if (told === file.size) break;
    if (typeof told === "number") {
      if (told <= offset) throw new UploadError("server", `the tus server took a chunk and is still at ${told}`);
      offset = told;
    } else {
      // A browser silently re-sends a PATCH whose connection died, and then meets what it has sent itself.
      if (!mayDetour) throw told;
      mayDetour = false;
      const actual = await askOffset(means.upload, means.idle);
      if (actual === offset && told.code !== "checksum") throw told;
      offset = actual;
    }
    // One detour for each byte that is reached for the first time: so this ends, whatever the server says.
    if (offset > furthest) {
      furthest = offset;
      mayDetour = true;
    }
  }
  onSent(file.size);
  onConfirmed(file.size);
}

async function askOffset(upload: TusUpload, idle: IdleLimits): Promise<number> {
  const response = await callTus(upload, { method: "HEAD", body: null, idle });
  if (!isSuccess(response)) throw tusRefusal(response);
  checkLength(response, upload.file);
  return offsetOf(response, upload.file);
}

/** The server's new offset; or its refusal, if asking for the offset may be of help. */
async function patch(
  start: number,
  { file, transfer, onSent }: TransferRequest<TusTransfer>,
  { upload, digest, idle }: Means,
): Promise<number | UploadError> {
  const chunkEnd = (from: number) => Math.min(file.size, from + (transfer.chunkBytes ?? file.size));
  const end = chunkEnd(start);
  const checksum = digest && end > start ? { "Upload-Checksum": `md5 ${await digest(start, end)}` } : {};
  const answering = callTus(upload, {
    method: "PATCH",
    // Whole, if it can be: Chromium sends a file faster than a slice of it. Beside the hash, without a network in between,
    // the slice took 1.5 times as long (two cores, medians of 12 runs in turns).
    body: start === 0 && end === file.size ? file : file.slice(start, end),
    headers: { "Content-Type": "application/offset+octet-stream", "Upload-Offset": String(start), ...checksum },
    onSent: (bytes) => onSent(Math.min(start + bytes, end)),
    idle: end === file.size ? { ...idle, answerMs: idle.lastAnswerMs } : idle,
  });
  // Ready when this chunk is through.
  if (digest && end < file.size) void digest(end, chunkEnd(end));
  const response = await answering;
  if (isSuccess(response)) return offsetOf(response, file);
  const refusal = tusRefusal(response);
  if (MENDED_BY_ASKING.has(response.status)) return refusal;
  throw refusal;
}
