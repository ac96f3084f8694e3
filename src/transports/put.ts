import { UploadError } from "../engine/errors.ts";
import type { PutTransfer, TransferRequest, Transport } from "../engine/ports.ts";
import type { MissingResponse } from "./diagnose-failure.ts";
import { explain, unreadableFile } from "./missing-response.ts";
import { refusalOf } from "./refusal.ts";
import { uploadUrl } from "./upload-url.ts";
import { type IdleLimits, sendXhr } from "./xhr.ts";

const SUCCESS: ReadonlySet<number> = new Set([200, 201, 204]);

/**
 * Size in bytes up to which a browser reports a file as sent when it has only put it into the buffer of its socket, so that
 * the report says nothing. It costs a tenth of the work for a file of 10 kB.
 */
const UNCOUNTED_BYTES = 64 * 1024;

interface PutOptions {
  readonly idle?: IdleLimits;
  /** Whether the browser reports the bytes that it has sent. */
  readonly counts: boolean;
}

/** Result of one PUT. `sentBytes`, from the browser, distinguishes a refused preflight from a broken connection. */
interface Outcome {
  readonly error: UploadError | null;
  readonly sentBytes: number;
}

/**
 * Sends the whole file with one presigned PUT, with progress and cancellation but without resuming. Sends exactly the given
 * headers, because they are part of the signature.
 *
 * @throws UploadError `conflict` for 409 and 412 (which may be our own file, re-sent by the browser), `storage-unreachable`
 *   when CORS hides the storage's response, `file-unreadable`, `network`, `timeout`, or the code for the status
 */
export function createPutTransport(options: { readonly idle?: IdleLimits } = {}): Transport<"put"> {
  // Files that were sent completely, as far as the browser reported, without a readable response. Once can be a broken
  // connection. Twice means a response without CORS headers, as S3 sends for a wrong or expired signature.
  const sentWithoutResponse = new WeakSet<Blob>();
  // Origin whose last response this page could read. The bytes of the next small file are not counted then, because that
  // only serves to find out why there is no response. They are from the first missing response on.
  let readableOrigin: string | null = null;
  const unanswered = new WeakSet<Blob>();

  return {
    kind: "put",
    resumable: false,
    async send(request) {
      const url = uploadUrl(request.transfer.url);
      const { file, signal } = request;
      const counts = file.size > UNCOUNTED_BYTES || url.origin !== readableOrigin || unanswered.has(file);
      let outcome = await put(url, request, { ...options, counts });
      if (!outcome.error || outcome.error.status !== undefined) {
        readableOrigin = url.origin;
        return finish(outcome, request);
      }
      readableOrigin = null;
      unanswered.add(file);
      const missing: MissingResponse = { kind: "put", file, url, signal, error: outcome.error };
      // Firefox does not report an error for a deleted file: it never sends the request.
      const unreadable = await unreadableFile(missing);
      signal.throwIfAborted();
      if (unreadable) throw unreadable;
      if (outcome.error.code !== "network" || !counts) throw outcome.error;

      let explanation = outcome.sentBytes === 0 ? await explain(missing) : null;
      if (explanation) {
        // No byte was reported sent, so the browser probably refused the request, or storage its preflight. But the network
        // may have just come back, and Firefox reports no bytes of a small body that got no response. In these cases a
        // second attempt succeeds.
        outcome = await put(url, request, { ...options, counts });
        if (outcome.error?.code !== "network") return finish(outcome, request);
        if (outcome.sentBytes === 0) {
          sentWithoutResponse.add(file);
          throw explanation;
        }
      }
      if (outcome.sentBytes === file.size) {
        explanation = sentWithoutResponse.has(file) ? await explain(missing) : null;
        if (explanation) throw explanation;
        sentWithoutResponse.add(file);
      }
      signal.throwIfAborted();
      throw outcome.error;
    },
  };
}

type PutRequest = TransferRequest<PutTransfer>;

async function put(url: URL, request: PutRequest, { idle, counts }: PutOptions): Promise<Outcome> {
  const { file, transfer, signal } = request;
  let sentBytes = 0;
  try {
    const response = await sendXhr({
      method: "PUT",
      url: url.href,
      headers: transfer.headers,
      // For the file itself browsers add its type as a Content-Type, which is not signed, unless the headers have one. A
      // slice has no type, but Chromium sends it more slowly (measured in tus.ts).
      body: file.type === "" || hasContentType(transfer) ? file : file.slice(0, file.size),
      signal,
      ...(counts && {
        onSent(bytes: number | null) {
          sentBytes = bytes ?? 0;
          request.onSent(bytes);
        },
      }),
      ...(idle && { idle }),
    });
    return { error: SUCCESS.has(response.status) ? null : refusalOf(response), sentBytes };
  } catch (error) {
    signal.throwIfAborted();
    return { error: UploadError.from(error), sentBytes };
  }
}

function hasContentType({ headers }: PutTransfer): boolean {
  return Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
}

function finish({ error }: Outcome, { file, onSent, onConfirmed }: PutRequest): void {
  if (error) throw error;
  onSent(file.size);
  onConfirmed(file.size);
}
