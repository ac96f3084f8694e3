import assert from "node:assert/strict";

/** Asserts that the object has these properties, deeply equal, beside any others. */
export function assertIncludes(actual: object | undefined, expected: object): void {
  const found = Object.fromEntries(
    Object.keys(expected).map((key) => [key, (actual as Record<string, unknown>)?.[key]]),
  );
  assert.deepEqual(found, expected);
}
