import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST } from "./complaints.ts";
import { randomFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("an endpoint without the paths below it fails the file soon, and the console names the URL and what to check", async (t) => {
  const source = await randomFile(stage.sourceDir, "no-catch-all.bin", 300_000);
  const widget = await stage.open();
  // A framework's own page for a route that does not exist, as of an endpoint mounted without a catch-all.
  await widget.page.route(/\/api\/uploads\/[^/]+(\/|$)/, (route) =>
    route.fulfill({ status: 404, contentType: "text/html", body: "<!doctype html><title>Not found</title>" }),
  );
  widget.complaints.expect(
    FAILED_REQUEST,
    /^<lightfield-uploader> \[endpoint-paths\] .*\/api\/uploads\/fil_\w+\/complete.* 404.*POST \{endpoint\}\/\{id\}\/complete/s,
  );
  const startedAt = performance.now();
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  t.diagnostic(`failed after ${((performance.now() - startedAt) / 1000).toFixed(1)} s`);
  assert.equal(upload?.status, "failed");

  const asked = (phase: string) => stage.emulator.requests.entries.filter((entry) => entry.phase === phase).length;
  t.diagnostic(`${asked("create")} sessions, ${asked("transfer")} whole files`);
  assert.ok(asked("transfer") <= 2, `${asked("transfer")} whole files were sent`);
  assert.ok(asked("create") <= 2, `${asked("create")} sessions were created`);
  await widget.button("Retry", "no-catch-all.bin").waitFor();
  await widget.page.unroute(/\/api\/uploads\/[^/]+(\/|$)/);
});
