import type { FileEntry } from "../engine/uploader-api.ts";
import { isFolderJunk } from "./folder-junk.ts";

/** What was chosen with a file input, also with one that takes folders. */
export function entriesFromInput(input: HTMLInputElement): FileEntry[] {
  return [...(input.files ?? [])].flatMap((file) => {
    const path = file.webkitRelativePath ?? "";
    const folder = path.slice(0, Math.max(0, path.lastIndexOf("/")));
    return folder && isFolderJunk(file.name) ? [] : [{ file, folder }];
  });
}

/** Less is a word or an address that landed here by mistake. */
const LEAST_TRANSCRIPT_CHARS = 40;

/** Text on the clipboard that may be a transcript; null for little, and when it is meant for a field. */
export function textFromPaste(event: ClipboardEvent): string | null {
  const [target] = event.composedPath();
  if (target instanceof Element && target.matches("input, textarea, [contenteditable], [contenteditable] *"))
    return null;
  const text = event.clipboardData?.getData("text/plain") ?? "";
  return text.trim().length < LEAST_TRANSCRIPT_CHARS ? null : text;
}

/** Files on the clipboard; empty for text. Call it within the paste event. */
export function filesFromPaste(transfer: DataTransfer): FileEntry[] {
  return [...transfer.files].map((file) => ({ file }));
}
