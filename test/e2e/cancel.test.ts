import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, test } from "node:test";
import { FAILED_REQUEST, HOST_LINE } from "./complaints.ts";
import { randomFile, sourceFile } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { NO_RATE_LIMIT, openStage } from "./support.ts";
import { until } from "./waiting.ts";

let stage: Stage;
/** What holds up the host's answers, as long as a test wants it to. */
let gate: { readonly opened: Promise<void>; open(): void };

before(async () => {
  const authorize = async (): Promise<true> => {
    await gate.opened;
    return true;
  };
  openGate();
  stage = await openStage({ emulator: NO_RATE_LIMIT, authorize });
});
beforeEach(openGate);
afterEach(() => stage.endTest());
after(() => stage.close());

function openGate(): void {
  gate = { opened: Promise.resolve(), open: () => {} };
}

function closeGate(): void {
  const { promise, resolve } = withResolvers();
  gate = { opened: promise, open: resolve };
}

/** `Promise.withResolvers`, which Node 20 does not have yet. */
function withResolvers(): { promise: Promise<void>; resolve: () => void } {
  let resolve = (): void => {};
  const promise = new Promise<void>((done) => {
    resolve = done;
  });
  return { promise, resolve };
}

/** Every session of that name was cancelled, and no byte of it is kept. */
async function assertNothingLeft(name: string): Promise<void> {
  const sessions = () => stage.emulator.files().filter((file) => file.requestedName === name);
  await until(`every session of ${name} is cancelled`, () => sessions().every(({ status }) => status === "CANCELLED"));
  for (const { id } of sessions()) assert.equal(stage.emulator.objectPath(id), null, "an object was left behind");
}

test("cancelled while the request to create is in flight", async () => {
  const source = await sourceFile(stage.sourceDir, "in-flight.txt", "Never mind.\n");
  const widget = await stage.open();
  closeGate();
  const asked = widget.page.waitForRequest((request) => request.method() === "POST");
  await widget.drop([source]);
  await asked;
  await widget.button("Cancel", "in-flight.txt").click();
  await widget.first({ status: "cancelled" });
  gate.open();
  // The session is only made now, after the user gave up: that is the one that must not be left behind.
  await until("the session is made", () => stage.emulator.files().some(({ filename }) => filename === "in-flight.txt"));
  await assertNothingLeft("in-flight.txt");
});

test("cancelled in the middle of the transfer", async () => {
  const source = await randomFile(stage.sourceDir, "in-transfer.bin", 20_000_000);
  stage.emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 200_000 });
  const widget = await stage.open();
  await widget.drop([source]);
  const isArriving = () =>
    stage.emulator.requests.entries.some(
      (entry) => entry.phase === "transfer" && entry.bytesIn > 100_000 && !entry.status,
    );
  await until("bytes arrive at storage", isArriving);
  await widget.button("Cancel", "in-transfer.bin").click();
  await widget.first({ status: "cancelled" });
  await assertNothingLeft("in-transfer.bin");
});

test("cancelled while it waits to ask for its session again", async () => {
  const source = await sourceFile(stage.sourceDir, "waiting-early.txt", "Later.\n");
  stage.emulator.faults.add({ at: "create", do: "status", status: 503, retryAfterSeconds: 60 });
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST);
  stage.hostLog.expect(HOST_LINE);
  await widget.drop([source]);
  await widget.first({ status: "waiting", step: "authorize" });
  await widget.button("Cancel", "waiting-early.txt").click();
  await widget.first({ status: "cancelled" });
  // A 503 does not say whether a session was made, so the widget finds out, and gives up what it finds.
  await until("it is cancelled at the host", () =>
    stage.emulator.requests.entries.some(({ phase, status }) => phase === "cancel" && status === 200),
  );
  await assertNothingLeft("waiting-early.txt");
});

test("cancelled while it waits with all its bytes in storage", async () => {
  const source = await sourceFile(stage.sourceDir, "waiting-late.txt", "Almost there.\n");
  stage.emulator.faults.add({ at: "complete", do: "status", status: 503, retryAfterSeconds: 60 });
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST);
  stage.hostLog.expect(HOST_LINE);
  await widget.drop([source]);
  await widget.first({ status: "waiting", step: "finalize" });
  const [session] = stage.emulator.files().filter(({ filename }) => filename === "waiting-late.txt");
  assert.ok(session && stage.emulator.objectPath(session.id), "the bytes are there before the cancel");
  await widget.button("Cancel", "waiting-late.txt").click();
  await widget.first({ status: "cancelled" });
  await assertNothingLeft("waiting-late.txt");
});

test("cancelled all at once: those that were still queued never ask for a session", async () => {
  const names = ["all-1.bin", "all-2.bin", "all-3.bin", "all-4.bin", "all-5.bin"];
  const sources = await Promise.all(names.map((name) => randomFile(stage.sourceDir, name, 8_000_000)));
  stage.emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 200_000, times: 3 });
  const widget = await stage.open();
  await widget.drop(sources);
  const sessions = () => stage.emulator.files().filter(({ filename }) => names.includes(filename));
  await until("three of them are on their way", () => sessions().length === 3);
  await widget.page.getByRole("button", { name: "Cancel all", exact: true }).click();
  const uploads = await widget.settled(5);
  assert.ok(uploads.every(({ status }) => status === "cancelled"));
  for (const name of names) await assertNothingLeft(name);
  assert.equal(sessions().length, 3);
});

test("a widget that leaves the page cancels what was under way", async () => {
  const source = await randomFile(stage.sourceDir, "removed.bin", 20_000_000);
  stage.emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 200_000 });
  const widget = await stage.open();
  await widget.drop([source]);
  await until("its session exists", () => stage.emulator.files().some(({ filename }) => filename === "removed.bin"));
  await widget.page.evaluate(() => document.querySelector("lightfield-uploader")?.remove());
  await assertNothingLeft("removed.bin");
});

test("cancelling after the end changes nothing: the file stays, and no session is pending", async () => {
  const source = await sourceFile(stage.sourceDir, "finished.txt", "Done.\n");
  const widget = await stage.open();
  await widget.drop([source]);
  const { id, fileId } = await widget.first({ status: "succeeded" });
  await widget.page.evaluate((uploadId) => {
    const element = document.querySelector("lightfield-uploader");
    if (element && "cancel" in element && typeof element.cancel === "function") element.cancel(uploadId);
  }, id);
  await widget.button("Remove", "finished.txt").click();
  await widget.settled(0);
  const stored = stage.emulator.files().filter(({ filename }) => filename === "finished.txt");
  assert.deepEqual(
    stored.map(({ id: storedId, status }) => [storedId, status]),
    [[fileId, "COMPLETED"]],
  );
  assert.ok(fileId && stage.emulator.objectPath(fileId));
});
