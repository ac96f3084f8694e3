import type { Constraints } from "../../engine/constraints.ts";
import type { EarlyView } from "../words/view.ts";

/** "VTT, TXT, PDF or image" out of ".vtt, text/plain, application/pdf, image/*". */
export function kindsOf(accept: string, { messages, formats }: EarlyView): string {
  const kinds: Readonly<Record<string, string>> = messages.kinds;
  const kind = (token: string): string => {
    if (token.startsWith(".")) return token.slice(1).toUpperCase();
    const [type = "", subtype = ""] = token.split("/");
    if (subtype === "*") return kinds[type] ?? type;
    if (subtype === "plain") return "TXT";
    // Short ones are the names that people know: PDF, VTT, PNG.
    return subtype.length > 5 ? token : subtype.toUpperCase();
  };
  const tokens = accept.split(",").map((token) => token.trim());
  return formats.either(tokens.filter(Boolean).map(kind));
}

/** What may be added, in facts that stand side by side; "" when anything may. */
export function hintOf({ accept = "", maxFileBytes, maxFiles }: Constraints, view: EarlyView): string {
  const { messages, formats } = view;
  const facts = [];
  if (accept) facts.push(kindsOf(accept, view));
  if (maxFileBytes) facts.push(messages.upTo(formats.size(maxFileBytes), maxFiles !== 1));
  if (maxFiles && maxFiles > 1) facts.push(messages.atMost(maxFiles, formats));
  const hint = facts.join(" · ");
  return hint.charAt(0).toLocaleUpperCase(formats.language) + hint.slice(1);
}
