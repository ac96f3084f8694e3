import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import type { BrowserContext } from "playwright-core";
import { cutAtRandom } from "../../demo/emulator/index.ts";
import { md5Of, randomFile, sameBytes } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";
import { until } from "./waiting.ts";
import type { WidgetPage } from "./widget-page.ts";

const MIB = 1_048_576;
const PAGE = "/resumable.html";

let stage: Stage;
before(async () => {
  stage = await openStage({ emulator: NO_RATE_LIMIT });
});
afterEach(() => stage.endTest());
after(() => stage.close());

/** Bytes of bodies that the relay's own machine read from its sockets, whatever became of them. */
function bytesReceived(): number {
  const patches = stage.emulator.requests.entries.filter(({ side, method }) => side === "relay" && method === "PATCH");
  return patches.reduce((sum, { bytesRead }) => sum + bytesRead, 0);
}

/** Bytes that the relay had in the end or lost on the way, so far. */
async function receivedAtLeast(bytes: number): Promise<void> {
  await until(`${bytes} bytes have arrived`, () => bytesReceived() >= bytes);
}

/** As a crash ends it: no script of the page's runs any more. */
async function kill(widget: WidgetPage): Promise<void> {
  const cdp = await widget.page.context().newCDPSession(widget.page);
  const crashed = widget.page.waitForEvent("crash");
  // Nobody is left to answer it.
  void cdp.send("Page.crash").catch(() => {});
  await crashed;
  await widget.page.close();
}

function open(context: BrowserContext): Promise<WidgetPage> {
  return stage.open(PAGE, context);
}

async function assertArrived(fileId: string | null, source: string): Promise<void> {
  const stored = stage.emulator.files().find(({ id }) => id === fileId);
  assert.equal(stored?.status, "COMPLETED");
  assert.equal(stored?.md5, await md5Of(source));
  const object = stage.emulator.objectPath(fileId ?? "");
  assert.ok(object && (await sameBytes(object, source)), "the stored bytes are not those of the file");
}

function pendingSessions(name: string): number {
  return stage.emulator.files().filter(({ requestedName, status }) => requestedName === name && status === "PENDING")
    .length;
}

test("200 MiB over a line that is cut 20 times, in a tab that dies twice, under a session that expires once", async (t) => {
  const size = 200 * MIB;
  const source = await randomFile(stage.sourceDir, "recording.mp4", size);
  // A browser silently sends a cut request once more; what meets a cut in vain then is not counted as one.
  const cutsWanted = 20;
  stage.emulator.faults.add(...cutAtRandom({ seed: 20, count: 2 * cutsWanted, totalBytes: size }));
  const context = await stage.newContext();

  const first = await open(context);
  await first.drop([source]);
  await receivedAtLeast(0.25 * size);
  await kill(first);

  const second = await open(context);
  await second.drop([source]);
  await receivedAtLeast(0.5 * size);
  await kill(second);

  const third = await open(context);
  await third.drop([source]);
  await receivedAtLeast(0.6 * size);
  for (const { id } of stage.emulator.files()) stage.emulator.expire(id);
  const [upload] = await third.settled(1);
  await context.close();

  const received = bytesReceived();
  const cuts = stage.emulator.requests.entries.filter(({ side, status }) => side === "relay" && status === null).length;
  const sessions = stage.emulator.files().filter(({ requestedName }) => requestedName === "recording.mp4");
  t.diagnostic(
    `${(received / size).toFixed(4)} × the file was received; ${cuts} requests ended without an answer; ` +
      `${sessions.length} sessions: ${sessions.map(({ status }) => status).join(", ")}`,
  );
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  await assertArrived(upload?.fileId ?? null, source);
  assert.ok(cuts >= cutsWanted, `only ${cuts} cuts`);
  assert.deepEqual(sessions.map(({ status }) => status).sort(), ["COMPLETED", "EXPIRED"]);
  assert.ok(received <= 1.05 * size, `${received} bytes were received for a file of ${size}`);
  assert.equal(pendingSessions("recording.mp4"), 0);
});

test("paused and resumed by its button, it sends no confirmed byte again", async () => {
  const size = 40 * MIB;
  const source = await randomFile(stage.sourceDir, "paused.bin", size);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 8 * MIB });
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await receivedAtLeast(4 * MIB);
  await widget.button("Pause", "paused.bin").click();
  await widget.first({ status: "paused" });
  // All of it in one request that nobody has answered: only the relay knows what is safe.
  await until("it shows what the relay keeps", async () => {
    const [upload] = await widget.uploads();
    return (upload?.confirmedBytes ?? 0) >= 4 * MIB && upload?.confirmedBytes === (await stage.relayBytes());
  });
  const [paused] = await widget.uploads();
  assert.equal(paused?.sentBytes, paused?.confirmedBytes);
  await widget.says(new RegExp(`Paused\\s+${((paused?.confirmedBytes ?? 0) / MIB).toFixed(1)} MB of 40 MB`));
  const before = bytesReceived();
  await widget.button("Resume", "paused.bin").click();
  const upload = await widget.first({ status: "succeeded" });
  await widget.close();
  await assertArrived(upload.fileId, source);
  assert.ok(before >= 4 * MIB);
  assert.ok(bytesReceived() <= 1.05 * size, `${bytesReceived()} bytes for ${size}`);
});

test("cancelled in the middle, it leaves no session and no bytes behind", async () => {
  const source = await randomFile(stage.sourceDir, "unwanted.bin", 40 * MIB);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 4 * MIB });
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await receivedAtLeast(4 * MIB);
  await widget.button("Cancel", "unwanted.bin").click();
  await widget.first({ status: "cancelled" });
  await until("no session is pending", () => pendingSessions("unwanted.bin") === 0);
  await until("the relay keeps nothing of it", async () => (await stage.relayBytes()) === 0);
});

test("two tabs never send the same session: the second one begins its own", async () => {
  const size = 24 * MIB;
  const source = await randomFile(stage.sourceDir, "twice.bin", size);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 4 * MIB, times: 1 });
  const context = await stage.newContext();
  const [one, other] = [await open(context), await open(context)];
  await one.drop([source]);
  await receivedAtLeast(2 * MIB);
  await other.drop([source]);
  const uploads = [...(await one.settled(1)), ...(await other.settled(1))];
  await context.close();
  assert.deepEqual(
    uploads.map(({ status }) => status),
    ["succeeded", "succeeded"],
  );
  assert.notEqual(uploads[0]?.fileId, uploads[1]?.fileId);
  for (const { fileId } of uploads) await assertArrived(fileId, source);
});

test("a file that changed since its upload was interrupted is noticed, and sent from its beginning", async () => {
  const size = 24 * MIB;
  const source = await randomFile(stage.sourceDir, "edited.bin", size);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 8 * MIB });
  const context = await stage.newContext();
  const before = await open(context);
  await before.drop([source]);
  await receivedAtLeast(4 * MIB);
  await kill(before);
  stage.emulator.faults.clear();

  await randomFile(stage.sourceDir, "edited.bin", size);
  const widget = await open(context);
  await widget.drop([source]);
  await widget.says(/from the beginning/i);
  const upload = await widget.first({ status: "succeeded" });
  await context.close();
  await assertArrived(upload.fileId, source);
});

test("offline waits, and coming back goes on at once", async () => {
  const size = 32 * MIB;
  const source = await randomFile(stage.sourceDir, "train.bin", size);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 6 * MIB });
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await receivedAtLeast(2 * MIB);
  await widget.page.context().setOffline(true);
  await widget.first({ status: "waiting" });
  await widget.says(/offline/i);
  await widget.page.context().setOffline(false);
  const upload = await widget.first({ status: "succeeded" });
  await widget.close();
  await assertArrived(upload.fileId, source);
  assert.ok(bytesReceived() <= 1.05 * size + MIB, `${bytesReceived()} bytes for ${size}`);
});

test("after a reload one click goes on with a dropped file, from where it was cut off", async () => {
  const size = 24 * MIB;
  const source = await randomFile(stage.sourceDir, "again.bin", size);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 8 * MIB });
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await receivedAtLeast(6 * MIB);
  await widget.page.reload();
  await widget.says(/unfinished from an earlier visit/i);
  await widget.button("Resume", "again.bin").click();
  const upload = await widget.first({ status: "succeeded" });
  await widget.close();
  await assertArrived(upload.fileId, source);
  assert.ok(bytesReceived() <= 1.05 * size, `${bytesReceived()} bytes for ${size}`);
  assert.equal(pendingSessions("again.bin"), 0);
});

test("an unfinished upload that is discarded leaves nothing at Lightfield, nor on the list", async () => {
  const source = await randomFile(stage.sourceDir, "never-mind.bin", 24 * MIB);
  stage.emulator.faults.add({ at: "relay", do: "trickle", bytesPerSecond: 8 * MIB });
  const widget = await stage.open(PAGE);
  await widget.drop([source]);
  await receivedAtLeast(4 * MIB);
  await widget.page.reload();
  await widget.says(/unfinished from an earlier visit/i);
  await widget.page.getByRole("button", { name: /^Discard .*never-mind\.bin/ }).click();
  await until("no session is pending", () => pendingSessions("never-mind.bin") === 0);
  await widget.page.reload();
  await until("the search for unfinished uploads is over", () =>
    widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.uploader !== null),
  );
  assert.doesNotMatch(await widget.text(), /unfinished/i);
});
