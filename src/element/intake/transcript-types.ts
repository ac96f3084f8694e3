/**
 * File types that the picker offers first for transcripts when the page sets no `accept`. Nothing is refused because of this
 * list: the server decides which types a purpose accepts, and that may change.
 */
export const TRANSCRIPT_TYPES =
  ".vtt,.srt,.sbv,.txt,.md,.json,.docx,.pdf,.doc,.rtf,.odt,.csv,.tsv,.html,.htm,.xml,.ttml,.dfxp,.log,.text,.markdown";
