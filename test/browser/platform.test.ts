import { expect } from "@open-wc/testing";
import { browserClock } from "../../src/browser/clock.ts";
import { createConnectivity } from "../../src/browser/connectivity.ts";
import { randomId } from "../../src/browser/random-id.ts";

describe("connectivity", () => {
  it("tells each subscriber of every change, until it stops", () => {
    const connectivity = createConnectivity();
    const calls: string[] = [];
    const stopFirst = connectivity.subscribe(() => calls.push("first"));
    const stopSecond = connectivity.subscribe(() => calls.push("second"));
    dispatchEvent(new Event("offline"));
    stopFirst();
    dispatchEvent(new Event("online"));
    stopSecond();
    dispatchEvent(new Event("offline"));
    expect(calls).to.deep.equal(["first", "second", "second"]);
  });

  it("says what the browser says", () => {
    expect(createConnectivity().online).to.equal(navigator.onLine);
  });
});

describe("the clock", () => {
  it("sleeps at least as long as it is told", async () => {
    const started = performance.now();
    await browserClock.sleep(30, new AbortController().signal);
    // Timers may round down by a millisecond.
    expect(performance.now() - started).to.be.at.least(29);
  });

  it("wakes at once with the reason of the signal", async () => {
    const controller = new AbortController();
    const reason = new Error("woken");
    const sleeping = browserClock.sleep(60_000, controller.signal).catch((error: unknown) => error);
    controller.abort(reason);
    expect(await sleeping).to.equal(reason);
    expect(await browserClock.sleep(60_000, controller.signal).catch((error: unknown) => error)).to.equal(reason);
  });
});

describe("a random id", () => {
  it("has 128 bits as hex and does not come twice", () => {
    const ids = Array.from({ length: 1000 }, randomId);
    expect(new Set(ids).size).to.equal(1000);
    for (const id of ids) expect(id).to.match(/^[0-9a-f]{32}$/);
  });
});
