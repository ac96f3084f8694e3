import { posix } from "node:path";
import { escapeHtml } from "./escape.ts";
import type { RenderedPage } from "./markdown.ts";

export interface MenuSection {
  readonly title: string;
  readonly pages: readonly { readonly path: string; readonly title: string }[];
}

/** A whole page. Every address is relative, so that the site works below any path. */
export function pageHtml(path: string, page: RenderedPage, menu: readonly MenuSection[]): string {
  const up = posix.relative(posix.dirname(path) || ".", ".") || ".";
  const href = (target: string) => `${up}/${target}`;
  const items = menu.map(({ title, pages }) => {
    const links = pages.map(
      (one) =>
        `<li><a href="${href(`${one.path}.html`)}"${one.path === path ? ' aria-current="page"' : ""}>${escapeHtml(one.title)}</a></li>`,
    );
    return `<section><h2>${escapeHtml(title)}</h2><ul>${links.join("")}</ul></section>`;
  });
  const contents = page.headings.map(({ id, text }) => `<li><a href="#${id}">${escapeHtml(text)}</a></li>`).join("");
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${page.title === "lightfield-uploader" ? "lightfield-uploader: documentation" : `${escapeHtml(page.title)} · lightfield-uploader`}</title>
<link rel="icon" href="${href("icon.svg")}" type="image/svg+xml">
<link rel="stylesheet" href="${href("site.css")}">
<script type="module" src="${href("site.js")}" data-root="${up}/"></script>
</head>
<body>
<a class="skip" href="#content">To the content</a>
<header><a class="home" href="${href("index.html")}"><img src="${href("icon.svg")}" alt="" width="24" height="24">lightfield-uploader</a></header>
<details class="menu"><summary>All pages</summary><nav aria-label="Pages">${items.join("\n")}</nav></details>
<div class="columns">
<nav class="side" aria-label="All pages">${items.join("\n")}</nav>
<main id="content">
${page.html}
${neighbours(path, menu, href)}
</main>
${contents === "" ? "" : `<nav class="contents" aria-label="On this page"><h2>On this page</h2><ul>${contents}</ul></nav>`}
</div>
</body>
</html>
`;
}

/** Links to the page before and the page after this one, in the order of the menu. */
function neighbours(path: string, menu: readonly MenuSection[], href: (target: string) => string): string {
  const all = menu.flatMap(({ pages }) => pages);
  const at = all.findIndex((one) => one.path === path);
  const link = (one: MenuSection["pages"][number] | undefined, rel: "prev" | "next") =>
    one
      ? `<a rel="${rel}" href="${href(`${one.path}.html`)}"><small>${rel === "prev" ? "Before" : "Next"}</small>${escapeHtml(one.title)}</a>`
      : "";
  return `<nav class="neighbours" aria-label="Page before and after">${link(all[at - 1], "prev")}${link(all[at + 1], "next")}</nav>`;
}
