import { posix } from "node:path";
import MarkdownIt from "markdown-it";
import { escapeHtml } from "./escape.ts";
import { highlight } from "./highlight.ts";

export interface RenderedPage {
  readonly title: string;
  readonly html: string;
  /** Headings of the second level, for the page's own list of contents. */
  readonly headings: readonly { readonly id: string; readonly text: string }[];
}

/** Id of a heading, as GitHub makes it, so that links work there too. */
export function slug(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s+/g, "-");
}

const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false });

/**
 * Renders a page. A fenced block "html live" is shown as code and as the running element. Links to other pages (`*.md`)
 * lead to their HTML; links that leave the pages lead to the repository.
 *
 * @param path of the page without its ending, for example "frameworks/react"
 * @param pages all pages, to tell links between them from links into the repository
 */
export function renderPage(source: string, path: string, pages: ReadonlySet<string>, repository: string): RenderedPage {
  const tokens = markdown.parse(source, {});
  const headings: { id: string; text: string }[] = [];
  let title = path;
  tokens.forEach((token, index) => {
    if (token.type === "heading_open") {
      const text = plainText(tokens[index + 1]?.children ?? []);
      const id = slug(text);
      token.attrSet("id", id);
      if (token.tag === "h1") title = text;
      if (token.tag === "h2") headings.push({ id, text });
    }
    for (const child of token.children ?? []) {
      const href = child.type === "link_open" ? String(child.attrGet("href") ?? "") : "";
      if (href) child.attrSet("href", linkFrom(path, href, pages, repository));
      if (child.type === "image") child.attrSet("src", imageFrom(path, String(child.attrGet("src") ?? "")));
    }
  });
  return { title, html: markdown.renderer.render(tokens, markdown.options, {}), headings };
}

// A wide table scrolls by itself, also by keyboard.
markdown.renderer.rules.table_open = () => '<div class="table" role="group" aria-label="Table" tabindex="0"><table>\n';
markdown.renderer.rules.table_close = () => "</table></div>\n";

markdown.renderer.rules.fence = (tokens, index) => {
  const token = tokens[index];
  const [language = "", ...marks] = (token?.info ?? "").trim().split(/\s+/);
  const content = token?.content ?? "";
  const file = /\[(.+?)\]/.exec(token?.info ?? "")?.[1];
  const caption = file ? `<figcaption>${escapeHtml(file)}</figcaption>` : "";
  const code = `<figure class="code">${caption}<pre tabindex="0"><code class="language-${escapeHtml(language)}">${highlight(content, language)}</code></pre></figure>\n`;
  return marks.includes("live") ? `<div class="example">${liveExample(content)}${code}</div>\n` : code;
};

/** The example itself. Its scripts are left out: the page loads the elements, and connects them to its own Lightfield. */
function liveExample(content: string): string {
  const body = content
    .replace(/<script[\s\S]*?<\/script>\s*/g, "")
    .replaceAll(/\bendpoint="[^"]*"/g, "data-live-endpoint");
  return `<div class="live" role="group" aria-label="The example, running">${body}</div>\n`;
}

function linkFrom(path: string, href: string, pages: ReadonlySet<string>, repository: string): string {
  if (/^([a-z]+:|#|\/\/)/i.test(href)) return href;
  const [target = "", hash] = href.split("#");
  const at = posix.normalize(posix.join("demo/docs", posix.dirname(path), target));
  const page = at.replace(/^demo\/docs\//, "").replace(/\.md$/, "");
  const suffix = hash ? `#${hash}` : "";
  if (at.startsWith("demo/docs/") && pages.has(page)) {
    return `${posix.relative(posix.dirname(path) || ".", page) || posix.basename(page)}.html${suffix}`;
  }
  // The site has the files of `dist` in a folder of its own.
  if (at.startsWith("dist/")) return posix.relative(posix.dirname(path), at.replace("dist", "lightfield-uploader"));
  return `${repository}/blob/main/${at}${suffix}`;
}

/** Pictures lie beside the first page. */
function imageFrom(path: string, source: string): string {
  const up = posix.relative(posix.dirname(path) || ".", ".") || ".";
  return `${up}/${posix.basename(source)}`;
}

function plainText(children: readonly { readonly type: string; readonly content: string }[]): string {
  return children.map(({ type, content }) => (type === "text" || type === "code_inline" ? content : "")).join("");
}
