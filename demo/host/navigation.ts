/** The demo's pages, in the order of the menu. */
const PAGES: readonly (readonly [file: string, title: string])[] = [
  ["index.html", "Start"],
  ["playground.html", "Playground"],
  ["resumable.html", "Resumable"],
  ["meeting.html", "A meeting"],
  ["new-meeting.html", "A new meeting"],
  ["script-tag.html", "Strict page"],
  ["script-tag-cdn.html", "From a CDN"],
  ["react.html", "React"],
  ["vue.html", "Vue"],
  ["docs/index.html", "Documentation"],
];

/** Inserts the menu into a page at its placeholder. */
export function withNavigation(html: string, page: string): string {
  const links = PAGES.map(([file, title]) => {
    const href = file === "index.html" ? "/" : `/${file}`;
    return `        <a href="${href}"${file === page ? ' aria-current="page"' : ""}>${title}</a>`;
  });
  const header = [
    "<header>",
    '      <a class="brand" href="/">lightfield-uploader</a>',
    '      <nav aria-label="Pages">',
    ...links,
    "      </nav>",
    "    </header>",
  ];
  return html.replace("<!-- navigation -->", header.join("\n"));
}
