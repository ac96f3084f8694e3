import { once } from "node:events";
import { rmSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { typeOfStatus } from "../api-error.ts";
import type { Fault } from "../faults/faults.ts";
import { BitFlip, GARBAGE, Trickle, Tripwire } from "../faults/sabotage.ts";
import { type Answer, header, readAway, send } from "../node-http.ts";
import { noteAnswer, type OpenEntry } from "../request-log.ts";
import type { FileRecord } from "./file-record.ts";
import { ObjectWriter } from "./object-writer.ts";
import { storageError, xmlError } from "./storage-answers.ts";
import type { StorageParts } from "./storage-parts.ts";

export interface PutRequest {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
  readonly record: FileRecord | null;
  readonly fault: Fault | null;
  readonly cors: Readonly<Record<string, string>>;
  readonly entry: OpenEntry;
}

const NEVER = new Promise<never>(() => {});

/** Receives the bytes of one presigned PUT. Null if no response must be sent. */
export async function receiveObject(parts: StorageParts, put: PutRequest): Promise<Answer | null> {
  const { req, record, fault, cors, entry } = put;
  // Kept in a variable: when a pipeline fails, the request loses its socket.
  const { socket } = req;
  if (fault?.do === "expire" && fault.afterBytes === undefined && record) parts.store.expire(record.id);
  const refusal = refusePut(parts, put);
  req.on("data", (chunk: Buffer) => {
    entry.bytesRead += chunk.length;
    entry.bytesIn = entry.bytesRead;
  });
  // A browser that is refused while it sends reports a broken connection, so the body is read first.
  if (refusal || !record) return afterBody(req, refusal ?? storageError("NoSuchKey", cors));
  if (fault?.do === "garbage") return afterBody(req, { ...GARBAGE, headers: { ...GARBAGE.headers, ...cors } });
  if (fault?.do === "status" && fault.afterBytes === undefined) return afterBody(req, faultAnswer(fault, cors));

  const incoming = parts.store.incomingPath();
  const writer = new ObjectWriter(incoming);
  try {
    await pipeline([req, ...sabotageOf(parts, put, record), writer]);
  } catch (error) {
    // Deleting a file that is still being opened would not remove it. (`once` would reject: the error comes first.)
    if (!writer.closed) await new Promise((resolve) => writer.once("close", resolve));
    rmSync(incoming, { force: true });
    if (socket.destroyed || put.res.headersSent) return null;
    throw error;
  }
  const object = writer.finished();
  const outcome = parts.store.adopt(record.id, incoming, object, isFirstOnly(req));
  if (outcome === "gone") return storageError("AccessDenied", cors);
  if (outcome === "exists") return storageError("PreconditionFailed", cors);
  if (fault?.do === "disconnect-before-answer") {
    socket.destroy();
    return null;
  }
  return { status: 200, headers: { ...cors, etag: `"${object.md5}"` } };
}

/**
 * Checks the request. The reference does not specify a PUT after the end of a session. Here the URL ends with it: a
 * browser may still be sending when the session is cancelled, and those bytes must not become an object without an
 * owner. Nor may verified bytes be replaced after completion.
 */
function refusePut({ store, signer, now, maxFileBytes }: StorageParts, put: PutRequest): Answer | null {
  const { req, url, cors } = put;
  const verdict = signer.verify({ method: "PUT", url, now: now(), header: (name) => header(req, name) });
  if (verdict === "mismatch") return storageError("SignatureDoesNotMatch", cors);
  if (verdict === "expired") return storageError("RequestExpired", cors);
  const record = put.record && store.get(put.record.id);
  if (!record) return storageError("NoSuchKey", cors);
  if (isFirstOnly(req) && store.isTaken(record)) return storageError("PreconditionFailed", cors);
  if (record.status === "EXPIRED") return storageError("RequestExpired", cors);
  if (record.status !== "PENDING") return storageError("AccessDenied", cors);
  const length = header(req, "content-length");
  if (length === null) return storageError("MissingContentLength", cors);
  if (Number(length) > maxFileBytes()) return storageError("EntityTooLarge", cors);
  return null;
}

/** Transforms that a fault adds between the socket and the disk. */
function sabotageOf(parts: StorageParts, put: PutRequest, record: FileRecord): Transform[] {
  const { req, fault, cors } = put;
  const afterBytes = fault?.afterBytes ?? 0;
  switch (fault?.do) {
    case "disconnect":
      return [new Tripwire(afterBytes, () => void req.socket.destroy())];
    case "stall":
      return [new Tripwire(afterBytes, () => NEVER)];
    case "expire":
      return [new Tripwire(afterBytes, () => parts.store.expire(record.id))];
    case "status":
      return [new Tripwire(afterBytes, () => answerEarly(put, faultAnswer(fault, cors)))];
    case "trickle":
      return [new Trickle(fault.bytesPerSecond)];
    case "corrupt":
      return [new BitFlip(Math.min(afterBytes, Number(header(req, "content-length")) - 1))];
    default:
      return [];
  }
}

/**
 * Responds while the body arrives and closes the connection. The error ends the reading, which Node would not do
 * itself.
 */
async function answerEarly({ res, entry }: PutRequest, answer: Answer): Promise<never> {
  const closed = once(res, "close");
  noteAnswer(entry, answer);
  send(res, { ...answer, headers: { ...answer.headers, connection: "close" } });
  await closed;
  throw new Error("The answer came before the end of the body.");
}

function faultAnswer(fault: Fault, cors: Readonly<Record<string, string>>): Answer {
  const { status = 503, retryAfterSeconds, message = "This is a fault on demand." } = fault;
  const wait = retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) };
  return xmlError(status, typeOfStatus(status), message, { ...cors, ...wait });
}

function isFirstOnly(req: IncomingMessage): boolean {
  return header(req, "if-none-match") === "*";
}

async function afterBody(req: IncomingMessage, answer: Answer): Promise<Answer> {
  await readAway(req);
  return answer;
}
