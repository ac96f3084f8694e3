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

/** Files on the clipboard; empty for text. Call it within the paste event. */
export function filesFromPaste(transfer: DataTransfer): FileEntry[] {
  return [...transfer.files].map((file) => ({ file }));
}
