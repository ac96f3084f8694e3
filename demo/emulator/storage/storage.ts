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
 * Object storage behind presigned URLs. It speaks Node's streams rather than `Request` and `Response`: half a gigabyte
 * goes from the socket to the disk with the socket's own backpressure, and a fault needs the socket itself.
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
    // Kept by hand: a pipeline that fails takes the socket away from its request.
    const { socket } = req;
    handle(req, res).catch((error: unknown) => {
      // Whoever cut the connection (the client, or a fault) knows why.
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
