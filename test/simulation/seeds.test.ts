import assert from "node:assert/strict";
import { test } from "node:test";
import { savedCases } from "./cases.ts";
import { describeScenario, tailOf } from "./report.ts";
import { simulate } from "./simulate.ts";

for (const { name, rule, scenario } of savedCases()) {
  test(`${name} (seed ${scenario.seed} broke the rule "${rule}")`, async () => {
    const { violation, log } = await simulate(scenario, { withLog: true });
    const story = () => `${violation?.rule}: ${violation?.message}\n${describeScenario(scenario)}\n${tailOf(log, 60)}`;
    assert.equal(violation, null, violation ? story() : undefined);
  });
}
