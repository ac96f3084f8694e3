import { test } from "node:test";
import { MIB, surviveEverything } from "../e2e/resume-run.ts";
import { openStage } from "../e2e/support.ts";

test("200 MiB over a line that is cut 20 times, in a tab that dies twice, under a session that expires once", async (t) => {
  const stage = await openStage();
  t.after(() => stage.close());
  t.diagnostic(await surviveEverything(stage, 200 * MIB, 20, 600_000));
});
