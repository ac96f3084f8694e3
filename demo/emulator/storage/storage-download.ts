import { createReadStream } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { pipeline } from "node:stream/promises";
import { type Answer, header } from "../node-http.ts";
import type { OpenEntry } from "../request-log.ts";
import { storageError } from "./storage-answers.ts";
import type { StorageParts } from "./storage-parts.ts";

export interface DownloadRequest {
  readonly req: IncomingMessage;
  readonly res: ServerResponse;
  readonly url: URL;
  readonly id: string;
  readonly entry: OpenEntry;
  readonly cors: Readonly<Record<string, string>>;
}

/** Media types that a browser would execute or render, which is unsafe for uploaded files. */
const MARKUP = /^(text\/html|text\/xml|application\/xml|image\/svg)|\+xml$|javascript|ecmascript/i;

/** Streams the object of a presigned GET and returns null, or returns the refusal. */
export async function sendObject(parts: StorageParts, download: DownloadRequest): Promise<Answer | null> {
  const { req, res, url, id, entry, cors } = download;
  const verdict = parts.signer.verify({ method: "GET", url, now: parts.now(), header: (name) => header(req, name) });
  if (verdict === "mismatch") return storageError("SignatureDoesNotMatch", cors);
  if (verdict === "expired") return storageError("RequestExpired", cors);
  const record = parts.store.get(id);
  const path = parts.store.objectPath(id);
  if (!record?.object || path === null) return storageError("NoSuchKey", cors);
  const bareType = record.mimeType.split(";", 1)[0]?.trim() ?? "";
  res.writeHead(200, {
    ...cors,
    "content-type": MARKUP.test(bareType) ? "application/octet-stream" : record.mimeType,
    "content-length": String(record.object.sizeBytes),
    "content-disposition": url.searchParams.get("response-content-disposition") ?? "attachment",
    "content-security-policy": "sandbox; default-src 'none'",
    "x-content-type-options": "nosniff",
    "cache-control": "private, no-store",
    etag: `"${record.object.md5}"`,
  });
  entry.status = 200;
  await pipeline(createReadStream(path), res);
  return null;
}
