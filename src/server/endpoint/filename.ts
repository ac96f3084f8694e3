/**
 * Characters that are invisible, or that can make a name look like another ("gpj.exe" displayed as "exe.jpg"): control
 * characters (C0, DEL, C1), soft hyphen, zero-width space, direction marks (LRM, RLM, ALM), line and paragraph
 * separators, bidirectional overrides and isolates, word joiner, and the byte order mark. Zero-width joiners are kept,
 * because Persian words and emoji need them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: the purpose is to remove them.
const INVISIBLE = /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u200b\u200e\u200f\u2028-\u202e\u2060\u2066-\u2069\ufeff]/g;
/** Half of a surrogate pair, which is no character and cannot be encoded as UTF-8. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The file name without folders and invisible characters; "" if nothing is left. */
export function cleanFilename(name: string): string {
  const bare = name.replace(INVISIBLE, "").replace(LONE_SURROGATE, "").split(/[\\/]/).at(-1)?.trim() ?? "";
  return bare === "." || bare === ".." ? "" : bare;
}
