import assert from "node:assert/strict";
import { join } from "node:path";
import { after, afterEach, before, test } from "node:test";
import { randomFile, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { openStage } from "./support.ts";
import { assertVerified } from "./verified.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("a folder of 150 files arrives completely, with its subfolders", async () => {
  const folder = join(stage.sourceDir, "archive");
  const sources = new Map<string, string>();
  for (let number = 1; number <= 150; number += 1) {
    const name = `meeting-${String(number).padStart(3, "0")}.txt`;
    const place = number % 5 === 0 ? "2025/autumn" : "2026";
    sources.set(`archive/${place}/${name}`, await sourceFile(folder, join(place, name), `Meeting ${number}.\n`));
  }
  const widget = await stage.open();
  await widget.drop([folder]);
  const uploads = await widget.settled(150);
  const places = uploads.map((upload) => `${upload.folder}/${upload.name}`);
  assert.deepEqual(places.sort(), [...sources.keys()].sort());
  for (const upload of uploads) {
    await assertVerified(stage, upload, sources.get(`${upload.folder}/${upload.name}`) ?? "");
  }
});

test("48 MiB arrive bit for bit", async () => {
  const source = await randomFile(stage.sourceDir, "recording.mp4", 48 * 1024 * 1024);
  const widget = await stage.open();
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  await assertVerified(stage, upload, source);
});
