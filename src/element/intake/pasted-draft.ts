/** Content of the fields for pasted text. */
export interface Draft {
  text: string;
  name: string;
  /** Extension that the element put into the name; it changes with the text. */
  ending: string;
  /** Whether the user tried to add the text while it was empty. */
  isRefused: boolean;
}

export const hasEnding = ({ name, ending }: Draft): boolean => name.endsWith(`.${ending}`);

/** Name of the draft with the extension for its text, unless the user chose another extension. */
export function withEnding(draft: Draft, ending: string): string {
  const name = draft.name.trim() || today();
  if (hasEnding(draft)) return `${name.slice(0, -draft.ending.length)}${ending}`;
  return /\.[a-z][a-z\d]{0,4}$/i.test(name) ? name : `${name}.${ending}`;
}

/** Local date as 2026-11-24: it sorts, and is read the same everywhere. */
export function today(): string {
  const now = new Date();
  const two = (value: number) => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
