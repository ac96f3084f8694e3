import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** A mistake that is put into the engine: one text of one file, replaced by another. */
export interface Mutation {
  /** What the broken engine does wrong. */
  readonly name: string;
  /** Path below src/engine. */
  readonly file: string;
  /** Occurs exactly once. */
  readonly from: string;
  readonly to: string;
  /** A second place of the same file, where the engine is protected twice. */
  readonly also?: { readonly from: string; readonly to: string };
}

export interface Verdict {
  /** Seeds that were needed to see it; null when all of them passed. */
  readonly seeds: number | null;
  readonly rule: string;
}

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
const COPIED = ["src", "test/simulation", "test/fuzz", "package.json", "tsconfig.json"];
/** A mutant that is not through by then hangs, which is a way of being noticed. */
const MOST_MS = 15 * 60_000;

/** Why mutations cannot be made any more, a line each: the text of each has to be in the source exactly once. */
export function unfit(mutations: readonly Mutation[]): readonly string[] {
  return mutations.flatMap((mutation) => {
    try {
      mutate(mutation, readFileSync(join(ROOT, "src/engine", mutation.file), "utf8"));
      return [];
    } catch (error) {
      return [error instanceof Error ? error.message : String(error)];
    }
  });
}

/** A copy of the engine and of the simulator, in which mutations are made one at a time. */
export class MutantLab {
  readonly #folder = mkdtempSync(join(tmpdir(), "mutants-"));

  constructor() {
    for (const path of COPIED) {
      mkdirSync(join(this.#folder, path, ".."), { recursive: true });
      cpSync(join(ROOT, path), join(this.#folder, path), { recursive: true });
    }
    symlinkSync(join(ROOT, "node_modules"), join(this.#folder, "node_modules"));
  }

  async run(mutation: Mutation, seeds: number): Promise<Verdict> {
    const source = this.#read(mutation);
    const path = join(this.#folder, "src/engine", mutation.file);
    writeFileSync(path, mutate(mutation, source));
    try {
      return verdictOf(await this.#simulate(seeds));
    } finally {
      writeFileSync(path, source);
    }
  }

  dispose(): void {
    rmSync(this.#folder, { recursive: true, force: true });
  }

  #read({ file }: Mutation): string {
    return readFileSync(join(this.#folder, "src/engine", file), "utf8");
  }

  #simulate(seeds: number): Promise<string> {
    return new Promise((resolve) => {
      const args = [
        "--import",
        "tsx",
        "test/simulation/run.ts",
        "--seed",
        "1",
        "--count",
        String(seeds),
        "--lines",
        "0",
      ];
      const child = spawn(process.execPath, args, { cwd: this.#folder, timeout: MOST_MS, killSignal: "SIGKILL" });
      let output = "";
      child.stdout.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
      child.stderr.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
      child.once("close", (code, signal) => resolve(signal ? "seed ?: hangs: " : `${output}\nexit ${code}`));
    });
  }
}

function mutate({ name, file, from, to, also }: Mutation, source: string): string {
  let result = source;
  for (const edit of [{ from, to }, ...(also ? [also] : [])]) {
    const parts = result.split(edit.from);
    if (parts.length !== 2) {
      throw new Error(`mutation "${name}": its text is ${parts.length - 1} times in ${file}, not once:\n${edit.from}`);
    }
    result = parts.join(edit.to);
  }
  return result;
}

function verdictOf(output: string): Verdict {
  const found = /^seed (\d+|\?): ([^:]+):/m.exec(output);
  if (found) return { seeds: Number(found[1]) || 0, rule: found[2] ?? "" };
  if (/^exit 0$/m.test(output)) return { seeds: null, rule: "" };
  throw new Error(`the simulator did not run:\n${output.slice(-2_000)}`);
}
