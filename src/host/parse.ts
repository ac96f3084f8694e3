import { UploadError } from "../engine/errors.ts";
import type { FileStatus, RemoteFile, Session, Transfer } from "../engine/ports.ts";
import type { FilesPage, FileUrl, HostFile } from "../engine/session/host-files.ts";

/** What the host said, made ours or refused. The host is the developer's own code: a mistake gets a named field. */

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
  if (!Array.isArray(data)) throw nonsense("data");
  const total = count(totalCount, 0);
  if (total === null) throw nonsense("totalCount");
  return { files: data.map(parseHostFile), totalCount: total };
}

export function parseFileUrl(reply: unknown): FileUrl {
  const answer = object(reply, "the reply");
  return { url: httpUrl(answer, "url"), expiresAt: time(answer.expiresAt) };
}

function parseHostFile(entry: unknown): HostFile {
  return { ...parseRemoteFile(entry), token: tokenOf(object(entry, "data")) };
}

export function parseRemoteFile(reply: unknown): RemoteFile {
  const file = object(reply, "the reply");
  const { sizeBytes, status } = file;
  if (typeof sizeBytes !== "number") throw nonsense("sizeBytes");
  if (!isStatus(status)) throw nonsense("status");
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
  throw new UploadError("unsupported-transfer", `The host asks for an unknown kind of transfer: "${kind}".`);
}

function target(from: Json, urlName: string, headersName: string): Pick<Transfer, "url" | "headers"> {
  const url = httpUrl(from, urlName);
  const headers = object(from[headersName] ?? {}, headersName);
  if (!isTextMap(headers)) throw nonsense(headersName);
  return { url, headers };
}

/**
 * Where bytes go to or come from: absolute and http(s), since a page must not be talked into `javascript:`, `blob:` or an
 * address of its own. The URL stays as it was written, because its signature covers it letter by letter.
 */
function httpUrl(from: Json, name: string): string {
  const url = text(from, name);
  if (!/^https?:\/\//i.test(url) || !URL.canParse(url)) throw nonsense(name);
  return url;
}

function tokenOf({ token }: Json): string | null {
  return typeof token === "string" && token !== "" ? token : null;
}

function isTextMap(map: Json): map is Readonly<Record<string, string>> {
  return Object.values(map).every((value) => typeof value === "string");
}

function isStatus(value: unknown): value is FileStatus {
  return value === "PENDING" || value === "COMPLETED" || value === "CANCELLED" || value === "EXPIRED";
}

/** A whole number of bytes; null for anything else. */
function count(value: unknown, least: number): number | null {
  return typeof value === "number" && value >= least ? Math.trunc(value) : null;
}

/** ISO 8601 to epoch milliseconds; null for none, and for one that cannot be read: no time is worth an upload. */
function time(value: unknown): number | null {
  return (typeof value === "string" && Date.parse(value)) || null;
}

function text(from: Json, name: string): string {
  const value = from[name];
  if (typeof value !== "string" || value === "") throw nonsense(name);
  return value;
}

function object(value: unknown, name: string): Json {
  if (!isObject(value)) throw nonsense(name);
  return value;
}

/** An array passes: it has none of the fields that are asked for next. */
export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null;
}

function nonsense(name: string): UploadError {
  return new UploadError("protocol", `The host's answer makes no sense: ${name} is missing or wrong.`);
}
