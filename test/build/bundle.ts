/** Reads a built folder: which files a script loads by itself, and which only when they are asked for. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { parseAst } from "vite";

export interface Imports {
  /** Specifiers of `import` and `export … from`. */
  readonly eager: readonly string[];
  /** Specifiers of `import()`. */
  readonly lazy: readonly string[];
}

interface Node {
  readonly type: string;
  readonly source?: { readonly value?: unknown } | null;
}

/** Results by code, because parsing takes most of the time of the tests that follow imports from every file. */
const known = new Map<string, Imports>();

export function importsOf(code: string): Imports {
  const imports = known.get(code) ?? parseImports(code);
  known.set(code, imports);
  return imports;
}

function parseImports(code: string): Imports {
  const eager: string[] = [];
  const lazy: string[] = [];
  visit(parseAst(code), (node) => {
    const specifier = node.source?.value;
    if (typeof specifier !== "string") return;
    if (node.type === "ImportExpression") lazy.push(specifier);
    else eager.push(specifier);
  });
  return { eager, lazy };
}

/** The script and everything that the browser must have before the script can run: paths from `folder`. */
export function eagerFiles(folder: string, entry: string): string[] {
  const found = new Set<string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    found.add(file);
    for (const specifier of importsOf(readFileSync(join(folder, file), "utf8")).eager) {
      if (specifier.startsWith("./")) add(specifier.slice(2));
    }
  };
  add(entry);
  return [...found];
}

/** Bytes of one file as a careful server sends it. */
export function gzipBytes(path: string): number {
  return gzipSync(readFileSync(path), { level: 9 }).length;
}

function visit(value: unknown, look: (node: Node) => void): void {
  if (Array.isArray(value)) {
    for (const item of value) visit(item, look);
  } else if (isNode(value)) {
    look(value);
    for (const child of Object.values(value)) visit(child, look);
  }
}

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value && typeof value.type === "string";
}
