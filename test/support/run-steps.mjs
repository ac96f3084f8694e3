/** Runs steps, some at a time, and says one line of each that passes; of one that fails, why. */
import { spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { BUNDLE_VARIABLE, bundleTests } from "./browser-bundle.mjs";
import { bundleNodeTests } from "./node-bundle.mjs";
import { ROOT } from "./test-files.mjs";
import { describeReport, REPORT_VARIABLE, readReport } from "./test-report.mjs";

/** How much of a command's own words is shown when it fails without a report. */
const LAST_LINES = 80;

/**
 * @typedef {import("./steps.mjs").Step} Step
 * @typedef {{name: string, seconds: number, failures: number, reports: import("./test-report.mjs").Report[]}} Result
 */

/** One more than the cores of the smallest machine: most steps let a core rest now and then. */
const PLACES = 3;

/** @param {readonly Step[]} steps @returns {Promise<Result[]>} */
export async function runSteps(steps) {
  const folder = mkdtempSync(join(tmpdir(), "lightfield-run-"));
  const shared = await startShared(steps);
  try {
    return await schedule(steps, (step, index) => runStep(step, join(folder, `${index}.json`), shared.env));
  } finally {
    await shared.close();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What several steps use: the bundle of the browser tests, and one browser for all whole pages. */
async function startShared(steps) {
  const env = {};
  const closers = [];
  const bundled = new Set(steps.flatMap(({ bundled = [] }) => bundled));
  if (bundled.size > 0) {
    const { folder, remove } = await bundleTests([...bundled]);
    env[BUNDLE_VARIABLE] = folder;
    closers.push(remove);
  }
  if (steps.some(({ browser }) => browser)) {
    const { startSharedBrowser } = await import("../e2e/shared-browser.mjs");
    const browser = await startSharedBrowser();
    Object.assign(env, browser.env);
    closers.push(() => browser.close());
  }
  return {
    env,
    async close() {
      for (const close of closers) await close();
    },
  };
}

/**
 * Starts the first step whose needs are met whenever a place is free. A step that mostly waits takes none, and starts at
 * once.
 */
async function schedule(steps, run) {
  /** @type {Map<string, Result>} */
  const results = new Map();
  const waiting = [...steps];
  /** @type {Map<Promise<void>, import("./steps.mjs").Step>} */
  const running = new Map();
  const isFree = () => [...running.values()].filter(({ waits }) => !waits).length < PLACES;
  const isMet = (name) => results.has(name) || !steps.some((step) => step.name === name);

  while (waiting.length > 0 || running.size > 0) {
    const next = waiting.findIndex(({ needs = [], waits }) => needs.every(isMet) && (waits || isFree()));
    if (next >= 0) {
      const [step] = waiting.splice(next, 1);
      const broken = (step.needs ?? []).find((name) => (results.get(name)?.failures ?? 0) > 0);
      const ending = (broken ? notRun(step, broken) : run(step, steps.indexOf(step))).then((result) => {
        results.set(step.name, result);
        running.delete(ending);
      });
      running.set(ending, step);
    } else {
      await Promise.race(running.keys());
    }
  }
  return steps.map(({ name }) => results.get(name));
}

async function notRun({ name }, broken) {
  console.log(`✗ ${name}: not run, because "${broken}" failed`);
  return { name, seconds: 0, failures: 1, reports: [] };
}

/** @returns {Promise<Result>} */
async function runStep(step, reportPath, sharedEnv) {
  const startedAt = performance.now();
  const { code, output } = await runFiles(step, { ...sharedEnv, ...step.env, [REPORT_VARIABLE]: reportPath });
  const seconds = (performance.now() - startedAt) / 1000;
  const reports = step.runsTests ? readReport(reportPath) : [];
  const failures = countFailures(step, code, reports);
  const counts = reports.map(({ passed }) => `, ${passed} passed`).join("");
  // A step whose tests were all left out has not passed; the summary says why they were.
  const ranNone = reports.length > 0 && reports.every(({ passed }) => passed === 0);
  const mark = failures > 0 ? "✗" : ranNone ? "–" : "✓";
  console.log(`${mark} ${step.name}: ${seconds.toFixed(1)} s${counts}`);
  if (failures > 0) console.log(describeFailure(step, code, reports, output));
  if (process.env.LIGHTFIELD_FIGURES)
    for (const { text } of reports.flatMap((report) => report.output)) console.log(text.trimEnd());
  return { name: step.name, seconds, failures, reports };
}

/** A command that ends badly is at least one failure, and so is one that was to run tests and ran none. */
function countFailures({ runsTests }, code, reports) {
  const failed = reports.reduce((sum, report) => sum + report.failed.length + printing(report).length, 0);
  const ranNothing = runsTests && !reports.some(({ passed, skipped }) => passed + skipped.length > 0);
  return code !== 0 || ranNothing ? Math.max(1, failed) : failed;
}

/** Files that printed something: what a test expects on the console, it captures. Figures that were asked for are shown. */
function printing({ output }) {
  if (process.env.LIGHTFIELD_FIGURES) return [];
  return [...new Set(output.map(({ file }) => file))];
}

function describeFailure({ runsTests }, code, reports, output) {
  const parts = reports.flatMap((report) => [
    describeReport(report),
    ...printing(report).map((file) => {
      const texts = report.output.filter((one) => one.file === file).map(({ text }) => text.trimEnd());
      return `✗ ${report.where}: ${file} printed what no test expected:\n${lastLines(texts.join("\n"))}`;
    }),
  ]);
  const isExplained = reports.some((report) => report.failed.length + report.output.length > 0);
  if (!isExplained)
    parts.push(`${lastLines(output)}\nIt ended with ${code}${runsTests ? ", without a failed test" : ""}.`);
  return parts.join("\n");
}

const lastLines = (text) => text.trimEnd().split("\n").slice(-LAST_LINES).join("\n");

/** The processes that run now, to be ended with this one. */
const children = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    for (const child of children) child.kill("SIGTERM");
    process.exit(1);
  });
}

/** Runs the command with its test files as Node loads them. @returns {Promise<{code: number, output: string}>} */
async function runFiles({ command, args, files = [] }, env) {
  if (files.length === 0) return runCommand({ command, args }, env);
  let bundle;
  try {
    bundle = await bundleNodeTests(files);
  } catch (error) {
    return { code: 1, output: `${error}` };
  }
  try {
    return await runCommand({ command, args: [...args, ...files.map(bundle.pathOf)] }, env);
  } finally {
    bundle.remove();
  }
}

/** @returns {Promise<{code: number, output: string}>} */
function runCommand({ command, args }, env) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += stripVTControlCharacters(text);
      });
    }
    const end = (code) => {
      children.delete(child);
      resolve({ code: code ?? 1, output });
    };
    child.once("error", (error) => {
      output += error.message;
      end(1);
    });
    child.once("close", end);
  });
}
