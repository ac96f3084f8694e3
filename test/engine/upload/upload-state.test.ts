import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { UploadError } from "../../../src/engine/errors.ts";
import type { RemoteFile, Session } from "../../../src/engine/ports.ts";
import {
  INITIAL_STATE,
  sessionOf,
  transition,
  type UploadEvent,
  type UploadState,
} from "../../../src/engine/upload/upload-state.ts";
import { assertIncludes } from "../support/assert-includes.ts";

const session: Session = {
  id: "fil_1",
  filename: "a.vtt",
  expiresAt: null,
  token: null,
  transfer: { kind: "put", url: "https://storage.example/a", headers: {} },
};
const file: RemoteFile = {
  id: "fil_1",
  filename: "a.vtt",
  mimeType: "text/vtt",
  sizeBytes: 10,
  status: "COMPLETED",
  createdAt: 0,
  completedAt: 1,
  expiresAt: null,
};
const error = new UploadError("network", "cut");
const completed: UploadEvent = { type: "completed", file, md5: "d" };

const after = (...events: UploadEvent[]): UploadState => events.reduce(transition, INITIAL_STATE);
const transferring: UploadEvent[] = [{ type: "start" }, { type: "authorized", session, confirmed: 0, attempt: 1 }];
const finalizing: UploadEvent[] = [...transferring, { type: "transferred" }];

describe("the state of one upload", () => {
  it("goes from queued through its three steps to succeeded", () => {
    assertIncludes(after(...transferring), { status: "active", attempt: 1 });
    assertIncludes(after(...finalizing), { status: "active", step: { kind: "finalize", session } });
    assert.deepEqual(after(...finalizing, completed), { status: "succeeded", file, md5: "d" });
  });

  it("returns the same object for an event that does not apply", () => {
    const cancelled = after({ type: "cancel" });
    for (const event of [
      { type: "start" },
      { type: "pause" },
      { type: "fail", error },
      { type: "queue" },
    ] as UploadEvent[]) {
      assert.equal(transition(cancelled, event), cancelled);
    }
    const queued = INITIAL_STATE;
    for (const event of [
      { type: "transferred" },
      { type: "confirmed", bytes: 3, refills: true },
      { type: "renew", replaces: null, error },
    ] as UploadEvent[]) {
      assert.equal(transition(queued, event), queued);
    }
  });

  it("refills the retry budget only when confirmed bytes advance", () => {
    const retried = after(
      ...transferring,
      { type: "wait", reason: "backoff", until: 1, error, spendsTry: true },
      { type: "start" },
    );
    assertIncludes(retried, { attempt: 2 });
    assert.equal(transition(retried, { type: "confirmed", bytes: 0, refills: true }), retried);
    assertIncludes(transition(retried, { type: "confirmed", bytes: 5, refills: true }), { attempt: 1 });
  });

  it("spends no attempt on being offline", () => {
    const back = after(
      ...transferring,
      { type: "wait", reason: "offline", until: null, error, spendsTry: false },
      { type: "start" },
    );
    assertIncludes(back, { attempt: 1 });
  });

  it("keeps the step through pause, failure and retry", () => {
    const paused = after(...transferring, { type: "confirmed", bytes: 4, refills: true }, { type: "pause" });
    assert.deepEqual(paused, { status: "paused", step: { kind: "transfer", session, confirmed: 4 } });
    assert.deepEqual(transition(paused, { type: "queue" }), {
      status: "queued",
      step: { kind: "transfer", session, confirmed: 4 },
    });
    const failed = after(...transferring, { type: "fail", error });
    assertIncludes(transition(failed, { type: "queue" }), { status: "queued" });
  });

  it("learns of bytes that arrived before a pause, and stays paused", () => {
    const paused = after(...transferring, { type: "confirmed", bytes: 4, refills: true }, { type: "pause" });
    assert.deepEqual(transition(paused, { type: "confirmed", bytes: 7, refills: true }), {
      status: "paused",
      step: { kind: "transfer", session, confirmed: 7 },
    });
    assert.equal(transition(paused, { type: "confirmed", bytes: 4, refills: true }), paused);
  });

  it("lets nobody call back a complete that is under way", () => {
    const state = after(...finalizing);
    assert.equal(transition(state, { type: "cancel" }), state);
    assert.equal(transition(state, { type: "pause" }), state);
  });

  it("believes the server when a cancelled file turns out to be complete", () => {
    assertIncludes(
      after(
        ...finalizing,
        { type: "wait", reason: "backoff", until: 1, error, spendsTry: true },
        { type: "cancel" },
        completed,
      ),
      {
        status: "succeeded",
      },
    );
  });

  it("goes back to authorize for a new session, remembering what that one takes the place of", () => {
    for (const replaces of [null, { session, confirmed: 4 }]) {
      assert.deepEqual(after(...finalizing, { type: "renew", replaces, error }), {
        status: "active",
        attempt: 1,
        step: { kind: "authorize", replaces },
      });
    }
  });

  it("begins a transfer where the server says that it stands", () => {
    const state = after({ type: "start" }, { type: "authorized", session, confirmed: 4, attempt: 1 });
    assertIncludes(state, { step: { kind: "transfer", session, confirmed: 4 } });
  });

  it("still knows the session to cancel while its successor is asked for", () => {
    const renewing = after(...transferring, { type: "renew", replaces: { session, confirmed: 4 }, error });
    assert.equal(sessionOf(renewing), session);
  });
});
