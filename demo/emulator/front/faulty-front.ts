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
  /** The file of a request. Without this option, faults with a `fileName` never happen and `expire` has no effect. */
  readonly fileOf?: (req: IncomingMessage) => RequestFile;
  /** Ends the session of this file. */
  readonly expire?: (fileId: string) => void;
  /**
   * Selects the requests that the front handles; others go directly to the listener and are not logged. Default: all.
   */
  readonly concerns?: (req: IncomingMessage) => boolean;
}

const NO_FILE: RequestFile = { id: null, names: [] };

/**
 * Wraps a Node listener (a tus server, for example), logs its requests, and performs the faults at "relay". The listener
 * notices only the fault: it gets a request like Node's own and reads it at its own speed.
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
      // The client or a fault cut the connection, so there is nothing to report.
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
  // Paused, because adding a data listener starts the stream, and this one only counts.
  req.pause();
  return entry;
}
