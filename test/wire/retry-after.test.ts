import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { retryAfterMs } from "../../src/wire/retry-after.ts";

describe("a Retry-After header", () => {
  const now = Date.UTC(2026, 2, 1, 10);

  it("holds seconds", () => {
    assert.equal(retryAfterMs("7", now), 7_000);
    assert.equal(retryAfterMs(" 0 ", now), 0);
    // RFC 9110 allows no fraction, but servers send them.
    assert.equal(retryAfterMs("1.5", now), 1_500);
  });

  it("holds a date in any of the three forms of RFC 9110", () => {
    assert.equal(retryAfterMs("Sun, 01 Mar 2026 10:00:07 GMT", now), 7_000);
    assert.equal(retryAfterMs("Sunday, 01-Mar-26 10:00:07 GMT", now), 7_000);
    assert.equal(retryAfterMs("Sun, 01 Mar 2026 09:00:00 GMT", now), 0, "a date in the past");
  });

  for (const header of [null, undefined, "", " ", "soon", "soon 1", "-", "-5", "1 hour", "Sunday", "Sun, soon"]) {
    it(`is ignored when it is ${JSON.stringify(header)}`, () => {
      assert.equal(retryAfterMs(header, now), undefined);
    });
  }
});
