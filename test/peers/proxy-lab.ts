import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import type { RunningEmulator } from "../../demo/emulator/index.ts";
import { createTokenEndpoint, readyz } from "../../src/server/index.ts";
import type { RelayOptions } from "../../src/server/relay/index.ts";
import * as lab from "../server/relay/relay-lab.ts";
import { startProxy } from "../support/proxies.mjs";

export type Kind = Parameters<typeof startProxy>[0];

export interface HostOptions {
  readonly relay?: Partial<RelayOptions>;
  /** Files of a page, by path; null for a path that is none of them. */
  readonly page?: (path: string) => Promise<{ type: string; body: string | Buffer } | null>;
}

/** The server behind a proxy: endpoint and relay on one port. `publicUrl` is known when the proxy runs. */
async function startHost(emulator: RunningEmulator, { relay, page }: HostOptions) {
  const running = await lab.startRelay(relay);
  const address = { publicUrl: "" };
  let uploads: ReturnType<typeof createTokenEndpoint> | null = null;
  const requestIds: (string | undefined)[] = [];
  const probes: number[] = [];

  const respond = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    if (pathname === "/readyz") {
      const reply = await readyz(running.relay);
      probes.push(reply.status);
      return reply;
    }
    const file = await page?.(pathname);
    if (file) return new Response(new Uint8Array(Buffer.from(file.body)), { headers: { "content-type": file.type } });
    uploads ??= createTokenEndpoint({
      apiKey: emulator.apiKey,
      baseUrl: emulator.apiUrl,
      secret: lab.SECRET,
      basePath: "/api/uploads",
      publicUrl: address.publicUrl,
      authorize: () => ({ subject: "ada" }),
      transfer: running.relay.transfer,
      onError: () => {},
    });
    return uploads(request);
  };
  const listener = getRequestListener(respond, { overrideGlobalObjects: false });
  const server = createServer({ requestTimeout: 0, keepAliveTimeout: 75_000 }, (req, res) => {
    requestIds.push(req.headers["x-request-id"] as string | undefined);
    if (req.url?.startsWith("/api/relay")) running.relay.listener(req, res);
    else void listener(req, res);
  });
  const url = await lab.listening(server);
  return { ...running, address, port: Number(new URL(url).port), requestIds, probes, server };
}

/** Starts a server and a proxy in front of it; both end with the test. */
export async function behind(
  kind: Kind,
  emulator: RunningEmulator,
  { change, ...host }: HostOptions & { readonly change?: (text: string) => string } = {},
) {
  const started = await startHost(emulator, host);
  const proxy = await startProxy(kind, [started.port], change);
  lab.atEnd(() => proxy.close());
  started.address.publicUrl = proxy.url;
  return { host: started, proxy };
}
