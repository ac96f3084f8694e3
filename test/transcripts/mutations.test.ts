import assert from "node:assert/strict";
import { it } from "node:test";
import { fuzzLanguages } from "../fuzz/languages.ts";
import { fuzzMutations } from "../fuzz/mutations.ts";

it("a transcript stays what it is with other line ends, marks, encodings, and without its beginning or end", async () => {
  const { ran, rows, wrong } = await fuzzMutations(20_261_129, 600);
  assert.equal(ran, 600);
  assert.deepEqual(wrong, []);
  // Were no cues found by the other parser, nothing would have been compared.
  const counted = [...rows.values()].reduce((sum, row) => sum + row.counted, 0);
  const same = [...rows.values()].reduce((sum, row) => sum + row.sameCount, 0);
  assert.ok(counted > 600);
  assert.ok(same > counted * 0.9, `${same} of ${counted}`);
});

it("a transcript in any language is what it is in the encodings of its systems, also with a few bytes lost", async () => {
  const { ran, previews, wrong } = await fuzzLanguages(20_261_129, 600);
  assert.equal(ran, 600);
  assert.deepEqual(wrong, []);
  assert.ok(previews > 100);
});
