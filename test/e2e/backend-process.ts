/** Starts the reference endpoints of `demo/backends` as processes of their own. */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { peersMissing } from "../support/ensure-peers.mjs";
import { until } from "../support/until.ts";

const ROOT = join(import.meta.dirname, "..", "..");

interface Backend {
  /** Folder below `demo/backends`. */
  readonly folder: string;
  command(port: number): readonly [program: string, ...args: string[]];
  /** Name in `ensure-peers.mjs`, which knows the Debian packages. */
  readonly peer: string;
}

/** Debian's Python, which sees Debian's packages; another `python3` may stand before it in the PATH. */
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";

export const BACKENDS: Readonly<Record<string, Backend>> = {
  "Python (standard library)": {
    folder: "python",
    command: () => [PYTHON, "endpoint.py"],
    peer: "Python",
  },
  "Python (Flask)": {
    folder: "python",
    command: () => [PYTHON, "flask_app.py"],
    peer: "Flask",
  },
  PHP: {
    folder: "php",
    command: (port) => ["php", "-S", `127.0.0.1:${port}`, "endpoint.php"],
    peer: "PHP",
  },
  Go: {
    folder: "go",
    command: () => ["go", "run", "."],
    peer: "Go",
  },
  Ruby: {
    folder: "ruby",
    command: (port) => ["rackup", "--server", "webrick", "--host", "127.0.0.1", "--port", String(port), "config.ru"],
    peer: "Ruby",
  },
};

/** A sentence when the interpreter is missing, for a test to skip with; false when it is there. */
export function missing({ peer }: Backend): string | false {
  return peersMissing(peer);
}

export interface RunningBackend {
  readonly url: string;
  output(): string;
  stop(): Promise<void>;
}

export async function startBackend(
  { folder, command }: Backend,
  env: Readonly<Record<string, string>>,
): Promise<RunningBackend> {
  const port = await freePort();
  const [program, ...args] = command(port);
  const child = spawn(program, args, {
    cwd: join(ROOT, "demo", "backends", folder),
    env: { ...process.env, PORT: String(port), PHP_CLI_SERVER_WORKERS: "4", PYTHONDONTWRITEBYTECODE: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
    // `go run` starts the program as a child of its own: both are ended as one group.
    detached: true,
  });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      output += chunk;
    });
  }
  const url = `http://127.0.0.1:${port}`;
  try {
    await until(`${program} to listen`, () => {
      if (child.exitCode !== null) throw new Error(`${program} ended with ${child.exitCode}:\n${output}`);
      return fetch(url, { signal: AbortSignal.timeout(10_000) }).then(
        () => true,
        () => false,
      );
    });
  } catch (error) {
    await stop(child);
    throw error;
  }
  return { url, output: () => output, stop: () => stop(child) };
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

function stop(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) return resolve();
    child.once("exit", () => resolve());
    process.kill(-child.pid, "SIGKILL");
  });
}
