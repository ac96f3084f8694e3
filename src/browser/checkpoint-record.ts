import type { Checkpoint, FileIdentity, Session, Transfer } from "../engine/ports.ts";
import { isHttpUrl } from "../wire/http-url.ts";
import { isTextMap } from "../wire/text-map.ts";

/** The stored part of a checkpoint. `reopenable` is computed when checkpoints are listed. */
export type CheckpointRecord = Omit<Checkpoint, "reopenable">;

/** Version of the record format, raised when the meaning of a field changes. Other versions are unreadable. */
const FORMAT = 1;

type Fields = Readonly<Record<string, unknown>>;

/** A checkpoint as a record with the known fields only, so that nothing else is stored by accident; null if invalid. */
export function toRecord(checkpoint: CheckpointRecord): object | null {
  const known = parseFields({ ...checkpoint });
  return known && { ...known, format: FORMAT };
}

/** Parses a stored record, which an older or newer version may have written; null when it cannot be read. */
export function parseRecord(stored: unknown): CheckpointRecord | null {
  const fields = fieldsOf(stored);
  return fields.format === FORMAT ? parseFields(fields) : null;
}

function parseFields(fields: Fields): CheckpointRecord | null {
  const { mimeType, scope, purpose, context, confirmed, savedAt } = fields;
  const session = parseSession(fieldsOf(fields.session));
  const file = parseIdentity(fieldsOf(fields.file));
  const readable =
    session &&
    file &&
    isText(mimeType) &&
    isText(scope) &&
    (purpose === null || isText(purpose)) &&
    isText(context) &&
    isCount(confirmed) &&
    confirmed <= file.sizeBytes &&
    isTime(savedAt);
  return readable ? { session, file, mimeType, scope, purpose, context, confirmed, savedAt } : null;
}

function parseSession({ id, filename, expiresAt, token, transfer }: Fields): Session | null {
  const parsed = parseTransfer(fieldsOf(transfer));
  const readable =
    isText(id) &&
    id !== "" &&
    isText(filename) &&
    (expiresAt === null || isTime(expiresAt)) &&
    (token === null || isText(token)) &&
    parsed;
  return readable ? { id, filename, expiresAt, token, transfer: parsed } : null;
}

function parseTransfer({ kind, url, headers, chunkBytes, offset, checksum }: Fields): Transfer | null {
  // Other scripts of the origin can write this database too, so the URL is validated again before bytes are sent there.
  if (!isText(url) || !isHttpUrl(url) || !isTextMap(headers)) return null;
  if (kind === "put") return { kind, url, headers: { ...headers } };
  const readable =
    kind === "tus" &&
    (chunkBytes === null || (isCount(chunkBytes) && chunkBytes > 0)) &&
    isCount(offset) &&
    (checksum === null || checksum === "md5");
  return readable ? { kind, url, headers: { ...headers }, chunkBytes, offset, checksum } : null;
}

function parseIdentity({ name, sizeBytes, lastModified, fingerprint }: Fields): FileIdentity | null {
  const readable = isText(name) && isCount(sizeBytes) && isTime(lastModified) && isText(fingerprint);
  return readable ? { name, sizeBytes, lastModified, fingerprint } : null;
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}

function isTime(value: unknown): value is number {
  return Number.isFinite(value);
}

/** A whole number of bytes. */
function isCount(value: unknown): value is number {
  return isTime(value) && Number.isInteger(value) && value >= 0;
}
