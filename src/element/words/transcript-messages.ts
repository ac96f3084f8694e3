import type { DocumentKind, Hint, PlainHintCode } from "../../engine/inspection.ts";
import type { Formats } from "../../ui/format.ts";

/** Words that sum up captions. */
export interface CaptionMessages {
  /** `complete` is false when only the beginning and the end of the file were read. */
  speakers(count: number, complete: boolean, formats: Formats): string;
  cues(count: number, complete: boolean, formats: Formats): string;
}

/** Sentences about the content of transcripts, and of the section for pasted text. */
export interface TranscriptMessages extends CaptionMessages {
  /** Problems with the content of a file that its owner may not know about. */
  hints: Readonly<Record<PlainHintCode, string>>;
  /** Hint that the content is of another kind than the file name suggests. */
  renamed(named: DocumentKind, found: DocumentKind): string;
  encoding(encoding: Extract<Hint, { code: "encoding" }>["encoding"]): string;
  /** Announcement that `count` files, 2 or more, have hints. */
  announceHints(count: number, formats: Formats): string;

  /** Heading of the section for pasted text. */
  pasted: string;
  pastedName: string;
  pastedContent: string;
  /** Message that there is no text to add. */
  pastedEmpty: string;
  pastedAdd: string;
  pastedDiscard: string;
  /** Question about a further paste beside text; the buttons `pastedBelow`, `pastedReplace` and `pastedKeep` follow. */
  pastedAgain: string;
  /** Button that puts the further text below the first. */
  pastedBelow: string;
  pastedReplace: string;
  /** Button that leaves the further text out. */
  pastedKeep: string;
  /** Message that text was discarded; the button `pastedBack` follows. */
  pastedGone: string;
  /** Button that brings discarded text back. */
  pastedBack: string;
  /** File name without its extension: `date` is today's, as 2026-11-24. */
  pastedFile(date: string): string;
}
