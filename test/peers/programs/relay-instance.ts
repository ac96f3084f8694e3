/**
 * One instance of the endpoint and the relay, with bytes in a bucket and locks and counters in Redis. Settings come as
 * JSON in the first argument. Prints its port, and stops on SIGTERM without losing a confirmed byte.
 */
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createSharedRelay } from "../../../demo/recipes/relay-s3.ts";
import { createTokenEndpoint, healthz, readyz } from "../../../src/server/index.ts";

const settings = JSON.parse(process.argv[2] ?? "{}") as {
  readonly port: number;
  readonly publicUrl: string;
  readonly lightfield: { readonly apiKey: string; readonly apiUrl: string };
  readonly s3: { readonly endpoint: string; readonly accessKeyId: string; readonly secretAccessKey: string };
  readonly redisUrl: string;
};
const secret = "a secret of the instances, long enough to sign with";

const shared = createSharedRelay({
  bucket: "relay",
  region: "us-east-1",
  endpoint: settings.s3.endpoint,
  credentials: settings.s3,
  redisUrl: settings.redisUrl,
  relay: { url: "/api/relay", secret, chunkBytes: 5 * 1024 * 1024, onError: ({ message }) => console.error(message) },
});
const uploads = createTokenEndpoint({
  apiKey: settings.lightfield.apiKey,
  baseUrl: settings.lightfield.apiUrl,
  secret,
  basePath: "/api/uploads",
  publicUrl: settings.publicUrl,
  authorize: () => ({ subject: "ada", maxFilesPerDay: 1000 }),
  rateLimit: { store: shared.counters },
  transfer: shared.relay.transfer,
  onCancelled: shared.relay.forget,
  onError: ({ message }) => console.error(message),
});
const endpoint = getRequestListener(
  (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === "/healthz") return healthz();
    return pathname === "/readyz" ? readyz(shared.relay) : uploads(request);
  },
  { overrideGlobalObjects: false },
);

const server = createServer({ requestTimeout: 0, keepAliveTimeout: 75_000 }, (req, res) => {
  if (req.url?.startsWith("/api/relay")) {
    reportArrival(req);
    shared.relay.listener(req, res);
  } else void endpoint(req, res);
});
server.listen(settings.port, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));

/** Says on a line of its own that bytes begin or cease to arrive, so that a test can stop the server between the two. */
function reportArrival(req: IncomingMessage): void {
  if (req.method !== "PATCH") return;
  console.log("arriving");
  req.once("close", () => console.log("arrived"));
}

process.once("SIGTERM", async () => {
  await shared.relay.close(10_000);
  server.close(() => {
    shared.close();
    process.exit(0);
  });
  server.closeIdleConnections();
});
