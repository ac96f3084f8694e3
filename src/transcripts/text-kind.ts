import { cueNumberOf, linesOf, timingOf, withoutMarks } from "./timestamps.ts";

/** Kind of a text, recognized by its beginning. */
export type TextKind = "vtt" | "srt" | "sbv" | "txt" | "json" | "xml" | "rtf" | "web-page" | "shortcut";

/** A kind, and whether the text cannot be anything else. */
export interface RecognizedText {
  readonly kind: TextKind;
  readonly isSure: boolean;
}

const SEARCHED_CHARS = 4096;
/** A document type, or a root that markup follows: a text about HTML begins with a tag, too. */
const HTML = /^<(?:!doctype html|(?:html|head|body|meta|script)\b[^<>]*>\s*<|title>.*<\/)/;
/** What an XML or HTML document may have before its root element. */
const PROLOG = /^(?:\s|<\?[^>]{0,999}>|<!--[\s\S]{0,2000}?-->|<!doctype (?!html)[^>]{0,999}>)+/;
/** The beginning of an object or of a list of objects: a brace, then a name in quotes and a colon, or the closing brace. */
const JSON_START = /^(?:\[\s{0,99})?\{\s{0,99}(?:\}|"(?:[^"\\]|\\.){0,999}"\s{0,99}:)/;

/** Kind of a text by its first lines; plain text when it is no other kind for sure. */
export function textKindOf(text: string): TextKind {
  const { kind, isSure } = recognize(text);
  return isSure ? kind : "txt";
}

export function isCaptions(kind: string | null): kind is "vtt" | "srt" | "sbv" {
  return kind === "vtt" || kind === "srt" || kind === "sbv";
}

/** Whether a text is captions. One that is not named so may also quote some. */
export function isCaptionsFile({ kind, isSure }: RecognizedText, named: string | null): boolean {
  return isCaptions(kind) && (isSure || isCaptions(named));
}

/** The file name extension for a text without a name. */
export function endingFor(text: string): "vtt" | "srt" | "sbv" | "json" | "txt" {
  const kind = textKindOf(text);
  return isCaptions(kind) || kind === "json" ? kind : "txt";
}

/** The most probable kind of a text. Looks for the times of captions in all of its first lines. */
export function recognize(text: string): RecognizedText {
  const start = withoutMarks(text.slice(0, SEARCHED_CHARS));
  const sure = (kind: TextKind): RecognizedText => ({ kind, isSure: true });
  if (start.startsWith("{\\rtf")) return sure("rtf");
  const markup = start.startsWith("<") && markupKindOf(start.toLowerCase());
  if (markup) return sure(markup);
  if (JSON_START.test(start)) return sure(isDriveShortcut(start) ? "shortcut" : "json");
  if (start.startsWith("[InternetShortcut]")) return sure("shortcut");
  return captionKindOf(start);
}

/** null for text that only begins with a tag, as the text of a cue may. */
function markupKindOf(start: string): TextKind | null {
  const root = start.replace(PROLOG, "");
  if (HTML.test(root)) return "web-page";
  // A macOS web shortcut: a property list with one URL.
  if (root.startsWith("<plist") && start.includes("<key>url</key>")) return "shortcut";
  return start.startsWith("<?xml") || /^<(?:tt:)?tt\s/.test(root) ? "xml" : null;
}

/** Whether the JSON is a Google Drive shortcut: Drive for desktop stores documents as their id and account. */
function isDriveShortcut(start: string): boolean {
  return start.length < 1024 && start.includes('"doc_id"') && start.includes('"email"');
}

function captionKindOf(start: string): RecognizedText {
  const lines = linesOf(start).filter((line) => line.trim() !== "");
  const at = lines.findIndex((line) => timingOf(line));
  const timing = timingOf(lines[at] ?? "");
  // The header may have a text behind it (WebVTT, "file structure"). A sentence about WebVTT has no times.
  const isHeader = /^webvtt(?:[ \t]|$)/i.test(lines[0] ?? "");
  if (isHeader && (timing || !/^webvtt[ \t]+\w/i.test(start))) return { kind: "vtt", isSure: true };
  if (!timing) return { kind: "txt", isSure: true };
  if (timing.between === "comma") return { kind: "sbv", isSure: at === 0 && timing.point !== "" };
  const isNumbered = at > 0 && cueNumberOf(lines[at - 1] ?? "") !== null;
  // With dots and without numbers it may be WebVTT without its header.
  const isSubRip = isNumbered || timing.point === ",";
  return { kind: "srt", isSure: at === (isNumbered ? 1 : 0) && isSubRip && timing.point !== "" };
}
