// Server that reads and discards PUT and tus uploads, at most `?rate=` bytes a second (0: unlimited). Each URL is one tus
// upload; a PATCH at offset 0 restarts it. Runs as a separate process so that it does not count as the browser's work.
// Prints its port.
import { createServer } from "node:http";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "PUT, PATCH, HEAD, DELETE",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "upload-offset, upload-length",
  "access-control-max-age": "600",
};

/** Received bytes of each tus upload, keyed by path. */
const offsets = new Map();

const server = createServer((request, response) => {
  if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
  const { pathname, searchParams } = new URL(request.url ?? "/", "http://sink");
  const answer = (status, headers = {}) => response.writeHead(status, { ...CORS, ...headers }).end();

  if (request.method === "PUT") return discard(request, searchParams, () => answer(200));
  const known = offsets.get(pathname) ?? 0;
  if (request.method === "HEAD") return answer(200, { "upload-offset": String(known), "cache-control": "no-store" });
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

server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("disconnect", () => process.exit());
