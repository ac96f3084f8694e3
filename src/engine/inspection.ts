/**
 * What a look at a file's first and last kilobytes shows before it is sent. It helps people to notice a mistake and
 * refuses nothing: what Lightfield takes is Lightfield's to say.
 */
export interface Inspection {
  readonly hint: Hint | null;
  readonly preview: Preview | null;
}

/** What kind of document a file is, by its content. */
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
 * Something about a file that its owner may not know. Sentences are made from it by the element's messages.
 *
 * - `blank`: white space and nothing else
 * - `no-cues`: captions with a beginning and no words
 * - `renamed`: the name's ending says one kind, the content is another
 * - `cut-off`: the end is missing, as after a download that broke off
 * - `encoding`: text in another alphabet than the Unicode that everybody expects, or in one that does not say which it is
 * - `recording`: sound or video; `picture`: an image
 * - `archive`: several files packed into one
 * - `web-page`: HTML, as when a sign-in page was saved in the file's place
 * - `shortcut`: only a link to the document
 * - `locked`: protected by a password
 * - `not-text`: named as text, and no text
 */
export type Hint =
  | { readonly code: "renamed"; readonly named: DocumentKind; readonly found: DocumentKind }
  | { readonly code: "encoding"; readonly encoding: "utf-16" | "legacy" }
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

/** What captions hold. */
export interface Preview {
  /** Distinct names in order of appearance, from the file and so untrusted; a hundred at most. */
  readonly speakers: readonly string[];
  readonly cues: number;
  /** Until the last cue ends, in milliseconds. */
  readonly durationMs: number;
  /** False when only the beginning and the end were read: then cues are an estimate and there may be more speakers. */
  readonly complete: boolean;
}
