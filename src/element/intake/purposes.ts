/**
 * What the picker offers first for a purpose, when the page sets no `accept`. Only a hint: which types a purpose takes is
 * the server's to know and may change, so nothing is refused because of this list.
 */
const PICKER_HINTS: Readonly<Record<string, string>> = {
  meeting_transcript: ".vtt,.srt,.sbv,.txt,.md,.json,.docx,.pdf",
};

export function pickerAccept(accept: string, purpose: string): string {
  if (accept) return accept;
  return (Object.hasOwn(PICKER_HINTS, purpose) && PICKER_HINTS[purpose]) || "";
}
