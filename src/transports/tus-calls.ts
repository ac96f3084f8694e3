import { codeForStatus, UploadError, type UploadErrorCode } from "../engine/errors.ts";
import type { TusTransfer } from "../engine/ports.ts";
import { type SilentFailure, storageAnswers, storageUnreachable, unreadableFile } from "./diagnose.ts";
import { refusalOf, titleOf } from "./refusal.ts";
import { type IdleLimits, sendXhr, type XhrRequest, type XhrResponse } from "./xhr.ts";

export const TUS_VERSION = "1.0.0";

const CORS_REMEDY =
  "Its CORS rules must allow HEAD, PATCH and DELETE from this page, with Tus-Resumable, Upload-Offset, Content-Type and " +
  "the headers that the host asks for (Authorization, Upload-Checksum), and expose Upload-Offset and Upload-Length.";

/** One upload at a tus server, and what is needed to speak to it. */
export interface TusUpload {
  readonly url: URL;
  readonly transfer: TusTransfer;
  readonly file: Blob;
  readonly signal: AbortSignal;
  /** "METHOD origin" of whoever let this page read an answer: a silence from there is not the work of its CORS rules. */
  readonly readable: Set<string>;
}

interface Call extends Pick<XhrRequest, "method" | "body" | "onSent"> {
  readonly headers?: Readonly<Record<string, string>>;
  readonly idle: IdleLimits;
}

/** @throws UploadError as `sendXhr`, and for the causes of a silence: `file-unreadable`, `storage-unreachable` */
export async function callTus(upload: TusUpload, call: Call): Promise<XhrResponse> {
  const { url, file, signal, readable } = upload;
  const from = `${call.method} ${url.origin}`;
  let sentBytes = 0;
  const once = async () => {
    const response = await sendXhr({
      ...call,
      url: url.href,
      headers: tusHeaders(upload.transfer, call.headers),
      signal,
      onSent(bytes) {
        sentBytes = bytes;
        call.onSent?.(bytes);
      },
    });
    readable.add(from);
    return response;
  };

  const error = await once().catch(UploadError.from);
  if (!(error instanceof UploadError)) return error;
  signal.throwIfAborted();
  const failure: SilentFailure = { file, url, signal, error };
  // Firefox does not fail for a file that is gone: it just never sends it.
  const unreadable = await unreadableFile(failure);
  signal.throwIfAborted();
  if (unreadable) throw unreadable;
  // A server that only takes long with a file that it has whole may be cut off by a proxy, time and again.
  const suspicious = error.code === "network" && sentBytes === 0 && call.body?.size !== 0 && !readable.has(from);
  if (!suspicious || !(await storageAnswers(failure))) {
    signal.throwIfAborted();
    throw error;
  }
  // The preflight may have been refused; or the network has just come back, and then it passes now.
  return once().catch((again: unknown) => {
    signal.throwIfAborted();
    const silent = again instanceof UploadError && again.code === "network" && sentBytes === 0;
    throw silent ? storageUnreachable(failure, CORS_REMEDY) : again;
  });
}

export function tusHeaders({ headers }: TusTransfer, more: Call["headers"]): Record<string, string> {
  return { ...headers, "Tus-Resumable": TUS_VERSION, ...more };
}

export function isSuccess({ status }: XhrResponse): boolean {
  return status >= 200 && status < 300;
}

/** Never `conflict`, which is what a collision in storage is called: two statuses mean something else here. */
export function tusRefusal(response: XhrResponse): UploadError {
  return refusalOf(response, CODES[response.status] ?? codeForStatus(response.status));
}

const CODES: Readonly<Record<number, UploadErrorCode>> = {
  // Another offset than the server's, or locked by another request: both pass.
  409: "server",
  423: "server",
  // Another version of the protocol.
  412: "protocol",
  460: "checksum",
};

/** Bytes that the server says it has. */
export function offsetOf(response: XhrResponse, file: Blob): number {
  const told = response.header("upload-offset");
  if (told === null) {
    if (isPage(response)) throw interception(response);
    throw new UploadError(
      "protocol",
      "the tus server's answer has no Upload-Offset that this page may read: " +
        "its CORS rules must name Upload-Offset in Access-Control-Expose-Headers",
    );
  }
  const offset = /^\d+$/.test(told) ? Number(told) : Number.NaN;
  if (offset <= file.size) return offset;
  throw new UploadError("protocol", `the tus server's Upload-Offset is "${told}", for a file of ${file.size} bytes`);
}

/** For people to read, and so no answer of a tus server's. */
function isPage({ header }: XhrResponse): boolean {
  return /^text\/html\b/i.test(header("content-type") ?? "");
}

/** Such a network passes on nothing until somebody has signed in, and then everything: for us the line is cut. */
function interception({ status, text }: XhrResponse): UploadError {
  return new UploadError(
    "network",
    "a web page came in the place of the tus server's answer: from a network that wants people to sign in, or from a " +
      "server that does not pass the upload URL on to the tus server",
    { status, detail: titleOf(text) },
  );
}

/** The server keeps a place for this very file, as far as it tells. */
export function checkLength({ header }: XhrResponse, file: Blob): void {
  const told = header("upload-length");
  if (told === null || told === String(file.size)) return;
  throw new UploadError("protocol", `the tus server expects "${told}" bytes, the file has ${file.size}`);
}
