import type { FileEntry } from "../file-entry.ts";

/** What is known of a file without reading it. */
export interface FileFacts {
  readonly name: string;
  readonly sizeBytes: number;
  /** Folder that it was in; "" for a single file. */
  readonly folder: string;
}

export function factsOf({ file, folder = "" }: FileEntry): FileFacts {
  return { name: file.name, sizeBytes: file.size, folder };
}

/** Whether two files may have the same content, as far as can be told without reading them. */
export function mayBeSameFile(one: FileFacts, other: FileFacts): boolean {
  return (
    one.sizeBytes === other.sizeBytes &&
    nameOfFirst(one.name) === nameOfFirst(other.name) &&
    // The same content in two folders is there on purpose: a licence, a template, an empty page.
    (one.folder === other.folder || !one.folder || !other.folder)
  );
}

/** The name without the number that browsers add to the second download of a file: "call.vtt" for "call (1).vtt". */
function nameOfFirst(name: string): string {
  return name.replace(/ ?\(\d+\)(?=\.[^.]+$|$)/, "");
}
