import assert from "node:assert/strict";
import { it } from "node:test";
import { fuzzTranscripts } from "../fuzz/transcripts.ts";

it("a first look and a preview survive whatever a file holds, and read no more than they promise", async () => {
  const { ran, hints, previews } = await fuzzTranscripts(20_261_124, 300);
  assert.equal(ran, 300);
  // Were all of it refused at the door, nothing would have been tried.
  assert.ok(hints > ran / 20);
  assert.ok(previews > ran / 20);
});
