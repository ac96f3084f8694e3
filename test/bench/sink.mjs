// Reads and discards what is PUT to it, at most `?rate=` bytes a second (0: as fast as it comes). Runs as a process of
// its own, so that the browser is not charged for it. Prints its port.
import { createServer } from "node:http";

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-methods": "PUT",
  "access-control-allow-headers": "*",
  "access-control-max-age": "600",
};

const server = createServer((request, response) => {
  if (request.method === "OPTIONS") return response.writeHead(204, CORS).end();
  const rate = Number(new URL(request.url ?? "/", "http://sink").searchParams.get("rate"));
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
  request.on("end", () => response.writeHead(200, CORS).end(String(received)));
});
server.requestTimeout = 0;
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
process.on("disconnect", () => process.exit());
