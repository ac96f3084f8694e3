import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codeForStatus, UploadError, type UploadErrorCode } from "../../../src/engine/errors.ts";
import type { FileStatus, RemoteFile, Session } from "../../../src/engine/ports.ts";
import { MAX_ATTEMPTS, retryDelayMs } from "../../../src/engine/session/retry-delay.ts";
import { DELIVERY_PATIENCE_MS, remedyFor, renewalError } from "../../../src/engine/upload/retry-policy.ts";
import type { Step } from "../../../src/engine/upload/upload-state.ts";
import { sessionOf, tusTransfer } from "../support/memory-ports.ts";

const session: Session = {
  id: "fil_1",
  filename: "a.vtt",
  expiresAt: 1_000,
  token: null,
  transfer: { kind: "put", url: "https://storage.example/a", headers: {} },
};
const steps: Record<Step["kind"], Step> = {
  authorize: { kind: "authorize", replaces: null },
  transfer: { kind: "transfer", session, confirmed: 0 },
  finalize: { kind: "finalize", session },
};
const relayed: Step = {
  kind: "transfer",
  session: sessionOf("fil_2", { transfer: tusTransfer("fil_2") }),
  confirmed: 1,
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

/** The first thing that goes wrong. */
const CALM = {
  attempt: 1,
  renewals: 0,
  deliveryPolls: 0,
  maybeComplete: false,
  wasRefused: false,
  deliveringMs: 0,
  now: 0,
  random: () => 0.5,
} as const;

describe("the retry policy", () => {
  it("waits a random time under a ceiling that doubles up to 30 seconds", () => {
    const error = new UploadError("server", "503");
    const ceilings = [1, 2, 3, 4, 5, 6].map((attempt) => retryDelayMs(error, attempt, () => 1));
    assert.deepEqual(ceilings, [1_000, 2_000, 4_000, 8_000, 16_000, 30_000]);
    assert.equal(
      retryDelayMs(error, 3, () => 0),
      0,
    );
  });

  it("never comes back before Retry-After", () => {
    for (const random of [0, 0.5, 0.99]) {
      for (const code of ["rate-limited", "server"] as const) {
        assert.ok((retryDelayMs(new UploadError(code, "", { retryAfterMs: 2_000 }), 1, () => random) ?? 0) >= 2_000);
      }
    }
  });

  it("gives up after the last attempt, and at once on what a repetition cannot mend", () => {
    assert.equal(
      retryDelayMs(new UploadError("network", ""), MAX_ATTEMPTS, () => 0),
      null,
    );
    for (const code of ["refused", "unauthorized", "forbidden", "protocol", "file-unreadable"] as UploadErrorCode[]) {
      assert.equal(
        retryDelayMs(new UploadError(code, ""), 1, () => 0),
        null,
        code,
      );
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
    // A 403 past the session's end means that it is over, whatever the host's clock says.
    ["transfer", "forbidden", "PENDING", 2_000, "renew"],
    ["transfer", "unauthorized", "PENDING", 2_000, "renew"],
    ["transfer", "storage-unreachable", "PENDING", 2_000, "renew"],
    ["transfer", "unauthorized", "PENDING", 0, "fail"],
    ["transfer", "not-found", "PENDING", 0, "renew"],
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
      const remedy = remedyFor(
        { ...CALM, step: steps[step], error: new UploadError(code, ""), now },
        typeof asked === "string" ? remote(asked) : asked,
      );
      assert.equal(remedy.kind, expected);
    });
  }

  it("asks again while the relay passes the file on, in bounds, and spends no try on that", () => {
    const error = new UploadError("server", "", { status: 503, retryAfterMs: 1_000, apiCode: "delivery_under_way" });
    const situation = { ...CALM, step: relayed, error, attempt: MAX_ATTEMPTS };
    const soon = { kind: "ask-again", delayMs: 1_000 };
    for (const deliveringMs of [0, 6 * 60_000, DELIVERY_PATIENCE_MS - 1]) {
      assert.deepEqual(remedyFor({ ...situation, deliveringMs }), soon);
    }
    assert.equal(remedyFor({ ...situation, deliveringMs: DELIVERY_PATIENCE_MS }).kind, "fail");
    assert.equal(remedyFor({ ...situation, attempt: 1, deliveringMs: DELIVERY_PATIENCE_MS }).kind, "retry");
  });

  it("replaces a session that storage refuses again after a retry, and none that the endpoint refuses", () => {
    for (const code of ["unauthorized", "forbidden", "storage-unreachable"] as const) {
      const situation = { ...CALM, error: new UploadError(code, ""), wasRefused: true };
      assert.equal(remedyFor({ ...situation, step: steps.transfer }, remote("PENDING")).kind, "renew", code);
      assert.notEqual(remedyFor({ ...situation, step: steps.finalize }, remote("PENDING")).kind, "renew", code);
    }
    const gone = { ...CALM, error: new UploadError("network", ""), wasRefused: true, step: steps.transfer };
    assert.equal(remedyFor(gone, remote("PENDING")).kind, "retry");
  });

  it("accepts one mismatch, not two", () => {
    const situation = { ...CALM, step: steps.finalize };
    const error = new UploadError("checksum", "");
    assert.equal(remedyFor({ ...situation, error, renewals: 0 }).kind, "renew");
    assert.equal(remedyFor({ ...situation, error, renewals: 1 }).kind, "fail");
  });
});

type Phase = "create" | "transfer" | "complete" | "cancel";
const STEP_OF: Record<Exclude<Phase, "cancel">, Step["kind"]> = {
  create: "authorize",
  transfer: "transfer",
  complete: "finalize",
};

/** What is done about a status in a phase; "ask" is followed by what is done when the host says that it is pending. */
function decide(phase: Phase, status: number, retryAfterMs?: number): string {
  const code = status === 0 ? "network" : codeForStatus(status);
  const error = new UploadError(code, "", { status: status || undefined, retryAfterMs });
  if (phase === "cancel") return retryDelayMs(error, 1, () => 0.5) === null ? "fail" : "retry";
  const decideOn = (asked?: RemoteFile) => remedyFor({ ...CALM, step: steps[STEP_OF[phase]], error }, asked);
  const first = decideOn();
  return first.kind === "ask" ? `ask, ${decideOn(remote("PENDING")).kind}` : first.kind;
}

describe("every status in every phase", () => {
  type Row = [status: number, create: string, transfer: string, complete: string, cancel: string];
  const rows: Row[] = [
    [0, "retry", "retry", "ask, retry", "retry"],
    [400, "fail", "fail", "fail", "fail"],
    [401, "fail", "ask, fail", "ask, fail", "fail"],
    [403, "fail", "ask, fail", "fail", "fail"],
    [404, "fail", "ask, renew", "ask, renew", "fail"],
    [405, "fail", "fail", "fail", "fail"],
    [408, "retry", "retry", "ask, retry", "retry"],
    // To our own PUT it may be our own first try, and `sendBytes` lets complete decide; here it is a real one.
    [409, "fail", "fail", "ask, renew", "fail"],
    [410, "fail", "ask, renew", "ask, renew", "fail"],
    [411, "fail", "fail", "fail", "fail"],
    [412, "fail", "fail", "ask, renew", "fail"],
    [413, "fail", "fail", "fail", "fail"],
    [415, "fail", "fail", "fail", "fail"],
    [422, "fail", "fail", "fail", "fail"],
    [425, "retry", "retry", "ask, retry", "retry"],
    [429, "retry", "retry", "retry", "retry"],
    [500, "retry", "retry", "ask, retry", "retry"],
    [502, "retry", "retry", "ask, retry", "retry"],
    [503, "retry", "retry", "ask, retry", "retry"],
    [504, "retry", "retry", "ask, retry", "retry"],
  ];
  const phases: Phase[] = ["create", "transfer", "complete", "cancel"];
  for (const [status, ...expected] of rows) {
    it(`${status || "no answer"} → ${phases.map((phase, index) => `${phase}: ${expected[index]}`).join("; ")}`, () => {
      assert.deepEqual(
        phases.map((phase) => decide(phase, status)),
        expected,
      );
    });
  }

  it("a 409 with Retry-After is a request that still runs, and is asked again", () => {
    assert.deepEqual(
      phases.map((phase) => decide(phase, 409, 1_000)),
      ["retry", "retry", "ask, retry", "retry"],
    );
  });

  it("a server that wants to be left alone for more than a quarter of an hour gets a failure with a retry button", () => {
    assert.deepEqual(
      phases.map((phase) => decide(phase, 429, 16 * 60_000)),
      ["fail", "fail", "fail", "fail"],
    );
  });

  it("no doubt outlives the host's word: completed is completed, expired is renewed", () => {
    for (const [status, kind] of [
      ["COMPLETED", "completed"],
      ["EXPIRED", "renew"],
      ["CANCELLED", "renew"],
    ] as const) {
      for (const code of [401, 404, 410, 500, 503].map(codeForStatus)) {
        const situation = { ...CALM, step: steps.finalize, error: new UploadError(code, "") };
        assert.equal(remedyFor(situation, remote(status)).kind, kind, `${code}, ${status}`);
      }
    }
  });

  it("a refusal by storage after the session's end is reported as that end, and a checksum as what it is", () => {
    for (const code of ["storage-unreachable", "forbidden", "unauthorized"] as const) {
      const refusal = new UploadError(code, "its CORS rules do not allow this origin");
      const { code: reported, message, cause } = renewalError(refusal);
      assert.deepEqual([reported, cause], ["expired", refusal]);
      assert.doesNotMatch(message, /CORS/);
    }
    const mismatch = new UploadError("checksum", "other bytes");
    assert.equal(renewalError(mismatch), mismatch);
  });
});
