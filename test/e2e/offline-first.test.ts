/** The first file of a page that has gone offline: the code for it was never loaded, and cannot be loaded now. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST } from "./complaints.ts";
import { sourceFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

const OFFLINE = /You are offline\. Your files are added as soon as you are online\./;

test("a file that is added offline, before its code is loaded, is kept and uploaded when the page is online again", async () => {
  const source = await sourceFile(stage.sourceDir, "kept.vtt", "WEBVTT\n");
  const context = await stage.newContext();
  let isOffline = true;
  // A connection that has just come back is not there for every request.
  let failures = 2;
  // All but the main script: the page was left idle for too short a time to load the rest.
  await context.route(/lightfield-uploader-(?!main)[\w-]+\.js$/, (route) =>
    isOffline || failures-- > 0 ? route.abort("internetdisconnected") : route.continue(),
  );
  const widget = await stage.open("/", context);
  widget.complaints.allow(FAILED_REQUEST);
  await context.setOffline(true);
  await widget.drop([source]);
  await widget.says(OFFLINE);
  assert.deepEqual(await widget.uploads(), []);
  assert.doesNotMatch(await widget.text(), /not added|could not be loaded/);

  isOffline = false;
  await context.setOffline(false);
  const done = await widget.first({ status: "succeeded" });
  assert.equal(done.name, "kept.vtt");
  assert.equal(done.remoteStatus, "COMPLETED");
  assert.doesNotMatch(await widget.text(), OFFLINE);
});
