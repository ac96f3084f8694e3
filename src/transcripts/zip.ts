import type { DocumentKind } from "../engine/inspection.ts";
import { decode } from "./encoding.ts";
import { type Ends, type ReadableFile, read } from "./file-ends.ts";
import { includesText, lastIndexOf } from "./signature.ts";

/** Kind of document in a ZIP container, or that it is an ordinary archive, a document of another kind, or cut off. */
export type Container = DocumentKind | "archive" | "other" | "cut-off";

const END_RECORD = [0x50, 0x4b, 0x05, 0x06];
const END_RECORD_BYTES = 22;
/** Maximum length of the comment after the end record (APPNOTE 4.4.12). Office programs write none. */
const MAX_COMMENT_BYTES = 0xffff;
/** Bytes to read of the directory. A text document's has 1 to 2 kB; only documents with very many pictures exceed the limit. */
const DIRECTORY_BYTES = 16_384;
const ENTRY_SIGNATURE = 0x02014b50;

/** The part that identifies a document. SharePoint numbers it, so the name is not always word/document.xml. */
const PARTS: readonly (readonly [DocumentKind, RegExp])[] = [
  ["docx", /^word[/\\]document/im],
  ["xlsx", /^xl[/\\]workbook/im],
  ["pptx", /^ppt[/\\]presentation/im],
];
/** Parts of other documents: Office, OpenDocument, EPUB, Apple's. */
const DOCUMENT_PART = /^(?:\[Content_Types\]\.xml|mimetype|META-INF\/.*|Index\.zip|(?:Index|Metadata)\/.*|.*\.iwa)$/im;

/** Detects the kind of document from the names in the ZIP directory at the end. Without the directory the file is cut off. */
export async function containerOf(file: ReadableFile, { head, tail }: Ends): Promise<Container> {
  const end = findEnd(tail.length > 0 ? tail : head, file.size) ?? (await findEndBeforeComment(file));
  if (!end) return "cut-off";
  const names = namesIn(await read(file, end.start, end.start + Math.min(end.length, DIRECTORY_BYTES)));
  const part = PARTS.find(([, name]) => name.test(names));
  if (part) return part[0];
  // OpenDocument stores its type in its first entry, uncompressed (part 2, 3.3). No other part identifies it.
  if (includesText(head.subarray(0, 200), "application/vnd.oasis.opendocument.text")) return "odt";
  // With data before the archive the directory is at another offset, and without names nothing is known.
  return names === "" || DOCUMENT_PART.test(names) || end.length > DIRECTORY_BYTES ? "other" : "archive";
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
  // With all bits set the real values are in a ZIP64 record; then no name is read.
  return start < fileSize ? { start, length } : { start: fileSize, length: 0 };
}

/** Names of the entries in a directory (APPNOTE 4.3.12), one a line. */
function namesIn(bytes: Uint8Array<ArrayBuffer>): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const names = [];
  for (let at = 0; at + 46 <= bytes.length && view.getUint32(at, true) === ENTRY_SIGNATURE; ) {
    const [name, extra, comment] = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const start = at + 46;
    at = start + (name ?? 0);
    names.push(decode(bytes.subarray(start, at), { kind: "legacy" }));
    at += (extra ?? 0) + (comment ?? 0);
  }
  return names.join("\n");
}
