/**
 * Result of inspecting a file's first and last kilobytes before it is sent. It helps the user to notice a mistake and
 * rejects nothing: Lightfield decides which files it accepts.
 */
export interface Inspection {
  readonly hint: Hint | null;
  readonly preview: Preview | null;
  /** Kind of the content, where it is known for sure. Decides the media type of files whose name has no known extension. */
  readonly kind?: DocumentKind | "html";
}

/** Kind of a document, by its content. */
export type DocumentKind =
  | "vtt"
  | "srt"
  | "sbv"
  | "txt"
  | "json"
  | "xml"
  | "rtf"
  | "pdf"
  | "docx"
  | "doc"
  | "xlsx"
  | "pptx"
  | "odt";

/**
 * Something about a file that its owner may not know. The element's messages make a sentence from it.
 *
 * - `blank`: white space and nothing else
 * - `no-cues`: captions with a beginning and no words
 * - `renamed`: the name has the ending of one kind, the content is of another
 * - `cut-off`: the end is missing, as after a download that broke off
 * - `encoding`: text in another encoding than UTF-8, or in one that cannot be determined
 * - `recording`: sound or video; `picture`: an image
 * - `archive`: several files packed into one
 * - `web-page`: HTML, as when a sign-in page was saved in the file's place
 * - `shortcut`: only a link to the document
 * - `locked`: protected by a password
 * - `not-text`: named as text, and no text
 */
export type Hint =
  | { readonly code: "renamed"; readonly named: DocumentKind; readonly found: DocumentKind }
  | { readonly code: "encoding"; readonly encoding: "utf-16" | "utf-32" | "legacy" }
  | { readonly code: PlainHintCode };

export type PlainHintCode =
  | "blank"
  | "no-cues"
  | "cut-off"
  | "recording"
  | "picture"
  | "archive"
  | "web-page"
  | "shortcut"
  | "locked"
  | "not-text";

export type HintCode = Hint["code"];

/** Hints about files that may well be what is wanted. */
const MILD: ReadonlySet<HintCode> = new Set(["renamed", "encoding"]);

/** Whether the file can hardly be what is wanted. */
export function isSuspicious(inspection: Inspection | null): boolean {
  return Boolean(inspection?.hint && !MILD.has(inspection.hint.code));
}

/** Content of captions. */
export interface Preview {
  /** Distinct speaker names in order of appearance, at most 100. Untrusted, because they come from the file. */
  readonly speakers: readonly string[];
  readonly cues: number;
  /** End of the last cue in milliseconds. */
  readonly durationMs: number;
  /** False when only the beginning and the end were read: `cues` is then an estimate, and there may be more speakers. */
  readonly complete: boolean;
}
