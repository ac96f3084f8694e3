import type { Checkpoint, FileIdentity, Session, Transfer } from "../engine/ports.ts";

/** What is kept of a checkpoint. */
export type CheckpointRecord = Omit<Checkpoint, "reopenable">;

/** Goes up when the meaning of a field changes. Records of another format count as unreadable. */
const FORMAT = 1;

type Fields = Readonly<Record<string, unknown>>;

/** A checkpoint as it is stored: its own fields and nothing else, so that no content slips in beside them. */
export function toRecord(checkpoint: CheckpointRecord): object | null {
  const known = parseFields({ ...checkpoint });
  return known && { ...known, format: FORMAT };
}

/** What was stored, perhaps by an older or a newer version of this code; null when it cannot be read. */
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
  // Not only ours to write: bytes go nowhere but to an http address, whatever lies in the database.
  if (!isText(url) || !/^https?:\/\//i.test(url) || !isTextMap(headers)) return null;
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

function isTextMap(value: unknown): value is Readonly<Record<string, string>> {
  return typeof value === "object" && value !== null && Object.values(value).every(isText);
}
