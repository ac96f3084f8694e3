import assert from "node:assert/strict";
import type { Socket } from "node:net";
import { beforeEach, describe, it } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { type Locker, MemoryLocker } from "@tus/server";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(64 * MIB);
/** Most bytes that Node reads from a socket at once. */
const SOCKET_READ_BYTES = 65_536;
/** Longer than the relay waits for a request whose upload another one needs. */
const AFTER_DRAIN_MS = 600;

/** A locker that tells when a request asks for a lock that another one holds. */
function tellingLocker(): { readonly locker: Locker; readonly isAsked: Promise<void> } {
  const memory = new MemoryLocker();
  let asked = (): void => {};
  const isAsked = new Promise<void>((resolve) => {
    asked = resolve;
  });
  const newLock: Locker["newLock"] = (id) => {
    const lock = memory.newLock(id);
    return {
      lock(signal, release) {
        const tell = () => {
          asked();
          return release();
        };
        return lock.lock(signal, tell);
      },
      unlock: () => lock.unlock(),
    };
  };
  return { locker: { newLock }, isAsked };
}

describe("a connection that breaks in the middle of a chunk", () => {
  let emulator: RunningEmulator;
  let running: lab.RunningRelay;
  let upload: lab.Upload;

  beforeEach(async () => {
    emulator = await lab.emulate();
    running = await lab.startRelay();
    upload = await lab.openUpload(running, emulator, bytes.length);
  });

  for (const [how, cut] of [
    ["closed", (socket: Socket) => socket.destroy()],
    ["reset", (socket: Socket) => socket.resetAndDestroy()],
  ] as const) {
    it(`keeps the bytes that the server has read when it is ${how}, and answers a client that comes back at once`, async () => {
      for (const read of [1, 100_001, 3 * MIB, 11 * MIB + 7]) {
        upload = await lab.openUpload(running, emulator, bytes.length);
        const sender = await lab.rawPatch(upload, 0, bytes.length);
        sender.socket.write(bytes.slice(0, read + MIB));
        await lab.until("the server to read", () => running.socketOf(sender).bytesRead - sender.headBytes >= read);
        cut(sender.socket);
        const back = await lab.head(upload);
        assert.equal(back.status, 200);
        const lost = running.socketOf(sender).bytesRead - sender.headBytes - lab.offsetOf(back);
        // A server that has not noticed the end of the connection stops reading for the newer request, and Node may
        // read once more by then.
        assert.ok(lost >= 0 && lost <= SOCKET_READ_BYTES, `${lost} bytes were read and not kept`);
        await lab.remove(upload);
      }
    });
  }

  it("is detected when the same client comes back while the old connection is still open", async () => {
    const sender = await lab.rawPatch(upload, 0, bytes.length);
    sender.socket.write(bytes.slice(0, MIB));
    await lab.until("bytes to be stored", () => lab.storedSizes(running).includes(MIB));
    const back = await lab.head(upload);
    assert.equal(lab.offsetOf(back), MIB);
    assert.equal((await lab.patch(upload, MIB, bytes.slice(MIB, 2 * MIB))).status, 204);
    assert.equal(lab.offsetOf(await lab.head(upload)), 2 * MIB);
    // The older request gets its offset.
    assert.match(sender.answer(), /^HTTP\/1\.1 204 [\s\S]*upload-offset: 1048576\r\n/i);
  });

  it("does not stop the next request in its place when it ends by itself", async () => {
    const { locker, isAsked } = tellingLocker();
    running = await lab.startRelay({ locker });
    upload = await lab.openUpload(running, emulator, bytes.length);
    const sender = await lab.rawPatch(upload, 0, bytes.length);
    sender.socket.write(bytes.slice(0, MIB));
    await lab.until("bytes to be stored", () => lab.storedSizes(running).includes(MIB));
    const coming = lab.head(upload);
    await isAsked;
    sender.socket.destroy();
    assert.equal(lab.offsetOf(await coming), MIB);

    const next = await lab.rawPatch(upload, MIB, MIB);
    next.socket.write(bytes.slice(MIB, MIB + 1000));
    await sleep(AFTER_DRAIN_MS);
    next.socket.write(bytes.slice(MIB + 1000, 2 * MIB));
    await lab.until("the answer", () => next.answer() !== "");
    assert.match(next.answer(), /^HTTP\/1\.1 204 [\s\S]*upload-offset: 2097152\r\n/i);
  });

  it("does not stop the next request in its place when that has waited for it", async () => {
    const sender = await lab.rawPatch(upload, 0, bytes.length);
    sender.socket.write(bytes.slice(0, MIB));
    await lab.until("bytes to be stored", () => lab.storedSizes(running).includes(MIB));
    const next = await lab.patch(upload, MIB, bytes.slice(MIB, 2 * MIB));
    assert.deepEqual([next.status, lab.offsetOf(next)], [204, 2 * MIB]);
    assert.match(sender.answer(), /^HTTP\/1\.1 204 [\s\S]*upload-offset: 1048576\r\n/i);
  });

  it("is detected when no byte arrives for a while", async () => {
    running = await lab.startRelay({ idleMs: 1_000 });
    upload = await lab.openUpload(running, emulator, bytes.length);
    const sender = await lab.rawPatch(upload, 0, bytes.length);
    sender.socket.write(bytes.slice(0, MIB));
    await lab.until("the answer", () => sender.answer() !== "");
    assert.match(sender.answer(), /^HTTP\/1\.1 204 [\s\S]*upload-offset: 1048576\r\n/i);
    await lab.until("the connection to be closed", () => running.socketOf(sender).destroyed);
  });

  it("is handled in the same way for a Request", async () => {
    const half = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes.slice(0, MIB)),
      pull: (controller) => controller.error(new Error("the client is gone")),
    });
    const init: RequestInit & { duplex: "half" } = {
      method: "PATCH",
      headers: { ...upload.headers, "Content-Type": "application/offset+octet-stream", "Upload-Offset": "0" },
      body: half,
      duplex: "half",
    };
    const answer = await running.relay.handle(new Request(upload.url, init));
    assert.deepEqual([answer.status, lab.offsetOf(answer)], [204, MIB]);
    assert.equal(lab.offsetOf(await lab.head(upload)), MIB);
  });

  it("costs a browser's silent replay at most a buffer: 409 is sent before the body is read", async () => {
    await lab.patch(upload, 0, bytes.slice(0, MIB));
    const sender = await lab.rawPatch(upload, 0, bytes.length);
    sender.socket.write(bytes);
    await lab.until("the connection to be closed", () => running.socketOf(sender).destroyed);
    assert.match(sender.answer(), /^HTTP\/1\.1 409 /);
    const readBytes = running.socketOf(sender).bytesRead - sender.headBytes;
    assert.ok(readBytes <= MIB, `${readBytes} bytes of the body were read`);
    assert.equal(lab.offsetOf(await lab.head(upload)), MIB);
  });

  for (const [what, headers] of [
    ["without a token", { "Tus-Resumable": "1.0.0" }],
    ["with a foreign origin", { origin: "https://evil.example" }],
  ] as const) {
    it(`does not read the body of a request ${what}`, async () => {
      const intruder = { ...upload, headers: { ...("origin" in headers ? upload.headers : {}), ...headers } };
      const sender = await lab.rawPatch(intruder, 0, bytes.length);
      sender.socket.write(bytes);
      await lab.until("the connection to be closed", () => running.socketOf(sender).destroyed);
      assert.ok(running.socketOf(sender).bytesRead - sender.headBytes <= MIB);
    });
  }
});

describe("a slow disk or a slow network", () => {
  it("slows the sender down instead of filling the memory", async () => {
    const emulator = await lab.emulate();
    const stalled = lab.stallingStore();
    const running = await lab.startRelay({ store: stalled.store });
    const upload = await lab.openUpload(running, emulator, bytes.length);
    const sender = await lab.rawPatch(upload, 0, bytes.length);
    sender.socket.write(bytes);
    await stalled.isWriting;
    await lab.settles(() => running.socketOf(sender).bytesRead);
    const readBytes = running.socketOf(sender).bytesRead - sender.headBytes;
    assert.ok(readBytes < 2 * MIB, `${readBytes} bytes were taken for a store that takes none`);
    sender.socket.destroy();
  });
});
