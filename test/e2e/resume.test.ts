import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST } from "./complaints.ts";
import { kill, LOST_BYTES, MIB, PAGE, RelayWatch, surviveEverything } from "./resume-run.ts";
import { randomFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";
import { until } from "./waiting.ts";

let stage: Stage;
let relay: RelayWatch;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT });
  relay = new RelayWatch(stage);
});
afterEach(() => stage.endTest());
after(() => stage.close());

test("24 MiB over a line that is cut 4 times, in a tab that dies twice, under a session that expires once", async (t) => {
  t.diagnostic(await surviveEverything(stage, 24 * MIB, 4));
});

test("paused and resumed by its button, it sends no confirmed byte again", async () => {
  const size = 24 * MIB;
  const source = await randomFile(stage.sourceDir, "paused.bin", size);
  relay.stallAt(4 * MIB);
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await relay.receives(4 * MIB);
  await widget.button("Pause", "paused.bin").click();
  await widget.first({ status: "paused" });
  // All of it in one request that nobody has answered: only the relay knows what is safe. What it has read from its socket
  // and not stored is lost with the line.
  await until("it shows what the relay keeps", async () => {
    const [upload] = await widget.uploads();
    return upload !== undefined && upload.confirmedBytes >= 4 * MIB - LOST_BYTES;
  });
  const [paused] = await widget.uploads();
  assert.ok(paused && paused.confirmedBytes <= 4 * MIB);
  assert.equal(paused.sentBytes, paused.confirmedBytes);
  await widget.says(/Paused\s+(?:4\.[012]|3\.[6789]) MB of 25\.2 MB/);
  const before = relay.received;
  stage.emulator.faults.clear();
  await widget.button("Resume", "paused.bin").click();
  const upload = await widget.first({ status: "succeeded" });
  await relay.assertArrived(upload.fileId, source);
  assert.ok(before >= 4 * MIB);
  assert.ok(relay.received <= 1.05 * size, `${relay.received} bytes for ${size}`);
});

test("cancelled in the middle, it leaves no session and no bytes behind", async () => {
  const source = await randomFile(stage.sourceDir, "unwanted.bin", 8 * MIB);
  const before = await stage.relayBytes();
  relay.stallAt(4 * MIB);
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await relay.receives(4 * MIB);
  widget.complaints.allow(FAILED_REQUEST);
  await widget.button("Cancel", "unwanted.bin").click();
  await widget.first({ status: "cancelled" });
  await until("no session is pending", () => relay.pendingSessions("unwanted.bin") === 0);
  await until("the relay keeps nothing of it", async () => (await stage.relayBytes()) <= before);
});

test("two tabs never send the same session: the second one begins its own", async () => {
  const size = 8 * MIB;
  const source = await randomFile(stage.sourceDir, "twice.bin", size);
  stage.emulator.faults.add({ at: "relay", do: "stall", atOffset: 2 * MIB });
  const context = await stage.newContext();
  const [one, other] = [await stage.open(PAGE, context), await stage.open(PAGE, context)];
  await one.drop([source]);
  await relay.receives(2 * MIB);
  await other.drop([source]);
  const [second] = await other.settled(1);
  await until("all tabs know of it", () =>
    one.page.evaluate(() => localStorage.getItem("lightfield-uploader:uploaded") !== null),
  );
  // The first is cut off from a line that leads nowhere any more.
  await one.button("Pause", "twice.bin").click();
  await one.button("Resume", "twice.bin").click();
  // Meanwhile the other tab has uploaded the same content.
  await one.says(/Already uploaded on/);
  await one.button("Upload again", "twice.bin").click();
  const uploads = [...(await one.settled(1)), second];
  assert.deepEqual(
    uploads.map((upload) => upload?.status),
    ["succeeded", "succeeded"],
  );
  assert.notEqual(uploads[0]?.fileId, uploads[1]?.fileId);
  for (const upload of uploads) await relay.assertArrived(upload?.fileId ?? null, source);
});

test("a file that changed since its upload was interrupted is noticed, and sent from its beginning", async () => {
  const size = 8 * MIB;
  const source = await randomFile(stage.sourceDir, "edited.bin", size);
  relay.stallAt(4 * MIB);
  const context = await stage.newContext();
  const before = await stage.open(PAGE, context);
  await before.drop([source]);
  await relay.receives(4 * MIB);
  await before.hasStoredCheckpoint();
  await kill(before);
  stage.emulator.faults.clear();

  await randomFile(stage.sourceDir, "edited.bin", size);
  const widget = await stage.open(PAGE, context);
  await widget.drop([source]);
  await widget.says(/from the beginning/i);
  const upload = await widget.first({ status: "succeeded" });
  await relay.assertArrived(upload.fileId, source);
});

test("offline waits, and coming back goes on at once", async () => {
  const size = 8 * MIB;
  const source = await randomFile(stage.sourceDir, "train.bin", size);
  relay.stallAt(2 * MIB);
  const widget = await stage.open(PAGE);
  widget.complaints.allow(FAILED_REQUEST);
  await widget.drop([source]);
  await relay.receives(2 * MIB);
  await widget.page.context().setOffline(true);
  await widget.first({ status: "waiting" });
  await widget.says(/offline/i);
  stage.emulator.faults.clear();
  await widget.page.context().setOffline(false);
  const upload = await widget.first({ status: "succeeded" });
  await relay.assertArrived(upload.fileId, source);
  assert.ok(relay.received <= 1.05 * size + MIB, `${relay.received} bytes for ${size}`);
});

test("after a reload one click goes on with a dropped file, from where it was cut off", async () => {
  const size = 24 * MIB;
  const source = await randomFile(stage.sourceDir, "again.bin", size);
  relay.stallAt(6 * MIB);
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await relay.receives(6 * MIB);
  await widget.hasStoredCheckpoint();
  await widget.page.reload();
  await widget.says(/unfinished uploads from an earlier visit/i);
  stage.emulator.faults.clear();
  await widget.button("Resume", "again.bin").click();
  const upload = await widget.first({ status: "succeeded" });
  await relay.assertArrived(upload.fileId, source);
  assert.ok(relay.received <= 1.05 * size, `${relay.received} bytes for ${size}`);
  assert.equal(relay.pendingSessions("again.bin"), 0);
});

test("an unfinished upload that is discarded leaves nothing at Lightfield, nor on the list", async () => {
  const source = await randomFile(stage.sourceDir, "never-mind.bin", 8 * MIB);
  relay.stallAt(4 * MIB);
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await relay.receives(4 * MIB);
  await widget.hasStoredCheckpoint();
  await widget.page.reload();
  await widget.says(/unfinished uploads from an earlier visit/i);
  await widget.page.getByRole("button", { name: /^Discard .*never-mind\.bin/ }).click();
  await until("no session is pending", () => relay.pendingSessions("never-mind.bin") === 0);
  await widget.page.reload();
  await until("the search for unfinished uploads is over", () =>
    widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.uploader !== null),
  );
  assert.doesNotMatch(await widget.text(), /unfinished/i);
});
