/**
 * `npm run simulate`: runs the engine in simulated worlds and prints the first scenario that breaks a rule.
 *
 *     npm run simulate -- --seed 42                 one seed, with its log
 *     npm run simulate -- --seed 1 --count 100000   many seeds, from the first on
 *     npm run simulate -- --seed 42 --shrink        the smallest scenario found that breaks the same rule
 *     npm run simulate -- --count 5000 --keep-going every rule that is broken, with its first seed
 *     npm run simulate -- --seed 42 --lines 200     with so many lines of its log
 *     npm run simulate -- --seed 42 --shrink --save "cancels while the list is read"   keeps it as a test
 *     npm run simulate -- --count 5000 --rule stuck only this rule
 */
import { parseArgs } from "node:util";
import { saveCase } from "./cases.ts";
import { Counters } from "./counters.ts";
import { generate } from "./generate.ts";
import { describeCounters, describeScenario, tailOf } from "./report.ts";
import { shrink } from "./shrink.ts";
import { simulate } from "./simulate.ts";

const { values } = parseArgs({
  options: {
    seed: { type: "string", default: "1" },
    count: { type: "string", default: "1" },
    steps: { type: "string", default: "26" },
    shrink: { type: "boolean", default: false },
    lines: { type: "string", default: "90" },
    rule: { type: "string" },
    save: { type: "string" },
    "keep-going": { type: "boolean", default: false },
  },
});
const first = Number(values.seed);
const count = Number(values.count);
const most = Number(values.steps);
const counters = new Counters();
const found = new Map<string, { seed: number; times: number }>();
const began = performance.now();

for (let seed = first; seed < first + count; seed += 1) {
  const { violation } = await simulate(generate(seed, most), { counters });
  if (violation && (values.rule === undefined || violation.rule.includes(values.rule))) {
    const known = found.get(violation.rule);
    if (known) known.times += 1;
    else {
      found.set(violation.rule, { seed, times: 1 });
      if (values["keep-going"]) console.log(`seed ${seed} breaks the rule "${violation.rule}": ${violation.message}`);
    }
    if (!values["keep-going"]) break;
  }
  if ((seed - first) % 10_000 === 9_999) console.log(`${seed - first + 1} seeds, ${found.size} rules broken`);
}

const seconds = (performance.now() - began) / 1_000;
console.log(
  `${counters.get("runs")} seeds in ${seconds.toFixed(1)} s (${Math.round(counters.get("runs") / seconds)} a second)`,
);
console.log(describeCounters(counters));
for (const [rule, { seed, times }] of found) {
  console.log(`\n=== rule broken: ${rule} (${times} times, first by seed ${seed})`);
  let scenario = generate(seed, most);
  if (values.shrink) scenario = await shrink(scenario, rule);
  const { violation, log } = await simulate(scenario, { withLog: true });
  console.log(describeScenario(scenario));
  console.log(tailOf(log, Number(values.lines)));
  console.log(`seed ${seed}: ${violation?.rule}: ${violation?.message}`);
  if (values.save) saveCase(values.save, rule, scenario);
}
process.exitCode = found.size > 0 ? 1 : 0;
