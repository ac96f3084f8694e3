import { ApiError } from "../api-error.ts";
import { isObject, type JsonObject } from "../json.ts";
import { TIMED_OUT, within } from "../within.ts";

export interface BodyLimits {
  readonly maxBytes: number;
  /** Maximum time until the whole body has arrived, in milliseconds. */
  readonly timeoutMs: number;
}

/** Maximum time to wait for the body of a refused request. */
const DISCARD_MS = 1000;

/**
 * Reads the rest of an unread body. If a connection were closed with bytes unread, TCP would reset it, and
 * the client might not get the response. Returns false if the body is too large or too slow for that.
 */
export async function discardBody(request: Request, maxBytes: number): Promise<boolean> {
  if (!request.body || request.bodyUsed) return true;
  try {
    await readBytes(request, { maxBytes, timeoutMs: DISCARD_MS });
    return true;
  } catch {
    return false;
  }
}

/**
 * Reads the JSON object in a request's body; an empty body is `{}`. Stops reading at the limit, even if the headers
 * announce less. Other content types are refused even if the body is empty: a page of another origin may send a form
 * without a preflight.
 */
export async function readJsonObject(request: Request, limits: BodyLimits): Promise<JsonObject> {
  const { maxBytes } = limits;
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readBytes(request, limits);
  if (bytes.byteLength === 0 && Number(request.headers.get("content-length") ?? 0) > 0) throw alreadyRead();
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (bytes.byteLength === 0 && mediaType === "") return {};
  if (mediaType !== "application/json") {
    throw new ApiError(415, "The body must be JSON, with the content type application/json.");
  }
  if (bytes.byteLength === 0) return {};
  const body = parseUtf8Json(bytes);
  if (!isObject(body)) throw new ApiError(400, "The body must be a JSON object.", { code: "invalid_json" });
  return body;
}

async function readBytes(request: Request, { maxBytes, timeoutMs }: BodyLimits): Promise<Uint8Array> {
  if (request.bodyUsed) throw alreadyRead();
  const reader = request.body?.getReader();
  const deadline = Date.now() + timeoutMs;
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const read = await within(deadline - Date.now(), reader.read()).catch((cause: unknown) => {
      throw new ApiError(400, "The body broke off.", { code: "body_incomplete", cause });
    });
    if (read === TIMED_OUT) {
      // Not awaited here and below: a client that keeps sending must not delay the response.
      reader.cancel().catch(() => {});
      throw tooSlow(timeoutMs);
    }
    if (read.done) break;
    length += read.value.byteLength;
    if (length > maxBytes) {
      reader.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    chunks.push(read.value);
  }
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return bytes;
}

function parseUtf8Json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (cause) {
    throw new ApiError(400, "The body is not valid JSON.", { code: "invalid_json", cause });
  }
}

/** Error for a body parser that is mounted before the endpoint and has consumed the body. */
function alreadyRead(): ApiError {
  return new ApiError(
    500,
    "The request's body was read before it reached the upload endpoint (by express.json(), for example). Mount the endpoint first.",
    { code: "body_already_read" },
  );
}

function tooLarge(maxBytes: number): ApiError {
  return new ApiError(413, `The body may have at most ${maxBytes} bytes.`, { code: "body_too_large" });
}

function tooSlow(timeoutMs: number): ApiError {
  return new ApiError(408, `The body did not arrive within ${timeoutMs} ms.`, {
    code: "body_timeout",
    headers: { connection: "close" },
  });
}
