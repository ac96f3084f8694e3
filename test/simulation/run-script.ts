import { once } from "node:events";
import { startProgram } from "../support/processes.mjs";

/**
 * Runs a script of this folder in a process of its own, and resolves to its exit code and to what it printed.
 *
 * Node's test runner observes every promise of its process, which doubles the time of a simulation.
 *
 * @param script path from this folder
 */
export async function runScript(script: string, args: readonly string[]): Promise<{ code: number; printed: string }> {
  const path = new URL(script, import.meta.url).pathname;
  const child = startProgram(process.execPath, ["--import", "tsx", path, ...args], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding("utf8").on("data", (text: string) => {
      printed += text;
    });
  }
  const [code] = await once(child, "close");
  return { code, printed };
}
