import type { UploadedFile } from "../engine/ports.ts";

/** Version of the record format, raised when the meaning of a field changes. Other versions are unreadable. */
const FORMAT = 2;

type Fields = Readonly<Record<string, unknown>>;

/** Files as one record with the known fields only, so that nothing else is stored by accident. */
export function toUploadedRecord(files: readonly UploadedFile[]): object {
  return { format: FORMAT, files: files.map(knownFields) };
}

/** Parses a stored record, which an older or newer version may have written; null for each file that cannot be read. */
export function parseUploadedRecord(stored: unknown): readonly (UploadedFile | null)[] {
  const { format, files } = fieldsOf(stored);
  return format === FORMAT && Array.isArray(files) ? files.map(parseFile) : [null];
}

/** Text that is equal for uploads of the same file to the same place, of which the latest counts. */
export function uploadedKey({ scope, purpose, context, folder, name, md5 }: UploadedFile): string {
  return JSON.stringify([scope, purpose, context, folder, name, md5]);
}

function parseFile(stored: unknown): UploadedFile | null {
  const { id, name, folder, sizeBytes, md5, uploadedAt, scope, purpose, context } = fieldsOf(stored);
  const readable =
    Number.isFinite(sizeBytes) &&
    Number.isFinite(uploadedAt) &&
    (purpose === null || typeof purpose === "string") &&
    [id, name, folder, md5, scope, context].every((text) => typeof text === "string");
  return readable ? knownFields(stored as UploadedFile) : null;
}

function knownFields(file: UploadedFile): UploadedFile {
  const { id, name, folder, sizeBytes, md5, uploadedAt, scope, purpose, context } = file;
  return { id, name, folder, sizeBytes, md5, uploadedAt, scope, purpose, context };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === "object" && value !== null ? (value as Fields) : {};
}
