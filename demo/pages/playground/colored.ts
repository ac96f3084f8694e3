import { el } from "../panels/dom.ts";

/** Pieces that get a colour: tags, quoted text, and names of custom properties. */
const PIECES = /(?<tag><!?\/?[\w-]+|(?<!=)\/?>)|(?<string>"(?:[^"\\]|\\.)*")|(?<token>--[\w-]+)/g;

/** Snippet with syntax colours. Its text is unchanged. */
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
