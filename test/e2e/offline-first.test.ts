/** The first file of a page that has gone offline: the code for it was never loaded, and cannot be loaded now. */
import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { Route } from "playwright-core";
import { FAILED_REQUEST } from "./complaints.ts";
import { sourceFile } from "./source-files.ts";
import { openStage, type Stage } from "./support.ts";
import { until } from "./waiting.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** All but the main script: the page was left idle for too short a time to load the rest. */
const PIECES = /lightfield-uploader-(?!main)[\w-]+\.js$/;
const OFFLINE = /You are offline\. Your files are added as soon as you are online\./;

test("a file that is added offline, before its code is loaded, is kept and uploaded when the page is online again", async () => {
  const source = await sourceFile(stage.sourceDir, "kept.vtt", "WEBVTT\n");
  const context = await stage.newContext();
  let isOffline = true;
  // A connection that has just come back is not there for every request.
  let failures = 2;
  await context.route(PIECES, (route) =>
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

for (const piece of ["list", "engine"]) {
  test(`a file is kept whose code was asked for offline, and fails when the page is online again: the ${piece}`, async () => {
    const source = await sourceFile(stage.sourceDir, "kept.vtt", "WEBVTT\n");
    const context = await stage.newContext();
    let isOffline = true;
    const held: Route[] = [];
    // The first requests of the connection that has come back fail, too.
    const failing = new Set(["list", "engine"]);
    await context.route(PIECES, (route) => {
      const [, name = ""] = /uploader-([a-z]+)-[\w-]{8}\.js$/.exec(route.request().url()) ?? [];
      if (isOffline && name === piece) held.push(route);
      else return isOffline || failing.delete(name) ? route.abort("internetdisconnected") : route.continue();
    });
    const widget = await stage.open("/", context);
    widget.complaints.allow(FAILED_REQUEST);
    await context.setOffline(true);
    await widget.drop([source]);
    await widget.says(OFFLINE);
    await until("the piece is asked for", async () => held.length > 0);

    isOffline = false;
    await context.setOffline(false);
    await widget.page.waitForFunction(() => navigator.onLine);
    for (const route of held) await route.abort("internetdisconnected");
    const done = await widget.first({ status: "succeeded" });
    assert.equal(done.name, "kept.vtt");
  });
}
