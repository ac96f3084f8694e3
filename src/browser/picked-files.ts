import type { FileEntry } from "../engine/uploader-api.ts";

/** The files chosen with a file input, with their folder if the input accepts folders. */
export function filesFromInput(input: HTMLInputElement): FileEntry[] {
  return [...(input.files ?? [])].map((file) => {
    const path = file.webkitRelativePath ?? "";
    return { file, folder: path.slice(0, Math.max(0, path.lastIndexOf("/"))) };
  });
}
