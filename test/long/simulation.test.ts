import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { runScript } from "../support/processes.mjs";

/** Milliseconds of a day. */
const DAY_MS = 86_400_000;
/** The first seed of today: the tests of a day agree, and those of another day try others. */
const FIRST = Math.floor(Date.now() / DAY_MS) * 1_000_000;

const SIMULATORS = {
  engine: { script: new URL("../simulation/run.ts", import.meta.url), count: 40_000, args: ["--shrink"] },
  relay: { script: new URL("../simulation/relay/run.ts", import.meta.url), count: 4_000, args: [] },
};

describe("schedules that no other run has tried", () => {
  for (const [name, { script, count, args }] of Object.entries(SIMULATORS)) {
    it(`break no rule: the ${name}, ${count} seeds from ${FIRST} on`, async () => {
      const run = await runScript(script, ["--seed", `${FIRST}`, "--count", `${count}`, ...args]);
      assert.equal(run.code, 0, `${run.stdout}${run.stderr}`);
      assert.match(run.stdout, new RegExp(`^${count} seeds (in|from) `, "m"));
    });
  }
});
