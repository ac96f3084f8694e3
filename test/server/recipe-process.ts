import { type ChildProcess, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

const ROOT = join(import.meta.dirname, "..", "..");

export interface RunningRecipe {
  readonly url: string;
  /** Output of both streams. */
  output(): string;
  stop(): Promise<void>;
}

/** Starts a server as a separate process on a free port, and waits until it prints its address. */
export async function startRecipe(name: string, env: Readonly<Record<string, string>>): Promise<RunningRecipe> {
  const recipe = join(ROOT, "demo", "recipes", `${name}.ts`);
  const isHandler = name === "next" || name === "workers";
  const script = isHandler ? [join(ROOT, "test", "server", "serve-fetch.ts"), recipe] : [recipe];
  const child = spawn(process.execPath, ["--import", "tsx", ...script], {
    cwd: ROOT,
    // The recipes import the package by its name, which this resolves to the sources.
    env: { ...process.env, TSX_TSCONFIG_PATH: join(ROOT, "demo", "tsconfig.json"), PORT: "0", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  child.stderr.on("data", (chunk) => {
    output += chunk;
  });
  const url = await new Promise<string>((resolve, reject) => {
    createInterface({ input: child.stdout }).on("line", (line) => {
      output += `${line}\n`;
      const port = /listening on .*"port":(\d+)/.exec(line)?.[1];
      if (port) resolve(`http://127.0.0.1:${port}`);
    });
    child.once("exit", (code) => reject(new Error(`${name} ended with ${code}:\n${output}`)));
  });
  return { url, output: () => output, stop: () => stop(child) };
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null) return resolve();
    child.once("exit", () => resolve());
    child.kill("SIGKILL");
  });
}
