import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { measure } from "../server/relay/speed/measure.ts";

const MIB = 1024 * 1024;

describe("throughput of the relay", () => {
  for (const [what, setup] of [
    ["one file of 256 MiB", { files: 1, bytes: 256 * MIB, rounds: 5 }],
    ["20 files of 24 MiB at once", { files: 20, bytes: 24 * MIB, rounds: 3 }],
  ] as const) {
    it(`is a third or more of a server that only discards, with flat memory: ${what}`, async (context) => {
      const { bare, relay, ratio, memory } = await measure(setup);
      const grownBytes = memory.most - memory.before;
      context.diagnostic(
        `bare ${bare.toFixed(0)} MiB/s, relay ${relay.toFixed(0)} MiB/s, ratio ${ratio.toFixed(2)}, memory ` +
          `${(memory.before / MIB).toFixed(0)} MiB, at most ${(memory.most / MIB).toFixed(0)} MiB`,
      );
      assert.ok(ratio >= 0.35, `The relay has ${ratio.toFixed(2)} of the speed of the bare server.`);
      // A few buffers for each connection, not the files.
      assert.ok(grownBytes < setup.files * 8 * MIB + 100 * MIB, `The relay grew by ${grownBytes} bytes.`);
    });
  }
});
