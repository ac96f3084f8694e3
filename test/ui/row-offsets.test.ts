import assert from "node:assert/strict";
import { it } from "node:test";
import { RowOffsets } from "../../src/element/list/row-offsets.ts";

it("places rows that are added in slices like rows that are added at once", () => {
  const ids = Array.from({ length: 100 }, (_, index) => `${index}`);
  const atOnce = new RowOffsets();
  const inSlices = new RowOffsets();
  atOnce.arrange(ids);
  for (let count = 1; count <= ids.length; count += 9) {
    assert.ok(inSlices.arrange(ids.slice(0, count)));
    for (const index of [0, 1, count - 1]) inSlices.measure(index, 40 + index);
  }
  assert.equal(inSlices.arrange(ids.slice(0, 100)), false);
  for (let count = 1; count <= ids.length; count += 9) {
    for (const index of [0, 1, count - 1]) atOnce.measure(index, 40 + index);
  }
  assert.equal(inSlices.end, atOnce.end);
  for (let index = 0; index <= 100; index += 1)
    assert.equal(inSlices.offset(index), atOnce.offset(index), `row ${index}`);
  assert.ok(inSlices.arrange(ids.slice(1)));
  assert.equal(inSlices.count, 99);
});
