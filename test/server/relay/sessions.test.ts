import assert from "node:assert/strict";
import { chmodSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, describe, it } from "node:test";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(3 * MIB);
const digest = lab.md5(bytes);
const NOTHING = new Uint8Array();

let emulator: RunningEmulator;
let running: lab.RunningRelay;
const open = (opening: lab.Opening = {}, sizeBytes = bytes.length) =>
  lab.openUpload(running, emulator, sizeBytes, opening);

beforeEach(async () => {
  emulator = await lab.emulate();
  running = await lab.startRelay();
});

describe("a session that replaces another", () => {
  it("resumes from the stored bytes, which are delivered to the new session's address", async () => {
    const old = await open();
    await lab.patch(old, 0, bytes.slice(0, 2 * MIB));
    const next = await open({ replaces: old.file.id });
    assert.equal(next.offset, 2 * MIB);
    assert.equal((await lab.patch(next, 2 * MIB, bytes.slice(2 * MIB))).status, 204);
    assert.equal(lab.storedMd5(emulator, old.file), null);
    assert.equal(await lab.complete(emulator, next.file, digest), "COMPLETED");
  });

  it("works if the old one ended with all bytes in the relay and none in storage", async () => {
    const old = await open();
    emulator.faults.add({ at: "transfer", do: "expire" });
    assert.equal((await lab.patch(old, 0, bytes)).status, 410);
    const before = running.receivedBytes();
    const next = await open({ replaces: old.file.id });
    assert.equal(next.offset, bytes.length);
    assert.equal((await lab.patch(next, bytes.length, NOTHING)).status, 204);
    assert.ok(running.receivedBytes() - before < 2048, "bytes were sent again");
    assert.equal(await lab.complete(emulator, next.file, digest), "COMPLETED");
  });

  it("can be replaced as well", async () => {
    const first = await open();
    await lab.patch(first, 0, bytes.slice(0, MIB));
    const second = await open({ replaces: first.file.id });
    await lab.patch(second, MIB, bytes.slice(MIB, 2 * MIB));
    const third = await open({ replaces: second.file.id });
    assert.equal(third.offset, 2 * MIB);
    await lab.patch(third, 2 * MIB, bytes.slice(2 * MIB));
    assert.equal(await lab.complete(emulator, third.file, digest), "COMPLETED");
  });

  it("leaves the old address and token without effect", async () => {
    const old = await open();
    await lab.patch(old, 0, bytes.slice(0, MIB));
    const next = await open({ replaces: old.file.id });
    assert.equal((await lab.head(old)).status, 404);
    assert.equal((await lab.patch(old, MIB, bytes.slice(MIB))).status, 404);
    assert.equal((await lab.remove(old)).status, 404);
    await running.relay.forget(old.file.id);
    await running.relay.forget(old);
    assert.equal(lab.offsetOf(await lab.head(next)), MIB);
  });

  it("keeps its bytes in every order of its start and the old one's end", async () => {
    emulator.setLimits({ requestsPerSecond: 1000 });
    for (let turn = 0; turn < 20; turn += 1) {
      const old = await open();
      await lab.patch(old, 0, bytes.slice(0, 1000));
      const forgetting = turn % 2 === 0 ? running.relay.forget(old) : null;
      const opening = open({ replaces: old.file.id });
      await (forgetting ?? running.relay.forget(old));
      const next = await opening;
      assert.equal(lab.offsetOf(await lab.head(next)), next.offset);
      assert.ok(next.offset === 0 || next.offset === 1000);
      await running.relay.forget(next);
      assert.deepEqual(await lab.leftovers(running), []);
    }
  });

  it("stops a request that is still writing for the old one, and returns the correct offset", async () => {
    const old = await open();
    const stale = lab.slowPatch(old, 0, bytes, bytes.length, MIB);
    await lab.until("bytes to be stored", () => lab.storedSizes(running).some((size) => size >= MIB));
    const next = await open({ replaces: old.file.id });
    assert.equal(lab.offsetOf(await lab.head(next)), next.offset);
    assert.ok(next.offset >= MIB && next.offset < bytes.length, `${next.offset}`);
    stale.destroy();
    assert.equal((await lab.patch(next, next.offset, bytes.slice(next.offset))).status, 204);
    assert.equal(await lab.complete(emulator, next.file, digest), "COMPLETED");
  });

  const strangers: readonly (readonly [string, lab.Opening, number?])[] = [
    ["another user's", { subject: "eve" }],
    ["a file of another size", {}, bytes.length + 1],
  ];
  for (const [whose, opening, sizeBytes] of strangers) {
    it(`does not get the bytes of ${whose}`, async () => {
      const old = await open();
      await lab.patch(old, 0, bytes.slice(0, MIB));
      const next = await open({ ...opening, replaces: old.file.id }, sizeBytes);
      assert.equal(next.offset, 0);
      assert.equal(lab.offsetOf(await lab.head(old)), MIB, "the old upload was touched");
    });
  }

  it("starts at 0 if the old one is unknown, deleted or already in storage", async () => {
    const done = await open();
    await lab.patch(done, 0, bytes);
    const gone = await open();
    await running.relay.forget(gone);
    for (const replaces of ["fil_unknown", "../../x", "", done.file.id, gone.file.id]) {
      assert.equal((await open({ replaces })).offset, 0, replaces);
    }
    assert.equal((await lab.head(done)).status, 200);
  });

  it("is the same one if the token endpoint repeats its call after a lost response", async () => {
    const first = await open();
    await lab.patch(first, 0, bytes.slice(0, MIB));
    const again = await open({ file: first.file });
    assert.deepEqual([again.url, again.offset], [first.url, MIB]);
    await lab.patch(first, MIB, bytes.slice(MIB));
    assert.equal((await open({ file: first.file })).offset, bytes.length);
    assert.deepEqual(lab.puts(emulator, first.file), [bytes.length]);
  });

  it("does not allow one user to open another's session", async () => {
    const { file } = await open();
    await assert.rejects(open({ file, subject: "eve" }), { status: 409 });
  });
});

describe("an upload that is no longer needed", () => {
  for (const [how, end] of [
    ["DELETE", (upload: lab.Upload) => lab.remove(upload)],
    ["forget", (upload: lab.Upload) => running.relay.forget(upload)],
  ] as const) {
    it(`is deleted at once by ${how}, also in the middle of a chunk`, async () => {
      const upload = await open();
      const sending = lab.slowPatch(upload, 0, bytes, bytes.length, MIB);
      await lab.until("bytes to be stored", () => lab.storedSizes(running).some((size) => size >= MIB));
      await end(upload);
      assert.deepEqual(await lab.leftovers(running), []);
      assert.equal((await lab.head(upload)).status, 404);
      sending.destroy();
    });

    it(`is deleted by ${how} during its delivery`, { timeout: 120_000 }, async () => {
      // A file that is forwarded while it arrives has no delivery of its own.
      running = await lab.startRelay({ passThrough: false });
      const upload = await open();
      emulator.faults.add({ at: "transfer", do: "stall", afterBytes: 1000 });
      const answer = lab.patch(upload, 0, bytes);
      await lab.until("storage to be asked", () => lab.puts(emulator, upload.file).length > 0);
      await end(upload);
      assert.deepEqual(await lab.leftovers(running), []);
      assert.equal((await answer).status, 503);
    });
  }

  it("is cleaned up after its expiry: bytes, sessions and receipts", async () => {
    running = await lab.startRelay({ expiresAfterMs: 60_000 });
    const half = await open();
    await lab.patch(half, 0, bytes.slice(0, MIB));
    const whole = await open();
    emulator.faults.add({ at: "transfer", do: "status", status: 403 });
    assert.equal((await lab.patch(whole, 0, bytes)).status, 422);
    const done = await open();
    await lab.patch(done, 0, bytes);
    assert.equal(await running.relay.cleanUp(), 0);
    assert.equal(lab.offsetOf(await lab.head(half)), MIB);

    await lab.age(running, 61_000);
    const fresh = await open();
    assert.equal((await lab.head(half)).status, 404);
    assert.ok((await running.relay.cleanUp()) > 0);
    assert.equal((await lab.leftovers(running)).length, 2, "more than the fresh one's two entries");
    assert.equal((await lab.head(fresh)).status, 200);
  });

  it("keeps its receipt for half an hour", async () => {
    const done = await open();
    await lab.patch(done, 0, bytes);
    await lab.age(running, 20 * 60_000);
    await running.relay.cleanUp();
    assert.equal((await lab.head(done)).status, 200);
    await lab.age(running, 20 * 60_000);
    await running.relay.cleanUp();
    assert.deepEqual(await lab.leftovers(running), []);
  });

  it("is cleaned up by several instances at once while it is also cancelled", async () => {
    emulator.setLimits({ requestsPerSecond: 1000 });
    const other = await lab.startRelay({ directory: running.directory });
    const uploads = await Promise.all(Array.from({ length: 20 }, () => open()));
    await lab.age(running, 25 * 3_600_000);
    const rounds = [running, other, running, other].map(({ relay }) => relay.cleanUp());
    await Promise.all([...rounds, ...uploads.map(({ file }) => other.relay.forget(file))]);
    assert.deepEqual(readdirSync(running.directory), []);
  });

  it("is cleaned up by keepClean", async () => {
    await open();
    await lab.age(running, 25 * 3_600_000);
    const stop = running.relay.keepClean(10);
    await lab.untilAsync("the folder to be empty", async () => (await lab.leftovers(running)).length === 0);
    stop();
  });
});

describe("the relay's limits", () => {
  it("refuse a file that is too large", async () => {
    running = await lab.startRelay({ maxFileBytes: 1000 });
    await assert.rejects(open({}, 1001), { status: 413, code: "file_too_large" });
    await open({}, 1000);
  });

  it("count promised bytes, so that every admitted upload can finish", async () => {
    running = await lab.startRelay({ maxStoredBytes: 2 * bytes.length });
    const uploads = [await open(), await open()];
    await assert.rejects(open(), (error: { status?: number; code?: string; headers?: Record<string, string> }) => {
      assert.deepEqual([error.status, error.code], [503, "relay_full"]);
      return error.headers?.["retry-after"] === "30";
    });
    const [first] = uploads;
    assert.ok(first);
    assert.equal((await lab.patch(first, 0, bytes)).status, 204);
    await open();
  });

  it("also hold for parallel requests, and admit an upload that takes over bytes", async () => {
    running = await lab.startRelay({ maxUploads: 3 });
    const asked = await Promise.allSettled(Array.from({ length: 10 }, () => open()));
    const opened = asked.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
    assert.equal(opened.length, 3);
    const [first] = opened;
    assert.ok(first);
    await open({ replaces: first.file.id });
  });

  it("allow only the owner to read the folder", async () => {
    const { directory } = await lab.startRelay({ directory: join(lab.temporaryFolder(), "made", "by the relay") });
    assert.equal(statSync(directory).mode & 0o077, 0);
  });

  it("allow only the owner to read presigned URLs in a folder that existed before", async () => {
    const directory = lab.temporaryFolder();
    chmodSync(directory, 0o755);
    running = await lab.startRelay({ directory });
    await open();
    const entries = readdirSync(directory).filter((name) => name.endsWith(".json"));
    assert.equal(entries.length, 2);
    for (const name of entries) assert.equal(statSync(join(directory, name)).mode & 0o077, 0);
  });
});

describe("two instances on one folder", () => {
  it("serve one upload in turns, chunk by chunk", async () => {
    const other = await lab.startRelay({ directory: running.directory });
    const upload = await open();
    const at = [running, other].map(({ url }) => ({ ...upload, url: upload.url.replace(running.url, url) }));
    let turn = 0;
    const next = (): lab.Upload => at[turn++ % at.length] ?? upload;
    for (let offset = 0; offset < bytes.length; offset += MIB / 2) {
      assert.equal(lab.offsetOf(await lab.head(next())), offset);
      assert.equal((await lab.patch(next(), offset, bytes.slice(offset, offset + MIB / 2))).status, 204);
      turn += 1;
    }
    for (const one of at) assert.equal(lab.offsetOf(await lab.head(one)), bytes.length);
    assert.deepEqual(lab.puts(emulator, upload.file), [bytes.length]);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
  });
});
