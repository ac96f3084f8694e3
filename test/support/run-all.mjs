/**
 * `npm test`: every check and every test, one after the other, with one line at the very end: `N passed, N failed`.
 *
 *     node test/support/run-all.mjs                      everything
 *     node test/support/run-all.mjs --quick              types, lint, Node tests, one engine
 *     node test/support/run-all.mjs --browsers chromium,firefox
 *     node test/support/run-all.mjs --only "Browser tests"
 *
 * A step that is no test (types, lint, build …) counts as one failure when it fails, and not at all when it passes.
 */
import { spawn } from "node:child_process";
import { parseArgs, stripVTControlCharacters } from "node:util";
import { ENGINES, installHint } from "./browsers.mjs";
import { ensureBrowsers } from "./ensure-browsers.mjs";
import { allSteps, quickSteps, ROOT } from "./steps.mjs";

const COUNTS = /^Ran in .*: (\d+) passed, (\d+) failed/gm;

const { values } = parseArgs({
  options: { quick: { type: "boolean", default: false }, browsers: { type: "string" }, only: { type: "string" } },
});

const children = new Set();
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
  process.once(signal, () => {
    for (const child of children) child.kill("SIGTERM");
    process.exit(1);
  });
}

/** Runs a command as its output scrolls by; resolves with how it ended and what it counted. */
function run({ command, args, env }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    children.add(child);
    let output = "";
    for (const [from, to] of [
      [child.stdout, process.stdout],
      [child.stderr, process.stderr],
    ]) {
      from.setEncoding("utf8");
      from.on("data", (text) => {
        // The browsers' test runner moves the cursor even where there is none.
        const plain = stripVTControlCharacters(text);
        output += plain;
        to.write(plain);
      });
    }
    const end = (code) => {
      children.delete(child);
      resolve({ ok: code === 0, ...addUp(output) });
    };
    child.once("error", (error) => {
      console.error(error.message);
      end(1);
    });
    child.once("close", end);
  });
}

function addUp(output) {
  const counts = { passed: 0, failed: 0 };
  for (const [, passed, failed] of output.matchAll(COUNTS)) {
    counts.passed += Number(passed);
    counts.failed += Number(failed);
  }
  return counts;
}

/** All commands of a step are run, so that one sees every mistake at once. */
async function runStep(step) {
  console.log(`\n── ${step.name} ${"─".repeat(Math.max(4, 76 - step.name.length))}`);
  if (step.skipped) {
    console.log(`skipped: ${step.skipped}`);
    return { passed: 0, failed: 0 };
  }
  const startedAt = performance.now();
  const totals = { passed: 0, failed: 0 };
  for (const command of step.commands) {
    const { ok, passed, failed } = await run(command);
    totals.passed += passed;
    totals.failed += ok ? failed : Math.max(1, failed);
  }
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
  console.log(`${totals.failed === 0 ? "✓" : "✗"} ${step.name}: ${seconds} s`);
  return totals;
}

async function main() {
  const wanted = values.browsers?.split(",") ?? (values.quick ? ["chromium"] : ENGINES);
  const total = { passed: 0, failed: 0 };
  const notes = [];

  const browsers = ensureBrowsers({ wanted });
  if (browsers.error) notes.push(browsers.error);
  else if (browsers.missing.length > 0) {
    notes.push(`Not tested in ${browsers.missing.join(", ")}: not installed here. ${installHint(browsers.missing)}`);
  }
  if (browsers.error) total.failed += 1;

  const steps = values.quick ? quickSteps(browsers.present) : allSteps(browsers.present);
  const failedSteps = [];
  for (const step of steps.filter(({ name }) => name.includes(values.only ?? ""))) {
    const counts = await runStep(step);
    total.passed += counts.passed;
    total.failed += counts.failed;
    if (counts.failed > 0) failedSteps.push(step.name);
  }

  console.log("");
  for (const note of notes) console.log(note);
  if (failedSteps.length > 0) console.log(`Failed: ${failedSteps.join("; ")}`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error.message);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
});
