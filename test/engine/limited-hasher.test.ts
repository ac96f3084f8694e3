import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { browserClock } from "../../src/browser/clock.ts";
import { UploadError } from "../../src/engine/errors.ts";
import { limitedHasher } from "../../src/engine/limited-hasher.ts";
import type { Hasher } from "../../src/engine/ports.ts";
import { sentenceCode } from "../../src/engine/sentence-code.ts";
import { isTransient } from "../../src/engine/session/retry-delay.ts";

/** A clock on which every sleep ends at once, and a count of them. */
function quickClock() {
  const slept: number[] = [];
  const sleep = async (ms: number, signal: AbortSignal): Promise<void> => {
    slept.push(ms);
    await null;
    signal.throwIfAborted();
  };
  return { slept, clock: { ...browserClock, sleep } };
}

/** A hasher that never answers. Keeps the signals that it is given. */
function silentHasher() {
  const signals: AbortSignal[] = [];
  const md5: Hasher["md5"] = (_, signal) => {
    signals.push(signal);
    return new Promise(() => {});
  };
  return { signals, hasher: { md5, dispose() {} } };
}

const file = new File(["hello"], "call.vtt");

describe("a hasher that never answers", () => {
  it("fails the digest after five minutes, and is stopped", async () => {
    const { slept, clock } = quickClock();
    const { signals, hasher } = silentHasher();
    const thrown = await limitedHasher({ hasher, clock })
      .md5(file, new AbortController().signal)
      .catch((error: unknown) => error);
    assert.ok(thrown instanceof UploadError);
    assert.equal(sentenceCode(thrown), "expired", "the time ran out, and nothing is wrong with the file");
    assert.equal(isTransient(thrown), false);
    assert.ok(slept.reduce((sum, ms) => sum + ms, 0) >= 5 * 60_000);
    assert.equal(signals[0]?.aborted, true);
  });

  it("has longer for a larger file", async () => {
    const { slept, clock } = quickClock();
    const large = Object.defineProperty(new File([], "large.mp4"), "size", { value: 600_000_000 });
    await assert.rejects(limitedHasher({ ...silentHasher(), clock }).md5(large, new AbortController().signal));
    assert.ok(slept.reduce((sum, ms) => sum + ms, 0) >= 100 * 60_000);
  });

  it("ends with the signal's reason when the upload is cancelled", async () => {
    const { signals, hasher } = silentHasher();
    const stop = new AbortController();
    const digest = limitedHasher({ hasher, clock: browserClock }).md5(file, stop.signal);
    const reason = new Error("cancelled");
    stop.abort(reason);
    await assert.rejects(digest, reason);
    assert.equal(signals[0]?.reason, reason);
  });
});

describe("a hasher that answers", () => {
  it("is not waited for any longer", async () => {
    const sleeping = new Set<AbortSignal>();
    const clock = {
      ...browserClock,
      sleep: (_: number, signal: AbortSignal) =>
        new Promise<void>((_resolve, reject) => {
          sleeping.add(signal);
          signal.addEventListener("abort", () => {
            sleeping.delete(signal);
            reject(signal.reason);
          });
        }),
    };
    const hasher: Hasher = { md5: async () => "digest", dispose() {} };
    assert.equal(await limitedHasher({ hasher, clock }).md5(file, new AbortController().signal), "digest");
    assert.equal(sleeping.size, 0);
  });
});
