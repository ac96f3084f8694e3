import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { createAdmission } from "../../../src/server/relay/admission.ts";
import { newBytesId } from "../../../src/server/relay/store/ids.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const FULL = { status: 503, code: "relay_full" };
const SHARE_FULL = { status: 503, code: "relay_share_full" };

describe("the room of a relay", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;

  beforeEach(async () => {
    emulator = await lab.emulate();
    emulator.setLimits({ requestsPerSecond: 1000 });
    running = await lab.startRelay();
  });

  const open = (subject: string, sizeBytes: number, opening: lab.Opening = {}) =>
    lab.openUpload(running, emulator, sizeBytes, { subject, ...opening });

  /** An upload whose session ends at that time, in milliseconds from now. */
  async function openUntil(inMs: number, subject = "ada", opening: lab.Opening = {}, sizeBytes = 100) {
    const file = await lab.createFile(emulator, sizeBytes);
    const expiresAt = new Date(Date.now() + inMs).toISOString();
    return open(subject, sizeBytes, { ...opening, file: { ...file, expiresAt } });
  }

  it("is open to others when one user has opened uploads of the maximum size until the relay refused", async () => {
    let opened = 0;
    await assert.rejects(async () => {
      for (; opened < 20; opened += 1) await open("ada", 512 * MIB);
    }, SHARE_FULL);
    assert.equal(opened, 5, "a quarter of 10 GiB");
    for (let count = 0; count < 5; count += 1) await open("bob", 512 * MIB);
    await open("cleo", 5);
  });

  it("has a share for each user, in bytes and in uploads, that the host can set", async () => {
    running = await lab.startRelay({ maxStoredBytesPerSubject: 1000, maxUploadsPerSubject: 3 });
    await open("ada", 600);
    await assert.rejects(open("ada", 401), SHARE_FULL);
    await open("ada", 399);
    await open("ada", 1);
    await assert.rejects(open("ada", 1), SHARE_FULL);
    await open("bob", 1000);
  });

  it("has no shares for users without a subject, who are all alike", async () => {
    running = await lab.startRelay({ maxStoredBytesPerSubject: 100, maxStoredBytes: 250 });
    await open("", 100);
    await open("", 100);
    await assert.rejects(open("", 100), FULL);
  });

  it("is given back by a session that has ended, when the room is needed", async () => {
    running = await lab.startRelay({ maxUploads: 2 });
    const ended = await openUntil(-1000);
    const alive = await openUntil(60_000);
    assert.equal((await lab.head(ended)).status, 200, "its bytes are kept while there is room");
    const next = await openUntil(60_000, "bob");
    assert.equal((await lab.head(ended)).status, 404);
    for (const upload of [alive, next]) assert.equal((await lab.head(upload)).status, 200);
    await assert.rejects(openUntil(60_000, "cleo"), FULL);
  });

  it("is given back within one user's share, too", async () => {
    running = await lab.startRelay({ maxUploadsPerSubject: 1 });
    await openUntil(-1000);
    await openUntil(60_000);
    await assert.rejects(openUntil(60_000), SHARE_FULL);
  });

  it("is kept by bytes of an ended session that a newer session has taken over", async () => {
    running = await lab.startRelay({ maxUploads: 1 });
    const ended = await openUntil(-1000);
    const successor = await openUntil(60_000, "ada", { replaces: ended.file.id });
    await assert.rejects(openUntil(60_000, "bob"), FULL);
    assert.equal((await lab.head(successor)).status, 200);
  });

  it("is kept by bytes that are arriving, although their session has ended", async () => {
    running = await lab.startRelay({ maxUploads: 1 });
    const ended = await openUntil(-1000, "ada", {}, 2 * MIB);
    const sender = await lab.rawPatch(ended, 0, 2 * MIB);
    sender.socket.write(lab.bytesOf(MIB));
    await lab.until("bytes to be stored", () => lab.storedSizes(running).includes(MIB));
    await assert.rejects(openUntil(60_000, "bob"), FULL);
    sender.socket.destroy();
    assert.equal(lab.offsetOf(await lab.head(ended)), MIB);
  });
});

describe("the listing of a store", () => {
  const limits = {
    maxStoredBytes: 1000,
    maxUploads: 100,
    maxStoredBytesPerSubject: Number.POSITIVE_INFINITY,
    maxUploadsPerSubject: Number.POSITIVE_INFINITY,
  };

  it("is not repeated for each upload while the store is less than half full", async () => {
    let listings = 0;
    const stored: string[] = [];
    const list = async () => {
      listings += 1;
      return [...stored];
    };
    const admit = createAdmission({ list, maxAgeMs: 60_000, limits, reclaim: async () => {} });
    const create = async () => {
      const id = newBytesId(100);
      await admit(id, async () => stored.push(id));
    };
    for (let count = 0; count < 5; count += 1) await create();
    assert.equal(listings, 1);
    for (let count = 0; count < 5; count += 1) await create();
    assert.equal(listings, 6);
    await assert.rejects(
      admit(newBytesId(1), async () => {}),
      FULL,
    );
  });

  it("is repeated before an upload is refused", async () => {
    let stored = [newBytesId(1000)];
    const admit = createAdmission({ list: async () => stored, maxAgeMs: 60_000, limits, reclaim: async () => {} });
    await assert.rejects(
      admit(newBytesId(1), async () => {}),
      FULL,
    );
    stored = [];
    await admit(newBytesId(1000), async () => {});
  });

  it("does not make uploads wait for each other's creation", async () => {
    const stored: string[] = [];
    const admit = createAdmission({ list: async () => [...stored], maxAgeMs: 60_000, limits, reclaim: async () => {} });
    const never = admit(newBytesId(600), () => new Promise<void>(() => {}));
    const second = newBytesId(400);
    await admit(second, async () => void stored.push(second));
    await assert.rejects(
      admit(newBytesId(1), async () => {}),
      FULL,
    );
    assert.ok(never);
  });
});
