import type { FileEntry } from "../engine/uploader-api.ts";

/** Minimum length of a pasted transcript. Shorter text is probably a stray word or URL. */
const MIN_TRANSCRIPT_CHARS = 40;

/**
 * What a paste event brings: files, or text that may be a transcript. null when the paste belongs to a text field, or brings
 * neither. Must be called during the event.
 * @param takesText whether text is accepted, not only files
 */
export function contentFromPaste(event: ClipboardEvent, takesText: boolean): readonly FileEntry[] | string | null {
  const files = [...(event.clipboardData?.files ?? [])];
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const isText = text.trim() !== "";
  if (isText && isTextField(event.composedPath()[0])) return null;
  if (files.length > 0 && !(takesText && isText && arePicturesOf(text, files))) return files.map((file) => ({ file }));
  return takesText && text.trim().length >= MIN_TRANSCRIPT_CHARS ? text : null;
}

function isTextField(target: EventTarget | undefined): boolean {
  // The element may be one of another window, whose `Element` is another class.
  return Boolean((target as Partial<Element>)?.matches?.("input, textarea, [contenteditable], [contenteditable] *"));
}

/**
 * Whether the files are pictures of the text, as Office puts them on the clipboard. File managers also put text beside
 * files: their names or paths.
 */
function arePicturesOf(text: string, files: readonly File[]): boolean {
  const lines = text.split(/\r?\n/).map((line) => line.trim());
  return files.every(({ type, name }) => type.startsWith("image/") && !lines.some((line) => line.endsWith(name)));
}
