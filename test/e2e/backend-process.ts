/** Starts the reference endpoints of `demo/backends` as processes of their own. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";
import { until } from "../support/until.ts";

const ROOT = join(import.meta.dirname, "..", "..");

interface Backend {
  /** Folder below `demo/backends`. */
  readonly folder: string;
  command(port: number): readonly [program: string, ...args: string[]];
  /** A command that succeeds if everything is installed that the endpoint needs. */
  readonly probe: readonly [program: string, ...args: string[]];
  /** Debian packages that bring it. */
  readonly packages: string;
}

/** Debian's Python, which sees Debian's packages; another `python3` may stand before it in the PATH. */
const PYTHON = process.env.PYTHON ?? "/usr/bin/python3";

export const BACKENDS: Readonly<Record<string, Backend>> = {
  "Python (standard library)": {
    folder: "python",
    command: () => [PYTHON, "endpoint.py"],
    probe: [PYTHON, "--version"],
    packages: "python3",
  },
  "Python (Flask)": {
    folder: "python",
    command: () => [PYTHON, "flask_app.py"],
    probe: [PYTHON, "-c", "import flask"],
    packages: "python3-flask",
  },
  PHP: {
    folder: "php",
    command: (port) => ["php", "-S", `127.0.0.1:${port}`, "endpoint.php"],
    probe: ["php", "-r", "exit(extension_loaded('curl') ? 0 : 1);"],
    packages: "php-cli php-curl",
  },
  Go: {
    folder: "go",
    command: () => ["go", "run", "."],
    probe: ["go", "version"],
    packages: "golang-go",
  },
  Ruby: {
    folder: "ruby",
    command: (port) => ["rackup", "--server", "webrick", "--host", "127.0.0.1", "--port", String(port), "config.ru"],
    probe: ["ruby", "-rrack", "-rwebrick", "-e", "exit(system('rackup --version', out: File::NULL) ? 0 : 1)"],
    packages: "ruby ruby-rack ruby-webrick",
  },
};

/** A sentence when the interpreter is missing, for a test to skip with; false when it is there. */
export function missing({ probe: [program, ...args], packages }: Backend): string | false {
  const { status } = spawnSync(program, args, { stdio: "ignore", timeout: 60_000 });
  return status === 0 ? false : `needs ${program.split("/").at(-1)} (Debian: apt-get install ${packages})`;
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
