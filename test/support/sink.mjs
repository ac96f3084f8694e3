/**
 * A storage server for transport tests: takes any PUT, PATCH or POST, misbehaves as its address says, and remembers
 * what arrived. It listens on an origin of its own, so the browser applies CORS as it does in production.
 *
 *     PUT {sink}/any/path?key=K&…
 *     key=K             under this key the request is listed in the log
 *     status=503        the answer (200 without it)        body=text, type=text/html    its content
 *     retryAfter=2      the Retry-After header             header=Name:value            any other, may be repeated
 *     cors=none         no CORS headers at all, so a preflight fails
 *     cors=preflight    the preflight passes, the answer has no CORS headers (what S3 does with a 403)
 *     early=1           answers before reading the body, and closes
 *     trickle=65536     reads that many bytes a second
 *     hold=1000000          reads that many bytes, and as many more each time that it is told to go on
 *     cutAfter=100000   cuts the connection when so many bytes have come (0: at once)
 *     cut=answer        reads everything, then cuts instead of answering
 *     noAnswer=1        reads everything, then stays silent
 *     delayMs=300       waits before it answers
 *     times=2           misbehaves for the first two requests of this key only (preflights do not count)
 *
 *     GET    {sink}/__log?key=K   what arrived, oldest first: see `Arrival`
 *     POST   {sink}/__log?key=K   writes to the connections that are still receiving: one that the browser has left ends
 *                                 then, however many of its bytes are still to be read
 *     POST   {sink}/__log?key=K&goOn=1    see hold; goOn=1000 is a thousand times
 *     DELETE {sink}/__log?key=K   forgets it
 */
import { createHash } from "node:crypto";
import { createServer } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * @typedef {object} Arrival
 * @property {number} at epoch milliseconds
 * @property {string} method OPTIONS for a preflight
 * @property {string} path
 * @property {Record<string, string>} headers
 * @property {number} bytes of the body, so far
 * @property {string | null} md5 of the whole body; null until the last byte
 * @property {"receiving" | "received" | "answered" | "cut" | "aborted"} state `aborted`: the browser went away
 * @property {number | null} status
 */

const EXPOSED = "etag, location, retry-after, tus-resumable, upload-length, upload-offset, x-amz-request-id";

export async function startSink() {
  /** @type {Map<string, Arrival[]>} */
  const log = new Map();
  /** @type {Map<Arrival, import("node:http").ServerResponse>} */
  const open = new Map();
  /** How often a key was told to go on. */
  const goneOn = new Map();
  const uses = new Map();

  const server = createServer((request, response) => {
    const url = new URL(request.url, "http://sink");
    const query = url.searchParams;
    const key = query.get("key") ?? "";
    if (url.pathname === "/__log") {
      if (query.has("goOn")) goneOn.set(key, (goneOn.get(key) ?? 0) + Number(query.get("goOn")));
      else if (request.method === "POST")
        for (const arrival of log.get(key) ?? []) open.get(arrival)?.writeProcessing();
      return answerLog(log, key, request, response);
    }
    const arrival = record(log, key, url.pathname, request);
    open.set(arrival, response);
    response.once("close", () => open.delete(arrival));
    if (request.method === "OPTIONS") return answerPreflight(query, arrival, request, response);

    const used = (uses.get(key) ?? 0) + 1;
    uses.set(key, used);
    const spent = query.has("times") && used > Number(query.get("times"));
    const behaviour = spent ? new URLSearchParams() : query;
    receive({ query: behaviour, arrival, steps: () => goneOn.get(key) ?? 0 }, request, response).catch(() => {
      if (arrival.state !== "cut") arrival.state = "aborted";
    });
  });
  server.requestTimeout = 0;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    url: `http://127.0.0.1:${server.address().port}`,
    arrivals: (key) => log.get(key) ?? [],
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function record(log, key, path, request) {
  const arrival = {
    at: Date.now(),
    method: request.method,
    path,
    headers: { ...request.headers },
    bytes: 0,
    md5: null,
    state: "receiving",
    status: null,
  };
  log.set(key, [...(log.get(key) ?? []), arrival]);
  return arrival;
}

function answerLog(log, key, request, response) {
  allow(request, response);
  if (request.method === "DELETE") log.delete(key);
  response.setHeader("content-type", "application/json");
  response.setHeader("cache-control", "no-store");
  response.end(JSON.stringify(log.get(key) ?? []));
}

function allow(request, response) {
  response.setHeader("access-control-allow-origin", request.headers.origin ?? "*");
  response.setHeader("access-control-allow-methods", "GET, PUT, PATCH, POST, HEAD, DELETE");
  response.setHeader("access-control-allow-headers", request.headers["access-control-request-headers"] ?? "*");
  response.setHeader("access-control-expose-headers", EXPOSED);
  response.setHeader("vary", "origin");
}

function answerPreflight(query, arrival, request, response) {
  const refused = query.get("cors") === "none";
  if (!refused) allow(request, response);
  arrival.state = "answered";
  arrival.status = response.statusCode = refused ? 403 : 204;
  response.end();
}

async function receive({ query, arrival, steps }, request, response) {
  const number = (name) => (query.has(name) ? Number(query.get(name)) : null);
  const cutAfter = number("cutAfter");
  const trickle = number("trickle");
  const hold = number("hold");
  const cut = () => {
    arrival.state = "cut";
    request.socket.destroy();
  };

  if (query.has("early")) return answer(query, arrival, request, response);
  if (cutAfter === 0) return cut();
  const md5 = createHash("md5");
  for await (const chunk of request) {
    arrival.bytes += chunk.length;
    md5.update(chunk);
    if (cutAfter !== null && arrival.bytes >= cutAfter) return cut();
    if (trickle) await sleep((chunk.length / trickle) * 1000);
    while (hold && arrival.bytes >= hold * (steps() + 1) && !request.destroyed) await sleep(5);
  }
  arrival.md5 = md5.digest("hex");
  arrival.state = "received";

  if (query.get("cut") === "answer") return cut();
  if (query.has("noAnswer")) return;
  await sleep(number("delayMs") ?? 0);
  answer(query, arrival, request, response);
}

function answer(query, arrival, request, response) {
  if (!query.has("cors") || query.get("cors") === "all") allow(request, response);
  if (query.has("retryAfter")) response.setHeader("retry-after", query.get("retryAfter"));
  if (query.has("type")) response.setHeader("content-type", query.get("type"));
  if (query.has("early")) response.setHeader("connection", "close");
  if (arrival.md5) response.setHeader("etag", `"${arrival.md5}"`);
  for (const line of query.getAll("header")) {
    const [name, ...value] = line.split(":");
    response.setHeader(name, value.join(":"));
  }
  arrival.status = response.statusCode = Number(query.get("status") ?? 200);
  response.end(query.get("body") ?? "", () => {
    arrival.state = "answered";
  });
}
