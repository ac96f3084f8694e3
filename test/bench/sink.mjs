/**
 * Server that reads and discards PUT and tus uploads, at most `?rate=` bytes a second (0: unlimited). Each URL is one tus
 * upload; a PATCH at offset 0 restarts it. It also stands in for Lightfield's API, with a rate limit that nothing reaches
 * and without checking the MD5, and serves the real endpoint in front of it at /api/uploads. Runs as a separate process,
 * so that it does not count as the browser's work. Prints its port.
 */
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "PUT, PATCH, HEAD, DELETE",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "upload-offset, upload-length",
  "access-control-max-age": "600",
};

/** Received bytes of each tus upload, keyed by path. */
const offsets = new Map();

/** Files of the stand-in for Lightfield, by id. */
const files = new Map();

let endpoint = null;
let base = "";

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://sink");
  if (pathname.startsWith("/api/uploads")) return endpoint(request, response);
  if (pathname.startsWith("/v1/")) return answerApi(request, response, pathname);
  if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
  const answer = (status, headers = {}) => response.writeHead(status, { ...CORS, ...headers }).end();

  if (request.method === "PUT") return discard(request, searchParams, () => answer(200));
  const known = offsets.get(pathname) ?? 0;
  const length = searchParams.get("length");
  if (request.method === "HEAD") {
    return answer(200, {
      "upload-offset": String(known),
      "cache-control": "no-store",
      "tus-resumable": "1.0.0",
      ...(length && { "upload-length": length }),
    });
  }
  const offset = Number(request.headers["upload-offset"]);
  if (offset !== 0 && offset !== known) return answer(409);
  discard(request, searchParams, (received) => {
    offsets.set(pathname, offset + received);
    answer(204, { "upload-offset": String(offset + received), "tus-resumable": "1.0.0" });
  });
});

function discard(request, query, done) {
  const rate = Number(query.get("rate"));
  const startedAt = performance.now();
  let received = 0;
  request.on("data", (chunk) => {
    received += chunk.length;
    if (!rate) return;
    const aheadMs = (received / rate) * 1_000 - (performance.now() - startedAt);
    // Timers are not more precise than this; the average is still correct.
    if (aheadMs < 2) return;
    request.pause();
    setTimeout(() => request.resume(), aheadMs);
  });
  request.on("end", () => done(received));
}

async function answerApi(request, response, pathname) {
  const [, , , id, verb] = pathname.split("/");
  let text = "";
  for await (const piece of request) text += piece;
  const body = text ? JSON.parse(text) : {};
  const now = new Date().toISOString();
  let file = files.get(id);
  const extra = {};
  if (!id) {
    const { filename, mimeType, sizeBytes } = body;
    file = {
      id: `fil_${files.size + 1}`,
      filename,
      mimeType,
      sizeBytes,
      status: "PENDING",
      createdAt: now,
      completedAt: null,
      expiresAt: null,
    };
    extra.uploadUrl = `${base}/${file.id}`;
    extra.uploadHeaders = { "content-type": mimeType };
  } else if (verb === "complete") file = { ...file, status: "COMPLETED", completedAt: now };
  else if (verb === "cancel") file = { ...file, status: "CANCELLED" };
  files.set(file.id, file);
  response.writeHead(200, {
    "content-type": "application/json",
    "x-ratelimit-limit": "1000000",
    "x-ratelimit-remaining": "1000000",
    "x-ratelimit-reset": String(Math.ceil(Date.now() / 1000)),
  });
  response.end(JSON.stringify({ ...file, ...extra }));
}

server.requestTimeout = 0;
server.listen(0, "127.0.0.1", async () => {
  base = `http://127.0.0.1:${server.address().port}`;
  const { createTokenEndpoint } = await import("../../dist/server.js");
  const handle = createTokenEndpoint({
    apiKey: "sk_lf_bench",
    secret: "a secret of the benchmark, which guards nothing",
    baseUrl: base,
    authorize: () => ({ subject: "bench" }),
    rateLimit: false,
  });
  endpoint = getRequestListener(handle, { overrideGlobalObjects: false });
  console.log(server.address().port);
});
process.on("disconnect", () => process.exit());
