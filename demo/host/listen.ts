import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { Hono } from "hono";

export interface Listening {
  readonly url: string;
  close(): Promise<void>;
}

/** Number of ports to try after the requested one. */
const NEIGHBOURS = 20;

/** Node listener for a path that the app does not serve. */
export interface Mounted {
  readonly path: string;
  readonly listener: RequestListener;
}

/** Serves the app on the requested port of the loopback interface, or on the next free one. */
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
        // Browsers keep connections open, and waiting for them would make Ctrl-C seem to hang.
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
