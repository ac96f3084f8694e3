import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { emulate } from "../emulator/lab.ts";
import { peersMissing } from "../support/ensure-peers.mjs";
import { roll } from "./rolling.ts";

const MIB = 1024 * 1024;

describe("three instances behind nginx", { skip: peersMissing("an S3 server (Ceph)", "Redis", "nginx") }, () => {
  it("lose no upload while each is restarted and each is killed", async (context) => {
    const emulator = await emulate({ limits: { requestsPerSecond: 200 } });
    const result = await roll(emulator, { files: 8, bytes: 7 * MIB, parallel: 3 });
    context.diagnostic(JSON.stringify(result));
    assert.deepEqual([result.verified, result.restarts, result.kills], [8, 3, 3]);
  });
});
