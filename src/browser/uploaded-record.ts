import type { UploadedFile } from "../engine/ports.ts";

/** Version of the record format, raised when the meaning of a field changes. Other versions are unreadable. */
const FORMAT = 1;

/** A file as a record with the known fields only, so that nothing else is stored by accident. */
export function toUploadedRecord(file: UploadedFile): object {
  return { ...knownFields(file), format: FORMAT };
}

/** Parses a stored record, which an older or newer version may have written; null when it cannot be read. */
export function parseUploadedRecord(stored: unknown): UploadedFile | null {
  if (typeof stored !== "object" || stored === null) return null;
  const { format, sizeBytes, uploadedAt, purpose, ...rest } = stored as Readonly<Record<string, unknown>>;
  const texts = [rest.id, rest.name, rest.folder, rest.md5, rest.scope, rest.context];
  const readable =
    format === FORMAT &&
    Number.isFinite(sizeBytes) &&
    Number.isFinite(uploadedAt) &&
    (purpose === null || typeof purpose === "string") &&
    texts.every((text) => typeof text === "string");
  return readable ? knownFields(stored as UploadedFile) : null;
}

/** Key of a record: an upload of the same file to the same place replaces the one before. */
export function uploadedKey({ scope, purpose, context, folder, name, md5 }: UploadedFile): string {
  return JSON.stringify([scope, purpose, context, folder, name, md5]);
}

function knownFields(file: UploadedFile): UploadedFile {
  const { id, name, folder, sizeBytes, md5, uploadedAt, scope, purpose, context } = file;
  return { id, name, folder, sizeBytes, md5, uploadedAt, scope, purpose, context };
}
