import assert from "node:assert/strict";
import { test } from "node:test";
import { md5Of, randomFile, sameBytes } from "../e2e/source-files.ts";
import { openStage } from "../e2e/support.ts";

test("300 MiB arrive bit for bit", async (t) => {
  const stage = await openStage();
  t.after(() => stage.close());
  const source = await randomFile(stage.sourceDir, "recording.mp4", 300 * 1024 * 1024);
  const widget = await stage.open();
  await widget.drop([source]);
  const [upload] = await widget.settled(1, 600_000);
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  assert.equal(upload?.md5, await md5Of(source));
  const object = stage.emulator.objectPath(upload?.fileId ?? "");
  assert.ok(object && (await sameBytes(source, object)));
  await stage.endTest();
});
