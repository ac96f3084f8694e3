/** Characters that reorder the text after them: "report\u202Efdp.exe" would be shown as "reportexe.pdf". */
const REORDERING = /[\u202A-\u202E\u2066-\u2069]/g;

/** Name to show: characters that reorder text are made visible, so that no name can imitate another. */
export function shownName(name: string): string {
  return name.replace(REORDERING, "\uFFFD");
}

/** Name or server message inside a sentence, isolated so that its direction does not affect the words around it. */
export function quotedName(name: string): string {
  return `\u2068${shownName(name)}\u2069`;
}

/**
 * Name in two pieces, of which only the first is shortened to fit: the end, with the extension, always stays readable.
 * Never splits a character from its accents or a joined emoji.
 */
export function splitName(name: string): readonly [head: string, tail: string] {
  const match = /^(.{12,}?)((?<!\u200D)(?![\p{M}\u200D]).{1,8})$/su.exec(shownName(name));
  return [match?.[1] ?? shownName(name), match?.[2] ?? ""];
}
