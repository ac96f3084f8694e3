import type { IncomingMessage, ServerResponse } from "node:http";
import { bodyOf } from "./request-body.ts";

/** Answers a request whose body, if any, comes beside it. */
export type Respond = (request: Request, body: AsyncIterator<Uint8Array> | null) => Promise<Response>;

export type NodeListener = (req: IncomingMessage, res: ServerResponse) => void;

/**
 * Of a body that nobody wants, so much is read, and for so long its sender may find the answer. A connection that is
 * closed at once, with bytes unread, is reset, and a sender that is still busy sending then never sees why.
 */
const READ_ANYWAY_BYTES = 65_536;
const LINGER_MS = 1000;

/**
 * For a plain Node server (or Express, or Fastify's raw request). The body is read from the socket only as fast as the
 * store takes it, and a request that is refused at its headers is not read to its end: its connection is closed.
 */
export function createNodeListener(respond: Respond): NodeListener {
  const serve = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const request = toRequest(req);
    // A client that leaves is seen by the reader of the body; here it is not to be an uncaught error.
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

/** Null for what the Fetch standard cannot express: a Host that makes no URL, say. */
function toRequest(req: IncomingMessage): Request | null {
  const headers = new Headers();
  try {
    for (const [name, value] of Object.entries(req.headers)) {
      // HTTP/2 has its request line among the headers.
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

/** A rest that fits is read, and the connection used again; the end of any other is not waited for. */
function lingerOver(req: IncomingMessage): void {
  let bytes = 0;
  req.on("data", (chunk: Uint8Array) => {
    bytes += chunk.byteLength;
    if (bytes > READ_ANYWAY_BYTES) req.pause();
  });
  // Node forgets a request once it is answered: whoever still waits for its body would not hear of its end otherwise.
  const timer = setTimeout(() => req.destroy(), LINGER_MS);
  timer.unref();
  req.once("end", () => clearTimeout(timer));
}
