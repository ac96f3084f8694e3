/** Code blocks of the project's Markdown files: fenced and indented ones. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import MarkdownIt from "markdown-it";

export const ROOT = join(import.meta.dirname, "..", "..");

export interface CodeBlock {
  /** Markdown file, relative to the project. */
  readonly page: string;
  /** Line of the file where the block begins. */
  readonly line: number;
  /** First word of the fence, for example "ts"; "sh" for an indented block. */
  readonly language: string;
  /** File name in brackets after the language, for example "src/App.tsx"; null without one. */
  readonly file: string | null;
  readonly code: string;
}

/** The documents that a stranger reads, without the reference, which is made from the sources. */
export function pages(): string[] {
  const inFolder = (folder: string) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
      .filter((name) => name.endsWith(".md") && !name.includes("node_modules") && !name.startsWith("reference"))
      .map((name) => `${folder}/${name.replaceAll("\\", "/")}`);
  return ["README.md", ...inFolder("demo/docs"), ...inFolder("demo/backends")].sort();
}

export function codeBlocks(page: string): CodeBlock[] {
  const tokens = new MarkdownIt().parse(readFileSync(join(ROOT, page), "utf8"), {});
  return tokens
    .filter(({ type }) => type === "fence" || type === "code_block")
    .map(({ type, info, content, map }) => ({
      page,
      line: (map?.[0] ?? 0) + 1,
      language: type === "fence" ? (info.trim().split(/\s+/)[0] ?? "") : "sh",
      file: /\[(.+)\]/.exec(info)?.[1] ?? null,
      code: content,
    }));
}

/** Blocks of all documents in these languages. */
export function blocksOf(...languages: string[]): CodeBlock[] {
  return pages()
    .flatMap(codeBlocks)
    .filter(({ language }) => languages.includes(language));
}

/** Page and line, to find a block by. */
export const where = ({ page, line }: CodeBlock): string => `${page}:${line}`;
