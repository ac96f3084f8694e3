import assert from "node:assert/strict";
import { test } from "node:test";
import { Counters } from "./counters.ts";
import { generate } from "./generate.ts";
import { describeScenario, tailOf } from "./report.ts";
import { shrink } from "./shrink.ts";
import { simulate } from "./simulate.ts";

/** Seeds of one run of the tests. `npm run simulate` runs as many as one likes. */
const SEEDS = 2_000;

test(`the engine keeps every rule under the schedules of ${SEEDS} seeds`, async () => {
  const counters = new Counters();
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const { violation } = await simulate(generate(seed), { counters });
    if (violation) assert.fail(await explain(seed, violation.rule));
  }
  assert.equal(counters.get("runs"), SEEDS);
});

test("a seed replays exactly, whatever ran before it", async () => {
  for (const seed of [3, 77, 1_234]) {
    const { log } = await simulate(generate(seed), { withLog: true });
    await simulate(generate(seed + 1));
    const { log: again } = await simulate(generate(seed), { withLog: true });
    assert.deepEqual(again, log);
  }
});

test("the simulated worlds exercise every command, fault and event", async () => {
  const counters = new Counters();
  for (let seed = 1; seed <= 300; seed += 1) await simulate(generate(seed), { counters });
  for (const name of ["add", "pause", "resume", "retry", "cancel", "remove", "clear", "dispose", "configure"]) {
    assert.notEqual(counters.get(`command: ${name}`), 0, name);
  }
  for (const name of ["resumeInterrupted of one", "discardInterrupted of one"]) {
    assert.notEqual(counters.get(`command: ${name}`), 0, name);
  }
  for (const name of ["offline", "sleep", "freeze", "crash", "reload", "change", "vanish", "line"]) {
    assert.notEqual(counters.get(`world: ${name}`), 0, name);
  }
  for (const name of ["succeeded", "failed", "cancelled", "waiting", "paused", "removed", "finished"]) {
    assert.notEqual(counters.get(`event: ${name}`), 0, name);
  }
});

/** The smallest scenario found, and how to see it again. */
async function explain(seed: number, rule: string): Promise<string> {
  const scenario = await shrink(generate(seed), rule);
  const { violation, log } = await simulate(scenario, { withLog: true });
  return [
    `seed ${seed} breaks the rule "${rule}": ${violation?.message}`,
    `See it with: npm run simulate -- --seed ${seed} --shrink`,
    describeScenario(scenario),
    tailOf(log, 40),
  ].join("\n");
}
