import assert from "node:assert/strict";
import { test } from "node:test";
import type { Scenario, Settings } from "./scenario.ts";
import { simulate } from "./simulate.ts";

const SETTINGS: Settings = {
  tabs: 1,
  maxConcurrentUploads: 3,
  autoStart: true,
  recovery: true,
  inspect: false,
  purpose: null,
  context: "none",
  maxFiles: null,
  accept: "",
  transfer: "put",
  chunkBytes: null,
  expiresMs: null,
  hostLateMs: 0,
  sparse: false,
  transports: "all",
  tokens: false,
  ignoresKeys: false,
  keepsBytes: "no",
  secondTime: "conflict",
  hostPerSecond: null,
  lineRate: 200_000,
  progressMs: 200,
  ending: "clear",
  overlap: 0,
};

/** One file at a host whose complete answers with the same status for ever. */
function scenario(transfer: "put" | "tus", status: number): Scenario {
  return {
    seed: 1,
    settings: { ...SETTINGS, transfer },
    files: [{ name: "meeting.vtt", sizeBytes: 200_000, type: "text/vtt", folder: "", handle: "none" }],
    items: [
      { kind: "command", tab: 1, when: { atMs: 0 }, command: { name: "add", files: [0] } },
      { kind: "fault", op: "complete", nth: 1, lasts: "ever", effect: { name: "status", status } },
    ],
  };
}

for (const transfer of ["put", "tus"] as const) {
  for (const status of [400, 401, 403, 404, 409, 410, 422]) {
    test(`${transfer}: complete that answers ${status} for ever ends within 10 s, after two whole sends at most`, async () => {
      const { log, violation } = await simulate(scenario(transfer, status), { withLog: true });
      assert.equal(violation, null);
      const lines = log ?? [];
      const troubled = lines.slice(
        0,
        lines.findIndex((line) => line.includes("everything works again")),
      );
      const first = troubled.find((line) => line.includes(" complete s1"));
      const failed = troubled.find((line) => line.includes('event "failed"'));
      assert.ok(first && failed, "it fails, after complete was asked for");
      assert.ok(secondsOf(failed) - secondsOf(first) <= 10, `${secondsOf(failed) - secondsOf(first)} s`);
      const sends = troubled.filter(
        (line) => / (put|patch) meeting\.vtt (to|from 0 to 200000)/.test(line) && !line.includes("answered"),
      );
      assert.ok(sends.length <= 2, `${sends.length} whole sends`);
    });
  }
}

function secondsOf(line: string): number {
  return Number.parseFloat(line);
}
