import { readFile } from "node:fs/promises";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { extname, join, normalize } from "node:path";
import { getRequestListener } from "@hono/node-server";

/** What stands behind the page's address: files under a path, or the server of a framework. */
export type Target = { readonly folder: string; readonly under: string } | { readonly port: number };

export interface Front {
  readonly origin: string;
  close(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = {
  ".html": "text/html",
  ".js": "text/javascript",
  ".mjs": "text/javascript",
  ".css": "text/css",
  ".json": "application/json",
  ".map": "application/json",
  ".svg": "image/svg+xml",
};

/** One origin with the endpoint (null: the target has one) at /api/uploads and the page at every other path. No path falls back to the index page. */
export async function openFront(
  target: Target,
  endpoint: ((request: Request) => Promise<Response>) | null,
): Promise<Front> {
  const uploads = endpoint && getRequestListener(endpoint, { overrideGlobalObjects: false });
  const server = createServer((req, res) => {
    const path = new URL(req.url ?? "/", "http://front").pathname;
    if (uploads && /^\/api\/uploads(\/|$)/.test(path)) return void uploads(req, res);
    if (path === "/favicon.ico") return void res.writeHead(204).end();
    if ("port" in target) return pass(req, res, target.port);
    void serveFile(path, target, res);
  });
  if ("port" in target) {
    // Development servers reload the page through a web socket.
    server.on("upgrade", (req, socket, head) => {
      const behind = connect(target.port, "localhost", () => {
        const lines = req.rawHeaders.flatMap((text, index, all) => (index % 2 ? [] : [`${text}: ${all[index + 1]}`]));
        behind.write(`${req.method} ${req.url} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`);
        behind.write(head);
        socket.pipe(behind).pipe(socket);
      });
      behind.on("error", () => socket.destroy());
      socket.on("error", () => behind.destroy());
    });
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(req: IncomingMessage, res: ServerResponse, port: number): void {
  const { method, url, headers } = req;
  const behind = request({ host: "localhost", port, method, path: url, headers }, (reply) => {
    res.writeHead(reply.statusCode ?? 502, reply.headers);
    reply.pipe(res);
  });
  behind.on("error", () => res.destroy());
  req.pipe(behind);
}

async function serveFile(
  path: string,
  target: Extract<Target, { folder: string }>,
  res: ServerResponse,
): Promise<void> {
  const within = path.startsWith(target.under) ? decodeURIComponent(path.slice(target.under.length)) : null;
  const file =
    within === null
      ? null
      : join(target.folder, normalize(`/${within.endsWith("/") || !within ? `${within}index.html` : within}`));
  const bytes = file && (await readFile(file).catch(() => null));
  if (!bytes) return void res.writeHead(404).end("Not found");
  res.writeHead(200, { "content-type": TYPES[extname(file)] ?? "application/octet-stream" }).end(bytes);
}
