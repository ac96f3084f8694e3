import { el } from "./dom.ts";

/**
 * `<demo-page-source>`: the code of the page, taken from its own source between the comments `<!-- code -->` and
 * `<!-- /code -->`, so that the shown code is the code that runs.
 */
export class DemoPageSource extends HTMLElement {
  async connectedCallback(): Promise<void> {
    const answer = await fetch(location.href);
    const code = codeIn(await answer.text());
    const policy = answer.headers.get("content-security-policy");
    this.replaceChildren(el("h2", {}, "The code"), ...code.map((text) => el("pre", {}, el("code", {}, text))));
    if (!policy) return;
    this.append(el("h2", {}, "The page's policy"), el("pre", {}, el("code", {}, policy.replaceAll("; ", ";\n"))));
  }
}

function codeIn(html: string): string[] {
  return [...html.matchAll(/<!-- code -->\n([\s\S]*?)\n\s*<!-- \/code -->/g)].map((match) => dedent(match[1] ?? ""));
}

function dedent(text: string): string {
  const indents = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.length - line.trimStart().length);
  const common = Math.min(...indents);
  return text.replace(new RegExp(`^ {${common}}`, "gm"), "");
}
