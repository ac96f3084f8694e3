/**
 * Control characters (C0, DEL, C1), line and paragraph separators, and the bidirectional overrides and isolates that
 * can make a name look like another ("gpj.exe" displayed as "exe.jpg").
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the purpose is to remove them.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** The file name without folders and invisible characters; "" if nothing is left. */
export function cleanFilename(name: string): string {
  const bare = name.replace(INVISIBLE, "").split(/[\\/]/).at(-1)?.trim() ?? "";
  return bare === "." || bare === ".." ? "" : bare;
}
