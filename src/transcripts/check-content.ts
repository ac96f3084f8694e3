import type { DocumentKind, Hint } from "../engine/inspection.ts";
import { decode, type Encoding, encodingOf, GLANCE_BYTES, hasControls, startsWith } from "./encoding.ts";
import { type Ends, isWhole, type ReadableFile, readEnds } from "./file-ends.ts";
import { type Findings, found, hinted, NOTHING } from "./findings.ts";
import { kindByName } from "./kind-by-name.ts";
import { isCaptionsFile, type RecognizedText, recognize } from "./text-kind.ts";
import { linesOf } from "./timestamps.ts";

/** Result of checking a file's content: at most a hint, never a refusal, which only the server decides. */
export type ContentCheck = { readonly kind: "fine" } | { readonly kind: "hint"; readonly hint: Hint };

export const HEAD_BYTES = 8192;
export const TAIL_BYTES = 4096;

/** "%PDF-". Behind every other signature there are control characters. */
const PDF_SIGNATURE = [0x25, 0x50, 0x44, 0x46, 0x2d];

/**
 * Reads a few kilobytes of a file (up to 64 more of a damaged ZIP container) and finds a problem that its owner may want to
 * fix. Never rejects: the transfer reports a file that cannot be read.
 */
export async function checkContent(file: ReadableFile): Promise<ContentCheck> {
  try {
    const { hint } = await findingsIn(file, await readEnds(file, HEAD_BYTES, TAIL_BYTES));
    return hint ? { kind: "hint", hint } : { kind: "fine" };
  } catch {
    return { kind: "fine" };
  }
}

/**
 * Findings in the ends of a file. Where they are not certain there is no hint: a wrong one costs more than many are worth.
 * Rejects when part of the code cannot be loaded.
 */
export async function findingsIn(file: ReadableFile, ends: Ends): Promise<Findings> {
  const { head, tail } = ends;
  const encoding = encodingOf(head, tail);
  if (isWhole(ends) && isBlank(head, encoding)) return hinted({ code: "blank" });
  const named = kindByName(file);
  // Most transcripts need none of the code that knows signatures. When it cannot be loaded, nothing is known of the others.
  if (named === "pdf" || hasControls(head) || startsWith(head, PDF_SIGNATURE)) {
    // Not destructured, because Vite 5 and 6 break that in packages.
    const code = await import("./signature-findings.ts");
    const signed = await code.signatureFindings(named, file, ends);
    if (signed) return signed;
  }
  if (encoding.kind !== "binary") return textFindings(named, encoding, ends);
  // Older programs than Word 97 call their documents .doc as well, and rich text may contain pictures as they are.
  return named && named !== "doc" && named !== "rtf" ? hinted({ code: "not-text" }) : NOTHING;
}

/** Whether a text is white space and nothing else. Most are known not to be by their first characters. */
function isBlank(bytes: Ends["head"], encoding: Encoding): boolean {
  const blank = /^[\s\p{Cf}\0]*$/u;
  // The last character may be cut off.
  const start = decode(bytes.subarray(0, GLANCE_BYTES), encoding).slice(0, -1);
  return blank.test(start) && blank.test(decode(bytes, encoding));
}

function textFindings(named: DocumentKind | null, encoding: Encoding, ends: Ends): Findings {
  const text = decode(ends.head, encoding).replaceAll("\0", "");
  const recognized = recognize(text);
  const { kind, isSure } = recognized;
  // HTML is no sign-in page where the name promises it, or promises nothing.
  if (kind === "web-page") {
    const isMeant = named === null || named === "doc" || named === "xml";
    return { hint: isMeant ? null : { code: "web-page" }, found: "html" };
  }
  if (kind === "shortcut") return hinted({ code: "shortcut" });
  // In UTF-16 that is not marked, letters in the wrong order of bytes may be all that is left of another kind.
  const isUnclear = kind === "txt" && "marked" in encoding && !encoding.marked;
  if (named && named !== kind && !isUnclear && isContradiction(named, recognized, text)) {
    return { ...found(kind, named), isCaptions: isCaptionsFile(recognized, named) };
  }
  const known = { found: isSure ? kind : null, isCaptions: isCaptionsFile(recognized, named) };
  if (kind === "json" && named === "json" && !hasJsonEnd(encoding, ends))
    return { hint: { code: "cut-off" }, ...known };
  if (kind === "vtt" && isWhole(ends) && !/\d:\d|>/.test(text)) return { hint: { code: "no-cues" }, ...known };
  return { hint: encodingHint(encoding), ...known };
}

/** Whether text of this kind is certainly wrong for a file with this extension. */
function isContradiction(named: DocumentKind, { kind, isSure }: RecognizedText, text: string): boolean {
  if (!isSure) return false;
  // WebVTT that lost its header looks like SubRip with dots.
  if (named === "vtt" && kind === "srt") return /\d,\d{1,9}\s*-->/.test(text);
  if (kind !== "txt") {
    // Word saves these formats with its old extension.
    return named !== "doc" || (kind !== "rtf" && kind !== "xml");
  }
  // JSON with comments, lists of strings and numbers, and damaged JSON.
  if (named === "json") return /^\p{Lu}/u.test(text.trimStart()) && !/[{}]|":/.test(text);
  // Damaged text of the named kind: only much of something else is certain.
  if (text.length < 2000 && linesOf(text).filter((line) => line.trim() !== "").length < 6) return false;
  switch (named) {
    case "vtt":
    case "srt":
    case "sbv":
      // Damaged captions may have nothing left but a part of their header, with stray controls in it.
      return !/-->|\d:\d\d[.,]\d|^\W*w?\W?e?\W?b?\W?v?\W?t\W?t\b/i.test(text);
    case "xml":
      return !/<\/?\w/.test(text);
    case "rtf":
      return !text.includes("\\");
    case "pdf":
      return !/endobj|%%EOF/.test(text);
    case "doc":
      // A web page that Word saved with its pictures.
      return !/^(?:mime-version|from|content-\w+):/i.test(text);
    default:
      return true;
  }
}

function encodingHint(encoding: Encoding): Hint | null {
  switch (encoding.kind) {
    case "utf-8":
    case "binary":
      return null;
    case "utf-16le":
    case "utf-16be":
      return encoding.marked ? null : { code: "encoding", encoding: "utf-16" };
    case "utf-32le":
    case "utf-32be":
      return { code: "encoding", encoding: "utf-32" };
    case "legacy":
      return { code: "encoding", encoding: "legacy" };
  }
}

function hasJsonEnd(encoding: Encoding, { head, tail }: Ends): boolean {
  return /[}\]);][\s\0]*$/.test(decode(tail.length > 0 ? tail : head, encoding));
}
