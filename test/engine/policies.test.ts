import { expect } from "@open-wc/testing";
import { acceptMatcher, checkEntries } from "../../src/engine/constraints.ts";
import { UploadError, type UploadErrorCode } from "../../src/engine/errors.ts";
import type { FileStatus, RemoteFile, Session } from "../../src/engine/ports.ts";
import { remainingMs, SpeedMeter } from "../../src/engine/progress.ts";
import { remedyFor } from "../../src/engine/recovery.ts";
import { MAX_ATTEMPTS, retryDelayMs } from "../../src/engine/retry.ts";
import type { Step } from "../../src/engine/upload-state.ts";

const session: Session = {
  id: "fil_1",
  filename: "a.vtt",
  expiresAt: 1_000,
  token: null,
  transfer: { kind: "put", url: "https://storage.example/a", headers: {} },
};
const steps: Record<Step["kind"], Step> = {
  authorize: { kind: "authorize" },
  transfer: { kind: "transfer", session, confirmed: 0 },
  finalize: { kind: "finalize", session },
};
const remote = (status: FileStatus): RemoteFile => ({
  id: "fil_1",
  filename: "a.vtt",
  mimeType: "text/vtt",
  sizeBytes: 1,
  status,
  createdAt: 0,
  completedAt: null,
  expiresAt: null,
});

describe("the retry policy", () => {
  it("waits a random time under a ceiling that doubles up to 30 seconds", () => {
    const error = new UploadError("server", "503");
    const ceilings = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelayMs(error, attempt, () => 1));
    expect(ceilings).to.deep.equal([1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
    expect(retryDelayMs(error, 3, () => 0)).to.equal(0);
  });

  it("never comes back before Retry-After", () => {
    for (const random of [0, 0.5, 0.99]) {
      for (const code of ["rate-limited", "server"] as const) {
        expect(retryDelayMs(new UploadError(code, "", { retryAfterMs: 2_000 }), 1, () => random)).to.be.at.least(2_000);
      }
    }
  });

  it("gives up after the last attempt, and at once on what a repetition cannot mend", () => {
    expect(retryDelayMs(new UploadError("network", ""), MAX_ATTEMPTS, () => 0)).to.equal(null);
    for (const code of ["refused", "unauthorized", "forbidden", "protocol", "file-unreadable"] as UploadErrorCode[]) {
      expect(
        retryDelayMs(new UploadError(code, ""), 1, () => 0),
        code,
      ).to.equal(null);
    }
  });
});

describe("the remedy for an error", () => {
  type Row = [Step["kind"], UploadErrorCode, FileStatus | null | undefined, number, string];
  const rows: Row[] = [
    // step, error, what the host said when asked, now (the session ends at 1000), remedy
    ["authorize", "network", undefined, 0, "retry"],
    ["authorize", "refused", undefined, 0, "fail"],
    ["transfer", "network", undefined, 0, "retry"],
    ["transfer", "network", undefined, 2_000, "ask"],
    ["transfer", "network", "EXPIRED", 2_000, "renew"],
    ["transfer", "network", null, 2_000, "renew"],
    ["transfer", "network", "PENDING", 2_000, "retry"],
    ["transfer", "forbidden", undefined, 0, "ask"],
    ["transfer", "forbidden", "EXPIRED", 0, "renew"],
    ["transfer", "forbidden", "PENDING", 0, "fail"],
    ["transfer", "storage-unreachable", "PENDING", 0, "fail"],
    ["transfer", "storage-unreachable", "EXPIRED", 0, "renew"],
    ["transfer", "forbidden", "COMPLETED", 0, "completed"],
    ["transfer", "server", undefined, 0, "retry"],
    ["transfer", "refused", undefined, 0, "fail"],
    ["transfer", "file-unreadable", undefined, 0, "fail"],
    ["finalize", "network", undefined, 0, "ask"],
    ["finalize", "network", "COMPLETED", 0, "completed"],
    ["finalize", "network", "PENDING", 0, "retry"],
    ["finalize", "network", null, 0, "retry"],
    ["finalize", "conflict", "EXPIRED", 0, "renew"],
    ["finalize", "conflict", "PENDING", 0, "renew"],
    ["finalize", "checksum", undefined, 0, "renew"],
    ["finalize", "refused", undefined, 0, "fail"],
  ];
  for (const [step, code, asked, now, expected] of rows) {
    const said = asked === undefined ? "" : `, host says ${asked ?? "nothing"}`;
    it(`${step}: ${code}${said}${now > 1_000 ? ", past its end" : ""} → ${expected}`, () => {
      const remedy = remedyFor({
        step: steps[step],
        error: new UploadError(code, ""),
        attempt: 1,
        renewals: 0,
        now,
        asked: typeof asked === "string" ? remote(asked) : asked,
        random: () => 0.5,
      });
      expect(remedy.kind).to.equal(expected);
    });
  }

  it("accepts one mismatch, not two", () => {
    const situation = { step: steps.finalize, attempt: 1, now: 0, asked: undefined, random: () => 0 };
    const error = new UploadError("checksum", "");
    expect(remedyFor({ ...situation, error, renewals: 0 }).kind).to.equal("renew");
    expect(remedyFor({ ...situation, error, renewals: 1 }).kind).to.equal("fail");
  });
});

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
    expect(accepted.map(({ file }) => file.name)).to.deep.equal(["ok.vtt"]);
    expect(rejections.map(({ code, limit }) => [code, limit])).to.deep.equal([
      ["empty", 1],
      ["too-large", 10],
      ["type", ".vtt"],
      ["name-too-long", 255],
    ]);
  });

  it("counts what the list already holds", () => {
    const { accepted, rejections } = checkEntries([entry("a", 1), entry("b", 1)], { maxFiles: 3 }, 2);
    expect(accepted).to.have.length(1);
    expect(rejections[0]).to.deep.include({ code: "too-many", limit: 3 });
  });

  it("understands accept as an input does, also for files without a type", () => {
    const matches = acceptMatcher("text/*, .PDF, application/json");
    expect(matches({ name: "a.srt", type: "text/plain" })).to.equal(true);
    expect(matches({ name: "a.vtt", type: "" })).to.equal(true);
    expect(matches({ name: "A.pdf", type: "" })).to.equal(true);
    expect(matches({ name: "a.json", type: "application/json;charset=utf-8" })).to.equal(true);
    expect(matches({ name: "a.png", type: "image/png" })).to.equal(false);
  });
});

describe("speed and time left", () => {
  it("says nothing before there is enough to say", () => {
    const meter = new SpeedMeter();
    meter.record(0, 0);
    meter.record(500, 500);
    expect(meter.bytesPerSecond()).to.equal(null);
    expect(remainingMs(100, null)).to.equal(null);
  });

  it("forgets what was long ago", () => {
    const meter = new SpeedMeter();
    for (let second = 0; second <= 60; second += 1)
      meter.record(second < 30 ? second * 10_000 : 300_000 + (second - 30) * 100, second * 1_000);
    expect(meter.bytesPerSecond()).to.be.closeTo(100, 1);
    expect(remainingMs(1_000, 100)).to.equal(10_000);
  });
});
