import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emulate } from "../emulator/lab.ts";
import { roll } from "../peers/rolling.ts";
import { peersMissing } from "../support/ensure-peers.mjs";

const MIB = 1024 * 1024;

describe("30 files of 20 MiB through three instances", {
  skip: peersMissing("an S3 server (Ceph)", "Redis", "nginx"),
}, () => {
  it("are all verified while each is restarted and each is killed, with at most a tenth sent twice", async (context) => {
    const emulator = await emulate({ limits: { requestsPerSecond: 200 } });
    const result = await roll(emulator, { files: 30, bytes: 20 * MIB, parallel: 3, bytesPerSecond: 4 * MIB });
    context.diagnostic(JSON.stringify(result));
    assert.deepEqual([result.verified, result.restarts, result.kills], [30, 3, 3]);
    assert.ok(result.cutOff >= 3, `${result.cutOff} requests were cut off by a restart or a kill`);
    assert.ok(result.received <= 1.1, `${result.received} × the bytes were received`);
  });
});
