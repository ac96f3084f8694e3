/**
 * The steps of a whole run, in the order in which a mistake is cheapest to find. A step is a list of commands; one that
 * runs tests prints `Ran in …: N passed, N failed`, which is added up. Any other step counts only when it fails.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** @typedef {{command: string, args: string[], env?: Record<string, string>}} Command */
/** @typedef {{name: string, commands: Command[], skipped?: string}} Step */

const bin = (path, ...args) => ({ command: process.execPath, args: [join(ROOT, "node_modules", path), ...args] });
const script = (path, ...args) => ({ command: process.execPath, args: [join(ROOT, path), ...args] });
const npm = (name) => ({ command: "npm", args: ["run", "--silent", name] });

/** Files of a folder and its subfolders; Node 20 has no glob of its own. */
function filesIn(folder, suffix) {
  if (!existsSync(join(ROOT, folder))) return [];
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(suffix))
    .map((entry) => relative(ROOT, join(entry.parentPath ?? entry.path, entry.name)))
    .filter((path) => !/(^|[\\/])(node_modules|dist)[\\/]/.test(path))
    .sort();
}

/** A file that is not through by then hangs: a server left open, say. It is ended and counts as failed. */
const FILE_TIMEOUT_MS = 600_000;

function nodeTests(files, concurrency) {
  return {
    command: process.execPath,
    args: [
      "--import",
      "tsx",
      "--test",
      `--test-concurrency=${concurrency}`,
      `--test-timeout=${FILE_TIMEOUT_MS}`,
      "--test-reporter=./test/support/node-summary.mjs",
      ...files,
    ],
  };
}

function hasScript(name) {
  return JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")).scripts[name] !== undefined;
}

/** @returns {Step} a step of tests, or the note that there are none yet */
function testStep(name, folders, concurrency) {
  const files = folders.flatMap((folder) => filesIn(folder, ".test.ts"));
  if (files.length === 0) return { name, commands: [], skipped: "no tests yet" };
  return { name, commands: [nodeTests(files, concurrency)] };
}

/** @returns {Step} */
function npmStep(name, scriptName) {
  return hasScript(scriptName)
    ? { name, commands: [npm(scriptName)] }
    : { name, commands: [], skipped: `no "${scriptName}" script yet` };
}

const types = () => ({
  name: "Types",
  commands: ["", "src", "demo", "test"]
    .flatMap((folder) => (folder === "" ? ["tsconfig.json"] : filesIn(folder, "tsconfig.json")))
    .filter((path) => existsSync(join(ROOT, path)))
    .map((path) => bin("typescript/bin/tsc", "--noEmit", "--project", path)),
});

const lint = () => ({ name: "Lint", commands: [bin("@biomejs/biome/bin/biome", "check", "--error-on-warnings", ".")] });
const manifest = () => ({ name: "Manifest", commands: [script("test/support/check-manifest.mjs")] });
const browserTests = (engines) => ({
  name: `Browser tests (${engines.join(", ")})`,
  commands: [{ ...bin("@web/test-runner/dist/bin.js"), env: { BROWSERS: engines.join(",") } }],
});

/** Against servers that others have written, each started by its test. */
const peerTests = () => {
  const step = testStep("Peer tests", ["test/peers"], 1);
  return step.skipped ? step : { ...step, commands: [script("test/support/ensure-peers.mjs"), ...step.commands] };
};

const QUICK_NODE_FOLDERS = ["test/architecture", "test/server", "test/emulator", "test/demo"];

/** @param {readonly string[]} engines @returns {Step[]} */
export function allSteps(engines) {
  return [
    types(),
    lint(),
    manifest(),
    npmStep("Build", "build"),
    npmStep("Size", "size"),
    testStep("Node tests", [...QUICK_NODE_FOLDERS, "test/build"], 2),
    peerTests(),
    browserTests(engines),
    testStep("Whole-page tests", ["test/e2e"], 1),
  ];
}

/** What one runs between two thoughts: no build, no whole pages, one engine. @returns {Step[]} */
export function quickSteps(engines) {
  return [types(), lint(), testStep("Node tests", QUICK_NODE_FOLDERS, 2), browserTests(engines.slice(0, 1))];
}
