import type { IncomingMessage } from "node:http";
import type { Fault } from "../faults/faults.ts";
import { header } from "../node-http.ts";

/**
 * Whether a fault at "relay" means this request. Unless a fault names a method it means the requests that carry a file's
 * bytes, so that a HEAD in between does not use it up. Only `refuse-cors` also means the preflight of such a request.
 */
export function isMeant(fault: Fault, req: IncomingMessage): boolean {
  const wanted = fault.method ?? "PATCH";
  if (req.method === "OPTIONS" && fault.do === "refuse-cors") {
    return wanted === "OPTIONS" || header(req, "access-control-request-method") === wanted;
  }
  return req.method === wanted && (fault.atOffset === undefined || carries(req, fault.atOffset));
}

/** After how many bytes of this request's body a fault happens: 0 without a body. */
export function pointOf({ afterBytes, atOffset }: Fault, req: IncomingMessage): number {
  if (!hasBody(req)) return 0;
  return atOffset === undefined ? (afterBytes ?? 0) : atOffset - offsetOf(req);
}

function carries(req: IncomingMessage, byte: number): boolean {
  const length = header(req, "content-length");
  const offset = offsetOf(req);
  return offset <= byte && (length === null || byte < offset + Number(length));
}

function offsetOf(req: IncomingMessage): number {
  return Number(header(req, "upload-offset") ?? 0);
}

function hasBody(req: IncomingMessage): boolean {
  const length = header(req, "content-length");
  return length === null ? header(req, "transfer-encoding") !== null : Number(length) > 0;
}
