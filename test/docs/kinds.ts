/** Tests of each kind of code block in README and docs. */
import type { CodeBlock } from "./code-blocks.ts";

/** A block of another uploader, which the page about migration shows beside ours. Its syntax is checked, and no more. */
export function isOfOthers({ page, code }: CodeBlock): boolean {
  return page === "demo/docs/migration.md" && !/lightfield-uploader/.test(code);
}

/** Test that runs the blocks of a kind; those of pages in demo/docs/frameworks are run by `npm run compat`. */
export const RUN_BY: Readonly<Record<string, string>> = {
  html: "test/docs/snippets-page.test.ts",
  css: "test/docs/snippets-page.test.ts",
  js: "test/docs/snippets-page.test.ts",
  ts: "test/docs/snippets-server.test.ts",
  sh: "test/docs/snippets-server.test.ts",
  python: "test/docs/snippets-server.test.ts",
  go: "test/docs/snippets-server.test.ts",
  ruby: "test/docs/snippets-server.test.ts",
  nginx: "test/peers/proxies.test.ts",
  haproxy: "test/peers/proxies.test.ts",
  caddy: "test/peers/proxies.test.ts",
};
