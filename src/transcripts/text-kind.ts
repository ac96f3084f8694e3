import { arrowTiming, commaTiming, isNumber } from "./timestamps.ts";

/** What a text is by how it begins. */
export type TextKind = "vtt" | "srt" | "sbv" | "txt" | "json" | "xml" | "rtf" | "web-page" | "shortcut";

const MARKUP_SEARCH_CHARS = 1024;
const HTML_STARTS = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title"];

/** Looks at the first lines only. In doubt it is plain text. */
export function textKindOf(text: string): TextKind {
  const start = text.slice(0, MARKUP_SEARCH_CHARS * 4).trimStart();
  if (isVtt(start)) return "vtt";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (start.startsWith("<")) return markupKindOf(start.slice(0, MARKUP_SEARCH_CHARS).toLowerCase());
  if (isJson(start)) return isDriveShortcut(start) ? "shortcut" : "json";
  if (start.startsWith("[InternetShortcut]")) return "shortcut";
  return captionKindOf(start) ?? "txt";
}

/** The ending for the name of a text that has none yet. */
export function endingFor(text: string): "vtt" | "srt" | "sbv" | "json" | "txt" {
  const kind = textKindOf(text);
  return kind === "vtt" || kind === "srt" || kind === "sbv" || kind === "json" ? kind : "txt";
}

/** The word, and then the line's end or a gap (WebVTT, "parser", steps 4 and 5). */
function isVtt(start: string): boolean {
  const text = start.charCodeAt(0) === 0xfeff ? start.slice(1) : start;
  return text.startsWith("WEBVTT") && (text.length === 6 || " \t\r\n".includes(text.charAt(6)));
}

function markupKindOf(start: string): TextKind {
  if (HTML_STARTS.some((begin) => start.startsWith(begin))) return "web-page";
  // An XHTML page has a declaration, or a comment, before its root.
  if (start.startsWith("<?xml") || start.startsWith("<!--")) {
    if (start.includes("<html") || start.includes("<!doctype html")) return "web-page";
    // A Mac's link: a property list with one address.
    if (start.includes("<plist") && start.includes("<key>url</key>")) return "shortcut";
    return start.startsWith("<?xml") ? "xml" : "txt";
  }
  return start.startsWith("<tt ") || start.startsWith("<tt>") ? "xml" : "txt";
}

/** The first two marks of an object, or of a list of objects. Brackets alone also begin a line of plain text. */
function isJson(start: string): boolean {
  if (start.startsWith("{")) return '"}'.includes(start.slice(1).trimStart().charAt(0) || " ");
  if (!start.startsWith("[")) return false;
  const rest = start.slice(1).trimStart();
  return rest.startsWith("{") && '"}'.includes(rest.slice(1).trimStart().charAt(0) || " ");
}

/** What Drive for desktop shows as a document is its address and the account to open it with. */
function isDriveShortcut(start: string): boolean {
  return start.length < 1024 && start.includes('"doc_id"') && start.includes('"email"');
}

function captionKindOf(start: string): "srt" | "sbv" | null {
  const [first = "", second = ""] = start.split(/\r\n|\n|\r/, 2);
  if (commaTiming(first)) return "sbv";
  if (isNumber(first) && arrowTiming(second)) return "srt";
  // Some leave the numbers out. With dots it could as well be WebVTT without its first line, which is neither.
  return arrowTiming(first) && first.slice(0, first.indexOf("-->")).includes(",") ? "srt" : null;
}
