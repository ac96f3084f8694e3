import assert from "node:assert/strict";
import { afterEach, beforeEach, describe, it } from "node:test";
import { Paced } from "../../../src/element/form/paced.ts";
import { type HeldTime, holdTime } from "../../support/held-time.ts";

/** Longer than paced work ever waits for its turn. */
const LONG_MS = 60_000;

let time: HeldTime;
beforeEach(() => {
  time = holdTime();
});
afterEach(() => time.release());

describe("work that is limited to a share of the time", () => {
  it("runs whenever it is requested while it takes no time", () => {
    let done = 0;
    const paced = new Paced(() => done++);
    for (let asked = 1; asked <= 100; asked++) {
      paced.soon();
      assert.equal(done, asked);
    }
  });

  it("waits after it has taken long, and then runs once for all requests in the meantime", () => {
    let asked = 0;
    const done: number[] = [];
    const paced = new Paced(() => {
      time.pass(5);
      done.push(asked);
    });
    for (; asked < 100; asked++) paced.soon();
    assert.deepEqual(done, [0]);
    time.pass(LONG_MS);
    assert.deepEqual(done, [0, 100]);
  });

  it("runs at once when it must, and not again for waiting requests", () => {
    const done: string[] = [];
    let asked = "first";
    const paced = new Paced(() => {
      time.pass(5);
      done.push(asked);
    });
    paced.soon();
    asked = "later";
    paced.soon();
    asked = "last";
    paced.now();
    time.pass(LONG_MS);
    assert.deepEqual(done, ["first", "last"]);
  });
});
