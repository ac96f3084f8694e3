import { ApiError } from "../api-error.ts";
import { isObject, type JsonObject } from "../json.ts";

/**
 * Reads the JSON object in a request's body; an empty body is `{}`. Stops reading at the limit, even if the headers
 * announce less. Other content types are refused even if the body is empty: a page of another origin may send a form
 * without a preflight.
 */
export async function readJsonObject(request: Request, maxBytes: number): Promise<JsonObject> {
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge(maxBytes);
  const bytes = await readBytes(request, maxBytes);
  if (bytes.byteLength === 0 && Number(request.headers.get("content-length") ?? 0) > 0) throw alreadyRead();
  const mediaType = (request.headers.get("content-type") ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (bytes.byteLength === 0 && mediaType === "") return {};
  if (mediaType !== "application/json") {
    throw new ApiError(415, "The body must be JSON, with the content type application/json.");
  }
  if (bytes.byteLength === 0) return {};
  const body = parseUtf8Json(bytes);
  if (!isObject(body)) throw new ApiError(400, "The body must be a JSON object.");
  return body;
}

async function readBytes(request: Request, maxBytes: number): Promise<Uint8Array> {
  if (request.bodyUsed) throw alreadyRead();
  const reader = request.body?.getReader();
  const chunks: Uint8Array[] = [];
  let length = 0;
  while (reader) {
    const { done, value } = await reader.read();
    if (done) break;
    length += value.byteLength;
    if (length > maxBytes) {
      // Not awaited: a client that keeps sending must not delay the response.
      reader.cancel().catch(() => {});
      throw tooLarge(maxBytes);
    }
    chunks.push(value);
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
    throw new ApiError(400, "The body is not valid JSON.", { cause });
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
  return new ApiError(413, `The body may have at most ${maxBytes} bytes.`);
}
