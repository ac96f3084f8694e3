import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { retryAfterMs } from "../../../src/engine/session/retry-after.ts";

describe("a Retry-After", () => {
  const now = Date.UTC(2026, 2, 1, 10);

  it("is seconds or a date", () => {
    assert.equal(retryAfterMs("7", now), 7_000);
    assert.equal(retryAfterMs(" 0 ", now), 0);
    // Against the letter of RFC 9110, and read as a day of 2001 by browsers that were asked for a date.
    assert.equal(retryAfterMs("1.5", now), 1_500);
    assert.equal(retryAfterMs("Sun, 01 Mar 2026 10:00:07 GMT", now), 7_000);
    assert.equal(retryAfterMs("Sun, 01 Mar 2026 09:00:00 GMT", now), 0, "over already");
  });

  it("is nothing when it is not there, or not to be read", () => {
    for (const told of [null, undefined, "", " ", "soon", "-", "-5", "soon 1", "1 2", "2026-03-01", "Sun, soon GMT"])
      assert.equal(retryAfterMs(told, now), undefined, String(told));
  });

  it("is a year at most, whatever the header says", () => {
    const year = 365 * 24 * 3_600_000;
    for (const header of ["9".repeat(400), "99999999999", "Fri, 31 Dec 9999 23:59:59 GMT"])
      assert.equal(retryAfterMs(header, now), year, header);
  });
});
