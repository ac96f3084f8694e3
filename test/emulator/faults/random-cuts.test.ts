import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { cutAtRandom } from "../../../demo/emulator/index.ts";
import { md5Of } from "../lab.ts";
import { finish, pattern, startRelay } from "../relay-lab.ts";

const MIB = 1024 * 1024;
const offsetsOf = (cuts: ReturnType<typeof cutAtRandom>) => cuts.map(({ atOffset }) => atOffset ?? Number.NaN);

describe("cuts at random", () => {
  it("are equal for equal seeds and different for different ones", () => {
    const cuts = (seed: number) => cutAtRandom({ seed, count: 20, totalBytes: 200 * MIB });
    assert.deepEqual(cuts(1), cuts(1));
    assert.notDeepEqual(cuts(1), cuts(2));
  });

  it("have the requested number, in ascending order, each at another byte of the upload", () => {
    for (const totalBytes of [21, 1000, 512 * MIB]) {
      const offsets = offsetsOf(cutAtRandom({ seed: 7, count: 20, totalBytes }));
      assert.equal(new Set(offsets).size, 20);
      assert.deepEqual(
        offsets,
        [...offsets].sort((a, b) => a - b),
      );
      assert.ok(offsets.every((offset) => offset > 0 && offset < totalBytes));
    }
    assert.throws(() => cutAtRandom({ seed: 7, count: 20, totalBytes: 20 }), RangeError);
  });

  it("are spread over the whole upload", () => {
    const offsets = offsetsOf(cutAtRandom({ seed: 3, count: 1000, totalBytes: 1_000_000 }));
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const here = offsets.filter((offset) => Math.floor(offset / 100_000) === tenth).length;
      assert.ok(here > 60 && here < 140, `${here} of 1000 in one tenth`);
    }
  });

  for (const [how, chunkBytes] of [
    ["one long PATCH after another", 24 * MIB],
    ["chunks", MIB],
  ] as const) {
    it(`all happen once to an upload in ${how}, which arrives complete`, async (t) => {
      const relay = await startRelay();
      const bytes = pattern(24 * MIB);
      relay.emulator.faults.add(...cutAtRandom({ seed: 42, count: 20, totalBytes: bytes.length }));
      const path = await relay.create(bytes.length);
      await finish(relay, path, bytes, chunkBytes);
      assert.equal(md5Of(relay.stored(path)), md5Of(bytes));
      assert.deepEqual(relay.emulator.faults.list, []);
      const patches = relay.patches();
      assert.equal(patches.filter(({ status }) => status === null).length, 20);
      const received = patches.reduce((sum, { bytesIn }) => sum + bytesIn, 0);
      t.diagnostic(`${received} bytes reached the relay for ${bytes.length}: ${(received / bytes.length).toFixed(3)}`);
    });
  }
});
