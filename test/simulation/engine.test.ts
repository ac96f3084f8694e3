import assert from "node:assert/strict";
import { before, describe, it, test } from "node:test";
import { runScript } from "../support/processes.mjs";
import { generate } from "./generate.ts";
import { simulate } from "./simulate.ts";

/** Seeds of one run of the tests. `npm run simulate` runs as many as one likes. */
const SEEDS = 2_000;

describe(`the engine under the schedules of ${SEEDS} seeds`, () => {
  let run: Awaited<ReturnType<typeof runScript>>;
  before(async () => {
    // Node's test runner observes every promise of its process, which doubles the time of a simulation.
    run = await runScript(new URL("./run.ts", import.meta.url), ["--count", `${SEEDS}`, "--shrink"]);
  });

  it("keeps every rule", () => {
    assert.equal(run.code, 0, `${run.stdout}${run.stderr}`);
    assert.match(run.stdout, new RegExp(`^${SEEDS} seeds in `, "m"));
  });

  for (const [what, names] of Object.entries({
    command: [
      ...["add", "pause", "resume", "retry", "cancel", "remove", "clear", "dispose", "configure"],
      ...["resumeInterrupted of one", "discardInterrupted of one"],
    ],
    world: ["offline", "sleep", "freeze", "crash", "reload", "change", "vanish", "line"],
    event: ["succeeded", "failed", "cancelled", "waiting", "paused", "removed", "finished"],
  })) {
    it(`meets every kind of ${what}`, () => {
      const [, counts = ""] = new RegExp(`^${what}: \\d+ in all: (.*)$`, "m").exec(run.stdout) ?? [];
      const met = counts.split(", ").map((count) => count.replace(/ \d+$/, ""));
      assert.deepEqual(
        names.filter((name) => !met.includes(name)),
        [],
      );
    });
  }
});

test("a seed replays exactly, whatever ran before it", async () => {
  for (const seed of [3, 77, 1_234]) {
    const { log } = await simulate(generate(seed), { withLog: true });
    await simulate(generate(seed + 1));
    const { log: again } = await simulate(generate(seed), { withLog: true });
    assert.deepEqual(again, log);
  }
});
