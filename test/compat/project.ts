import { spawn } from "node:child_process";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Ecosystem } from "./ecosystem.ts";
import { filesOfRecipe } from "./recipe.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const INSTALL_TIMEOUT_MS = 420_000;
const OUTPUT_CHARS = 4_000;

export interface CommandResult {
  readonly ok: boolean;
  /** The end of what the command printed. */
  readonly output: string;
}

/** Packs the built package as `npm publish` would. Needs `npm run build:lib`. Returns the path of the tarball. */
export async function pack(folder: string): Promise<string> {
  const { ok, output } = await run(`npm pack --silent --ignore-scripts --pack-destination "${folder}"`, { cwd: ROOT });
  if (!ok) throw new Error(`npm pack failed: ${output}`);
  return join(folder, output.trim().split("\n").at(-1) ?? "");
}

/** A project in a temporary folder, with its packages and the packed one installed. */
export class Project {
  readonly folder: string;
  readonly #ecosystem: Ecosystem;

  private constructor(folder: string, ecosystem: Ecosystem) {
    this.folder = folder;
    this.#ecosystem = ecosystem;
  }

  static async create(ecosystem: Ecosystem, tarball: string): Promise<Project> {
    const project = new Project(await mkdtemp(join(tmpdir(), "lightfield-compat-")), ecosystem);
    try {
      await project.#write({
        "package.json": JSON.stringify({ name: "compat-app", version: "1.0.0", private: true, type: "module" }),
        ...(ecosystem.recipe ? await filesOfRecipe(ecosystem.recipe) : {}),
        ...ecosystem.files,
      });
      const node = ecosystem.node ? [`node@${ecosystem.node}`] : [];
      const packages = [...ecosystem.packages, ...node].map((name) => `"${name}"`).join(" ");
      const installed = await project.run(
        `npm install --no-audit --no-fund --loglevel=error "${tarball}" ${packages}`,
        INSTALL_TIMEOUT_MS,
      );
      if (!installed.ok) throw new Error(`npm install failed: ${installed.output}`);
      return project;
    } catch (error) {
      await project.remove();
      throw error;
    }
  }

  run(command: string, timeoutMs = 300_000): Promise<CommandResult> {
    return run(command, { cwd: this.folder, env: this.environment(), timeoutMs });
  }

  /** Environment of the project's commands: its own programs first, and no reports to the vendors of the tools. */
  environment(): Record<string, string> {
    return {
      PATH: `${join(this.folder, "node_modules", ".bin")}:${process.env.PATH}`,
      CI: "1",
      NEXT_TELEMETRY_DISABLED: "1",
      NUXT_TELEMETRY_DISABLED: "1",
      ASTRO_TELEMETRY_DISABLED: "1",
      NG_CLI_ANALYTICS: "false",
      // Variables of the runner that would make a tool believe that it is itself under test.
      NODE_OPTIONS: "",
      NODE_TEST_CONTEXT: "",
      NODE_ENV: "",
    };
  }

  async versions(): Promise<string[]> {
    const names = this.#ecosystem.packages.map((spec) => spec.replace(/(?<!^)@.*$/, ""));
    const read = async (name: string) => {
      const path = join(this.folder, "node_modules", name, "package.json");
      const { version } = JSON.parse(await readFile(path, "utf8")) as { version: string };
      return `${name} ${version}`;
    };
    return Promise.all(names.map(read));
  }

  async remove(): Promise<void> {
    if (process.env.COMPAT_KEEP) return;
    await rm(this.folder, { recursive: true, force: true, maxRetries: 3 });
  }

  async #write(files: Readonly<Record<string, string>>): Promise<void> {
    for (const [path, text] of Object.entries(files)) {
      await mkdir(dirname(join(this.folder, path)), { recursive: true });
      await writeFile(join(this.folder, path), text);
    }
  }
}

interface RunOptions {
  readonly cwd: string;
  readonly env?: Record<string, string>;
  readonly timeoutMs?: number;
}

/** Runs a command to its end, or stops it with all its processes after the time limit. */
export async function run(command: string, { cwd, env = {}, timeoutMs = 120_000 }: RunOptions): Promise<CommandResult> {
  const child = start(command, { cwd, env });
  const timer = setTimeout(() => child.stop(), timeoutMs);
  const code = await child.ended;
  clearTimeout(timer);
  return { ok: code === 0, output: child.output() };
}

export interface RunningCommand {
  /** Exit code; null when it was stopped. */
  readonly ended: Promise<number | null>;
  output(): string;
  /** Stops the command and all processes that it started. */
  stop(): void;
}

export function start(command: string, { cwd, env = {} }: Omit<RunOptions, "timeoutMs">): RunningCommand {
  // A process group of its own, so that the servers behind `npx` end with it.
  const child = spawn(command, { cwd, env: { ...process.env, ...env }, shell: true, detached: true });
  let output = "";
  const keep = (chunk: Buffer) => {
    output = `${output}${chunk}`.slice(-OUTPUT_CHARS);
  };
  child.stdout.on("data", keep);
  child.stderr.on("data", keep);
  const stop = () => {
    try {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
    } catch {
      // Already gone.
    }
  };
  process.once("exit", stop);
  return {
    ended: new Promise((resolve) => {
      child.once("error", () => resolve(1));
      child.once("close", (code) => {
        process.removeListener("exit", stop);
        resolve(code);
      });
    }),
    output: () => output,
    stop,
  };
}
