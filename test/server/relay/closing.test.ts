import assert from "node:assert/strict";
import { rm } from "node:fs/promises";
import { beforeEach, describe, it } from "node:test";
import { ERRORS } from "@tus/server";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { readyz } from "../../../src/server/index.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(5 * MIB + 1);
const digest = lab.md5(bytes);

describe("an instance of the relay that is closed", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;

  beforeEach(async () => {
    emulator = await lab.emulate();
    running = await lab.startRelay();
  });

  it("confirms what has arrived, refuses new requests, and its successor continues there", async () => {
    const upload = await lab.openUpload(running, emulator, bytes.length);
    const client = await lab.rawPatch(upload, 0, bytes.length);
    client.socket.write(bytes.subarray(0, 3 * MIB));
    await lab.until("the bytes to be stored", () => lab.storedSizes(running)[0] === 3 * MIB);
    await running.relay.close();
    await lab.until("the answer", () => client.answer().includes("\r\n\r\n"));
    assert.match(client.answer(), /^HTTP\/1.1 204[\s\S]*upload-offset: 3145728\r\n/i);
    assert.match(client.answer(), /connection: close/i);

    const refused = await lab.patch(upload, 3 * MIB, bytes.slice(3 * MIB));
    assert.deepEqual([refused.status, refused.headers.get("retry-after")], [503, "1"]);
    assert.equal((await lab.errorOf(refused)).code, "relay_closing");
    await assert.rejects(lab.openUpload(running, emulator, 5), { status: 503, code: "relay_closing" });

    const next = await lab.startRelay({ directory: running.directory });
    const there = { ...upload, url: upload.url.replace(running.url, next.url) };
    assert.equal(lab.offsetOf(await lab.head(there)), 3 * MIB);
    assert.equal((await lab.patch(there, 3 * MIB, bytes.slice(3 * MIB))).status, 204);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
    client.socket.destroy();
  });

  it("finishes the deliveries that are running", async () => {
    running = await lab.startRelay({ passThrough: false });
    const upload = await lab.openUpload(running, emulator, bytes.length);
    emulator.faults.add({ at: "transfer", do: "trickle", bytesPerSecond: 8 * MIB });
    const sending = lab.patch(upload, 0, bytes);
    await lab.until("storage to be asked", () => lab.puts(emulator, upload.file).length > 0);
    await running.relay.close();
    assert.equal((await sending).status, 204);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
  });

  it("aborts deliveries that take longer than it may wait, and keeps their bytes", async () => {
    running = await lab.startRelay({ passThrough: false });
    const upload = await lab.openUpload(running, emulator, bytes.length);
    emulator.faults.add({ at: "transfer", do: "stall" });
    const sending = lab.patch(upload, 0, bytes);
    await lab.until("storage to be asked", () => lab.puts(emulator, upload.file).length > 0);
    await running.relay.close(20);
    assert.equal((await sending).status, 503);
    assert.deepEqual(lab.storedSizes(running), [bytes.length]);
  });
});

describe("the readiness of the relay", () => {
  const problems = async (running: lab.RunningRelay) => {
    const reply = await readyz(running.relay);
    return [reply.status, ((await reply.json()) as { problems: string[] }).problems];
  };

  it("is given while its folder and its locker answer", async () => {
    assert.deepEqual(await problems(await lab.startRelay()), [200, []]);
  });

  it("ends with the closing", async () => {
    const running = await lab.startRelay();
    await running.relay.close();
    assert.deepEqual(await problems(running), [503, ["The relay is closing."]]);
  });

  it("names the folder or the locker that does not work", async () => {
    const running = await lab.startRelay({ lockWaitMs: 50, locker: brokenLocker() });
    await rm(running.directory, { recursive: true });
    const [status, [store, locker]] = (await problems(running)) as [number, string[]];
    assert.equal(status, 503);
    assert.match(store ?? "", /^The store of the relay failed \(ENOENT\)/);
    assert.match(locker ?? "", /^The locker of the relay/);
  });
});

function brokenLocker() {
  const lock = async () => Promise.reject(ERRORS.ERR_LOCK_TIMEOUT);
  return { newLock: () => ({ lock, unlock: async () => {} }) };
}
