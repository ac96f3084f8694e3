import assert from "node:assert/strict";
import { createServer } from "node:http";
import { beforeEach, describe, it } from "node:test";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import type { ServerEvent } from "../../../src/server/index.ts";
import { KEPT_CONNECTIONS } from "../../support/kept-connections.ts";
import * as lab from "./relay-lab.ts";

const { MIB } = lab;
const bytes = lab.bytesOf(6 * MIB + 3);
const digest = lab.md5(bytes);

/** Answer of storage to a PUT that it refuses. */
const REFUSAL = "<Code>AccessDenied</Code>";

/** Storage that counts what has arrived, and answers at the end or as soon as it has `refuseAt` bytes. */
async function startStorage(refuseAt = Number.POSITIVE_INFINITY) {
  const puts: { received: number; isWhole: boolean }[] = [];
  const server = createServer(KEPT_CONNECTIONS, (req, res) => {
    const put = { received: 0, isWhole: false };
    puts.push(put);
    req.on("data", (chunk: Buffer) => {
      put.received += chunk.length;
      if (put.received < refuseAt || res.headersSent) return;
      // Whole, but not ended: Node would close the connection, whose reset may overtake the answer.
      res.writeHead(403, { "content-length": REFUSAL.length }).write(REFUSAL);
    });
    req.on("end", () => {
      put.isWhole = true;
      res.end();
    });
    req.on("error", () => {});
  });
  return { url: await lab.listening(server), puts };
}

describe("the relay, while a file arrives in one request", () => {
  let emulator: RunningEmulator;
  let events: ServerEvent[];
  const start = (options: Parameters<typeof lab.startRelay>[0] = {}) =>
    lab.startRelay({ onEvent: (event) => events.push(event), ...options });
  const deliveries = () =>
    events.flatMap((event) => (event.type === "delivery" ? [[event.outcome, event.way, event.sizeBytes]] : []));

  beforeEach(async () => {
    emulator = await lab.emulate();
    events = [];
  });

  const openAt = async (running: lab.RunningRelay, uploadUrl: string) => {
    const file = { ...(await lab.createFile(emulator, bytes.length)), uploadUrl };
    return lab.openUpload(running, emulator, bytes.length, { file });
  };

  it("forwards it to storage before it is complete", async () => {
    const running = await start();
    const storage = await startStorage();
    const upload = await openAt(running, `${storage.url}/bucket/a`);
    const client = await lab.rawPatch(upload, 0, bytes.length);
    client.socket.write(bytes.subarray(0, 3 * MIB));
    await lab.until("storage to have the first bytes", () => storage.puts[0]?.received === 3 * MIB);
    client.socket.write(bytes.subarray(3 * MIB));
    await lab.until("an answer", () => client.answer() !== "");
    assert.match(client.answer(), /^HTTP\/1.1 204/);
    assert.deepEqual(storage.puts, [{ received: bytes.length, isWhole: true }]);
    assert.deepEqual(deliveries(), [["stored", "through", bytes.length]]);
    assert.deepEqual(lab.storedSizes(running), []);
    client.socket.destroy();
  });

  it("stores the same bytes, so that a client resumes after a cut and storage gets one whole object", async () => {
    const running = await start();
    const upload = await lab.openUpload(running, emulator, bytes.length);
    const client = await lab.rawPatch(upload, 0, bytes.length);
    client.socket.write(bytes.subarray(0, 4 * MIB));
    await lab.until("the bytes to be stored", () => lab.storedSizes(running)[0] === 4 * MIB);
    client.socket.destroy();
    const offset = lab.offsetOf(await lab.eventually(() => lab.head(upload)));
    assert.equal(offset, 4 * MIB);
    assert.equal(lab.storedMd5(emulator, upload.file), null);
    assert.equal((await lab.patch(upload, offset, bytes.slice(offset))).status, 204);
    assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
    assert.deepEqual(deliveries(), [["stored", "stored", bytes.length]]);
  });

  it("receives the rest although storage has refused, and sends the file no second time", async () => {
    const running = await start();
    const storage = await startStorage(MIB);
    const upload = await openAt(running, `${storage.url}/bucket/a`);
    const refused = await lab.patch(upload, 0, bytes);
    assert.deepEqual([refused.status, (await lab.errorOf(refused)).code], [422, "storage_refused"]);
    assert.equal((await lab.head(upload)).status, 422);
    assert.equal(storage.puts.length, 1);
    assert.deepEqual(lab.storedSizes(running), [bytes.length]);
    assert.deepEqual(deliveries(), [["refused", "through", bytes.length]]);
  });

  it("sends nothing to storage early for a chunk, or with `passThrough: false`", async () => {
    for (const [options, firstBytes] of [
      [{}, 2 * MIB],
      [{ passThrough: false }, bytes.length],
    ] as const) {
      events = [];
      const running = await start(options);
      const upload = await lab.openUpload(running, emulator, bytes.length);
      assert.equal((await lab.patch(upload, 0, bytes.slice(0, firstBytes))).status, 204);
      if (firstBytes < bytes.length) {
        assert.equal(lab.puts(emulator, upload.file).length, 0);
        assert.equal((await lab.patch(upload, firstBytes, bytes.slice(firstBytes))).status, 204);
      }
      assert.deepEqual(deliveries(), [["stored", "stored", bytes.length]]);
      assert.equal(await lab.complete(emulator, upload.file, digest), "COMPLETED");
    }
  });

  it("ends the forwarding when the upload is cancelled", async () => {
    const running = await start();
    const storage = await startStorage();
    const upload = await openAt(running, `${storage.url}/bucket/a`);
    const client = await lab.rawPatch(upload, 0, bytes.length);
    client.socket.write(bytes.subarray(0, 2 * MIB));
    await lab.until("storage to have the first bytes", () => storage.puts[0]?.received === 2 * MIB);
    assert.equal((await lab.remove(upload)).status, 204);
    assert.deepEqual(
      storage.puts.map(({ isWhole }) => isWhole),
      [false],
    );
    assert.deepEqual(lab.storedSizes(running), []);
    client.socket.destroy();
  });
});
