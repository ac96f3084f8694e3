/** Programs that a test run starts, and which must not outlive it, however it ends. */
import { spawn } from "node:child_process";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";

/** @type {Map<import("node:child_process").ChildProcess, NodeJS.Signals>} with the signal that ends each */
const running = new Map();
let isGuarded = false;

function killAll() {
  for (const [child, signal] of running) child.kill(signal);
}

/** A signal ends Node without an "exit", unless somebody listens: and who listens has to see to the end. */
function guard() {
  if (isGuarded) return;
  isGuarded = true;
  process.once("exit", killAll);
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
    process.once(signal, () => {
      killAll();
      // As it would have ended without us; where others listen, they decide.
      if (process.listenerCount(signal) === 0) process.kill(process.pid, signal);
    });
  }
}

/**
 * Starts a program that ends with us.
 * @param {string} command
 * @param {readonly string[]} args
 * @param {import("node:child_process").SpawnOptions & {endBy?: NodeJS.Signals}} [options] `endBy`: "SIGTERM" for a program
 * that ends what it has started itself
 */
export function startProgram(command, args, { endBy = "SIGKILL", ...options } = {}) {
  guard();
  const child = spawn(command, args, { stdio: "ignore", ...options });
  running.set(child, endBy);
  child.once("exit", () => running.delete(child));
  child.once("error", () => running.delete(child));
  return child;
}

/**
 * Starts a TypeScript file that ends with us, in a process of its own.
 * @param {URL} file
 * @param {readonly string[]} [args]
 * @param {import("node:child_process").SpawnOptions} [options]
 */
export function startScript(file, args = [], options = {}) {
  return startProgram(process.execPath, ["--import", "tsx", fileURLToPath(file), ...args], options);
}

/**
 * Runs a TypeScript file to its end.
 * @param {URL} file
 * @param {readonly string[]} [args]
 * @returns {Promise<{code: number | null, stdout: string, stderr: string}>} its exit code, and what it printed
 */
export function runScript(file, args = []) {
  const child = startScript(file, args, { stdio: ["ignore", "pipe", "pipe"] });
  const printed = { stdout: "", stderr: "" };
  for (const name of /** @type {const} */ (["stdout", "stderr"])) {
    child[name]?.setEncoding("utf8").on("data", (text) => {
      printed[name] += text;
    });
  }
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, ...printed }));
  });
}

/** Resolves when the program is gone: politely, and after three seconds not. */
export function stopProgram(child) {
  if (!child || child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    const insist = setTimeout(() => child.kill("SIGKILL"), 3000);
    child.once("exit", () => {
      clearTimeout(insist);
      resolve();
    });
    child.kill("SIGTERM");
  });
}

/** A port that nobody listens on at this moment, for programs that cannot choose one themselves. */
export function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
