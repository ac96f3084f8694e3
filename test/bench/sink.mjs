// Reads and discards what is PUT to it, or sent to it by tus, at most `?rate=` bytes a second (0: as fast as it comes).
// A tus upload is an address: a PATCH at offset 0 starts it anew. Runs as a process of its own, so that the browser is
// not charged for it. Prints its port.
import { createServer } from "node:http";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "PUT, PATCH, HEAD, DELETE",
  "access-control-allow-headers": "*",
  "access-control-expose-headers": "upload-offset, upload-length",
  "access-control-max-age": "600",
};

/** Bytes that a tus upload has, by its path. */
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
    // A timer cannot be finer than this; the average still comes out right.
    if (aheadMs < 2) return;
    request.pause();
    setTimeout(() => request.resume(), aheadMs);
  });
  request.on("end", () => done(received));
}

server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("disconnect", () => process.exit());
