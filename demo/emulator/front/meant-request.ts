import type { IncomingMessage } from "node:http";
import type { Fault } from "../faults/faults.ts";
import { header } from "../node-http.ts";

/**
 * Whether a fault at "relay" applies to a request. Without a method it applies to requests with a file's bytes, so that
 * a HEAD in between does not consume it. Only `refuse-cors` also applies to the preflight of such a request.
 */
export function isMeant(fault: Fault, req: IncomingMessage): boolean {
  const wanted = fault.method ?? "PATCH";
  if (req.method === "OPTIONS" && fault.do === "refuse-cors") {
    return wanted === "OPTIONS" || header(req, "access-control-request-method") === wanted;
  }
  return req.method === wanted && (fault.atOffset === undefined || carries(req, fault.atOffset));
}

/** Offset in the request's body at which a fault happens; 0 without a body. */
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
