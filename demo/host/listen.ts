import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Ports tried after the wanted one before giving up: more than anyone runs demos side by side. */
const NEIGHBOURS = 20;

/** What is served below a path without the app: by Node's own request and response. */
export interface Mounted {
  readonly path: string;
  readonly listener: RequestListener;
}

/** Serves the app on the wanted port of this machine only, or on the next one that is free. */
export async function listen(app: Hono, wantedPort: number, mounted?: Mounted): Promise<Listening> {
  const appListener = getRequestListener(app.fetch);
  const server = createServer((req, res) => {
    const isMounted = mounted && (req.url === mounted.path || req.url?.startsWith(`${mounted.path}/`));
    void (isMounted ? mounted.listener : appListener)(req, res);
  });
  const lastPort = wantedPort === 0 ? 0 : Math.min(wantedPort + NEIGHBOURS, 65_535);
  for (let port = wantedPort; ; port += 1) {
    try {
      await bind(server, port);
      break;
    } catch (error) {
      if (!isTaken(error) || port >= lastPort) throw error;
    }
  }
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        // A browser keeps its connections open, and waiting for it would make Ctrl-C look broken.
        server.closeAllConnections();
      }),
  };
}

function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", () => {
      server.off("error", reject);
      resolve();
    });
  });
}

function isTaken(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "EADDRINUSE";
}
