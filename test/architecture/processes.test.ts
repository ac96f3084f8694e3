import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";

const PROCESSES = new URL("../support/processes.mjs", import.meta.url).href;
/** A test run that has started a program, and waits. */
const RUN = `
  import { startProgram } from ${JSON.stringify(PROCESSES)};
  const child = startProgram(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  child.once("spawn", () => console.log(child.pid));
`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
  test(`a run that ${signal} ends takes what it has started with it, and ends by that signal`, async () => {
    const run = spawn(process.execPath, ["--input-type=module", "-e", RUN], { stdio: ["ignore", "pipe", "inherit"] });
    const [pid] = await once(run.stdout, "data");
    assert.ok(isAlive(Number(pid)));
    run.kill(signal);
    const [, endedBy] = await once(run, "exit");
    assert.equal(endedBy, signal);
    for (let tries = 0; tries < 3_000 && isAlive(Number(pid)); tries += 1) await sleep(20);
    const survived = isAlive(Number(pid));
    if (survived) process.kill(Number(pid), "SIGKILL");
    assert.ok(!survived, "the program goes on");
  });
}
