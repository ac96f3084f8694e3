import assert from "node:assert/strict";
import { test } from "node:test";
import { FAILED_REQUEST } from "../e2e/complaints.ts";
import { randomFile } from "../e2e/source-files.ts";
import { NO_RATE_LIMIT, openStage } from "../e2e/support.ts";

/** How long the widget lets a PUT stand still before it starts over. */
const SILENCE_MS = 60_000;

test("storage that falls silent for a real minute costs one more try and nothing else", async (t) => {
  const stage = await openStage({ emulator: NO_RATE_LIMIT });
  t.after(() => stage.close());
  stage.emulator.faults.add({ at: "transfer", do: "stall", afterBytes: 30_000 });
  // More than the buffers between browser and server hold, so that a server which stops reading is noticed.
  const source = await randomFile(stage.sourceDir, "silence.bin", 24_000_000);
  const widget = await stage.open();
  widget.complaints.allow(FAILED_REQUEST);
  await widget.drop([source]);
  const [upload] = await widget.settled(1, 600_000);
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  const puts = stage.emulator.requests.entries.filter(({ phase, method }) => phase === "transfer" && method === "PUT");
  const [first, second, ...others] = puts.map(({ at }) => at);
  assert.deepEqual(others, []);
  assert.ok(first && second && second - first >= SILENCE_MS, `tried again after ${(second ?? 0) - (first ?? 0)} ms`);
  await stage.endTest();
});
