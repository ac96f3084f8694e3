import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createRelay } from "../../../src/server/relay/index.ts";
import { runScript } from "../../support/processes.mjs";
import { crashEverywhere, ORDINARY } from "./crash-everywhere.ts";
import { FOUND } from "./found.ts";
import type { CreateRelay } from "./model/world.ts";
import { MUTATIONS } from "./mutation/list.ts";
import { mutated } from "./mutation/mutant.ts";
import { simulate, simulateSeed } from "./simulate.ts";
import { planOf } from "./steps.ts";
import { Random } from "./virtual/random.ts";

/** Seeds of one run of the tests. `run.ts` takes as many as there is time for. */
const SEEDS = 200;

describe("the relay under simulated schedules and faults", () => {
  it(`keeps every promise in ${SEEDS} seeds`, async () => {
    // In a process of its own, because Node's test runner observes every promise, which doubles the time.
    const { code, stdout, stderr } = await runScript(new URL("./run.ts", import.meta.url), ["--count", `${SEEDS}`]);
    assert.equal(code, 0, `${stdout}${stderr}`);
    assert.match(stdout, new RegExp(`^${SEEDS} seeds from 1 in `, "m"));
  });

  for (const [name, steps] of Object.entries(ORDINARY)) {
    it(`keeps every promise after a crash at any operation of ${name}`, async () => {
      const { crashes, violations } = await crashEverywhere(steps, 1, createRelay);
      assert.deepEqual(violations, []);
      assert.ok(crashes > 20, `only ${crashes} crashes`);
    });
  }

  for (const [name, { seeds = 1, ...plan }] of Object.entries(FOUND)) {
    it(name, async () => {
      for (let seed = plan.seed; seed < plan.seed + seeds; seed += 1) {
        const { violation } = await simulate({ ...plan, seed }, createRelay);
        assert.equal(violation, null, `seed ${seed}: ${violation?.rule}: ${violation?.what}`);
      }
    });
  }
});

describe("the simulator of the relay", () => {
  for (const mutation of MUTATIONS) {
    it(`knows where to ${mutation.name}`, () => {
      assert.doesNotThrow(() => mutated(mutation));
    });
  }

  it("runs a seed the same way every time", async () => {
    for (const seed of [7, 42, 1439]) {
      const plan = planOf(seed, new Random(seed));
      const runs = [
        await simulate(plan, createRelay, { isTraced: true }),
        await simulate(plan, createRelay, { isTraced: true }),
      ];
      assert.deepEqual(runs[0], runs[1]);
    }
  });

  it("finds a relay that forgets to forget", async () => {
    const broken: CreateRelay = (options) => ({ ...createRelay(options), forget: async () => {} });
    let rule: string | undefined;
    for (let seed = 1; seed <= 300 && rule === undefined; seed += 1) {
      rule = (await simulateSeed(seed, broken)).violation?.rule;
    }
    assert.equal(rule, "nothing is delivered after a close");
  });
});
