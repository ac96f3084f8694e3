import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ApiError, badRequest, typeOfStatus } from "../api-error.ts";
import type { Fault, FaultList } from "../faults/faults.ts";
import { GARBAGE, writeSlowly } from "../faults/sabotage.ts";
import { type Answer, header, send } from "../node-http.ts";
import { noteAnswer, type OpenEntry, type RequestLog } from "../request-log.ts";
import type { Category } from "./rate-limiter.ts";
import { fileOf, idIn, type RequestFileParts } from "./request-file.ts";
import { matchRoute } from "./routes.ts";

export interface ApiListenerParts extends RequestFileParts {
  readonly api: (request: Request) => Promise<Response>;
  readonly faults: FaultList;
  readonly log: RequestLog;
  readonly maxBodyBytes: () => number;
  /** Headers of a response that does not come from the API. */
  readonly rateHeaders: (category: Category) => Readonly<Record<string, string>>;
}

/** Node listener for the API, with the request log and the faults. */
export function createApiListener(parts: ApiListenerParts): RequestListener {
  const { api, store, faults, log } = parts;

  const handle = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const method = req.method ?? "GET";
    const url = new URL(req.url ?? "/", "http://api");
    const match = matchRoute(method, url.pathname);
    const entry = log.begin({
      side: "api",
      phase: match?.route.phase ?? "other",
      method,
      path: url.pathname,
      fileId: null,
      origin: header(req, "origin"),
    });
    res.once("close", () => log.done(entry));

    const body = await readBody(req, entry, parts.maxBodyBytes());
    if (body === null) {
      const headers = { ...parts.rateHeaders(match?.route.category ?? "read"), connection: "close" };
      return send(res, note(entry, await toAnswer(tooLarge(headers))));
    }
    const file = match && fileOf(match, body, parts);
    entry.fileId = file?.id ?? null;
    const fault = match && faults.take(match.route.phase, file?.names ?? []);
    if (await replaced(fault, res, entry)) return;
    if (fault?.do === "expire") store.expire(entry.fileId ?? "");

    const answer = await toAnswer(await api(toRequest(req, url, body)));
    if (match?.route.phase === "create") entry.fileId = idIn(answer);
    if (fault?.do === "expire") store.expire(entry.fileId ?? "");
    if (fault?.do === "disconnect-before-answer") req.socket.destroy();
    else if (fault?.do === "trickle") await writeSlowly(res, note(entry, answer), fault.bytesPerSecond);
    else send(res, note(entry, answer));
  };

  return (req, res) => {
    // Kept in a variable: when reading the body fails, the request loses its socket.
    const { socket } = req;
    handle(req, res).catch((error: unknown) => {
      // The client disconnected while its body was read, so no response can be sent.
      if (!socket.destroyed) console.error(error);
      socket.destroy();
    });
  };
}

/** Performs faults that replace the operation. */
async function replaced(fault: Fault | null, res: ServerResponse, entry: OpenEntry): Promise<boolean> {
  switch (fault?.do) {
    case "disconnect":
      res.req.socket.destroy();
      return true;
    case "stall":
      return true;
    case "status":
      send(res, note(entry, await toAnswer(faultResponse(fault))));
      return true;
    case "garbage":
      send(res, note(entry, GARBAGE));
      return true;
    default:
      return false;
  }
}

function faultResponse({
  status = 503,
  retryAfterSeconds,
  code,
  message = "This is a fault on demand.",
}: Fault): Response {
  const headers = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return new ApiError(status, typeOfStatus(status), message, {
    headers,
    ...(code !== undefined && { code }),
  }).toResponse();
}

function note(entry: OpenEntry, answer: Answer): Answer {
  noteAnswer(entry, answer);
  return answer;
}

/** Reads the body; null if it is larger than allowed, and then the rest is not read. */
async function readBody(req: IncomingMessage, entry: OpenEntry, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    entry.bytesRead += bytes.length;
    entry.bytesIn = entry.bytesRead;
    if (entry.bytesIn > maxBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** Refusal of a body that is too large (not specified by the reference). */
function tooLarge(headers: Readonly<Record<string, string>>): Response {
  return badRequest("The body is too large.", { code: "invalid_value", headers }).toResponse();
}

function toRequest(req: IncomingMessage, url: URL, body: Buffer): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(req.headersDistinct)) headers.set(name, (value ?? []).join(", "));
  const method = req.method ?? "GET";
  const hasBody = method !== "GET" && method !== "HEAD";
  return new Request(url, { method, headers, ...(hasBody && { body: new Uint8Array(body) }) });
}

async function toAnswer(response: Response): Promise<Answer> {
  const headers = Object.fromEntries(response.headers);
  return { status: response.status, headers, body: Buffer.from(await response.arrayBuffer()) };
}
