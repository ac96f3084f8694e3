import { ApiError } from "../../api-error.ts";
import type { Delivery } from "../delivery/deliveries.ts";

const TUS_VERSION = "1.0.0";

/** State of an upload in a response. It omits `Upload-Metadata`, which holds internal records. */
export interface UploadState {
  readonly offset: number;
  readonly sizeBytes: number;
  /** HTTP date; null if unknown or no longer relevant. */
  readonly uploadExpires: string | null;
}

export function tusReply(
  status: 200 | 201 | 204,
  { offset, sizeBytes, uploadExpires }: UploadState,
  location?: string,
): Response {
  return new Response(null, {
    status,
    headers: {
      "tus-resumable": TUS_VERSION,
      "upload-offset": String(offset),
      "upload-length": String(sizeBytes),
      ...(uploadExpires === null ? {} : { "upload-expires": uploadExpires }),
      ...(location === undefined ? {} : { location }),
      "cache-control": "no-store",
    },
  });
}

/** Headers that describe the server's capabilities, for clients that ask with OPTIONS. */
export function capabilities(maxFileBytes: number): Record<string, string> {
  return {
    "tus-resumable": TUS_VERSION,
    "tus-version": TUS_VERSION,
    "tus-extension": "creation,termination,expiration",
    "tus-max-size": String(maxFileBytes),
  };
}

export function checkVersion(request: Request): void {
  if (request.headers.get("tus-resumable") === TUS_VERSION) return;
  throw new ApiError(412, `This is a tus server: requests need the header "Tus-Resumable: ${TUS_VERSION}".`, {
    code: "tus_version",
    headers: { "tus-version": TUS_VERSION },
  });
}

/** Headers of a refusal. The error code is also a header, because a response to HEAD has no body. */
export function refusalHeaders({ code }: ApiError): Record<string, string> {
  return { "tus-resumable": TUS_VERSION, "x-lightfield-code": code };
}

/** The refusal for a delivery that failed; null if storage has the file. */
export function deliveryError(delivery: Delivery): ApiError | null {
  switch (delivery.kind) {
    case "stored":
      return null;
    case "missing":
      return goneError();
    case "incomplete":
      return new ApiError(409, `The server has ${delivery.offset} bytes of this upload.`, {
        code: "wrong_offset",
        headers: { "upload-offset": String(delivery.offset) },
      });
    case "expired":
      return new ApiError(
        410,
        "The session of this file has expired. Create a new one: it can take over the bytes that have arrived.",
        {
          type: "gone",
          code: "session_expired",
        },
      );
    case "later":
      return new ApiError(
        503,
        "The server has the file, but storage does not accept it at the moment. Please try again shortly.",
        {
          code: "storage_busy",
          headers: { "retry-after": String(Math.ceil((delivery.retryAfterMs ?? RETRY_AFTER_MS) / 1000)) },
        },
      );
    case "refused":
      // Not a 5xx, which clients retry: storage would refuse again.
      return new ApiError(422, `Storage does not accept the file (${delivery.why}).`, { code: "storage_refused" });
  }
}

const RETRY_AFTER_MS = 2000;

export function goneError(): ApiError {
  return new ApiError(410, "The bytes of this upload were deleted.", { type: "gone", code: "upload_gone" });
}

/** This instance is stopping: the client repeats the request, which reaches another one, or its successor. */
export function closingError(): ApiError {
  return new ApiError(503, "This server is being restarted. Please try again shortly.", {
    code: "relay_closing",
    headers: { "retry-after": "1" },
  });
}

/** The delivery to storage is still running; a repeated request waits for it. */
export function underWayError(): ApiError {
  return new ApiError(503, "The file is complete and is being delivered to storage. Please ask again shortly.", {
    code: "delivery_under_way",
    headers: { "retry-after": "1" },
  });
}
