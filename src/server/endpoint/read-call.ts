import {
  type CompleteBody,
  type CreateBody,
  MAX_FILE_BYTES,
  MAX_FILENAME_CHARS,
  MAX_IDEMPOTENCY_KEY_CHARS,
} from "../../host/protocol.ts";
import { ApiError } from "../api-error.ts";
import { field, type JsonObject, stringField } from "../json.ts";
import { cleanFilename } from "./filename.ts";
import { plainJson } from "./plain-json.ts";
import { type BodyLimits, readJsonObject } from "./read-body.ts";
import { isFileId, type Route } from "./route.ts";

/** Maximum size of the context. It is part of the file token, and most servers allow about 8 KB of headers. */
const MAX_CONTEXT_BYTES = 4096;
const MAX_CONTEXT_LEVELS = 16;

/** Most files on one page of a list, the same as Lightfield's own limit. */
export const MAX_LIST_PAGE = 25;

/** A parsed call of the browser: known fields only, each checked for its type and the API's limits. */
export type HostCall =
  | { readonly action: "create"; readonly body: CreateBody; readonly idempotencyKey: string | undefined }
  | { readonly action: "complete"; readonly fileId: string; readonly body: CompleteBody }
  | { readonly action: "cancel" | "retrieve" | "url"; readonly fileId: string }
  | { readonly action: "list"; readonly limit: number | undefined; readonly offset: number | undefined };

export async function readCall(request: Request, route: Route, limits: BodyLimits): Promise<HostCall> {
  switch (route.action) {
    case "create": {
      const body = parseCreateBody(await readJsonObject(request, limits));
      return { action: "create", body, idempotencyKey: readIdempotencyKey(request) };
    }
    case "complete": {
      const body = parseCompleteBody(await readJsonObject(request, limits));
      return { action: "complete", fileId: route.fileId, body };
    }
    case "cancel":
      // The content is not used, but a body must still be small and JSON.
      await readJsonObject(request, limits);
      return { action: "cancel", fileId: route.fileId };
    case "list": {
      const query = new URL(request.url).searchParams;
      return { action: "list", limit: count(query, "limit", 1, MAX_LIST_PAGE), offset: count(query, "offset", 0, 1e9) };
    }
    case "retrieve":
    case "url":
      return { action: route.action, fileId: route.fileId };
  }
}

export function parseCreateBody(json: JsonObject): CreateBody {
  const filename = cleanFilename(stringField(json, "filename") ?? "");
  if (filename.length < 1 || filename.length > MAX_FILENAME_CHARS) {
    throw invalid("filename", `must be a name of 1 to ${MAX_FILENAME_CHARS} characters`);
  }
  const mimeType = (stringField(json, "mimeType") ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
  if (mimeType.length > 255 || !/^[a-z0-9!#$&^_.+-]+\/[a-z0-9!#$&^_.+-]+$/.test(mimeType)) {
    throw invalid("mimeType", 'must be a media type such as "text/vtt"');
  }
  const sizeBytes = field(json, "sizeBytes");
  if (typeof sizeBytes !== "number" || !Number.isInteger(sizeBytes) || sizeBytes < 1 || sizeBytes > MAX_FILE_BYTES) {
    throw invalid("sizeBytes", `must be a whole number from 1 to ${MAX_FILE_BYTES}`);
  }
  const purpose = field(json, "purpose") ?? undefined;
  // Not checked against the purposes known today, since Lightfield may add some.
  if (purpose !== undefined && (typeof purpose !== "string" || !/^\w{1,64}$/.test(purpose))) {
    throw invalid("purpose", 'must be a purpose such as "meeting_transcript"');
  }
  const replaces = field(json, "replaces") ?? undefined;
  if (replaces !== undefined && !isFileId(replaces)) throw invalid("replaces", "must be the id of a file");
  const context = parseContext(field(json, "context"));
  return {
    filename,
    mimeType,
    sizeBytes,
    ...(purpose === undefined ? {} : { purpose }),
    ...(context === undefined ? {} : { context }),
    ...(replaces === undefined ? {} : { replaces }),
  };
}

function parseContext(value: unknown): unknown {
  let context: unknown;
  try {
    context = plainJson(value, MAX_CONTEXT_LEVELS);
  } catch {
    throw invalid("context", `may be nested ${MAX_CONTEXT_LEVELS} levels deep at most`);
  }
  const bytes = new TextEncoder().encode(JSON.stringify(context) ?? "").byteLength;
  if (bytes > MAX_CONTEXT_BYTES) throw invalid("context", `may have at most ${MAX_CONTEXT_BYTES} bytes as JSON`);
  return context;
}

export function parseCompleteBody(json: JsonObject): CompleteBody {
  const md5 = field(json, "md5") ?? undefined;
  if (md5 === undefined) return {};
  if (typeof md5 !== "string" || !/^[0-9a-f]{32}$/i.test(md5)) throw invalid("md5", "must be 32 hexadecimal digits");
  return { md5: md5.toLowerCase() };
}

function readIdempotencyKey(request: Request): string | undefined {
  const key = request.headers.get("idempotency-key");
  if (key === null || key === "") return undefined;
  if (key.length > MAX_IDEMPOTENCY_KEY_CHARS) {
    throw new ApiError(400, `Idempotency-Key may have at most ${MAX_IDEMPOTENCY_KEY_CHARS} characters.`, {
      code: "idempotency_key_too_long",
    });
  }
  if (!/^[\x20-\x7e]+$/.test(key)) {
    throw new ApiError(400, "Idempotency-Key may hold only printable ASCII characters.", {
      code: "invalid_idempotency_key",
    });
  }
  return key;
}

function count(query: URLSearchParams, name: string, min: number, max: number): number | undefined {
  const text = query.get(name);
  if (text === null) return undefined;
  const value = /^\d{1,10}$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= min && value <= max)) throw invalid(name, `must be a whole number from ${min} to ${max}`);
  return value;
}

function invalid(param: string, rule: string): ApiError {
  return new ApiError(400, `${param} ${rule}.`, { code: "invalid_value", param });
}
