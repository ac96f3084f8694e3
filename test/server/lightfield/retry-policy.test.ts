import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { isRetryable, retryDelayMs } from "../../../src/server/lightfield/retry-policy.ts";

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

it("only temporary failures are retried", () => {
  const yes = [429, 500, 502, 503, 504].filter((status) => isRetryable(status, ""));
  assert.deepEqual(yes, [429, 500, 502, 503, 504]);
  const no = [400, 401, 403, 404, 409, 415, 422, 501].filter((status) => isRetryable(status, "conflict"));
  assert.deepEqual(no, []);
  assert.ok(isRetryable(409, "idempotency_conflict"));
});
