import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { test } from "node:test";
import { createWasmMd5 } from "../../src/hash/md5-wasm.ts";
import { KNOWN_DIGESTS } from "./known-digests.ts";

const bytesOf = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 31 + 7) % 256);

test("computes the constants of the steps so exactly that no engine's sine can change them", () => {
  for (let step = 1; step <= 64; step++) {
    const fraction = (Math.abs(Math.sin(step)) * 2 ** 32) % 1;
    // The error of a sine is below 2 ** -52, and 2 ** -20 here.
    assert.ok(fraction > 2 ** -18 && fraction < 1 - 2 ** -18, `step ${step} lies at a border`);
  }
});

test("hashes in pieces of any length, several files alternately, with reused instances", async () => {
  for (const [bytes, digest] of KNOWN_DIGESTS.filter(([length]) => length < 200_000)) {
    const file = bytesOf(bytes);
    const [whole, split] = [await createWasmMd5(), await createWasmMd5()];
    const middle = Math.floor(bytes / 3);
    split.update(file.subarray(0, middle));
    whole.update(file);
    split.update(file.subarray(middle));
    assert.equal(whole.digest(), digest, `${bytes} bytes at once`);
    assert.equal(split.digest(), digest, `${bytes} bytes in two pieces`);
  }
});

test("agrees with another implementation for bytes of every kind in pieces of every kind", async () => {
  let seed = 1;
  const random = (below: number) => {
    seed = (Math.imul(seed, 1_103_515_245) + 12_345) >>> 0;
    return (seed >>> 8) % below;
  };
  for (let round = 0; round < 200; round++) {
    const bytes = Uint8Array.from({ length: random(70_000) }, () => random(256));
    const md5 = await createWasmMd5();
    for (let at = 0; at < bytes.length; ) {
      const length = 1 + random(random(2) === 0 ? 130 : 40_000);
      md5.update(bytes.subarray(at, at + length));
      at += length;
    }
    assert.equal(md5.digest(), createHash("md5").update(bytes).digest("hex"), `round ${round}, ${bytes.length} bytes`);
  }
});
