import { UploadError } from "../engine/errors.ts";
import type { FileStatus, RemoteFile, Session, Transfer } from "../engine/ports.ts";
import type { FilesPage, FileUrl, HostFile } from "../engine/session/host-files.ts";
import { isHttpUrl } from "../wire/http-url.ts";
import { isTextMap } from "../wire/text-map.ts";

/**
 * Parsers for the endpoint's replies. The endpoint is the developer's own code, so every error names the wrong field.
 */

type Json = Readonly<Record<string, unknown>>;

export function parseSession(reply: unknown): Session {
  const session = object(reply, "the reply");
  const { transfer } = session;
  return {
    id: text(session, "id"),
    filename: text(session, "filename"),
    expiresAt: time(session.expiresAt),
    token: tokenOf(session),
    transfer: transfer
      ? parseTransfer(object(transfer, "transfer"))
      : { kind: "put", ...target(session, "uploadUrl", "uploadHeaders") },
  };
}

export function parseFilesPage(reply: unknown): FilesPage {
  const { data, totalCount } = object(reply, "the reply");
  if (!Array.isArray(data)) throw invalid("data");
  const total = count(totalCount, 0);
  if (total === null) throw invalid("totalCount");
  return { files: data.map(parseHostFile), totalCount: total };
}

export function parseFileUrl(reply: unknown): FileUrl {
  const fields = object(reply, "the reply");
  return { url: httpUrl(fields, "url"), expiresAt: time(fields.expiresAt) };
}

function parseHostFile(entry: unknown): HostFile {
  return { ...parseRemoteFile(entry), token: tokenOf(object(entry, "data")) };
}

export function parseRemoteFile(reply: unknown): RemoteFile {
  const file = object(reply, "the reply");
  const { sizeBytes, status } = file;
  if (typeof sizeBytes !== "number") throw invalid("sizeBytes");
  if (!isStatus(status)) throw invalid("status");
  return {
    id: text(file, "id"),
    filename: text(file, "filename"),
    mimeType: text(file, "mimeType"),
    sizeBytes,
    status,
    createdAt: time(file.createdAt),
    completedAt: time(file.completedAt),
    expiresAt: time(file.expiresAt),
  };
}

function parseTransfer(transfer: Json): Transfer {
  const { kind, chunkBytes, offset, checksum } = transfer;
  if (kind === "put") return { kind, ...target(transfer, "url", "headers") };
  if (kind === "tus") {
    return {
      kind,
      ...target(transfer, "url", "headers"),
      chunkBytes: count(chunkBytes, 1),
      offset: count(offset, 0) ?? 0,
      checksum: checksum === "md5" ? checksum : null,
    };
  }
  throw new UploadError("unsupported-transfer", `The endpoint requests an unknown kind of transfer: "${kind}".`);
}

function target(from: Json, urlName: string, headersName: string): Pick<Transfer, "url" | "headers"> {
  const url = httpUrl(from, urlName);
  const headers = object(from[headersName] ?? {}, headersName);
  if (!isTextMap(headers)) throw invalid(headersName);
  return { url, headers };
}

/** An absolute http(s) URL, returned exactly as written because a signature may cover every character of it. */
function httpUrl(from: Json, name: string): string {
  const url = text(from, name);
  if (!isHttpUrl(url)) throw invalid(name);
  return url;
}

function tokenOf({ token }: Json): string | null {
  return typeof token === "string" && token !== "" ? token : null;
}

function isStatus(value: unknown): value is FileStatus {
  return value === "PENDING" || value === "COMPLETED" || value === "CANCELLED" || value === "EXPIRED";
}

/** A number of at least `min`, rounded down; null for anything else. */
function count(value: unknown, min: number): number | null {
  return typeof value === "number" && value >= min ? Math.trunc(value) : null;
}

/** ISO 8601 as epoch milliseconds; null when missing or unreadable, which must not fail an upload. */
function time(value: unknown): number | null {
  return (typeof value === "string" && Date.parse(value)) || null;
}

function text(from: Json, name: string): string {
  const value = from[name];
  if (typeof value !== "string" || value === "") throw invalid(name);
  return value;
}

function object(value: unknown, name: string): Json {
  if (!isObject(value)) throw invalid(name);
  return value;
}

/** Whether a value is an object. Arrays pass, but have none of the fields that are read next. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function invalid(name: string): UploadError {
  return new UploadError("protocol", `The endpoint's reply is invalid: ${name} is missing or wrong.`);
}
