import { UploadError } from "../engine/errors.ts";
import type { PutTransfer, TransferRequest, Transport } from "../engine/ports.ts";
import { type SilentFailure, storageAnswers, storageUnreachable, unreadableFile } from "./diagnose.ts";
import { httpUrl } from "./http-url.ts";
import { refusalOf } from "./refusal.ts";
import { type IdleLimits, sendXhr } from "./xhr.ts";

const SUCCESS: ReadonlySet<number> = new Set([200, 201, 204]);

/** How one PUT ended. `sentBytes` (as far as reported) tells a refused preflight from a connection that broke. */
interface Outcome {
  readonly error: UploadError | null;
  readonly sentBytes: number;
}

/**
 * One presigned PUT of the whole file: progress and cancel, no resume. Exactly the given headers are sent, because they
 * are part of the signature.
 *
 * @throws UploadError `conflict` for 409 and 412 (which may be our own file, re-sent by the browser), `storage-unreachable`
 *   when the storage answers but CORS hides it, `file-unreadable`, `network`, `timeout`, or what the status stands for
 */
export function createPutTransport(options: { readonly idle?: IdleLimits } = {}): Transport<"put"> {
  // Files that were sent to their end, as far as one could see, and not answered. Once is a broken connection; twice is
  // an answer without CORS headers, which is how S3 says that the signature is wrong or its time is over.
  const sentIntoSilence = new WeakSet<Blob>();

  return {
    kind: "put",
    resumable: false,
    async send(request) {
      const url = httpUrl(request.transfer.url);
      let outcome = await put(url, request, options);
      if (!outcome.error || outcome.error.status !== undefined) return finish(outcome, request);

      const { file, signal } = request;
      const failure: SilentFailure = { file, url, signal, error: outcome.error };
      // Firefox does not fail for a file that is gone: it just never sends it.
      const unreadable = await unreadableFile(failure);
      signal.throwIfAborted();
      if (unreadable) throw unreadable;
      if (outcome.error.code !== "network") throw outcome.error;

      if (outcome.sentBytes === 0 && (await storageAnswers(failure))) {
        // No byte was reported: most likely the preflight was refused. But the network may just have come back, and
        // Firefox reports no byte of a small body whose answer never came. If it was an accident, it passes now.
        signal.throwIfAborted();
        outcome = await put(url, request, options);
        if (outcome.error?.code !== "network") return finish(outcome, request);
        if (outcome.sentBytes === 0) {
          sentIntoSilence.add(file);
          throw storageUnreachable(failure);
        }
      }
      if (outcome.sentBytes === file.size) {
        if (sentIntoSilence.has(file) && (await storageAnswers(failure))) throw storageUnreachable(failure);
        sentIntoSilence.add(file);
      }
      signal.throwIfAborted();
      throw outcome.error;
    },
  };
}

type PutRequest = TransferRequest<PutTransfer>;

async function put(url: URL, request: PutRequest, { idle }: { readonly idle?: IdleLimits }): Promise<Outcome> {
  const { file, transfer, signal } = request;
  let sentBytes = 0;
  try {
    const response = await sendXhr({
      method: "PUT",
      url: url.href,
      headers: transfer.headers,
      // With the file itself a browser adds its type as a Content-Type that nobody signed, unless there is one. A slice has
      // no type, but Chromium sends it more slowly (tus.ts says by how much).
      body: hasContentType(transfer) ? file : file.slice(0, file.size),
      signal,
      onSent(bytes) {
        sentBytes = bytes;
        request.onSent(bytes);
      },
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
