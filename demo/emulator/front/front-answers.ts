import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { ApiError, typeOfStatus } from "../api-error.ts";
import type { Fault } from "../faults/faults.ts";
import { GARBAGE } from "../faults/sabotage.ts";
import { type Answer, header, readAway, send } from "../node-http.ts";
import { noteAnswer } from "../request-log.ts";
import type { Exchange } from "./front-exchange.ts";
import { pointOf } from "./meant-request.ts";
import { deafen } from "./response-hooks.ts";

/** Performs faults that replace the listener; true if the listener must not be called. */
export async function isReplaced({ req, res, socket, fault }: Exchange): Promise<boolean> {
  if (fault === null) return false;
  const isAtOnce = pointOf(fault, req) === 0;
  switch (fault.do) {
    case "disconnect":
      if (isAtOnce) socket.destroy();
      return isAtOnce;
    case "stall":
      return isAtOnce;
    case "status":
      if (!isAtOnce) return false;
      if (isEarly(fault)) send(res, closing(statusAnswer(fault, req)));
      else await readAway(req).then(() => send(res, statusAnswer(fault, req)));
      return true;
    case "garbage":
      await readAway(req);
      send(res, { ...GARBAGE, headers: { ...GARBAGE.headers, ...readableBy(req) } });
      return true;
    case "refuse-cors":
      if (req.method === "OPTIONS") send(res, { status: 403, headers: {} });
      return req.method === "OPTIONS";
    case "disconnect-before-answer":
    case "trickle":
    case "expire":
    case "corrupt":
      return false;
    default:
      return fault.do satisfies never;
  }
}

/**
 * Responds while the body arrives and closes the connection without reading the rest. It ends with an error, which also
 * ends the listener's request; what the listener still writes is discarded.
 */
export async function answerEarly({ req, res }: Exchange, fault: Fault): Promise<void> {
  if (res.headersSent) return;
  const closed = once(res, "close");
  send(res, closing(statusAnswer(fault, req)));
  deafen(res);
  await closed;
  throw new Error("The answer came before the end of the body.");
}

/** Applies a fault to the head of a response just before it is sent. */
export function whenAnswered({ res, socket, entry, fault }: Exchange): void {
  if (fault?.do === "disconnect-before-answer") socket.destroy();
  // The response does not reach the client, and the log records that.
  if (socket.destroyed) return;
  if (fault?.do === "refuse-cors") {
    for (const name of res.getHeaderNames()) if (name.startsWith("access-control-")) res.removeHeader(name);
  }
  const wait = res.getHeader("retry-after");
  noteAnswer(entry, { status: res.statusCode, headers: wait === undefined ? {} : { "retry-after": String(wait) } });
}

function isEarly({ afterBytes, atOffset }: Fault): boolean {
  return afterBytes !== undefined || atOffset !== undefined;
}

function closing(answer: Answer): Answer {
  return { ...answer, headers: { ...answer.headers, connection: "close" } };
}

function statusAnswer(fault: Fault, req: IncomingMessage): Answer {
  const { status = 503, retryAfterSeconds, message = "This is a fault on demand." } = fault;
  const wait = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  const body = new ApiError(status, typeOfStatus(status), message).toBody();
  const headers = { "content-type": "application/json", ...wait, ...readableBy(req) };
  return { status, headers, body: JSON.stringify(body) };
}

/** CORS headers of the front's own responses: it does not know the listener's rules, so every page may read them. */
function readableBy(req: IncomingMessage): Record<string, string> {
  const origin = header(req, "origin");
  if (origin === null) return {};
  return {
    "access-control-allow-origin": origin,
    "access-control-allow-credentials": "true",
    "access-control-expose-headers": "Retry-After",
    vary: "Origin",
  };
}
