import { ApiError } from "../../api-error.ts";
import type { Delivery } from "../delivery/deliveries.ts";

const TUS_VERSION = "1.0.0";

/** Where an upload stands, as its client is told. Never `Upload-Metadata`: what we keep there is not for browsers. */
export interface Standing {
  readonly offset: number;
  readonly sizeBytes: number;
  /** HTTP date; null when that is not known, or of no interest any more. */
  readonly uploadExpires: string | null;
}

export function tusReply(
  status: 200 | 201 | 204,
  { offset, sizeBytes, uploadExpires }: Standing,
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

/** What this server can do, for clients that ask before they begin. */
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
    headers: { "tus-version": TUS_VERSION },
  });
}

/** What is wrong is also in a header, because the answer to a HEAD has no body to say it. */
export function refusalHeaders({ code }: ApiError): Record<string, string> {
  return { "tus-resumable": TUS_VERSION, ...(code === undefined ? {} : { "x-lightfield-code": code }) };
}

/** Why a delivery does not let the client call its upload complete; null when it does. */
export function deliveryError(delivery: Delivery): ApiError | null {
  switch (delivery.kind) {
    case "stored":
      return null;
    case "missing":
      return goneError();
    case "incomplete":
      return new ApiError(409, `The server has ${delivery.offset} bytes of this upload.`, {
        headers: { "upload-offset": String(delivery.offset) },
      });
    case "expired":
      return new ApiError(
        410,
        "The session of this file is over. Ask for a new one: what has arrived is kept for it.",
        {
          type: "gone",
          code: "session_expired",
        },
      );
    case "later":
      return new ApiError(
        503,
        "The file is here, but storage does not take it at this moment. Please try again shortly.",
        {
          code: "storage_busy",
          headers: { "retry-after": String(Math.ceil((delivery.retryAfterMs ?? RETRY_AFTER_MS) / 1000)) },
        },
      );
    case "refused":
      // Not a 5xx: clients repeat those, and storage would say the same again.
      return new ApiError(422, `Storage does not accept the file (${delivery.why}).`, { code: "storage_refused" });
  }
}

const RETRY_AFTER_MS = 2000;

export function goneError(): ApiError {
  return new ApiError(410, "The bytes of this upload are not kept any more.", { type: "gone", code: "upload_gone" });
}

/** The file is still on its way to storage; asking again joins it. */
export function underWayError(): ApiError {
  return new ApiError(503, "The file is complete and on its way to storage. Please ask again shortly.", {
    code: "delivery_under_way",
    headers: { "retry-after": "1" },
  });
}
