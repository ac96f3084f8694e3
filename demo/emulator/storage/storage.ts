import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { type Answer, header, send } from "../node-http.ts";
import { type LogPhase, noteAnswer, type OpenEntry } from "../request-log.ts";
import { corsHeaders, preflightHeaders } from "./cors.ts";
import { storageError } from "./storage-answers.ts";
import { sendObject } from "./storage-download.ts";
import type { StorageParts } from "./storage-parts.ts";
import { receiveObject } from "./storage-put.ts";

const PHASES: Readonly<Record<string, LogPhase>> = { PUT: "transfer", GET: "download", OPTIONS: "preflight" };

/**
 * Object storage with presigned URLs. It uses Node's streams rather than `Request` and `Response`, so that half a
 * gigabyte goes from the socket to the disk with backpressure, and because faults need the socket.
 */
export function createStorageListener(parts: StorageParts): RequestListener {
  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const url = new URL(req.url ?? "/", "http://storage");
    const method = req.method ?? "GET";
    const id = /^\/uploads\/([^/]+)$/.exec(url.pathname)?.[1] ?? "";
    const phase = PHASES[method] ?? "other";
    const entry = parts.log.begin({
      side: "storage",
      phase,
      method,
      path: url.pathname,
      fileId: id || null,
      origin: header(req, "origin"),
    });
    res.once("close", () => parts.log.done(entry));

    const answer = await answerFor(parts, { req, res, url, id, entry });
    if (answer) {
      noteAnswer(entry, answer);
      send(res, answer);
    }
  };

  return (req, res) => {
    // Kept in a variable: when a pipeline fails, the request loses its socket.
    const { socket } = req;
    handle(req, res).catch((error: unknown) => {
      // The client or a fault cut the connection, so there is nothing to report.
      if (!socket.destroyed) console.error(error);
      socket.destroy();
    });
  };
}

interface Exchange {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
  readonly id: string;
  readonly entry: OpenEntry;
}

async function answerFor(parts: StorageParts, exchange: Exchange): Promise<Answer | null> {
  const { req, url, id } = exchange;
  const allowed = parts.allowedOrigins();
  const record = parts.store.get(id);
  const names = record ? [record.filename, record.requestedName] : [];
  switch (req.method) {
    case "OPTIONS": {
      const isPut = header(req, "access-control-request-method") === "PUT";
      const refuses = isPut && parts.faults.take("transfer", names, (fault) => fault.do === "refuse-cors") !== null;
      const headers = refuses ? null : preflightHeaders(req, url, allowed);
      return headers ? { status: 200, headers } : storageError("AccessDenied", {});
    }
    case "PUT": {
      const fault = parts.faults.take("transfer", names);
      const cors = fault?.do === "refuse-cors" ? {} : corsHeaders(req, allowed);
      return receiveObject(parts, { ...exchange, record, fault, cors });
    }
    case "GET":
      return sendObject(parts, { ...exchange, cors: corsHeaders(req, allowed) });
    default:
      return storageError("MethodNotAllowed", corsHeaders(req, allowed));
  }
}
