/**
 * `npx tsx test/simulation/relay/mutations.ts [--most N] [--only TEXT] [--part 1/4]`: puts one deliberate fault at a time into a copy
 * of the relay, and prints how many seeds the simulator needs to find it.
 */
import { parseArgs } from "node:util";
import { crashEverywhere, ORDINARY } from "./crash-everywhere.ts";
import { FOUND } from "./found.ts";
import type { CreateRelay } from "./model/world.ts";
import { MUTATIONS } from "./mutation/list.ts";
import { loadMutant, type Mutation } from "./mutation/mutant.ts";
import { simulate, simulateSeed } from "./simulate.ts";

const { values } = parseArgs({
  options: {
    most: { type: "string", default: "5000" },
    only: { type: "string", default: "" },
    part: { type: "string", default: "1/1" },
  },
});
const most = Number(values.most);

const [part = 1, parts = 1] = values.part.split("/").map(Number);

let missed = 0;
for (const mutation of MUTATIONS.filter(({ name }, at) => name.includes(values.only) && at % parts === part - 1)) {
  const { createRelay, remove } = await loadMutant(mutation);
  try {
    const found = (await findBySeeds(createRelay)) ?? (await findByPlans(createRelay));
    if (found === null) missed += 1;
    report(mutation, found ?? `not found in ${most} seeds`);
  } finally {
    remove();
  }
}
console.log(missed === 0 ? "every mutation was found" : `${missed} mutations were not found`);
process.exitCode = missed === 0 ? 0 : 1;

async function findBySeeds(createRelay: CreateRelay): Promise<string | null> {
  for (let seed = 1; seed <= most; seed += 1) {
    const { violation } = await simulateSeed(seed, createRelay);
    if (violation) return `${seed} seeds | ${violation.rule}`;
  }
  return null;
}

/** The plans that are tests of their own, for what the seeds did not find. */
async function findByPlans(createRelay: CreateRelay): Promise<string | null> {
  for (const [name, { seeds = 1, ...plan }] of Object.entries(FOUND)) {
    for (let seed = plan.seed; seed < plan.seed + seeds; seed += 1) {
      const { violation } = await simulate({ ...plan, seed }, createRelay);
      if (violation) return `the plan "${name}" (not in ${most} seeds) | ${violation.rule}`;
    }
  }
  for (const steps of Object.values(ORDINARY)) {
    const [first] = (await crashEverywhere(steps, 1, createRelay)).violations;
    if (first) return `crash at each operation (not in ${most} seeds) | ${first.violation.rule}`;
  }
  return null;
}

function report({ name, file }: Mutation, found: string): void {
  console.log(`| ${name} | ${file} | ${found} |`);
}
