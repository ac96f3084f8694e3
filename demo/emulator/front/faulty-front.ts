import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Socket } from "node:net";
import type { RequestFile } from "../api/request-file.ts";
import type { FaultList } from "../faults/faults.ts";
import { header } from "../node-http.ts";
import type { RequestLog } from "../request-log.ts";
import { isReplaced, whenAnswered } from "./front-answers.ts";
import { passOn } from "./front-body.ts";
import type { Exchange } from "./front-exchange.ts";
import { isMeant, pointOf } from "./meant-request.ts";
import { beforeHead } from "./response-hooks.ts";

export interface FaultyFrontParts {
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** The file that a request is about; without it faults with a `fileName` never happen, nor does `expire` do anything. */
  readonly fileOf?: (req: IncomingMessage) => RequestFile;
  /** Ends the session of this file. */
  readonly expire?: (fileId: string) => void;
  /** Which requests are for the front; the others go straight to the listener, unlogged. All unless told. */
  readonly concerns?: (req: IncomingMessage) => boolean;
}

const NO_FILE: RequestFile = { id: null, names: [] };

/**
 * Stands between browsers and a Node listener (a host's tus server, say), notes what comes, and lets the faults at
 * "relay" happen. The listener notices nothing but the fault: it gets a request of Node's own kind, at its own pace.
 */
export function createFaultyFront(listener: RequestListener, parts: FaultyFrontParts): RequestListener {
  const { faults, concerns = () => true } = parts;

  const handle = async (req: IncomingMessage, res: ServerResponse, socket: Socket): Promise<void> => {
    const file = parts.fileOf?.(req) ?? NO_FILE;
    const fault = faults.take("relay", file.names, (candidate) => isMeant(candidate, req));
    const entry = openEntry(parts.log, req, res, file);
    const expire = (): void => {
      if (file.id !== null) parts.expire?.(file.id);
    };
    const exchange: Exchange = { req, res, socket, entry, file, fault, expire };
    beforeHead(res, () => whenAnswered(exchange));
    if (fault?.do === "expire" && pointOf(fault, req) === 0) expire();
    if (!(await isReplaced(exchange))) await passOn(listener, exchange);
  };

  return (req, res) => {
    if (!concerns(req)) return listener(req, res);
    const { socket } = req;
    handle(req, res, socket).catch((error: unknown) => {
      // Whoever cut the connection (the client, or a fault) knows why.
      if (!socket.destroyed) console.error(error);
      socket.destroy();
    });
  };
}

function openEntry(log: RequestLog, req: IncomingMessage, res: ServerResponse, file: RequestFile): Exchange["entry"] {
  const entry = log.begin({
    side: "relay",
    phase: req.method === "OPTIONS" ? "preflight" : "relay",
    method: req.method ?? "GET",
    path: new URL(req.url ?? "/", "http://relay").pathname,
    fileId: file.id,
    origin: header(req, "origin"),
  });
  res.once("close", () => log.done(entry));
  req.on("data", (chunk: Buffer) => {
    entry.bytesRead += chunk.length;
  });
  // A listener for data sets a stream going, and this one only looks on.
  req.pause();
  return entry;
}
