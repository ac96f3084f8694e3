import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { UploadError } from "../../../src/engine/errors.ts";
import type { Clock } from "../../../src/engine/ports.ts";
import { HostGate } from "../../../src/engine/session/host-gate.ts";
import { turn } from "../support/memory-ports.ts";

const limited = (retryAfterMs: number) => new UploadError("rate-limited", "429", { status: 429, retryAfterMs });

/** A clock that stands still until the test moves it; its timers fire at once beyond 2^31 ms, as a browser's do. */
function heldClock() {
  let now = 0;
  const sleeps: { until: number; wake: () => void }[] = [];
  const clock: Clock = {
    now: () => now,
    random: () => 0,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (ms > 2 ** 31 - 1) return resolve();
        sleeps.push({ until: now + ms, wake: resolve });
        signal.addEventListener("abort", () => reject(signal.reason), { once: true });
      }),
  };
  const move = async (ms: number) => {
    now += ms;
    for (const { until, wake } of sleeps) if (until <= now) wake();
    await turn();
  };
  return { clock, sleeps, move };
}

describe("the gate of all calls to the host", () => {
  const { signal } = new AbortController();

  it("is closed to every call until the Retry-After is over", async () => {
    const { clock, move } = heldClock();
    const gate = new HostGate(clock);
    await assert.rejects(gate.call({ signal }, () => Promise.reject(limited(5_000))));
    let passed = 0;
    const waits: number[] = [];
    for (const _ of [1, 2]) void gate.call({ signal, onWait: (until) => waits.push(until) }, async () => (passed += 1));
    await move(4_999);
    assert.deepEqual([passed, waits], [0, [5_000, 5_000]]);
    await move(1);
    assert.equal(passed, 2);
  });

  it("lets no call wait for more than a quarter of an hour, but a call in the background as long as it likes", async () => {
    const { clock, sleeps, move } = heldClock();
    const gate = new HostGate(clock);
    gate.heed(limited(30 * 24 * 3_600_000));
    await assert.rejects(gate.pass(signal), { code: "rate-limited" });
    assert.equal(sleeps.length, 0);
    const waiting = gate.pass(signal, { giveUpAt: 60_000 });
    const outcome = waiting.then(
      () => "passed",
      () => "gave up",
    );
    await turn();
    assert.equal(sleeps.length, 1, "one timer, and no spinning");
    await move(60_000);
    assert.equal(await outcome, "gave up");
  });

  it("splits a wait that no timer can hold", async () => {
    const { clock, sleeps, move } = heldClock();
    const gate = new HostGate(clock);
    gate.heed(limited(2 ** 32));
    const passed = gate.pass(signal, { giveUpAt: Number.POSITIVE_INFINITY });
    await turn();
    assert.equal(sleeps.length, 1);
    await move(2 ** 31 - 1);
    assert.equal(sleeps.length, 2);
    await move(2 ** 31 - 1);
    await move(10);
    assert.equal(await passed, false);
  });

  it("does not wait longer than it was asked to when the clock is set back", async () => {
    const { clock, move } = heldClock();
    const gate = new HostGate(clock);
    gate.heed(limited(5_000));
    await move(-3_600_000);
    let passed = false;
    void gate.pass(signal).then(() => {
      passed = true;
    });
    await turn();
    await move(5_000);
    await move(5_000);
    assert.equal(passed, false, "the wait is measured again from the new time");
    await move(3_600_000);
    assert.equal(passed, true);
  });

  it("lets one call through that the user asks for, and opens when the host answers it", async () => {
    const { clock } = heldClock();
    const gate = new HostGate(clock);
    gate.heed(limited(60_000));
    const done: string[] = [];
    const call = (name: string) => gate.call({ signal }, async () => done.push(name));
    const first = call("first");
    const second = call("second");
    await turn();
    assert.deepEqual(done, []);
    gate.allowOne();
    await Promise.all([first, second]);
    assert.deepEqual(done, ["first", "second"]);
  });

  it("stays closed when another refusal arrives while that call is under way", async () => {
    const { clock } = heldClock();
    const gate = new HostGate(clock);
    gate.heed(limited(60_000));
    gate.allowOne();
    await gate.call({ signal }, async () => gate.heed(limited(3_600_000)));
    await assert.rejects(gate.pass(signal), { code: "rate-limited" });
  });

  it("makes no call for an upload that was stopped while it waited", async () => {
    const { clock, move } = heldClock();
    const gate = new HostGate(clock);
    gate.heed(limited(1_000));
    const stop = new AbortController();
    const call = gate.call({ signal: stop.signal }, () => assert.fail("it must not be made"));
    const outcome = call.catch((error: unknown) => error);
    stop.abort(new Error("stopped"));
    await move(1_000);
    assert.equal(await outcome, stop.signal.reason);
  });
});
