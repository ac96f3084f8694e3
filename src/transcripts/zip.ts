import type { DocumentKind } from "../engine/inspection.ts";
import { decode } from "./encoding.ts";
import { type Ends, type ReadableFile, read } from "./file-ends.ts";
import { includesText, lastIndexOf } from "./signature.ts";

/** Kind of document in a ZIP container, or that it is an ordinary archive or cut off. */
export type Container = DocumentKind | "archive" | "cut-off";

const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
const END_RECORD_BYTES = 22;
/** Maximum length of the comment after the end record (APPNOTE 4.4.12). Office programs write none. */
const MAX_COMMENT_BYTES = 0xffff;
/** Bytes to read of the directory. A text document's has 1 to 2 kB; only documents with very many pictures exceed the limit. */
const DIRECTORY_BYTES = 16_384;

/** Detects the kind of document from the names in the ZIP directory at the end. Without the directory the file is cut off. */
export async function containerOf(file: ReadableFile, { head, tail }: Ends): Promise<Container> {
  const bytes = tail.length > 0 ? tail : head;
  const end = findEnd(bytes, file.size) ?? (await findEndBeforeComment(file));
  if (!end) return "cut-off";
  const { start, length } = end;
  const directory = await read(file, start, start + Math.min(length, DIRECTORY_BYTES));
  // With data before the archive the directory is at another offset. Then only the local file headers can be searched.
  return kindOf(directory) ?? kindOf(head) ?? "archive";
}

interface Directory {
  readonly start: number;
  readonly length: number;
}

async function findEndBeforeComment(file: ReadableFile): Promise<Directory | null> {
  const start = Math.max(0, file.size - END_RECORD_BYTES - MAX_COMMENT_BYTES);
  return findEnd(await read(file, start, file.size), file.size);
}

function findEnd(bytes: Uint8Array<ArrayBuffer>, fileSize: number): Directory | null {
  const at = lastIndexOf(bytes, END_RECORD);
  if (at < 0 || at + END_RECORD_BYTES > bytes.length) return null;
  const record = new DataView(bytes.buffer, bytes.byteOffset + at, END_RECORD_BYTES);
  const length = record.getUint32(12, true);
  const start = record.getUint32(16, true);
  // With all bits set the real values are in a ZIP64 record; then only the beginning of the file is searched.
  return start < fileSize ? { start, length } : { start: fileSize, length: 0 };
}

function kindOf(bytes: Uint8Array<ArrayBuffer>): DocumentKind | null {
  // SharePoint numbers this part, so the name is not always word/document.xml.
  if (includesText(bytes, "word/document")) return "docx";
  if (includesText(bytes, "xl/workbook")) return "xlsx";
  if (includesText(bytes, "ppt/presentation")) return "pptx";
  // OpenDocument stores its type in its first entry, uncompressed (part 2, 3.3). No other part identifies it.
  return decode(bytes.subarray(0, 200), { kind: "legacy" }).includes("application/vnd.oasis.opendocument.text")
    ? "odt"
    : null;
}
