import assert from "node:assert/strict";
import { after, test } from "node:test";
import type { Fault } from "../../demo/emulator/index.ts";
import { assertAllSucceed, assertNoneTooEarly, openWatchedStage } from "./rate-limit-run.ts";
import type { Stage } from "./support.ts";

let stage: Stage | undefined;
after(() => stage?.close());

async function run(
  emulator: Parameters<typeof openWatchedStage>[0],
  files: number,
  ...faults: Fault[]
): Promise<string> {
  await stage?.close();
  const watched = await openWatchedStage(emulator);
  stage = watched.stage;
  stage.emulator.faults.add(...faults);
  await assertAllSucceed(stage, files);
  await stage.endTest();
  const refused = watched.writes.filter(({ status }) => status === 429);
  assert.ok(refused.length >= faults.length, "Lightfield never said that it is too much");
  return assertNoneTooEarly(watched.writes);
}

test("100 small files under Lightfield's own rate limits: none fails, nothing is sent before its time", async (t) => {
  t.diagnostic(await run({}, 100));
});

test("a limit far below what the widget could do is kept to from the first request to the last", async (t) => {
  const refusal = { do: "status", status: 429, retryAfterSeconds: 1 } as const;
  const faults = [
    { at: "create", ...refusal, fileName: "note-3.txt" },
    { at: "complete", ...refusal, fileName: "note-5.txt" },
  ] as const;
  t.diagnostic(await run({ limits: { requestsPerSecond: 4 } }, 10, ...faults));
});
