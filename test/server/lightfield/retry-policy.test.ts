import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { announcedDelayMs, isRetryable, retryDelayMs } from "../../../src/server/lightfield/retry-policy.ts";

describe("the delay before a retry", () => {
  it("is drawn from a range that doubles up to five seconds", () => {
    assert.deepEqual(
      [1, 2, 3, 9].map((failures) => retryDelayMs(failures, null, 1)),
      [250, 500, 1000, 5000],
    );
    assert.equal(retryDelayMs(9, null, 0), 0);
  });

  it("is never shorter than the response asked for", () => {
    assert.equal(retryDelayMs(1, 3000, 0), 3000);
    assert.ok(retryDelayMs(1, 3000, 0.99) < 3250);
  });
});

describe("a refusal", () => {
  const codes = (statuses: readonly number[], type = "") =>
    statuses.filter((status) => isRetryable({ status, type }, null));

  it("is retried only if it is temporary", () => {
    assert.deepEqual(codes([408, 429, 500, 502, 503, 504]), [408, 429, 500, 502, 503, 504]);
    assert.deepEqual(codes([400, 401, 403, 404, 409, 415, 422, 501, 505], "conflict"), []);
  });

  it("with 409 is retried if its type or its code is idempotency_conflict", () => {
    assert.ok(isRetryable({ status: 409, type: "idempotency_conflict" }, null));
    assert.ok(isRetryable({ status: 409, type: "conflict", code: "idempotency_conflict" }, null));
    assert.ok(!isRetryable({ status: 409, type: "conflict", code: "other" }, null));
  });

  it("is retried or not as its header x-should-retry says", () => {
    assert.ok(isRetryable({ status: 422, type: "" }, "true"));
    assert.ok(!isRetryable({ status: 503, type: "" }, "false"));
    assert.ok(isRetryable({ status: 503, type: "" }, "perhaps"));
  });

  it("asks for a delay by Retry-After-Ms, or else by Retry-After", () => {
    const delay = (headers: Record<string, string>) => announcedDelayMs(new Headers(headers), 0);
    assert.equal(delay({ "retry-after-ms": "1500", "retry-after": "9" }), 1500);
    assert.equal(delay({ "retry-after-ms": "soon", "retry-after": "9" }), 9000);
    assert.equal(delay({}), null);
  });
});
