import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { QueueSpeed } from "../../../src/engine/queue/queue-speed.ts";

/** Bytes in a second of one line that all uploads share. */
const RATE = 250_000;
const STEP_MS = 100;

describe("the speed of the whole queue", () => {
  it("does not leap when one of three uploads ends and the others get its share of the line", () => {
    const speed = new QueueSpeed();
    const total = 60 * RATE;
    let before = Number.POSITIVE_INFINITY;
    const ups: number[] = [];
    for (let now = 0; now < 59_000; now += STEP_MS) {
      const sending = now < 12_000 ? 3 : now < 30_000 ? 2 : 1;
      speed.record((now * RATE) / 1000, sending, now);
      const left = speed.remainingMs(total - (now * RATE) / 1000, now);
      if (now <= 5_000) continue;
      assert.ok(left !== null, `no time at ${now} ms`);
      assert.ok(Math.abs(left - (60_000 - now)) < 1_700, `${left} ms at ${now} ms`);
      if (left > before) ups.push(left / before);
      before = left;
    }
    assert.ok(Math.max(1, ...ups) < 1.1, `up by ${Math.max(...ups)}`);
  });

  it("is 0 after four seconds without a byte, and measured again afterwards", () => {
    const speed = new QueueSpeed();
    for (let now = 0; now <= 10_000; now += STEP_MS) speed.record((now * RATE) / 1000, 2, now);
    assert.notEqual(speed.bytesPerSecond(13_900), 0);
    assert.equal(speed.bytesPerSecond(14_000), 0);
    assert.equal(speed.remainingMs(1_000_000, 14_000), null);
    speed.record(10 * RATE + 10_000, 2, 20_000);
    assert.notEqual(speed.bytesPerSecond(20_000), 0);
  });

  it("takes the time in which there was nothing to send for no standstill", () => {
    const speed = new QueueSpeed();
    for (let now = 0; now <= 10_000; now += STEP_MS) speed.record((now * RATE) / 1000, 1, now);
    speed.record(10 * RATE, 0, 10_100);
    assert.equal(speed.bytesPerSecond(30_000), null);
    speed.record(10 * RATE, 1, 30_000);
    assert.notEqual(speed.bytesPerSecond(30_000), 0);
  });
});
