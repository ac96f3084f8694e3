import assert from "node:assert/strict";
import { after, afterEach, before, test } from "node:test";
import { FAILED_REQUEST } from "./complaints.ts";
import { md5Of, randomFile, sameBytes } from "./source-files.ts";
import type { Stage } from "./support.ts";
import { openStage } from "./support.ts";
import { until } from "./waiting.ts";

let stage: Stage;
before(async () => {
  stage = await openStage();
});
afterEach(() => stage.endTest());
after(() => stage.close());

function statusesAt(phase: string): (number | null)[] {
  return stage.emulator.requests.entries.filter((entry) => entry.phase === phase).map(({ status }) => status);
}

async function assertStored(fileId: string | null, source: string): Promise<void> {
  const object = fileId === null ? null : stage.emulator.objectPath(fileId);
  assert.ok(object, "storage holds an object");
  assert.ok(await sameBytes(source, object), "storage holds the source's bytes");
}

test("a bit that flips on the way is caught by the server, and the file is sent again", async () => {
  const source = await randomFile(stage.sourceDir, "flipped.bin", 2_000_000);
  stage.emulator.faults.add({ at: "transfer", do: "corrupt", afterBytes: 1_000_000 });
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST);
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  assert.ok(upload);
  assert.equal(upload.status, "succeeded", upload.error ?? "");
  assert.equal(upload.md5, await md5Of(source));
  await assertStored(upload.fileId, source);
  assert.deepEqual(statusesAt("complete"), [422, 200], "the first digest was refused, the second accepted");
  assert.equal(statusesAt("transfer").length, 2);
  const sessions = () => stage.emulator.files().filter(({ filename }) => filename === "flipped.bin");
  await until("the damaged session is given up", () =>
    sessions().every(({ id, status }) => status === (id === upload.fileId ? "COMPLETED" : "CANCELLED")),
  );
});

test("bytes that are damaged every time end in a sentence, and the retry button helps once the line is good", async () => {
  const source = await randomFile(stage.sourceDir, "always-flipped.bin", 100_000);
  stage.emulator.faults.add({ at: "transfer", do: "corrupt", times: 2 });
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST, /Other bytes arrive than the file has: check for a proxy/);
  await widget.drop([source]);
  const [failed] = await widget.settled(1);
  assert.equal(failed?.status, "failed");
  await widget.says(/damaged during the upload/);
  await widget.button("Retry", "always-flipped.bin").click();
  const { fileId } = await widget.first({ status: "succeeded" });
  await assertStored(fileId, source);
});

test("a connection that is cut in the middle is taken up again", async () => {
  const source = await randomFile(stage.sourceDir, "cut.bin", 5_000_000);
  stage.emulator.faults.add({ at: "transfer", do: "disconnect", afterBytes: 1_000_000 });
  const widget = await stage.open();
  widget.complaints.allow(FAILED_REQUEST);
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  await assertStored(upload?.fileId ?? null, source);
  assert.deepEqual(statusesAt("transfer"), [null, 200]);
});

test("a lost answer to complete is asked after, not taken for a failure", async () => {
  const source = await randomFile(stage.sourceDir, "unheard.bin", 100_000);
  stage.emulator.faults.add({ at: "complete", do: "disconnect-before-answer" });
  const widget = await stage.open();
  widget.complaints.allow(FAILED_REQUEST);
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  await assertStored(upload?.fileId ?? null, source);
});

test("a session that runs out during the transfer is replaced without a word to the user", async () => {
  // Storage says "expired" without CORS headers, as S3 does.
  const refusal = /blocked by CORS policy/;
  const source = await randomFile(stage.sourceDir, "overdue.bin", 1_000_000);
  stage.emulator.faults.add({ at: "transfer", do: "expire", afterBytes: 500_000 });
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST, refusal);
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "succeeded", upload?.error ?? "");
  await assertStored(upload?.fileId ?? null, source);
  const statuses = stage.emulator.files().filter(({ filename }) => filename === "overdue.bin");
  assert.deepEqual(statuses.map(({ status }) => status).sort(), ["COMPLETED", "EXPIRED"]);
});

test("storage that refuses the page gives the user a sentence and the developer the cause and two ways out", async () => {
  const source = await randomFile(stage.sourceDir, "no-cors.bin", 100_000);
  stage.emulator.faults.add({ at: "transfer", do: "refuse-cors", times: 10 });
  const widget = await stage.open();
  widget.complaints.expect(FAILED_REQUEST);
  await widget.drop([source]);
  const [upload] = await widget.settled(1);
  assert.equal(upload?.status, "failed");
  widget.complaints.expect(/blocked by CORS policy/, /^<lightfield-uploader> \[storage-unreachable\] .*CORS/);
  assert.match(upload?.error ?? "", /^storage-unreachable: .*CORS.*relay/is);
  await widget.says(/storage cannot be reached from this page/);
});
