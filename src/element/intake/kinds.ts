import type { StartWords } from "../words/view.ts";

/** Limits for files that can be added. */
export interface IntakeLimits {
  readonly accept: string;
  readonly maxFileBytes: number;
  /** Largest number of files; null for no limit. */
  readonly maxFiles: number | null;
}

/** Readable kinds of files: "VTT, TXT, PDF or image" for ".vtt, text/plain, application/pdf, image/*". */
export function kindsOf(accept: string, { messages, formats }: StartWords): string {
  const kinds: Readonly<Record<string, string>> = messages.kinds;
  const kind = (token: string): string => {
    if (token.startsWith(".")) return token.slice(1).toUpperCase();
    const [type = "", subtype = ""] = token.split("/");
    if (subtype === "*") return kinds[type] ?? type;
    if (subtype === "plain") return "TXT";
    // Short subtypes are familiar names: PDF, VTT, PNG.
    return subtype.length > 5 ? token : subtype.toUpperCase();
  };
  const tokens = accept.split(",").map((token) => token.trim());
  return formats.either(tokens.filter(Boolean).map(kind));
}

/** Facts about which files may be added, side by side; "" when any file may. */
export function hintOf({ accept, maxFileBytes, maxFiles }: IntakeLimits, words: StartWords): string {
  const { messages, formats } = words;
  const facts = [];
  if (accept) facts.push(kindsOf(accept, words));
  if (maxFileBytes) facts.push(messages.upTo(formats.size(maxFileBytes), maxFiles !== 1));
  if (maxFiles && maxFiles > 1) facts.push(messages.atMost(maxFiles, formats));
  const hint = facts.join(" · ");
  return hint.charAt(0).toLocaleUpperCase(formats.language) + hint.slice(1);
}
