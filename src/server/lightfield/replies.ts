import type { CreateReply, FileReply, ListReply, UrlReply, WireStatus } from "../../host/protocol.ts";
import { isTextMap } from "../../wire/text-map.ts";
import { ApiError } from "../api-error.ts";
import { field, isObject, type JsonObject, stringField } from "../json.ts";

/** Parsers for Lightfield's replies. They keep known fields only, so nothing unexpected reaches the browser. */

const STATUSES: readonly string[] = ["PENDING", "COMPLETED", "CANCELLED", "EXPIRED"] satisfies WireStatus[];

export function parseFile(reply: unknown): FileReply {
  const file = object(reply);
  const sizeBytes = field(file, "sizeBytes");
  const status = text(file, "status");
  if (typeof sizeBytes !== "number") throw unreadable();
  return {
    id: text(file, "id"),
    filename: text(file, "filename"),
    mimeType: text(file, "mimeType"),
    sizeBytes,
    // A status that is not documented yet is neither completed nor over.
    status: isStatus(status) ? status : "PENDING",
    createdAt: text(file, "createdAt"),
    completedAt: stringField(file, "completedAt") ?? null,
    expiresAt: stringField(file, "expiresAt") ?? null,
  };
}

export function parseCreated(reply: unknown): CreateReply {
  const created = object(reply);
  const uploadHeaders = field(created, "uploadHeaders") ?? {};
  if (!isTextMap(uploadHeaders)) throw unreadable();
  return { ...parseFile(created), uploadUrl: text(created, "uploadUrl"), uploadHeaders: { ...uploadHeaders } };
}

export function parseList(reply: unknown): ListReply {
  const list = object(reply);
  const files = field(list, "data");
  if (!Array.isArray(files)) throw unreadable();
  const totalCount = field(list, "totalCount");
  // One file that cannot be understood must not hide the others.
  const data = files.flatMap((file) => {
    try {
      return [parseFile(file)];
    } catch {
      return [];
    }
  });
  return { object: "list", data, totalCount: typeof totalCount === "number" ? totalCount : data.length };
}

export function parseUrl(reply: unknown): UrlReply {
  const link = object(reply);
  return { url: text(link, "url"), expiresAt: text(link, "expiresAt") };
}

export interface KeyInfo {
  /** Scopes of the key; none means full access. */
  readonly scopes: readonly string[];
  /** Whether the key belongs to a "user" or a "workspace". */
  readonly subjectType: string | null;
}

export function parseKeyInfo(reply: unknown): KeyInfo {
  const info = object(reply);
  const scopes = field(info, "scopes");
  if (!Array.isArray(scopes)) throw unreadable();
  return {
    scopes: scopes.filter((scope) => typeof scope === "string"),
    subjectType: stringField(info, "subjectType") ?? null,
  };
}

/**
 * The error of a refused call. Tolerant: some errors are documented without the `error` wrapper, and proxies send HTML.
 */
export function parseRefusal(status: number, reply: unknown, headers: Readonly<Record<string, string>>): ApiError {
  const outer = isObject(reply) ? reply : {};
  const wrapped = field(outer, "error");
  const inner = isObject(wrapped) ? wrapped : outer;
  const message = stringField(inner, "message") ?? stringField(outer, "error");
  return new ApiError(status, message ?? `Lightfield responded with status ${status}.`, {
    type: stringField(inner, "type"),
    code: stringField(inner, "code"),
    param: stringField(inner, "param"),
    headers,
    upstream: true,
  });
}

function isStatus(value: string): value is WireStatus {
  return STATUSES.includes(value);
}

export function object(value: unknown): JsonObject {
  if (!isObject(value)) throw unreadable();
  return value;
}

export function text(from: JsonObject, name: string): string {
  const value = stringField(from, name);
  if (value === undefined) throw unreadable();
  return value;
}

function unreadable(): ApiError {
  return new ApiError(502, "Lightfield's response could not be understood.", { code: "lightfield_unreadable" });
}
