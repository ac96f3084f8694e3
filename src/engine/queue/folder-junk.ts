import type { FileEntry } from "../file-entry.ts";

/**
 * Names of files and folders that systems and programs create beside the files of users: hidden ones, among them the
 * `._x` of AppleDouble and `.DS_Store`, lock files of Office, thumbnails, and what macOS adds to archives.
 */
const JUNK =
  /^(?:\.|~\$)|^(?:(?:eh)?thumbs\.db|desktop\.ini|icon\r|__macosx|@eadir|\$recycle\.bin|system volume information)$/i;

/** Whether a system or a program created this file or folder, so that no user means to upload it. */
export function isFolderJunk(name: string): boolean {
  return JUNK.test(name);
}

/**
 * Whether a system or a program created this file of a folder, or a folder around it. The outermost folder may have any
 * name, because the user chose it.
 */
export function isJunkInFolder({ file, folder }: FileEntry): boolean {
  return Boolean(folder) && [...(folder ?? "").split("/").slice(1), file.name].some(isFolderJunk);
}
