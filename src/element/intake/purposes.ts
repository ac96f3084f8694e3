import { acceptJudge } from "./accept-judge.ts";

/**
 * File types that the picker offers first for a purpose when the page sets no `accept`. Nothing is refused because of this
 * list: the server decides which types a purpose accepts, and that may change.
 */
const PICKER_HINTS: Readonly<Record<string, string>> = {
  meeting_transcript:
    ".vtt,.srt,.sbv,.txt,.md,.json,.docx,.pdf,.doc,.rtf,.odt,.csv,.tsv,.html,.htm,.xml,.ttml,.dfxp,.log,.text,.markdown",
};

/** The `accept` attribute of the file input. */
export function pickerAccept(accept: string, purpose: string): string {
  if (accept) return acceptJudge(accept).picker;
  return (Object.hasOwn(PICKER_HINTS, purpose) && PICKER_HINTS[purpose]) || "";
}
