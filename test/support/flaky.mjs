/**
 * Finds tests that fail now and then: repeats the suite, or a part of it, while busy loops take the processor from it,
 * and prints how often each test failed.
 *
 *     npm run test:flaky -- --runs 10 --load 4                    the whole suite ten times, beside four busy loops
 *     npm run test:flaky -- --runs 20 --load 4 --files element/form,e2e/keyboard
 *     npm run test:flaky -- --runs 20 --at-once 4 --files e2e/keyboard      after the first run four at a time, each other's load
 *     npm run test:flaky -- --runs 5 --only "Node tests" --browsers chromium
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { startProgram, stopProgram } from "./processes.mjs";

const { values } = parseArgs({
  options: {
    runs: { type: "string", default: "10" },
    load: { type: "string", default: "0" },
    "at-once": { type: "string", default: "1" },
    only: { type: "string" },
    files: { type: "string" },
    browsers: { type: "string" },
  },
});

/** A busy loop ends by itself, should nobody be left to end it. */
const LONGEST_LOAD_MS = 4 * 60 * 60 * 1000;
const BUSY = `const end = Date.now() + ${LONGEST_LOAD_MS}; while (Date.now() < end);`;

function countOf(name) {
  const count = Number(values[name]);
  if (!Number.isInteger(count) || count < 0) throw new Error(`--${name} takes a whole number, not "${values[name]}".`);
  return count;
}

/** @returns {Promise<{passed: number, failed: number, seconds: number, failures: string[]}>} */
async function runOnce(report, isFirst) {
  const args = ["only", "files", "browsers"].flatMap((name) =>
    values[name] === undefined ? [] : [`--${name}`, values[name]],
  );
  if (!isFirst) args.push("--built");
  const startedAt = performance.now();
  const runner = fileURLToPath(new URL("run-all.mjs", import.meta.url));
  const log = openSync(`${report}.log`, "w");
  const child = startProgram(process.execPath, [runner, "--report", report, ...args], {
    stdio: ["ignore", log, log],
    endBy: "SIGTERM",
  });
  const code = await new Promise((resolve) => child.once("exit", resolve));
  closeSync(log);
  const seconds = Math.round((performance.now() - startedAt) / 1000);
  return { seconds, ...readRun(report, code) };
}

function readRun(report, code) {
  try {
    const { passed, failed, problems, results } = JSON.parse(readFileSync(report, "utf8"));
    return { passed, failed, failures: [...problems, ...results.flatMap(failuresOf)] };
  } catch {
    return { passed: 0, failed: 1, failures: [`the run as a whole ended with ${code}, without a report`] };
  }
}

function failuresOf({ name, failures, reports }) {
  const tests = reports.flatMap(({ where, failed }) => failed.map((test) => `${where}: ${test.file}: ${test.name}`));
  const printed = reports.flatMap(({ where, output }) => output.map(({ file }) => `${where}: ${file}: printed`));
  const named = [...new Set([...tests, ...printed])];
  return failures > 0 && named.length === 0 ? [`the step "${name}"`] : named;
}

async function main() {
  const runs = countOf("runs");
  const atOnce = Math.max(1, countOf("at-once"));
  const load = Array.from({ length: countOf("load") }, () => startProgram(process.execPath, ["-e", BUSY]));
  const folder = mkdtempSync(join(tmpdir(), "lightfield-flaky-"));
  /** @type {Map<string, number>} */
  const failures = new Map();
  let green = 0;
  try {
    let run = 0;
    const repeat = async (last) => {
      while (run < last) {
        run += 1;
        const name = `run ${run} of ${runs}`;
        const report = join(folder, `${run}.json`);
        const result = await runOnce(report, run === 1);
        if (result.failed === 0) green += 1;
        console.log(`${name}: ${result.passed} passed, ${result.failed} failed, ${result.seconds} s`);
        for (const test of result.failures) {
          failures.set(test, (failures.get(test) ?? 0) + 1);
          console.log(`  ✗ ${test}`);
        }
        if (result.failed > 0) console.log(`  what it printed: ${report}.log`);
      }
    };
    // Alone, because it builds what the others use.
    await repeat(Math.min(1, runs));
    await Promise.all(Array.from({ length: atOnce }, () => repeat(runs)));
  } finally {
    for (const loop of load) await stopProgram(loop);
    if (green === runs) rmSync(folder, { recursive: true, force: true });
  }

  console.log(`\n${green} of ${runs} runs were green, ${atOnce} at a time, beside ${load.length} busy loops.`);
  if (failures.size > 0) {
    console.log("\n| failed | test |\n|--:|---|");
    for (const [test, count] of [...failures].sort(([, one], [, other]) => other - one)) {
      console.log(`| ${count} of ${runs} | ${test} |`);
    }
  }
  process.exitCode = green === runs ? 0 : 1;
}

main().catch((error) => {
  console.error(error.message);
  process.exitCode = 1;
});
