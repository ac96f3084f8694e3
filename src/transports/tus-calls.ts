import { codeForStatus, UploadError, type UploadErrorCode } from "../engine/errors.ts";
import type { TusTransfer } from "../engine/ports.ts";
import type { MissingResponse } from "./diagnose-failure.ts";
import { explain, unreadableFile } from "./missing-response.ts";
import { refusalOf, titleOf } from "./refusal.ts";
import { type IdleLimits, sendXhr, type XhrRequest, type XhrResponse } from "./xhr.ts";

export const TUS_VERSION = "1.0.0";

/** One upload at a tus server, with everything that its requests need. */
export interface TusUpload {
  readonly url: URL;
  readonly transfer: TusTransfer;
  readonly file: Blob;
  readonly signal: AbortSignal;
  /** "METHOD origin" of the requests with a readable response. If one of these fails later, CORS is not the cause. */
  readonly readableCalls: Set<string>;
}

interface Call extends Pick<XhrRequest, "method" | "body" | "onSent"> {
  readonly headers?: Readonly<Record<string, string>>;
  readonly idle: IdleLimits;
}

/**
 * Sends one request to a tus server.
 *
 * @throws UploadError as `sendXhr`; `file-unreadable` or `storage-unreachable` when that explains a missing response
 */
export async function callTus(upload: TusUpload, call: Call): Promise<XhrResponse> {
  const { url, file, signal, readableCalls } = upload;
  const methodAndOrigin = `${call.method} ${url.origin}`;
  let sentBytes = 0;
  const once = async () => {
    const response = await sendXhr({
      ...call,
      url: url.href,
      headers: tusHeaders(upload.transfer, call.headers),
      signal,
      onSent(bytes) {
        sentBytes = bytes ?? 0;
        call.onSent?.(bytes);
      },
    });
    readableCalls.add(methodAndOrigin);
    return response;
  };

  const error = await once().catch(UploadError.from);
  if (!(error instanceof UploadError)) return error;
  signal.throwIfAborted();
  const missing: MissingResponse = { kind: "tus", file, url, signal, error };
  // Firefox does not report an error for a deleted file: it never sends the request.
  const unreadable = await unreadableFile(missing);
  signal.throwIfAborted();
  if (unreadable) throw unreadable;
  // An empty body is excluded: a proxy may repeatedly cut the connection while the server is processing the complete file.
  const mayBeRefused =
    error.code === "network" && sentBytes === 0 && call.body?.size !== 0 && !readableCalls.has(methodAndOrigin);
  const explanation = mayBeRefused ? await explain(missing) : null;
  if (!explanation) throw error;
  // The browser or the preflight refused the request, or the network has just come back. Then another attempt succeeds.
  return once().catch((second: unknown) => {
    signal.throwIfAborted();
    const isSame = second instanceof UploadError && second.code === "network" && sentBytes === 0;
    throw isSame ? explanation : second;
  });
}

export function tusHeaders({ headers }: TusTransfer, more: Call["headers"]): Record<string, string> {
  return { ...headers, "Tus-Resumable": TUS_VERSION, ...more };
}

export function isSuccess({ status }: XhrResponse): boolean {
  return status >= 200 && status < 300;
}

/** Converts an error response to an UploadError. Never `conflict`, because 409 and 412 mean something else in tus. */
export function tusRefusal(response: XhrResponse): UploadError {
  return refusalOf(response, CODES[response.status] ?? codeForStatus(response.status));
}

const CODES: Readonly<Record<number, UploadErrorCode>> = {
  // Wrong offset, or locked by another request. Both are temporary.
  409: "server",
  423: "server",
  // Unsupported tus version.
  412: "protocol",
  460: "checksum",
};

/**
 * The number of bytes that the server has confirmed.
 *
 * @throws UploadError when `Upload-Offset` is missing, hidden by CORS or invalid
 */
export function offsetOf(response: XhrResponse, file: Blob): number {
  const reported = response.header("upload-offset");
  if (reported === null) {
    if (isHtml(response)) throw interceptedError(response);
    throw new UploadError(
      "protocol",
      "the tus server's response has no Upload-Offset that this page may read: " +
        "its CORS rules must name Upload-Offset in Access-Control-Expose-Headers",
    );
  }
  const offset = /^\d+$/.test(reported) ? Number(reported) : Number.NaN;
  if (offset <= file.size) return offset;
  throw new UploadError(
    "protocol",
    `the tus server's Upload-Offset is "${reported}", for a file of ${file.size} bytes`,
  );
}

/** Whether the response is an HTML page, which a tus server never sends. */
function isHtml({ header }: XhrResponse): boolean {
  return /^text\/html\b/i.test(header("content-type") ?? "");
}

/** The error for an HTML page in place of a tus response. A captive portal blocks everything until the user signs in. */
function interceptedError({ status, text }: XhrResponse): UploadError {
  return new UploadError(
    "network",
    "a web page was received instead of the tus server's response: either the network requires users to sign in, or a " +
      "server does not forward the upload URL to the tus server",
    { status, fromStorage: true, detail: titleOf(text) },
  );
}

/** Throws when the server reports another length than the file's. */
export function checkLength({ header }: XhrResponse, file: Blob): void {
  const reported = header("upload-length");
  if (reported === null || reported === String(file.size)) return;
  throw new UploadError("protocol", `the tus server expects "${reported}" bytes, the file has ${file.size}`);
}
