import { arrowTiming, commaTiming, isNumber } from "./timestamps.ts";

/** Kind of a text, recognized by its beginning. */
export type TextKind = "vtt" | "srt" | "sbv" | "txt" | "json" | "xml" | "rtf" | "web-page" | "shortcut";

const MARKUP_SEARCH_CHARS = 1024;
const HTML_STARTS = ["<!doctype html", "<html", "<head", "<body", "<script", "<meta", "<title"];

/** Detects the kind of a text from its first lines. Default: plain text. */
export function textKindOf(text: string): TextKind {
  const start = text.slice(0, MARKUP_SEARCH_CHARS * 4).trimStart();
  if (isVtt(start)) return "vtt";
  if (start.startsWith("{\\rtf")) return "rtf";
  if (start.startsWith("<")) return markupKindOf(start.slice(0, MARKUP_SEARCH_CHARS).toLowerCase());
  if (isJson(start)) return isDriveShortcut(start) ? "shortcut" : "json";
  if (start.startsWith("[InternetShortcut]")) return "shortcut";
  return captionKindOf(start) ?? "txt";
}

/** The file name extension for a text without a name. */
export function endingFor(text: string): "vtt" | "srt" | "sbv" | "json" | "txt" {
  const kind = textKindOf(text);
  return kind === "vtt" || kind === "srt" || kind === "sbv" || kind === "json" ? kind : "txt";
}

/** Whether the text begins with WEBVTT and then a line end, space or tab (WebVTT, "parser", steps 4 and 5). */
function isVtt(start: string): boolean {
  const text = start.charCodeAt(0) === 0xfeff ? start.slice(1) : start;
  return text.startsWith("WEBVTT") && (text.length === 6 || " \t\r\n".includes(text.charAt(6)));
}

function markupKindOf(start: string): TextKind {
  if (HTML_STARTS.some((begin) => start.startsWith(begin))) return "web-page";
  // An XHTML page may have a declaration or a comment before its root element.
  if (start.startsWith("<?xml") || start.startsWith("<!--")) {
    if (start.includes("<html") || start.includes("<!doctype html")) return "web-page";
    // A macOS web shortcut: a property list with one URL.
    if (start.includes("<plist") && start.includes("<key>url</key>")) return "shortcut";
    return start.startsWith("<?xml") ? "xml" : "txt";
  }
  return start.startsWith("<tt ") || start.startsWith("<tt>") ? "xml" : "txt";
}

/** Whether the text begins like an object or a list of objects. A bracket alone can also begin plain text. */
function isJson(start: string): boolean {
  if (start.startsWith("{")) return '"}'.includes(start.slice(1).trimStart().charAt(0) || " ");
  if (!start.startsWith("[")) return false;
  const rest = start.slice(1).trimStart();
  return rest.startsWith("{") && '"}'.includes(rest.slice(1).trimStart().charAt(0) || " ");
}

/** Whether the JSON is a Google Drive shortcut: Drive for desktop stores documents as their id and account. */
function isDriveShortcut(start: string): boolean {
  return start.length < 1024 && start.includes('"doc_id"') && start.includes('"email"');
}

function captionKindOf(start: string): "srt" | "sbv" | null {
  const [first = "", second = ""] = start.split(/\r\n|\n|\r/, 2);
  if (commaTiming(first)) return "sbv";
  if (isNumber(first) && arrowTiming(second)) return "srt";
  // SubRip without cue numbers. With dots instead of commas it may be WebVTT without its first line, so it is neither.
  return arrowTiming(first) && first.slice(0, first.indexOf("-->")).includes(",") ? "srt" : null;
}
