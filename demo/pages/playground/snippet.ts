import { attributeValue, literal } from "./markup.ts";
import { isTokenValue } from "./token-value.ts";

/** Content of a snippet: only what differs from the element's defaults. */
export interface SnippetContent {
  readonly tag: string;
  readonly script: string;
  readonly theme: string | null;
  /** Attributes with their values; null for a boolean attribute. */
  readonly attributes: readonly (readonly [name: string, value: string | null])[];
  readonly tokens: readonly (readonly [name: string, value: string])[];
  /** Names of the parts to outline. */
  readonly parts: readonly string[];
  /** HTML for the slots, always from the playground, never from user input. */
  readonly slotted: readonly string[];
  readonly properties: readonly (readonly [name: string, value: unknown])[];
  readonly listeners: readonly { readonly name: string; readonly hasDetail: boolean }[];
  readonly inForm: boolean;
}

/** CSS declaration that outlines a part, on the stage and in the snippet. */
export const PART_OUTLINE = ["outline", "2px dashed #d6249f"] as const;

/** Complete snippet to paste into a page: styles, script, element, listeners. */
export function buildSnippet(content: SnippetContent): string {
  return [...head(content), "", ...body(content), ...script(content), ""].join("\n");
}

function head({ theme, tag, script: src, tokens, parts }: SnippetContent): string[] {
  const lines: string[] = [];
  if (theme !== null) lines.push(`<link rel="stylesheet" href="${attributeValue(theme)}">`);
  const declarations = tokens
    .filter(([, value]) => isTokenValue(value))
    .map(([name, value]) => `    ${name}: ${value.trim()};`);
  const rules = declarations.length > 0 ? [`  ${tag} {`, ...declarations, "  }"] : [];
  for (const part of parts) rules.push(`  ${tag}::part(${part}) {`, `    ${PART_OUTLINE.join(": ")};`, "  }");
  if (rules.length > 0) lines.push("<style>", ...rules, "</style>");
  lines.push(`<script type="module" src="${attributeValue(src)}"></script>`);
  return lines;
}

function body({ tag, attributes, slotted, inForm }: SnippetContent): string[] {
  const written = attributes.map(([name, value]) => (value === null ? name : `${name}="${attributeValue(value)}"`));
  const open = [tag, ...written].join(" ");
  const isLong = open.length > 96 || written.some((attribute) => attribute.includes("\n"));
  const start = isLong ? [`<${tag}`, ...written.map((line) => `  ${line}`), ">"] : [`<${open}>`];
  const end = `</${tag}>`;
  const element = slotted.length > 0 ? [...start, ...slotted.map((html) => `  ${html}`), end] : closed(start, end);
  if (!inForm) return element;
  return ['<form method="post">', ...element.map((line) => `  ${line}`), "  <button>Send</button>", "</form>"];
}

function closed(start: readonly string[], end: string): string[] {
  return [...start.slice(0, -1), `${start.at(-1)}${end}`];
}

function script({ tag, properties, listeners }: SnippetContent): string[] {
  if (properties.length === 0 && listeners.length === 0) return [];
  return [
    '<script type="module">',
    `  const uploader = document.querySelector("${tag}");`,
    ...properties.map(([name, value]) => `  uploader.${name} = ${literal(value, "  ")};`),
    ...listeners.flatMap(({ name, hasDetail }) => [
      `  uploader.addEventListener("${name}", (event) => {`,
      `    console.log(event.type, ${hasDetail ? "event.detail" : "event.target.value"});`,
      "  });",
    ]),
    "</script>",
  ];
}
