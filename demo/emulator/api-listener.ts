import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import { ApiError, badRequest, typeOfStatus } from "./api-error.ts";
import type { Fault, FaultList } from "./faults.ts";
import type { FileStore } from "./file-store.ts";
import { type Answer, header, send } from "./node-http.ts";
import { noteAnswer, type OpenEntry, type RequestLog } from "./request-log.ts";
import { matchRoute, type RouteMatch } from "./routes.ts";
import { GARBAGE, writeSlowly } from "./sabotage.ts";

export interface ApiListenerParts {
  readonly api: (request: Request) => Promise<Response>;
  readonly store: FileStore;
  readonly faults: FaultList;
  readonly log: RequestLog;
  readonly maxBodyBytes: () => number;
}

/** Brings Node's requests to the API, notes them in the log, and lets faults happen in between. */
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
      fileId: match?.id || null,
      origin: header(req, "origin"),
    });
    res.once("close", () => log.done(entry));

    const body = await readBody(req, entry, parts.maxBodyBytes());
    if (body === null)
      return send(res, note(entry, { ...(await toAnswer(tooLarge())), headers: { connection: "close" } }));
    const fault = match && faults.take(match.route.phase, fileNames(match, body, store));
    if (await replaced(fault, res, entry)) return;
    if (fault?.do === "expire") expire(store, match?.id);

    const answer = await toAnswer(await api(toRequest(req, url, body)));
    entry.fileId ??= idIn(answer);
    if (fault?.do === "expire") expire(store, entry.fileId ?? undefined);
    if (fault?.do === "disconnect-before-answer") req.socket.destroy();
    else if (fault?.do === "trickle") await writeSlowly(res, note(entry, answer), fault.bytesPerSecond);
    else send(res, note(entry, answer));
  };

  return (req, res) => {
    handle(req, res).catch((error: unknown) => {
      // The client went away while its body was read: nobody is left to be answered.
      if (!req.socket.destroyed) console.error(error);
      req.socket.destroy();
    });
  };
}

/** Faults that happen instead of the work. */
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

function faultResponse({ status = 503, retryAfterSeconds, message = "This is a fault on demand." }: Fault): Response {
  const headers = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return new ApiError(status, typeOfStatus(status), message, { headers }).toResponse();
}

function expire(store: FileStore, id: string | undefined): void {
  const record = id ? store.get(id) : null;
  if (record?.status === "PENDING") store.end(record, "EXPIRED");
}

function note(entry: OpenEntry, answer: Answer): Answer {
  noteAnswer(entry, answer);
  return answer;
}

/** Null when the body is larger than allowed; the rest of it is then not read. */
async function readBody(req: IncomingMessage, entry: OpenEntry, maxBytes: number): Promise<Buffer | null> {
  const chunks: Buffer[] = [];
  for await (const chunk of req.iterator({ destroyOnReturn: false })) {
    const bytes = chunk as Buffer;
    entry.bytesIn += bytes.length;
    if (entry.bytesIn > maxBytes) return null;
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
}

/** The reference is silent on a body that is too large. */
function tooLarge(): Response {
  return badRequest("The body is too large.", { code: "invalid_value" }).toResponse();
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

/** The names by which a fault may mean this request's file. */
function fileNames(match: RouteMatch, body: Buffer, store: FileStore): string[] {
  if (match.route.phase === "create") return stringField(body, "filename");
  const record = store.get(match.id);
  return record ? [record.filename, record.requestedName] : [];
}

function idIn({ status, body }: Answer): string | null {
  return status === 200 ? (stringField(body ?? "", "id")[0] ?? null) : null;
}

function stringField(json: string | Uint8Array, name: string): string[] {
  try {
    const parsed: unknown = JSON.parse(Buffer.from(json).toString("utf8"));
    const value: unknown = typeof parsed === "object" && parsed !== null ? Reflect.get(parsed, name) : undefined;
    return typeof value === "string" ? [value] : [];
  } catch {
    return [];
  }
}
