/**
 * A tus server for transport tests: the real `@tus/server` with its file store on a port of its own, and before it a
 * small front that counts what browsers send, keeps a log, and misbehaves on request. The front reads every body to
 * its end before it passes an answer on, as a proxy does. Control, all JSON, on the front's address:
 *
 *     POST   {peer}/__uploads            {size, cors?, checksum?}   a new upload; answers {url, control}
 *     GET    {control}                   see `Look`
 *     POST   {control}/faults            a list of `Fault`, taken in turn
 *     POST   {control}/truncate          {bytes}   the server loses what is after them
 *     POST   {control}/expire            its time is over
 *     POST   {control}/go-on             {times}   see `hold`
 *     POST   {control}/touch             writes to the connections that are still receiving: one that the browser has left
 *                                        ends then, however many of its bytes are still to be read
 *     DELETE {control}                   it is gone
 *     POST   {peer}/__restart            the tus server is stopped and started again, on the same files
 *
 * cors: "hidden" exposes no tus header, "none" refuses every preflight. checksum: true verifies `Upload-Checksum: md5 …`
 * of every PATCH (which @tus/server cannot do) and answers 460 when it does not fit.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { createReadStream } from "node:fs";
import { mkdtemp, rm, stat, truncate } from "node:fs/promises";
import { Agent, createServer, request as httpRequest } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { FileStore } from "@tus/file-store";
import { Server } from "@tus/server";

/**
 * @typedef {object} Fault the first that fits a request is used for it, and then forgotten
 * @property {string} method of the request; FINISH stands for what the server does when it has the whole file
 * @property {number} [skip] so many fitting requests pass first
 * @property {number} [times] how often, 1 without it
 * @property {number} [cutAfter] passes so many bytes of the body on, then cuts the connection (0: at once)
 * @property {"answer"} [cut] passes everything on, then cuts the connection instead of answering
 * @property {number} [stallAfter] reads so many bytes and no more
 * @property {true} [silent] passes everything on and never answers
 * @property {number} [trickle] reads at most so many bytes a second
 * @property {number} [hold] reads so many bytes, and as many more each time that it is told to go on
 * @property {number} [status] reads the body and answers this; the tus server never hears of it
 * @property {number} [retryAfter] seconds, beside `status`
 * @property {string} [text] beside `status`: the body
 * @property {true} [early] beside `status`: does not read the body, and closes, as @tus/server itself does
 * @property {number} [delayMs] for FINISH: so long it takes
 * @property {true} [corrupt] turns one bit of the body over before anybody checks it
 * @property {Record<string, string | null>} [answer] headers of the answer to set, or with null to leave out
 *
 * @typedef {object} Seen
 * @property {string} method OPTIONS for a preflight
 * @property {Record<string, string>} headers
 * @property {number} bytes of the body that were read
 * @property {number | null} status as it was passed on; null as long as there is none
 * @property {string | null} offset the answer's Upload-Offset
 * @property {"receiving" | "answered" | "cut" | "stalled" | "aborted"} state `aborted`: the browser went away
 *
 * @typedef {object} Look
 * @property {Seen[]} requests oldest first
 * @property {number} receivedBytes of all bodies together, as read from the browser's connection
 * @property {number | null} storedBytes null when it is gone
 * @property {string | null} md5 of what is stored
 * @property {number} finishes how often the server was done with the file
 */

const FILES = "/files";
const toBack = new Agent({ keepAlive: true });
const DAY_MS = 86_400_000;
/** For answers of the front's own; those of the tus server bring theirs. */
const CORS = {
  "access-control-allow-origin": "*",
  "access-control-expose-headers": "upload-offset, upload-length, location, tus-resumable, retry-after",
};

export async function startTusPeer() {
  const directory = await mkdtemp(join(tmpdir(), "lightfield-tus-"));
  /** @type {Map<string, {options: object, requests: Seen[], faults: Fault[], receivedBytes: number, finishes: number, steps: number}>} */
  const uploads = new Map();
  /** @type {Map<Seen, import("node:http").ServerResponse>} */
  const open = new Map();
  let back = await startTusServer(directory, uploads);

  const front = createServer((request, response) => {
    const { pathname } = new URL(request.url, "http://peer");
    const answering = pathname.startsWith("/__") ? answerControl(pathname, request, response) : pass(request, response);
    answering.catch(() => response.destroy());
  });
  front.requestTimeout = 0;
  await new Promise((resolve) => front.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${front.address().port}`;

  async function answerControl(pathname, request, response) {
    response.setHeader("access-control-allow-origin", "*");
    response.setHeader("access-control-allow-methods", "GET, POST, DELETE");
    response.setHeader("cache-control", "no-store");
    if (request.method === "OPTIONS") return response.end();
    const [, , id, action = ""] = pathname.split("/");
    const upload = uploads.get(id);
    const text = await textOf(request);
    const body = text === "" ? {} : JSON.parse(text);
    const answer = (value) => response.end(JSON.stringify(value ?? {}));
    const path = join(directory, String(id));

    if (pathname === "/__restart") {
      await back.close();
      front.closeIdleConnections();
      back = await startTusServer(directory, uploads);
      return answer();
    }
    if (pathname === "/__uploads") return answer(await create(body));
    if (!upload) return response.writeHead(404).end("{}");
    switch (`${request.method} ${action}`) {
      case "GET ":
        return answer(await look(upload, path));
      case "POST faults":
        upload.faults.push(...body);
        return answer();
      case "POST truncate":
        return answer(await truncate(path, body.bytes));
      case "POST go-on":
        upload.steps += body.times;
        return answer();
      case "POST touch":
        for (const seen of upload.requests) open.get(seen)?.writeProcessing();
        return answer();
      case "POST expire":
        return answer(await back.backdate(id));
      case "DELETE ":
        return answer(await Promise.all([rm(path), rm(`${path}.json`)]));
      default:
        return response.writeHead(404).end("{}");
    }
  }

  async function create({ size, ...options }) {
    const headers = { "tus-resumable": "1.0.0", "upload-length": String(size) };
    const created = await fetch(`${back.url}${FILES}`, { method: "POST", headers });
    const location = created.headers.get("location");
    if (!location) throw new Error(`The tus server answered ${created.status}.`);
    const id = location.slice(location.lastIndexOf("/") + 1);
    uploads.set(id, { options, requests: [], faults: [], receivedBytes: 0, finishes: 0, steps: 0 });
    return { url: `${url}${location}`, control: `${url}/__uploads/${id}` };
  }

  /** One request of a browser's, on its way to the tus server or to the accident that was ordered for it. */
  async function pass(request, response) {
    const id = request.url.slice(FILES.length + 1);
    const upload = uploads.get(id);
    if (!upload) return response.writeHead(404).end();
    const seen = record(upload, request, response);
    open.set(seen, response);
    response.once("close", () => open.delete(seen));
    const fault = takeFault(upload, request.method);
    const { answer, cut } = answers({ upload, seen, fault, request, response });
    if (request.method === "OPTIONS" && upload.options.cors === "none") return response.writeHead(403).end();
    if (fault.cutAfter === 0) return cut();
    if (fault.early) return answer(fault.status, { connection: "close" });

    const limit = fault.cutAfter ?? fault.stallAfter ?? Number.POSITIVE_INFINITY;
    let body = piecesOf(request, { upload, seen, fault, limit });
    try {
      if (fault.status) {
        await wholeOf(body);
        const headers = fault.retryAfter ? { "retry-after": String(fault.retryAfter) } : {};
        return answer(fault.status, headers, fault.text);
      }
      if (upload.options.checksum && request.method === "PATCH") {
        const chunk = await wholeOf(body);
        const told = request.headers["upload-checksum"];
        if (told !== `md5 ${createHash("md5").update(chunk).digest("base64")}`) return answer(told ? 460 : 400);
        body = [chunk];
      }
      const forward = startForwarding(`${back.url}${request.url}`, request);
      await forward.send(body);
      if (seen.bytes >= limit) {
        const asFarAsSent = Number(request.headers["upload-offset"]) + limit;
        await Promise.race([stored(join(directory, id), asFarAsSent), forward.answered]);
        forward.stop();
        if (fault.cutAfter !== undefined) return cut();
        request.pause();
        seen.state = "stalled";
        return;
      }
      forward.end();
      const message = await forward.answered;
      const text = await textOf(message);
      if (fault.cut === "answer") return cut();
      if (fault.silent) seen.state = "stalled";
      else answer(message.statusCode, message.headers, text);
    } catch {
      seen.state = "aborted";
      request.socket.destroy();
    }
  }

  return {
    url,
    async close() {
      front.closeAllConnections();
      await new Promise((resolve) => front.close(resolve));
      await back.close();
      toBack.destroy();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** @returns {Seen} which is filled in as the request goes its way */
function record({ requests }, { method, headers }, response) {
  const seen = { method, headers: { ...headers }, bytes: 0, status: null, offset: null, state: "receiving" };
  requests.push(seen);
  response.on("close", () => {
    if (seen.state === "receiving" || seen.state === "stalled") seen.state = "aborted";
  });
  return seen;
}

/** The two ways in which a request can end here. */
function answers({ upload, seen, fault, request, response }) {
  return {
    answer(status, headers = {}, text = "") {
      const all = { ...CORS, ...headers, ...fault.answer };
      for (const name of Object.keys(all)) if (all[name] === null) delete all[name];
      if (upload.options.cors === "hidden") all["access-control-expose-headers"] = "tus-resumable";
      seen.status = status;
      seen.offset = all["upload-offset"] ?? null;
      seen.state = "answered";
      response.writeHead(status, all).end(text);
    },
    cut() {
      seen.state = "cut";
      request.socket.destroy();
    },
  };
}

/** The same request to the tus server, whose body is still to come. */
function startForwarding(url, { method, headers }) {
  const forward = httpRequest(url, { method, headers, agent: toBack });
  const answered = once(forward, "response").then(([message]) => message);
  answered.catch(() => {});
  const closed = new Promise((resolve) => forward.once("close", resolve));
  // An error answer may come, and the connection close, before the body is through.
  forward.on("error", () => {});
  return {
    answered,
    async send(body) {
      try {
        // Written or not, so that a request that is refused early does not stay half read.
        for await (const piece of body) {
          await Promise.race([new Promise((resolve) => forward.write(piece, resolve)), closed]);
        }
      } catch (error) {
        forward.destroy();
        throw error;
      }
    },
    end: () => forward.end(),
    stop: () => forward.destroy(),
  };
}

async function startTusServer(directory, uploads) {
  const store = new FileStore({ directory, expirationPeriodInMilliseconds: DAY_MS });
  const tus = new Server({
    path: FILES,
    datastore: store,
    relativeLocation: true,
    allowedHeaders: ["Upload-Checksum"],
    onUploadFinish: async (_request, { id }) => {
      const upload = uploads.get(id);
      // A file without a byte is finished before it is known here.
      if (!upload) return {};
      const { status, delayMs = 0 } = takeFault(upload, "FINISH");
      await sleep(delayMs);
      // That is how @tus/server wants to be told.
      if (status) throw { status_code: status, body: "The file could not be passed on." };
      upload.finishes += 1;
      return {};
    },
  });
  const server = createServer((request, response) => {
    keepReading(response);
    tus.handle(request, response);
  });
  server.requestTimeout = 0;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    async backdate(id) {
      const known = await store.configstore.get(id);
      known.creation_date = new Date(Date.now() - 2 * DAY_MS).toISOString();
      await store.configstore.set(id, known);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/**
 * @tus/server closes the connection when it refuses a PATCH whose body is still coming. The reset may then overtake the
 * answer; a proxy in front of it would see to that, and so does this.
 */
function keepReading(response) {
  const writeHead = response.writeHead.bind(response);
  response.writeHead = (status, text, flat) =>
    writeHead(
      status,
      text,
      flat.filter((_, index) => String(flat[index - (index % 2)]).toLowerCase() !== "connection"),
    );
}

/** @returns {Fault} an empty one for a request that is to be left alone */
function takeFault({ faults }, method) {
  const fault = faults.find((each) => each.method === method);
  if (!fault) return { method };
  if (fault.skip) {
    fault.skip -= 1;
    return { method };
  }
  fault.times = (fault.times ?? 1) - 1;
  if (fault.times === 0) faults.splice(faults.indexOf(fault), 1);
  return fault;
}

/** The body as it comes, counted, up to the limit. */
async function* piecesOf(request, { upload, seen, fault, limit }) {
  let left = limit;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    const piece = chunk.subarray(0, left);
    if (fault.corrupt && piece.length > 0 && left === limit) piece[0] ^= 1;
    left -= piece.length;
    seen.bytes += piece.length;
    upload.receivedBytes += piece.length;
    yield piece;
    if (left === 0) return;
    if (fault.trickle) await sleep((piece.length / fault.trickle) * 1_000);
    while (fault.hold && seen.bytes >= fault.hold * (upload.steps + 1) && !request.destroyed) await sleep(5);
  }
}

/** What was passed on is on disk, so that a test knows how much of it the server has. */
async function stored(path, bytes) {
  for (const giveUpAt = Date.now() + 5_000; Date.now() < giveUpAt; await sleep(5)) {
    if ((await stat(path)).size >= bytes) return;
  }
  throw new Error(`The tus server did not store ${bytes} bytes.`);
}

async function look({ requests, receivedBytes, finishes }, path) {
  const known = await stat(path).catch(() => null);
  const hash = createHash("md5");
  if (known) for await (const chunk of createReadStream(path)) hash.update(chunk);
  const md5 = known ? hash.digest("hex") : null;
  return { requests, receivedBytes, storedBytes: known?.size ?? null, md5, finishes };
}

async function wholeOf(pieces) {
  const all = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

async function textOf(stream) {
  let text = "";
  for await (const chunk of stream) text += chunk;
  return text;
}
