import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { CreateRelay } from "../model/world.ts";

/** One deliberate fault: a piece of text of one file that is replaced. */
export interface Mutation {
  readonly name: string;
  /** Below src/server. */
  readonly file: string;
  readonly find: string;
  readonly replace: string;
}

const ROOT = fileURLToPath(new URL("../../../..", import.meta.url));

/** Text of the file with its fault. @throws Error unless the text to replace is there exactly once */
export function mutated({ name, file, find, replace }: Mutation): string {
  const text = readFileSync(join(ROOT, "src/server", file), "utf8");
  if (text.split(find).length !== 2) throw new Error(`"${name}": its text is not in ${file} exactly once.`);
  return text.replace(find, () => replace);
}

/** The relay from a copy of the sources with one fault. `remove` deletes the copy. */
export async function loadMutant(mutation: Mutation): Promise<{
  readonly createRelay: CreateRelay;
  readonly remove: () => void;
}> {
  const folder = mkdtempSync(join(tmpdir(), "relay-mutant-"));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  try {
    cpSync(join(ROOT, "src/server"), join(folder, "src/server"), { recursive: true });
    for (const part of ["host", "wire"])
      cpSync(join(ROOT, "src", part), join(folder, "src", part), { recursive: true });
    writeFileSync(join(folder, "package.json"), '{ "type": "module" }');
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
    writeFileSync(join(folder, "src/server", mutation.file), mutated(mutation));
    const module: { createRelay: CreateRelay } = await import(
      pathToFileURL(join(folder, "src/server/relay/index.ts")).href
    );
    return { createRelay: module.createRelay, remove };
  } catch (error) {
    remove();
    throw error;
  }
}
