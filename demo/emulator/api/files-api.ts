import { badRequest, conflict, notFound, unprocessable } from "../api-error.ts";
import type { FilePhase } from "../faults/faults.ts";
import type { Limits } from "../limits.ts";
import { type FileRecord, toWireFile } from "../storage/file-record.ts";
import type { FileStore } from "../storage/file-store.ts";
import type { UrlSigner } from "../storage/signer.ts";
import { attachment } from "./content-disposition.ts";
import { parseCreateBody } from "./create-body.ts";
import { stampedName } from "./knowledge-name.ts";
import type { Operation } from "./operation.ts";
import type { SearchIndex } from "./search-index.ts";

export interface FilesApiParts {
  readonly store: FileStore;
  readonly signer: UrlSigner;
  readonly limits: () => Limits;
  readonly now: () => number;
  readonly search: SearchIndex;
  /** Origin of object storage, different from the API's. */
  readonly storageUrl: () => string;
}

/** Path of a session's object in storage. */
export function objectUrlPath(id: string): string {
  return `/uploads/${id}`;
}

/** Operations of the six calls, after authentication. */
export function createFilesApi({
  store,
  signer,
  limits,
  now,
  search,
  storageUrl,
}: FilesApiParts): Record<FilePhase, Operation> {
  const find = (id: string): FileRecord => {
    const record = store.get(id);
    if (!record) throw notFound("No resource found in 'files' with the given ID.");
    return record;
  };

  return {
    create({ body, key }) {
      const { filename: requestedName, mimeType, sizeBytes, rule } = parseCreateBody(body, limits(), key);
      const area = rule?.area;
      const filename = area === undefined ? requestedName : stampedName(requestedName, now());
      const uniqueName = area === undefined ? null : `${area}/${filename}`;
      const expiresAt = now() + limits().sessionSeconds * 1000;
      const record = store.create({ filename, requestedName, mimeType, sizeBytes, expiresAt, uniqueName });
      const headers = { "content-type": mimeType, ...(uniqueName !== null && { "if-none-match": "*" }) };
      const signed = signer.presign({ method: "PUT", path: objectUrlPath(record.id), expiresAt, headers });
      return { ...toWireFile(record), uploadUrl: storageUrl() + signed, uploadHeaders: headers };
    },

    /**
     * The reference does not specify failed checks. Here the session stays PENDING after a failed check, so its bytes
     * can be sent again, and completing a completed file with the same digest repeats the response.
     */
    complete({ id, body }) {
      const md5 = parseMd5(body.md5);
      const record = find(id);
      if (record.status === "COMPLETED" && (md5 === null || md5 === record.object?.md5)) return toWireFile(record);
      if (record.status !== "PENDING") throw conflict(`A file that is ${record.status} cannot be completed.`);
      const { object } = record;
      if (!object) throw conflict("No bytes have been uploaded for this file.", "upload_incomplete");
      if (object.sizeBytes !== record.sizeBytes) {
        const message = `The uploaded object has ${object.sizeBytes} bytes instead of ${record.sizeBytes}.`;
        throw unprocessable(message, { code: "size_mismatch", param: "sizeBytes" });
      }
      if (md5 !== null && md5 !== object.md5) {
        const message = "The MD5 of the uploaded object is not the given one.";
        throw unprocessable(message, { code: "md5_mismatch", param: "md5" });
      }
      return toWireFile(store.complete(record));
    },

    cancel({ id }) {
      const record = find(id);
      if (record.status !== "PENDING")
        throw conflict(`Only a PENDING file can be cancelled; this one is ${record.status}.`);
      return toWireFile(store.end(record, "CANCELLED"));
    },

    retrieve({ id }) {
      return toWireFile(find(id));
    },

    list({ query }) {
      return search.page(store.all(), query, toWireFile);
    },

    url({ id }) {
      const record = find(id);
      if (record.status !== "COMPLETED")
        throw conflict(`Only a COMPLETED file has a URL; this one is ${record.status}.`);
      const expiresAt = now() + limits().urlSeconds * 1000;
      const query = { "response-content-disposition": attachment(record.filename) };
      const signed = signer.presign({ method: "GET", path: objectUrlPath(id), expiresAt, query });
      return { url: storageUrl() + signed, expiresAt: new Date(expiresAt).toISOString() };
    },
  };
}

function parseMd5(md5: unknown): string | null {
  if (md5 === undefined) return null;
  if (typeof md5 === "string" && /^[0-9a-f]{32}$/i.test(md5)) return md5.toLowerCase();
  const code = typeof md5 === "string" ? "invalid_value" : "invalid_type";
  throw badRequest("'md5' must be a hex digest of 32 digits.", { code, param: "md5" });
}
