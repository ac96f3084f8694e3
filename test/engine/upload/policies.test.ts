import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { checkEntries } from "../../../src/engine/queue/constraints.ts";
import { remainingMs, SpeedMeter } from "../../../src/engine/upload/speed-meter.ts";
import { assertIncludes } from "../support/assert-includes.ts";

describe("what may be added", () => {
  const entry = (name: string, size: number, type = "") => ({ file: new File([new Uint8Array(size)], name, { type }) });

  it("names the broken rule of each refused file and takes the others", () => {
    const { accepted, rejections } = checkEntries(
      [
        entry("ok.vtt", 5),
        entry("none.vtt", 0),
        entry("big.vtt", 11),
        entry("x.exe", 5),
        entry(`${"n".repeat(300)}.vtt`, 5),
      ],
      { accept: ".vtt", maxFileBytes: 10 },
      0,
    );
    assert.deepEqual(
      accepted.map(({ file }) => file.name),
      ["ok.vtt"],
    );
    assert.deepEqual(
      rejections.map(({ code, limit }) => [code, limit]),
      [
        ["empty", 1],
        ["too-large", 10],
        ["type", ".vtt"],
        ["name-too-long", 255],
      ],
    );
  });

  it("counts what the list already holds", () => {
    const { accepted, rejections } = checkEntries([entry("a", 1), entry("b", 1)], { maxFiles: 3 }, 2);
    assert.equal(accepted.length, 1);
    assertIncludes(rejections[0], { code: "too-many", limit: 3 });
  });
});

describe("speed and time left", () => {
  it("says nothing before there is enough to say", () => {
    const meter = new SpeedMeter();
    meter.record(0, 0);
    meter.record(500, 500);
    assert.equal(meter.bytesPerSecond(500), null);
    assert.equal(remainingMs(100, null), null);
  });

  it("forgets what was long ago", () => {
    const meter = new SpeedMeter();
    for (let second = 0; second <= 60; second += 1)
      meter.record(second < 30 ? second * 10_000 : 300_000 + (second - 30) * 100, second * 1_000);
    assert.ok(Math.abs((meter.bytesPerSecond(60_000) ?? 0) - 100) <= 1);
    assert.equal(remainingMs(1_000, 100), 10_000);
  });
});
