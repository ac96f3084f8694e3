import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** A response with a complete body. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Ignores the error that Node emits when a response is written to a client that has disconnected. */
export function send(res: ServerResponse, { status, headers, body = "" }: Answer): void {
  if (res.destroyed) return;
  res.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(body)) });
  res.end(body);
}

export function header(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

/** Reads a body to its end and discards it. */
export async function readAway(req: IncomingMessage): Promise<void> {
  await pipeline(req, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

export interface Listening {
  readonly server: Server;
  readonly url: string;
}

/** Listens on the loopback interface only, so that other machines cannot reach the keys and files of a demo. */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  // Node's default limit for a request is five minutes, but an upload on a slow connection may take longer.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 65_000 }, (req, res) => {
    // A client may disconnect at any time, also between a check and the following write.
    res.on("error", () => {});
    listener(req, res);
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
  const { port: actualPort } = server.address() as AddressInfo;
  return { server, url: `http://127.0.0.1:${actualPort}` };
}

export async function closeServer({ server }: Listening): Promise<void> {
  const closed = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  await closed;
}
