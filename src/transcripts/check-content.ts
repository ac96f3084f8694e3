import type { DocumentKind, Hint } from "../engine/inspection.ts";
import { decode, type Encoding, encodingOf } from "./encoding.ts";
import { type Ends, isWhole, type ReadableFile, readEnds } from "./file-ends.ts";
import { kindByName } from "./kind-by-name.ts";
import { includesText, indexOf, type Signature, signatureOf } from "./signature.ts";
import { type TextKind, textKindOf } from "./text-kind.ts";
import { hasTiming } from "./timestamps.ts";
import { containerOf } from "./zip.ts";

/** Result of checking a file's content: at most a hint, never a refusal, which only the server decides. */
export type ContentCheck = { readonly kind: "fine" } | { readonly kind: "hint"; readonly hint: Hint };

const FINE: ContentCheck = { kind: "fine" };

export const HEAD_BYTES = 8192;
export const TAIL_BYTES = 4096;

/**
 * Reads a few kilobytes of a file (up to 64 more of a damaged ZIP container) and finds a problem that its owner may want to
 * fix. Never rejects: the transfer reports a file that cannot be read.
 */
export async function checkContent(file: ReadableFile): Promise<ContentCheck> {
  try {
    const hint = await hintFor(file, await readEnds(file, HEAD_BYTES, TAIL_BYTES));
    return hint ? { kind: "hint", hint } : FINE;
  } catch {
    return FINE;
  }
}

async function hintFor(file: ReadableFile, ends: Ends): Promise<Hint | null> {
  if (isWhole(ends) && isBlank(ends.head)) return { code: "blank" };
  const named = kindByName(file);
  const signature = signatureOf(ends.head);
  if (signature) return signatureHint(signature, named, file, ends);
  const encoding = encodingOf(ends.head);
  if (encoding.kind === "binary") return unknownBytesHint(named, ends);
  return textHint(named, encoding, ends);
}

async function signatureHint(
  signature: Signature,
  named: DocumentKind | null,
  file: ReadableFile,
  ends: Ends,
): Promise<Hint | null> {
  switch (signature) {
    case "recording":
    case "picture":
    case "archive":
      return { code: signature };
    case "pdf":
      return renamed(named, "pdf") ?? (hasPdfEnd(ends) ? null : { code: "cut-off" });
    case "compound":
      if (isLocked(ends)) return { code: "locked" };
      // Excel, PowerPoint and Outlook use the same container, so only a contradicting file name causes a hint.
      return named === "doc" ? null : renamed(named, "doc");
    case "zip": {
      const container = await containerOf(file, ends);
      return container === "archive" || container === "cut-off" ? { code: container } : renamed(named, container);
    }
  }
}

/** The hint for content that is neither text nor a known format; null when the name has no known extension either. */
function unknownBytesHint(named: DocumentKind | null, { head }: Ends): Hint | null {
  // A PDF may have other bytes before its first line (ISO 32000-1, annex H).
  if (named === "pdf" && includesText(head.subarray(0, 1024), "%PDF-")) return null;
  return named === null ? null : { code: "not-text" };
}

function textHint(named: DocumentKind | null, encoding: Encoding, ends: Ends): Hint | null {
  const text = decode(ends.head, encoding);
  const kind = textKindOf(text);
  if (kind === "web-page") return { code: "web-page" };
  if (kind === "shortcut") return { code: "shortcut" };
  if (named && !mayBe(named, kind, text)) return { code: "renamed", named, found: kind };
  if (kind === "json" && !hasJsonEnd(encoding, ends)) return { code: "cut-off" };
  if (isWhole(ends) && isCaptions(kind) && !hasTiming(text)) return { code: "no-cues" };
  return encodingHint(encoding);
}

/** Whether text of this kind is acceptable for a file with this extension. */
function mayBe(named: DocumentKind, kind: Exclude<TextKind, "web-page" | "shortcut">, text: string): boolean {
  if (named === kind) return true;
  switch (named) {
    case "doc":
      // Word saves these formats with its old extension.
      return kind === "rtf" || kind === "xml";
    case "json":
      // JSON that is not an object, for example a list of strings.
      return kind === "txt" && '["-0123456789tfn'.includes(text.trimStart().charAt(0) || " ");
    case "xml":
      // XML without a declaration.
      return kind === "txt" && text.trimStart().startsWith("<");
    case "srt":
    case "vtt":
    case "sbv":
    case "txt":
    case "rtf":
    case "pdf":
    case "docx":
    case "xlsx":
    case "pptx":
    case "odt":
      return false;
  }
}

function renamed(named: DocumentKind | null, found: DocumentKind): Hint | null {
  return named === null || named === found ? null : { code: "renamed", named, found };
}

function encodingHint(encoding: Encoding): Hint | null {
  switch (encoding.kind) {
    case "utf-8":
    case "binary":
      return null;
    case "utf-16le":
    case "utf-16be":
      return encoding.marked ? null : { code: "encoding", encoding: "utf-16" };
    case "legacy":
      return { code: "encoding", encoding: "legacy" };
  }
}

function isCaptions(kind: TextKind): boolean {
  return kind === "vtt" || kind === "srt" || kind === "sbv";
}

/** Whether the bytes are white space in any encoding, or zeros, as an unfinished download leaves them. */
function isBlank(bytes: Uint8Array<ArrayBuffer>): boolean {
  return decode(bytes, encodingOf(bytes)).replaceAll("\0", "").trim() === "";
}

/** Whether the PDF's end marker is present, which is within the last kilobyte (ISO 32000-1, annex H, note 18). */
function hasPdfEnd({ head, tail }: Ends): boolean {
  return includesText(tail.length > 0 ? tail : head, "%%EOF");
}

function hasJsonEnd(encoding: Encoding, { head, tail }: Ends): boolean {
  const text = decode(tail.length > 0 ? tail : head, encoding).trimEnd();
  return text.endsWith("}") || text.endsWith("]");
}

/** Name, in UTF-16, of the encrypted stream in a password-protected Office file (MS-OFFCRYPTO, 2.3.4.4). */
const ENCRYPTED_STREAM = [..."EncryptedPackage"].flatMap((letter) => [letter.charCodeAt(0), 0]);

function isLocked({ head, tail }: Ends): boolean {
  return indexOf(head, ENCRYPTED_STREAM) >= 0 || indexOf(tail, ENCRYPTED_STREAM) >= 0;
}
