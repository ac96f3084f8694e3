import type { FileEntry } from "../engine/uploader-api.ts";
import { isFolderJunk } from "./folder-junk.ts";

/** The files chosen with a file input, with their folder if the input accepts folders. */
export function entriesFromInput(input: HTMLInputElement): FileEntry[] {
  return [...(input.files ?? [])].flatMap((file) => {
    const path = file.webkitRelativePath ?? "";
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    return folder && isFolderJunk(file.name) ? [] : [{ file, folder }];
  });
}

/** Minimum length of a pasted transcript. Shorter text is probably a stray word or URL. */
const MIN_TRANSCRIPT_CHARS = 40;

/** Pasted text that may be a transcript; null when it is too short or was pasted into a text field. */
export function textFromPaste(event: ClipboardEvent): string | null {
  const [target] = event.composedPath();
  if (target instanceof Element && target.matches("input, textarea, [contenteditable], [contenteditable] *"))
    return null;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  return text.trim().length < MIN_TRANSCRIPT_CHARS ? null : text;
}

/** Files on the clipboard; empty for text. Must be called during the paste event. */
export function filesFromPaste(transfer: DataTransfer): FileEntry[] {
  return [...transfer.files].map((file) => ({ file }));
}
