import assert from "node:assert/strict";
import { beforeEach, describe, it } from "node:test";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { FileStore } from "@tus/file-store";
import { ERRORS, type Lock, type Locker, MemoryLocker } from "@tus/server";
import type { RunningEmulator } from "../../../demo/emulator/index.ts";
import { boundedLocker } from "../../../src/server/relay/store/locks.ts";
import * as lab from "./relay-lab.ts";

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

let emulator: RunningEmulator;
beforeEach(async () => {
  emulator = await lab.emulate();
});

const locksThat = (lock: Lock["lock"]): Locker => ({ newLock: () => ({ lock, unlock: async () => {} }) });

/** A locker whose server is down and whose client queues commands without looking at the signal, as ioredis does. */
const silent = locksThat(() => new Promise(() => {}));
const refusing = locksThat(() => Promise.reject(new Error("connect ECONNREFUSED 127.0.0.1:6379")));

describe("a relay whose locker is down", () => {
  for (const [how, locker, report] of [
    ["does not answer", silent, /The locker failed to lock \(no answer within 50 ms\)/],
    ["refuses connections", refusing, /The locker failed to lock \(connect ECONNREFUSED/],
  ] as const) {
    it(`refuses a new upload with 503 if the locker ${how}, and reports why`, async () => {
      const running = await lab.startRelay({ locker, lockWaitMs: 50 });
      await assert.rejects(lab.openUpload(running, emulator, 5), { status: 503, code: "locker_failed" });
      assert.match(running.reports.join("\n"), report);
    });

    it(`refuses every request for an upload with 503 if the locker ${how}, and reports why`, async () => {
      const healthy = await lab.startRelay();
      const upload = await lab.openUpload(healthy, emulator, 5);
      const running = await lab.startRelay({ directory: healthy.directory, locker, lockWaitMs: 50 });
      const at = { ...upload, url: upload.url.replace(healthy.url, running.url) };
      for (const response of [await lab.head(at), await lab.patch(at, 0, lab.bytesOf(5)), await lab.remove(at)]) {
        assert.equal(response.status, 503);
        assert.ok(response.headers.get("retry-after"));
      }
      assert.match(running.reports.join("\n"), report);
      assert.equal((await lab.head(upload)).status, 200);
    });
  }

  it("ends the wait for a lock although memory is collected meanwhile", async () => {
    const obedient = locksThat(
      (signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(ERRORS.ERR_LOCK_TIMEOUT))),
    );
    const locking = boundedLocker(obedient, 50, () => {})
      .newLock("a")
      .lock(new AbortController().signal, () => {});
    await new Promise(setImmediate);
    collectGarbage();
    await assert.rejects(locking, (error) => error === ERRORS.ERR_LOCK_TIMEOUT);
  });

  it("does not report a lock that another request holds", async () => {
    const reports: string[] = [];
    const locker = boundedLocker(new MemoryLocker(), 50, (message) => reports.push(message));
    await locker.newLock("a").lock(new AbortController().signal, () => {});
    const second = locker.newLock("a").lock(new AbortController().signal, () => {});
    await assert.rejects(second, (error) => error === ERRORS.ERR_LOCK_TIMEOUT);
    assert.deepEqual(reports, []);
  });

  it("releases a lock that is acquired too late", async () => {
    let acquire = (): void => {};
    const released = new Promise<void>((resolve) => {
      const lock = { lock: () => new Promise<void>((acquired) => (acquire = acquired)), unlock: async () => resolve() };
      const locker = boundedLocker({ newLock: () => lock }, 10, () => {});
      locker
        .newLock("a")
        .lock(new AbortController().signal, () => {})
        .catch(() => acquire());
    });
    await released;
  });
});

describe("a relay whose store is down", () => {
  it("refuses a new upload with 503", async () => {
    class Full extends FileStore {
      override create(): never {
        throw Object.assign(new Error("no space left on device"), { code: "ENOSPC" });
      }
    }
    const running = await lab.startRelay({ store: new Full({ directory: lab.temporaryFolder() }) });
    await assert.rejects(lab.openUpload(running, emulator, 5), { status: 503, code: "store_failed" });
  });
});
