import { test } from "node:test";
import { assertAllSucceed, assertNoneTooEarly, openWatchedStage } from "../e2e/rate-limit-run.ts";

test("1,000 files from one page at the real 25 requests a second: none fails, and little time is lost", async (t) => {
  const { stage, writes } = await openWatchedStage();
  t.after(() => stage.close());
  await assertAllSucceed(stage, 1_000, 600_000);
  await stage.endTest();
  const spanMs = (writes.at(-1)?.sentAt ?? 0) - (writes[0]?.sentAt ?? 0);
  // Each file takes two writes; a bucket that was full allows one second's worth at once.
  const leastMs = ((2 * 1_000 - 25) / 25) * 1_000;
  // Printed and not asserted: how much time is lost depends on what else the machine does (see `npm run bench`).
  t.diagnostic(`${assertNoneTooEarly(writes)}; ${(spanMs / leastMs).toFixed(3)} × what the limit allows`);
});
