import { createServer, type IncomingHttpHeaders, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { KEPT_CONNECTIONS } from "../support/kept-connections.ts";

export interface Received {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  /** `performance.now()` when the request was complete. */
  readonly at: number;
}

/** Reaction to one request: a response, a cut connection, or silence. */
export type Reply =
  | { status?: number; json?: unknown; text?: string; headers?: Record<string, string> }
  | "disconnect"
  | "silence";

export interface Upstream {
  readonly url: string;
  /** Every request so far, in order. */
  readonly received: Received[];
  /** Sets the replies to the next requests; the last one is repeated. A function is called each time. */
  answer(...replies: (Reply | ((request: Received) => Reply))[]): void;
  /** Number of connections that were opened. */
  connections(): number;
  close(): Promise<void>;
}

/** Starts a real HTTP server on a free port with scripted replies. */
export async function startUpstream(): Promise<Upstream> {
  const received: Received[] = [];
  let script: (Reply | ((request: Received) => Reply))[] = [];

  const server = createServer(KEPT_CONNECTIONS, async (request, response) => {
    const seen: Received = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: await textOf(request),
      at: performance.now(),
    };
    received.push(seen);
    const next = script.length > 1 ? script.shift() : script[0];
    const reply = typeof next === "function" ? next(seen) : (next ?? { status: 500, json: {} });
    if (reply === "silence") return;
    if (reply === "disconnect") return void request.socket.destroy();
    const { status = 200, json, text = JSON.stringify(json), headers = {} } = reply;
    response.writeHead(status, { "content-type": "application/json", ...headers }).end(text);
  });
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    answer(...replies) {
      script = replies;
    },
    connections: () => connections,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString("utf8");
}

/** A pending file of the Files API. */
export const FILE = {
  id: "fil_1",
  filename: "call.vtt",
  mimeType: "text/vtt",
  sizeBytes: 12,
  status: "PENDING",
  createdAt: "2026-03-01T10:00:00.000Z",
  completedAt: null,
  expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
};

export const CREATED = {
  ...FILE,
  uploadUrl: "https://storage.example/put?signature=a%2Fb",
  uploadHeaders: { "content-type": "text/vtt" },
};

export const NEW_FILE = { filename: "call.vtt", mimeType: "text/vtt", sizeBytes: 12 };
