import { field, isObject, stringField } from "../../json.ts";

/**
 * What ties bytes in the store to one file's session. It is never changed: a session that goes on from the bytes of
 * another gets a binding of its own, and the other's is removed.
 */
export interface Binding {
  /** The last part of the URL that the browser sees. */
  readonly id: string;
  readonly fileId: string;
  /** Who may send; "" when the host does not say. */
  readonly subject: string;
  readonly bytesId: string;
  readonly sizeBytes: number;
  /** Presigned, hence secret: it is in no answer and in no log. */
  readonly uploadUrl: string;
  readonly uploadHeaders: Readonly<Record<string, string>>;
  /** Epoch milliseconds. */
  readonly expiresAt: number | null;
}

export function writeBinding({ id: _id, ...rest }: Binding): string {
  return JSON.stringify(rest);
}

/** Null for an entry that is none, whoever put it there. */
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

/** The same file of the same user's, as far as that can be told before its digest is checked. */
export function isSuccessor(binding: Binding, previous: Binding): boolean {
  return binding.subject === previous.subject && binding.sizeBytes === previous.sizeBytes;
}

export function isSameTarget(a: Binding, b: Binding): boolean {
  return a.uploadUrl === b.uploadUrl && JSON.stringify(a.uploadHeaders) === JSON.stringify(b.uploadHeaders);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isTextMap(value: unknown): value is Readonly<Record<string, string>> {
  return isObject(value) && Object.values(value).every((text) => typeof text === "string");
}
