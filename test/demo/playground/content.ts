import { readFileSync } from "node:fs";
import { playgroundApi } from "../../../demo/pages/playground/api.ts";
import type { ElementApi } from "../../../demo/pages/playground/manifest.ts";
import type { SnippetContent } from "../../../demo/pages/playground/snippet.ts";

export const MANIFEST: unknown = JSON.parse(
  readFileSync(new URL("../../../custom-elements.json", import.meta.url), "utf8"),
);

/** What the playground knows of the element as it is now. */
export const API: ElementApi = playgroundApi(MANIFEST);

/** The content of a snippet with nothing set but what is given. */
export function content(given: Partial<SnippetContent> = {}): SnippetContent {
  return {
    tag: "lightfield-uploader",
    script: "/uploader.js",
    theme: null,
    attributes: [],
    tokens: [],
    parts: [],
    slotted: [],
    properties: [],
    listeners: [],
    inForm: false,
    ...given,
  };
}

/** Values that somebody may type, or send around in an address, and that would like to be more than values. */
export const HOSTILE = [
  'a"b',
  "a'b",
  "a&b &amp; &quot &#34; &lt;",
  '"><script>globalThis.pwned = true</script>',
  "'><img src=x onerror='globalThis.pwned = true'>",
  "<!-- <script> --> ]]> </lightfield-uploader>",
  "</script></style></title>",
  " spaces \t and\nlines\r\nof text\r",
  "`+(globalThis.pwned = true)+`",
  "\u2028\u2029\u00a0\u202e",
  "😀 𝒳 é",
  "javascript:globalThis.pwned = true",
  "=",
  "/",
] as const;
