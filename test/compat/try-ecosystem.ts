import { createServer } from "node:net";
import { join } from "node:path";
import type { Browser } from "playwright-core";
import { turn } from "../support/until.ts";
import type { Backend } from "./backend.ts";
import type { Cell, CellResult, Ecosystem, Row } from "./ecosystem.ts";
import { openFront, type Target } from "./front.ts";
import { type CommandResult, Project, type RunningCommand, start } from "./project.ts";
import { visit } from "./visit.ts";

export interface Surroundings {
  readonly browser: Browser;
  readonly backend: Backend;
  readonly tarball: string;
}

const SERVER_START_MS = 120_000;

/** Installs an ecosystem into a folder of its own and tries every cell that applies. */
export async function tryEcosystem(ecosystem: Ecosystem, surroundings: Surroundings): Promise<Row> {
  const { name, notTried = {} } = ecosystem;
  const cells: Partial<Record<Cell, CellResult>> = {};
  for (const [cell, reason] of Object.entries(notTried)) cells[cell as Cell] = { kind: "not-tried", reason };
  let project: Project;
  try {
    project = await Project.create(ecosystem, surroundings.tarball);
  } catch (error) {
    return { name, versions: [], cells: { build: failed(`${(error as Error).message}`) } };
  }
  try {
    if (ecosystem.types) cells.types = await asCell(project.run(ecosystem.types));
    if (ecosystem.build) cells.build = withoutWarning(await project.run(ecosystem.build));
    const isBuilt = cells.build === undefined || cells.build.kind === "ok";
    if (ecosystem.serve && isBuilt) Object.assign(cells, await tryBuild(project, ecosystem, surroundings));
    if (ecosystem.dev) {
      const { upload } = await tryServer(ecosystem.dev, project, ecosystem, surroundings);
      if (upload) cells.dev = upload;
    }
    return { name, versions: await project.versions(), cells };
  } finally {
    await project.remove();
  }
}

type Tried = Pick<Row["cells"], "upload" | "ssr">;

async function tryBuild(project: Project, ecosystem: Ecosystem, surroundings: Surroundings): Promise<Tried> {
  const { serve } = ecosystem;
  if (!serve) return {};
  if ("command" in serve) return tryServer(serve.command, project, ecosystem, surroundings);
  const target = { folder: join(project.folder, serve.folder), under: serve.under ?? "/" };
  return tryTarget(target, ecosystem, surroundings);
}

/** Starts a server of the project, and uploads through its page. */
async function tryServer(
  command: string,
  project: Project,
  ecosystem: Ecosystem,
  surroundings: Surroundings,
): Promise<Tried> {
  const port = await freePort();
  const env = { ...project.environment(), ...surroundings.backend.environment, PORT: String(port) };
  const running = start(command, { cwd: project.folder, env });
  try {
    await answers(port, running);
    return await tryTarget({ port }, ecosystem, surroundings);
  } catch (error) {
    return { upload: failed(`${(error as Error).message}: ${running.output()}`) };
  } finally {
    running.stop();
    await running.ended;
  }
}

async function tryTarget(target: Target, ecosystem: Ecosystem, { browser, backend }: Surroundings): Promise<Tried> {
  const front = await openFront(target, ecosystem.ownEndpoint ? null : backend.endpoint);
  try {
    const url = `${front.origin}${"under" in target ? target.under : "/"}`;
    const served = ecosystem.served ? await checkServed(url, ecosystem.served) : undefined;
    const problems = await visit({ browser, url, emulator: backend.emulator, ecosystem });
    const upload = problems.length === 0 ? ok : failed(problems.join("; "));
    return served ? { upload, ssr: served.kind === "ok" ? upload : served } : { upload };
  } finally {
    await front.close();
  }
}

async function checkServed(url: string, expected: RegExp): Promise<CellResult> {
  const html = await (await fetch(url, { headers: { cookie: "user=ana" } })).text();
  return expected.test(html) ? ok : failed(`the served page lacks ${expected}: ${html.slice(0, 2_000)}`);
}

const ok = { kind: "ok" } as const;
const failed = (reason: string): CellResult => ({ kind: "failed", reason: reason.trim() });

async function asCell(running: Promise<{ ok: boolean; output: string }>): Promise<CellResult> {
  const result = await running;
  return result.ok ? ok : failed(result.output);
}

/** A warning of the build about this package is a failure, too. */
function withoutWarning({ ok: hasSucceeded, output }: CommandResult): CellResult {
  const warns = /warn/i.test(output) && /lightfield-uploader[\\/]dist/.test(output);
  return hasSucceeded && !warns ? ok : failed(output);
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

/** Waits until the server answers anything at all. */
async function answers(port: number, running: RunningCommand): Promise<void> {
  let hasEnded = false;
  void running.ended.then(() => {
    hasEnded = true;
  });
  const giveUpAt = performance.now() + SERVER_START_MS;
  while (!(await isAnswering(port))) {
    if (hasEnded) throw new Error("the server ended");
    if (performance.now() > giveUpAt) throw new Error(`the server did not answer within ${SERVER_START_MS / 1000} s`);
    await turn(100);
  }
}

const isAnswering = (port: number): Promise<boolean> =>
  fetch(`http://localhost:${port}/`).then(
    () => true,
    () => false,
  );
