import { el } from "../panels/dom.ts";

/** Tags, what stands in quotes, and the names of custom properties. */
const PIECES = /(?<tag><!?\/?[\w-]+|(?<!=)\/?>)|(?<string>"(?:[^"\\]|\\.)*")|(?<token>--[\w-]+)/g;

/** A snippet with a little colour. The text is the same to the letter. */
export function colored(snippet: string): (Node | string)[] {
  const pieces: (Node | string)[] = [];
  let end = 0;
  for (const match of snippet.matchAll(PIECES)) {
    const [kind] = Object.entries(match.groups ?? {}).find(([, text]) => text !== undefined) ?? [];
    pieces.push(snippet.slice(end, match.index), el("span", { class: `code-${kind}` }, match[0]));
    end = match.index + match[0].length;
  }
  return [...pieces, snippet.slice(end)];
}
