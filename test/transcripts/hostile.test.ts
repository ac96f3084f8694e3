import { expect } from "@open-wc/testing";
import { fuzzTranscripts } from "../fuzz/transcripts.ts";

it("a first look and a preview survive whatever a file holds, and read no more than they promise", async function () {
  this.timeout(60_000);
  const { ran, hints, previews } = await fuzzTranscripts(20_261_124, 300, 20_000);
  // Were all of it refused at the door, nothing would have been tried.
  expect(ran).to.be.greaterThan(20);
  expect(hints).to.be.greaterThan(ran / 20);
  expect(previews).to.be.greaterThan(ran / 20);
});
