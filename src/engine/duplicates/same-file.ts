/** Facts about a file that are known without reading it. */
interface FileFacts {
  readonly file: Pick<File, "name" | "size">;
  /** Folder that it was in; missing or "" for a single file. */
  readonly folder?: string;
}

/** Whether two files may have the same content, as far as can be told without reading them. */
export function mayBeSameFile(one: FileFacts, other: FileFacts): boolean {
  return (
    one.file.size === other.file.size &&
    nameOfFirst(one.file.name) === nameOfFirst(other.file.name) &&
    // The same content in two folders is there on purpose: a licence, a template, an empty page.
    (one.folder === other.folder || !one.folder || !other.folder)
  );
}

/** The name without the number that browsers add to the second download of a file: "call.vtt" for "call (1).vtt". */
export function nameOfFirst(name: string): string {
  return name.replace(/ ?\(\d+\)(?=\.[^.]+$|$)/, "");
}
