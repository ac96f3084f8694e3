/** Servers of the creates-a-second measurement, one in each process: `tsx creates-servers.ts upstream|bare|endpoint`. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { createTokenEndpoint } from "../../../../src/server/index.ts";

const [role = "", upstream = ""] = process.argv.slice(2);

let files = 0;
/** A Lightfield without a rate limit. */
function answer(): Response {
  files += 1;
  const file = {
    id: `fil_${files}`,
    filename: "a.bin",
    mimeType: "application/octet-stream",
    sizeBytes: 1,
    status: "PENDING",
    createdAt: new Date().toISOString(),
    completedAt: null,
    expiresAt: new Date(Date.now() + 3_600_000).toISOString(),
    uploadUrl: "https://storage.example/put",
    uploadHeaders: {},
  };
  return Response.json(file, { headers: { "x-ratelimit-limit": "1000000", "x-ratelimit-remaining": "999999" } });
}

/** The least that an endpoint does: it asks Lightfield and passes the answer on. */
async function passOn(request: Request): Promise<Response> {
  const body = await request.text();
  const headers = { authorization: "Bearer key", "content-type": "application/json" };
  const reply = await fetch(`${upstream}/v1/files`, { method: "POST", headers, body });
  return new Response(await reply.text(), { headers: { "content-type": "application/json" } });
}

function handler(): (request: Request) => Response | Promise<Response> {
  if (role === "upstream") return answer;
  if (role === "bare") return passOn;
  return createTokenEndpoint({
    apiKey: "sk_lf_speed",
    secret: "a secret of the measurement, long enough to sign with",
    baseUrl: upstream,
    authorize: () => ({ subject: "ada" }),
    rateLimit: false,
  });
}

const server = createServer(getRequestListener(handler(), { overrideGlobalObjects: false }));
server.listen(0, "127.0.0.1", () => console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`));
