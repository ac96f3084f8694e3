import { readFile } from "node:fs/promises";

const FOLDER = new URL("../../demo/docs/frameworks/", import.meta.url);
/** A fenced block with a file name in brackets: three backticks, the language, `[src/App.tsx]`. */
const BLOCK = /^```\w+ \[(.+)\]\n([\s\S]*?)^```$/gm;

/** The code blocks of a page of demo/docs/frameworks that name a file. Two blocks of one file are joined. */
export async function filesOfRecipe(page: string): Promise<Record<string, string>> {
  return filesOf(await readFile(new URL(page, FOLDER), "utf8"));
}

export function filesOf(markdown: string): Record<string, string> {
  const files: Record<string, string> = {};
  for (const [, name = "", code = ""] of markdown.matchAll(BLOCK)) files[name] = (files[name] ?? "") + code;
  return files;
}
