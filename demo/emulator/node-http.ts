import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";

/** Headers and body that leave whole. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
}

/** Writing to a client that has left is an error event in Node, and not worth one here: nobody is there to be told. */
export function send(res: ServerResponse, { status, headers, body = "" }: Answer): void {
  if (res.destroyed) return;
  res.writeHead(status, { ...headers, "content-length": String(Buffer.byteLength(body)) });
  res.end(body);
}

export function header(req: IncomingMessage, name: string): string | null {
  const value = req.headers[name];
  return Array.isArray(value) ? value.join(", ") : (value ?? null);
}

/** Reads a body to its end and drops it. */
export async function readAway(req: IncomingMessage): Promise<void> {
  await pipeline(req, new Writable({ write: (_chunk, _encoding, done) => done() }));
}

export interface Listening {
  readonly server: Server;
  readonly url: string;
}

/** Listens on the loopback only: keys and files of a demo are nobody else's business. */
export async function listen(listener: RequestListener, port: number): Promise<Listening> {
  // Node gives a request five minutes by default; an upload on a slow line takes longer and is no attack.
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 65_000 }, (req, res) => {
    // A client may leave at any moment, also between a check and the write after it.
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
