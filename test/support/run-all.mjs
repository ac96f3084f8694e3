/**
 * `npm test`: every check and every test, some commands at a time. The last line is `N passed, N failed`.
 *
 *     node test/support/run-all.mjs                      everything that a change has to pass
 *     node test/support/run-all.mjs --quick              types, lint, Node tests, one engine, one upload in a page
 *     node test/support/run-all.mjs --long               what takes minutes by its nature
 *     node test/support/run-all.mjs --browsers chromium,firefox
 *     node test/support/run-all.mjs --only "Browser tests"
 *     node test/support/run-all.mjs --files element/form,e2e/keyboard      these test files, each where it runs
 *     node test/support/run-all.mjs --report results.json                 writes every result to a file, too
 *     node test/support/run-all.mjs --built …                             with the build that is there
 *
 * A step that is no test (types, lint, build …) counts as one failure when it fails, and not at all when it passes.
 */
import { writeFileSync } from "node:fs";
import { parseArgs } from "node:util";
import { ENGINES, installHint } from "./browsers.mjs";
import { ensureBrowsers } from "./ensure-browsers.mjs";
import { ensurePeers } from "./ensure-peers.mjs";
import { runSteps } from "./run-steps.mjs";
import { allSteps, longSteps, quickSteps, stepsFor, withoutTests } from "./steps.mjs";
import { leftOut, slowest } from "./summary.mjs";

const { values } = parseArgs({
  options: {
    quick: { type: "boolean", default: false },
    long: { type: "boolean", default: false },
    browsers: { type: "string" },
    only: { type: "string" },
    files: { type: "string" },
    report: { type: "string" },
    built: { type: "boolean", default: false },
  },
});

/** Words that choose nothing end the run: one that tried nothing has not passed. */
function refuseMisspelt() {
  const [unknown] = withoutTests(values.files?.split(",") ?? []);
  if (unknown !== undefined) throw new Error(`--files: no test file has "${unknown}" in its path.`);
}

function chooseSteps(engines) {
  if (values.files !== undefined) return stepsFor(values.files.split(","), engines);
  const steps = values.quick ? quickSteps(engines) : values.long ? longSteps() : allSteps(engines);
  const { only } = values;
  if (only === undefined) return steps;
  const chosen = steps.filter(({ name }) => name.includes(only));
  if (chosen.length === 0) throw new Error(`--only: no step has "${only}" in its name.`);
  return steps.filter((step) => chosen.includes(step) || chosen.some(({ needs = [] }) => needs.includes(step.name)));
}

async function main() {
  const startedAt = performance.now();
  refuseMisspelt();
  const wanted = values.browsers?.split(",") ?? (values.quick ? ["chromium"] : ENGINES);
  const browsers = ensureBrowsers({ wanted });
  const missingPeers = values.quick || values.long ? null : ensurePeers();
  const problems = [browsers.error, missingPeers].filter((problem) => problem !== null);

  const steps = chooseSteps(browsers.present).filter(({ name }) => !(values.built && name === "Build"));
  const results = await runSteps(steps);
  const reports = results.flatMap((result) => result.reports);
  const passed = reports.reduce((sum, report) => sum + report.passed, 0);
  const failed = problems.length + results.reduce((sum, result) => sum + result.failures, 0);
  if (values.report) writeFileSync(values.report, JSON.stringify({ passed, failed, problems, results }));

  console.log("");
  for (const line of slowest(reports)) console.log(line);
  const missing = browsers.missing.map((engine) => `every test in ${engine}: not installed. ${installHint([engine])}`);
  for (const line of [...missing, ...leftOut(reports)]) console.log(`Not run: ${line}`);
  for (const problem of problems) console.log(`✗ ${problem}`);
  const failing = results.filter(({ failures }) => failures > 0).map(({ name }) => name);
  if (failing.length > 0) console.log(`Failed: ${failing.join("; ")}`);
  console.log(`Took ${Math.round((performance.now() - startedAt) / 1000)} s.`);
  console.log(`${passed} passed, ${failed} failed`);
  process.exitCode = failed > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
});
