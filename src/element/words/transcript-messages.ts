import type { DocumentKind, Hint, PlainHintCode } from "../../engine/inspection.ts";
import type { Formats } from "../../ui/format.ts";

/** What only transcripts need. */
export interface TranscriptMessages {
  /** What the owner of a file may not know about it. */
  hints: Readonly<Record<PlainHintCode, string>>;
  /** The content is of another kind than the name says. */
  renamed(named: DocumentKind, found: DocumentKind): string;
  encoding(encoding: Extract<Hint, { code: "encoding" }>["encoding"]): string;
  /** There is a hint for each of so many files, two at least. */
  announceHints(count: number, formats: Formats): string;
  /** `complete` is false when only the beginning and the end were read. */
  speakers(count: number, complete: boolean, formats: Formats): string;
  cues(count: number, complete: boolean, formats: Formats): string;

  /** Around the pasted text, until it is a file. */
  pasted: string;
  pastedName: string;
  pastedContent: string;
  pastedAdd: string;
  pastedDiscard: string;
  /** A file's name: `date` is today's, as 2026-11-24; the ending follows. */
  pastedFile(date: string): string;
}

export type TranscriptOverrides = Partial<Omit<TranscriptMessages, "hints">> & {
  readonly hints?: Partial<TranscriptMessages["hints"]>;
};
