/**
 * `npx tsx test/simulation/relay/run.ts --seed N --count N [--trace]`: runs the relay through so many seeds, beginning
 * with the first. A seed that breaks a promise is printed with the shortest list of steps that breaks it, as JSON that
 * a test can replay.
 */
import { parseArgs } from "node:util";
import { createRelay } from "../../../src/server/relay/index.ts";
import { shrink } from "./shrink.ts";
import { simulate } from "./simulate.ts";
import { describeStep, planOf } from "./steps.ts";
import { Random } from "./virtual/random.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1000" },
    trace: { type: "boolean", default: false },
    /** Counts broken promises over all seeds, and shrinks none. */
    survey: { type: "boolean", default: false },
    /** How many failing seeds to look for. */
    failures: { type: "string", default: "1" },
    /** Rules that may be broken. */
    excuse: { type: "string", multiple: true, default: [] },
  },
});

const excused = new Set(values.excuse);
const first = Number(values.seed);
const count = Number(values.count);
const startedMs = performance.now();
const totals = { events: 0, answers: 0, deliveries: 0, crashes: 0 };
const broken = new Map<string, number[]>();
let failures = 0;
let seeds = 0;
for (let seed = first; seed < first + count && (values.survey || failures < Number(values.failures)); seed += 1) {
  const plan = planOf(seed, new Random(seed));
  const run = await simulate(plan, createRelay, { excused });
  seeds += 1;
  for (const what of ["events", "answers", "deliveries", "crashes"] as const) totals[what] += run[what];
  if (run.violation === null) continue;
  failures += 1;
  const { rule } = run.violation;
  if (values.survey) {
    broken.set(rule, [...(broken.get(rule) ?? []), seed]);
    continue;
  }
  const smallest = await shrink(plan, rule, createRelay, { excused });
  const { violation, trace } = await simulate(smallest, createRelay, { excused, isTraced: true });
  console.log(`\nseed ${seed}: ${rule}\n  ${violation?.what}\nafter ${smallest.steps.length} steps:`);
  for (const step of smallest.steps) console.log(`  ${describeStep(step)}`);
  console.log(JSON.stringify(smallest));
  if (values.trace) console.log(trace.join("\n"));
}
for (const [rule, where] of broken) console.log(`${where.length} × ${rule}: ${where.slice(0, 8).join(", ")}`);
const seconds = (performance.now() - startedMs) / 1000;
const sums = Object.entries(totals).map(([what, sum]) => `${sum} ${what}`);
console.log(`\n${seeds} seeds from ${first} in ${seconds.toFixed(1)} s: ${failures} failed; ${sums.join(", ")}`);
process.exitCode = failures > 0 ? 1 : 0;
