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
