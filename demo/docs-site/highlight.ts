import { escapeHtml } from "./escape.ts";

/** Pieces of code that have a colour, in the order in which they are looked for. */
const COMMENT = /(?<comment>\/\*[\s\S]*?\*\/|(?<![:"'])\/\/[^\n]*|<!--[\s\S]*?-->)/;
const TEXT = /(?<text>"(?:\\.|[^"\\\n])*"|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`)/;
const KEYWORD =
  /(?<keyword>\b(?:as|async|await|class|const|def|default|else|export|for|from|func|function|if|import|interface|let|new|of|return|satisfies|type|var)\b)/;
const TAG = /(?<tag><\/?[a-zA-Z][\w.-]*|\/?>)/;
const HASH_COMMENT = /(?<comment>(?:^|(?<=\s))#[^\n]*)/;
const PROPERTY = /(?<tag>(?:^|(?<=[\s{;]))-{0,2}[a-z][\w-]*(?=\s*:))/;

const SCRIPT = [COMMENT, TEXT, KEYWORD];
const MARKUP = [COMMENT, TEXT, TAG, KEYWORD];

const PATTERNS: Readonly<Record<string, readonly RegExp[]>> = {
  ts: SCRIPT,
  js: SCRIPT,
  go: SCRIPT,
  json: [TEXT],
  tsx: MARKUP,
  jsx: MARKUP,
  html: MARKUP,
  vue: MARKUP,
  svelte: MARKUP,
  astro: MARKUP,
  css: [COMMENT, TEXT, PROPERTY],
  nginx: [HASH_COMMENT, TEXT],
  sh: [HASH_COMMENT, TEXT],
  yaml: [HASH_COMMENT, TEXT],
  python: [HASH_COMMENT, TEXT, KEYWORD],
};

/** Code as HTML, with comments, texts, keywords and tags in elements of their own. Enough for short examples. */
export function highlight(code: string, language: string): string {
  const patterns = PATTERNS[language];
  if (!patterns) return escapeHtml(code);
  // A name may be in one alternative only, so each pattern is tried for itself and the first match wins.
  let html = "";
  let at = 0;
  while (at < code.length) {
    const first = patterns
      .map((pattern) => firstMatch(pattern, code, at))
      .filter((match) => match !== null)
      .sort((one, other) => one.index - other.index)[0];
    if (!first) break;
    const [kind] = Object.entries(first.groups ?? {}).find(([, text]) => text !== undefined) ?? ["text"];
    html += `${escapeHtml(code.slice(at, first.index))}<span class="${kind}">${escapeHtml(first[0])}</span>`;
    at = first.index + first[0].length;
  }
  return html + escapeHtml(code.slice(at));
}

function firstMatch(pattern: RegExp, code: string, from: number): RegExpExecArray | null {
  const search = new RegExp(pattern.source, "gm");
  search.lastIndex = from;
  return search.exec(code);
}
