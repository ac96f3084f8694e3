import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { UploadError } from "../../../src/engine/errors.ts";
import type { Checkpoint, Ports } from "../../../src/engine/ports.ts";
import { Uploader } from "../../../src/engine/queue/uploader.ts";
import { identify } from "../../../src/engine/recovery/fingerprint.ts";
import { lockNameFor } from "../../../src/engine/recovery/lock-name.ts";
import {
  hello,
  MemoryCheckpoints,
  MemoryLocks,
  memoryPorts,
  nodeHasher,
  sessionOf,
  turn,
  tusTransfer,
  until,
} from "../support/memory-ports.ts";

/** One origin with an upload that an earlier visit left, and any number of tabs. */
async function origin(changes: Partial<Checkpoint> = {}) {
  const checkpoints = new MemoryCheckpoints();
  const locks = new MemoryLocks();
  const file = hello();
  const about = { mimeType: "text/vtt", scope: "", purpose: null, context: "", confirmed: 1, reopenable: true };
  const identity = await identify(file, nodeHasher, new AbortController().signal);
  const session = sessionOf("old", { transfer: tusTransfer("old") });
  checkpoints.records.set("old", { session, file: identity, savedAt: Date.now(), ...about, ...changes });
  checkpoints.files.set("old", file);
  const tab = (more: Partial<Ports> = {}) => memoryPorts({ checkpoints, locks, ...more });
  return { checkpoints, locks, file, tab };
}

const interrupted = ({ snapshot }: Uploader) => snapshot.interrupted.map(({ id }) => id);
const allOver = ({ snapshot }: Uploader) => snapshot.idle && snapshot.uploads.length > 0;

describe("an interrupted upload", () => {
  it("stays one when the file that would have resumed it is cancelled while checkpoints are listed", async () => {
    const { checkpoints, locks, file, tab } = await origin();
    const uploader = new Uploader(tab(), {});
    uploader.add([{ file }]);
    uploader.cancel();
    for (let turns = 0; turns < 10; turns += 1) await turn();
    await uploader.findInterrupted();
    assert.deepEqual([...locks.held], []);
    assert.deepEqual([...checkpoints.records.keys()], ["old"]);
    assert.deepEqual(interrupted(uploader), ["old"]);
  });

  it("is uploaded once however often it is resumed, also while nothing starts", async () => {
    const { tab, locks, checkpoints } = await origin();
    const ports = tab();
    const uploader = new Uploader(ports, { autoStart: false });
    await uploader.findInterrupted();
    assert.deepEqual(await Promise.all([uploader.resumeInterrupted("old"), uploader.resumeInterrupted("old")]), [
      true,
      true,
    ]);
    assert.equal(await uploader.resumeInterrupted("old"), true);
    assert.deepEqual(interrupted(uploader), []);
    assert.equal(uploader.snapshot.uploads.length, 1);
    assert.equal(uploader.snapshot.uploads[0]?.confirmedBytes, 1);
    assert.equal(uploader.snapshot.sentBytes, 1, "the sums agree with the rows");
    uploader.start();
    await until("its end", () => allOver(uploader));
    await until("its checkpoint to be gone", () => checkpoints.records.size === 0 && locks.held.size === 0);
    assert.deepEqual(ports.calls, ["tus old", "complete old"]);
  });

  it("leaves the list for good when a new session takes the place of its own", async () => {
    const { tab, checkpoints } = await origin({
      session: sessionOf("old", { transfer: tusTransfer("old"), expiresAt: 1 }),
    });
    const uploader = new Uploader(tab(), {});
    await uploader.findInterrupted();
    await uploader.resumeInterrupted("old");
    await until("its end", () => allOver(uploader));
    await turn();
    await uploader.findInterrupted();
    assert.deepEqual(interrupted(uploader), []);
    assert.deepEqual([...checkpoints.records.keys()], []);
  });

  it("is cancelled when its upload is cancelled before it started", async () => {
    const { tab, checkpoints, locks } = await origin();
    const ports = tab();
    const uploader = new Uploader(ports, { autoStart: false });
    await uploader.findInterrupted();
    await uploader.resumeInterrupted("old");
    uploader.cancel();
    await until("the cancellation", () => ports.calls.includes("cancel old"));
    await until("its end", () => checkpoints.records.size === 0 && locks.held.size === 0);
  });

  it("is left alone by a discard in another tab once it is being sent", async () => {
    const { tab, file, checkpoints } = await origin();
    const mine = tab();
    const theirs = tab();
    assert.ok(theirs.transports.tus);
    theirs.transports.tus.send = () => new Promise(() => {});
    const here = new Uploader(mine, {});
    const there = new Uploader(theirs, {});
    await here.findInterrupted();
    there.add([{ file }]);
    await until("the other tab to resume", () => there.snapshot.uploads[0]?.origin === "continued");
    await here.discardInterrupted("old");
    assert.deepEqual(mine.calls, []);
    assert.deepEqual([...checkpoints.records.keys()], ["old"]);
    assert.deepEqual(interrupted(here), [], "and it is not offered here any more");
    there.dispose();
  });

  it("is not taken for one after another tab has finished it", async () => {
    const { tab, file, checkpoints } = await origin();
    const ports = tab();
    const list = checkpoints.list.bind(checkpoints);
    let listed = 0;
    checkpoints.list = async (scope) => {
      const found = await list(scope);
      listed += 1;
      // Finished by the other tab right after this one has looked.
      if (listed === 1) checkpoints.records.delete("old");
      return found;
    };
    const uploader = new Uploader(ports, {});
    uploader.add([{ file }]);
    await until("its end", () => allOver(uploader));
    assert.deepEqual(ports.calls, ["create s1", "put s1", "complete s1"]);
  });

  it("keeps its lock free when its file is rejected", async () => {
    const { tab, locks } = await origin();
    const uploader = new Uploader(tab(), { accept: ".pdf" });
    await uploader.findInterrupted();
    assert.equal(await uploader.resumeInterrupted("old"), true);
    assert.deepEqual(interrupted(uploader), ["old"]);
    assert.deepEqual([...locks.held], []);
  });

  it("is discarded, at the host too, when its file has changed and begins again", async () => {
    const { tab, checkpoints, locks } = await origin();
    checkpoints.files.set("old", new File(["other"], "call.vtt", { lastModified: 2 }));
    const ports = tab();
    const uploader = new Uploader(ports, {});
    await uploader.findInterrupted();
    await uploader.resumeInterrupted("old");
    await until("its end", () => allOver(uploader));
    assert.equal(uploader.snapshot.uploads[0]?.origin, "changed");
    assert.ok(ports.calls.includes("cancel old"));
    assert.equal(locks.held.has(lockNameFor("old")), false);
  });
});

describe("a file that could not be read for its fingerprint", () => {
  it("is not taken for another file: the interrupted upload stays as it is", async () => {
    const { tab, checkpoints, locks } = await origin();
    const md5 = () => Promise.reject(new UploadError("file-unreadable", "gone"));
    const ports = tab({ hasher: { ...nodeHasher, md5 } });
    const uploader = new Uploader(ports, {});
    await uploader.findInterrupted();
    assert.equal(await uploader.resumeInterrupted("old"), false);
    assert.deepEqual([uploader.snapshot.uploads, interrupted(uploader), ports.calls], [[], ["old"], []]);
    assert.deepEqual([...checkpoints.records.keys(), ...locks.held], ["old"]);
  });

  it("can be retried", async () => {
    const { tab, file } = await origin();
    let isReadable = false;
    const hasher = {
      ...nodeHasher,
      md5: async (blob: Blob, signal: AbortSignal) => {
        if (!isReadable) throw new UploadError("file-unreadable", "gone");
        return nodeHasher.md5(blob, signal);
      },
    };
    const uploader = new Uploader(tab({ hasher }), {});
    uploader.add([{ file }]);
    await until("its failure", () => uploader.snapshot.counts.failed === 1);
    isReadable = true;
    uploader.retry();
    await until("its end", () => uploader.snapshot.counts.succeeded === 1);
    assert.equal(uploader.snapshot.uploads[0]?.origin, "continued");
  });
});
