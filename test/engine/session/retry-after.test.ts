import { expect } from "@open-wc/testing";
import { retryAfterMs } from "../../../src/engine/session/retry-after.ts";

describe("a Retry-After", () => {
  const now = Date.UTC(2026, 2, 1, 10);

  it("is seconds or a date", () => {
    expect(retryAfterMs("7", now)).to.equal(7_000);
    expect(retryAfterMs(" 0 ", now)).to.equal(0);
    // Against the letter of RFC 9110, and read as a day of 2001 by browsers that were asked for a date.
    expect(retryAfterMs("1.5", now)).to.equal(1_500);
    expect(retryAfterMs("Sun, 01 Mar 2026 10:00:07 GMT", now)).to.equal(7_000);
    expect(retryAfterMs("Sun, 01 Mar 2026 09:00:00 GMT", now), "over already").to.equal(0);
  });

  it("is nothing when it is not there, or not to be read", () => {
    for (const told of [null, undefined, "", " ", "soon", "-"])
      expect(retryAfterMs(told, now), String(told)).to.equal(undefined);
  });
});
