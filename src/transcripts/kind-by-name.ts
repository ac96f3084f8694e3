import type { DocumentKind } from "../engine/inspection.ts";
import type { ReadableFile } from "./file-ends.ts";

/** Kinds that are also the extension of their files. */
const KINDS: readonly DocumentKind[] = [
  "vtt",
  "srt",
  "sbv",
  "txt",
  "json",
  "xml",
  "rtf",
  "pdf",
  "docx",
  "doc",
  "xlsx",
  "pptx",
  "odt",
];
/** Other extensions of TTML. */
const XML = /^(?:ttml|dfxp|itt)$/;

/** Kinds by media type, for file names without an extension, which some phones produce. */
const BY_TYPE: Readonly<Record<string, DocumentKind>> = {
  "text/vtt": "vtt",
  "application/x-subrip": "srt",
  "application/json": "json",
  "application/pdf": "pdf",
};

/** The kind that the file name's extension, or without one the media type, claims; null when that is unknown. */
export function kindByName({ name, type }: Pick<ReadableFile, "name" | "type">): DocumentKind | null {
  const dot = name.lastIndexOf(".");
  const extension = name.slice(dot + 1).toLowerCase();
  if (dot >= 0) return XML.test(extension) ? "xml" : (KINDS.find((kind) => kind === extension) ?? null);
  const essence = type.split(";", 1)[0]?.trim().toLowerCase() ?? "";
  return (Object.hasOwn(BY_TYPE, essence) && BY_TYPE[essence]) || null;
}
