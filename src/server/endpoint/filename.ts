/**
 * Control characters (C0, DEL, C1), line and paragraph separators, and the bidirectional overrides and isolates with
 * which a name can be made to read as another ("gpj.exe" shown as "exe.jpg").
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: taking them out is the purpose.
const UNSEEN = /[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]/g;

/** A bare file name: no folder before it, nothing unseen in it. "" when nothing is left. */
export function cleanFilename(name: string): string {
  const bare = name.replace(UNSEEN, "").split(/[\\/]/).at(-1)?.trim() ?? "";
  return bare === "." || bare === ".." ? "" : bare;
}
