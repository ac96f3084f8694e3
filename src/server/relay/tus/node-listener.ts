import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf, type IncomingBody } from "./request-body.ts";

/** Handles a request whose body, if any, is a separate argument. */
export type Respond = (request: Request, body: IncomingBody | null) => Promise<Response>;

export type NodeListener = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * Bytes of a refused body that are still read, and the time before its connection is closed. If the connection were
 * closed at once with bytes unread, TCP would reset it, and a client that is still sending would not get the response.
 */
const DISCARDED_BYTES = 65_536;
const LINGER_MS = 1000;

/**
 * Creates a listener for a plain Node server (or Express, or Fastify's raw request). The body is read only as fast as
 * the store writes it. The body of a request that is refused by its headers is not read to the end: the connection is
 * closed.
 */
export function createNodeListener(respond: Respond): NodeListener {
  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = toRequest(req);
    // The reader of the body notices when a client disconnects; without listeners it would be an uncaught error.
    req.on("error", () => {});
    res.on("error", () => {});
    if (request === null) {
      res.writeHead(400, { connection: "close" }).end();
      return;
    }
    const response = await respond(request, bodyOf(req));
    const text = req.method === "HEAD" ? "" : await response.text();
    if (res.destroyed) return;
    const headers: Record<string, string> = Object.fromEntries(response.headers);
    if (response.status !== 204) headers["content-length"] = String(Buffer.byteLength(text));
    res.writeHead(response.status, headers).end(text);
    if (!req.complete) lingerOver(req);
  };

  return (req, res) => {
    serve(req, res).catch(() => res.destroy());
  };
}

/** Converts a request; null if the Fetch standard cannot express it, for example with an invalid Host. */
function toRequest(req: IncomingMessage): Request | null {
  const headers = new Headers();
  try {
    for (const [name, value] of Object.entries(req.headers)) {
      // HTTP/2 sends the request line as headers whose names begin with a colon.
      if (name.startsWith(":") || value === undefined) continue;
      for (const one of Array.isArray(value) ? value : [value]) headers.append(name, one);
    }
    const protocol = "encrypted" in req.socket ? "https" : "http";
    const host = req.headers.host ?? req.headers[":authority"] ?? "relay.invalid";
    return new Request(new URL(req.url ?? "/", `${protocol}://${host}`), { method: req.method ?? "GET", headers });
  } catch {
    return null;
  }
}

/** Reads the rest of a small body, so the connection can be reused, and closes the connection of a larger one. */
function lingerOver(req: IncomingMessage): void {
  let bytes = 0;
  req.on("data", (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    if (bytes > DISCARDED_BYTES) req.pause();
  });
  // Node does not end a request after its response, so a reader that still waits for the body would wait forever.
  const timer = setTimeout(() => req.destroy(), LINGER_MS);
  timer.unref();
  req.once("end", () => clearTimeout(timer));
}
