import { isTextMap } from "../../../wire/text-map.ts";
import { field, isObject, parseJson, stringField } from "../../json.ts";

/**
 * Connects stored bytes with the session of one file. It never changes: a session that takes over the bytes of another
 * gets a new binding, and the other one is deleted.
 */
export interface Binding {
  /** Last path segment of the upload's URL. */
  readonly id: string;
  readonly fileId: string;
  /** Subject of the user who may send; "" if `authorize` gave none. */
  readonly subject: string;
  readonly bytesId: string;
  readonly sizeBytes: number;
  /** Presigned URL. Secret: it must not be in a response or a log. */
  readonly uploadUrl: string;
  readonly uploadHeaders: Readonly<Record<string, string>>;
  /** End of the session in epoch milliseconds; null if unknown. */
  readonly expiresAt: number | null;
}

export function writeBinding({ id: _id, ...rest }: Binding): string {
  return JSON.stringify(rest);
}

/** Parses a binding; null if the entry is not valid. */
export function parseBinding(id: string, text: string | null | undefined): Binding | null {
  const json = parseJson(text ?? "");
  if (!isObject(json)) return null;
  const fileId = stringField(json, "fileId");
  const subject = stringField(json, "subject");
  const bytesId = stringField(json, "bytesId");
  const uploadUrl = stringField(json, "uploadUrl");
  const sizeBytes = field(json, "sizeBytes");
  const uploadHeaders = field(json, "uploadHeaders");
  const expiresAt = field(json, "expiresAt");
  if (fileId === undefined || subject === undefined || bytesId === undefined || uploadUrl === undefined) return null;
  if (typeof sizeBytes !== "number" || !isTextMap(uploadHeaders)) return null;
  return {
    id,
    fileId,
    subject,
    bytesId,
    sizeBytes,
    uploadUrl,
    uploadHeaders,
    expiresAt: typeof expiresAt === "number" ? expiresAt : null,
  };
}

/** Whether two bindings may be of the same file: same user and size. The MD5 is checked when the file is completed. */
export function isSuccessor(binding: Binding, previous: Binding): boolean {
  return binding.subject === previous.subject && binding.sizeBytes === previous.sizeBytes;
}

export function isSameTarget(a: Binding, b: Binding): boolean {
  return a.uploadUrl === b.uploadUrl && JSON.stringify(a.uploadHeaders) === JSON.stringify(b.uploadHeaders);
}
