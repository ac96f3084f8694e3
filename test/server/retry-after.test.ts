import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseRetryAfterMs } from "../../src/server/retry-after.ts";

describe("Retry-After", () => {
  const now = Date.parse("2026-03-01T10:00:00Z");

  it("is parsed as seconds and as a date", () => {
    assert.equal(parseRetryAfterMs("3", now), 3000);
    assert.equal(parseRetryAfterMs("Sun, 01 Mar 2026 10:00:07 GMT", now), 7000);
  });

  it("is never negative, and null if absent or unreadable", () => {
    assert.equal(parseRetryAfterMs("Sun, 01 Mar 2026 09:00:00 GMT", now), 0);
    assert.equal(parseRetryAfterMs(null, now), null);
    assert.equal(parseRetryAfterMs("soon", now), null);
  });
});
