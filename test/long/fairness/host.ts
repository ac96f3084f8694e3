/** A server as the README shows it, as a process of its own: endpoint and relay in front of a local Lightfield. */
import { mkdtemp } from "node:fs/promises";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getRequestListener } from "@hono/node-server";
import { createTokenEndpoint } from "../../../src/server/index.ts";
import { createRelay } from "../../../src/server/relay/index.ts";
import { announce } from "./process.ts";

const [apiUrl = "", apiKey = ""] = process.argv.slice(2);
const secret = "a secret of the tests, long enough to sign with";
const folder = await mkdtemp(join(tmpdir(), "lightfield-fairness-"));

const server = createServer({ requestTimeout: 0 });
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
const port = typeof address === "object" ? address?.port : 0;
const relay = createRelay({
  url: `http://127.0.0.1:${port}/api/relay`,
  secret,
  directory: join(folder, "relay"),
  maxStoredBytes: 2 * 1024 ** 3,
});
const uploads = createTokenEndpoint({
  apiKey,
  baseUrl: apiUrl,
  secret,
  basePath: "/api/uploads",
  authorize(request) {
    const subject = request.headers.get("x-user");
    return subject === null ? false : { subject };
  },
  transfer: relay.transfer,
  onError: () => {},
});
const listener = getRequestListener(uploads, { overrideGlobalObjects: false });
server.on("request", (request, reply) => {
  if (request.url?.startsWith("/api/relay")) relay.listener(request, reply);
  else void listener(request, reply);
});
announce({ url: `http://127.0.0.1:${port}` });
