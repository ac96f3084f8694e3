import { run } from "./project.ts";

const PING_TIMEOUT_MS = 30_000;

/** Whether npm reaches its registry, which an installation needs. */
export async function hasRegistry(): Promise<boolean> {
  const { ok } = await run("npm view lit version", { cwd: process.cwd(), timeoutMs: PING_TIMEOUT_MS });
  return ok;
}
