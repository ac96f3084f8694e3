import type { DocumentKind } from "../engine/inspection.ts";
import { decode } from "./encoding.ts";
import { type Ends, type ReadableFile, read } from "./ends.ts";
import { holds, lastIndexOf } from "./signature.ts";

/** What a ZIP container turns out to be. */
export type Container = DocumentKind | "archive" | "cut-off";

const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
const END_RECORD_BYTES = 22;
/** The end record may be followed by a comment of 64 KiB (APPNOTE 4.4.12); no office program writes one. */
const MOST_COMMENT_BYTES = 0xffff;
/** The directory of a text document takes one or two; of one with very many pictures this is the beginning. */
const DIRECTORY_BYTES = 16_384;

/** A document is known by the parts inside. Their names stand in the directory at the end, without which it is lost. */
export async function containerOf(file: ReadableFile, { head, tail }: Ends): Promise<Container> {
  const bytes = tail.length > 0 ? tail : head;
  const end = findEnd(bytes, file.size) ?? (await findFartherEnd(file));
  if (!end) return "cut-off";
  const { start, length } = end;
  const directory = await read(file, start, start + Math.min(length, DIRECTORY_BYTES));
  // Where something was put in front of the archive, the directory lies elsewhere, and only the entries' own heads tell.
  return kindOf(directory) ?? kindOf(head) ?? "archive";
}

interface Directory {
  readonly start: number;
  readonly length: number;
}

async function findFartherEnd(file: ReadableFile): Promise<Directory | null> {
  const start = Math.max(0, file.size - END_RECORD_BYTES - MOST_COMMENT_BYTES);
  return findEnd(await read(file, start, file.size), file.size);
}

function findEnd(bytes: Uint8Array<ArrayBuffer>, fileSize: number): Directory | null {
  const at = lastIndexOf(bytes, END_RECORD);
  if (at < 0 || at + END_RECORD_BYTES > bytes.length) return null;
  const record = new DataView(bytes.buffer, bytes.byteOffset + at, END_RECORD_BYTES);
  const length = record.getUint32(12, true);
  const start = record.getUint32(16, true);
  // All bits set: the real figures stand in a ZIP64 record. Then the beginning has to do.
  return start < fileSize ? { start, length } : { start: fileSize, length: 0 };
}

function kindOf(bytes: Uint8Array<ArrayBuffer>): DocumentKind | null {
  // SharePoint numbers the part, so it is not always called word/document.xml.
  if (holds(bytes, "word/document")) return "docx";
  if (holds(bytes, "xl/workbook")) return "xlsx";
  if (holds(bytes, "ppt/presentation")) return "pptx";
  // OpenDocument names its type in its first entry, uncompressed (part 2, 3.3), and leaves nothing as telling elsewhere.
  return decode(bytes.subarray(0, 200), { kind: "legacy" }).includes("application/vnd.oasis.opendocument.text")
    ? "odt"
    : null;
}
