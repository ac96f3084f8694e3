import { expect } from "@open-wc/testing";
import { UploadError } from "../../../src/engine/errors.ts";
import type { RemoteFile, Session } from "../../../src/engine/ports.ts";
import {
  INITIAL_STATE,
  sessionOf,
  transition,
  type UploadEvent,
  type UploadState,
} from "../../../src/engine/upload/upload-state.ts";

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
const transferring: UploadEvent[] = [{ type: "start" }, { type: "authorized", session, confirmed: 0 }];
const finalizing: UploadEvent[] = [...transferring, { type: "transferred" }];

describe("the state of one upload", () => {
  it("goes from queued through its three steps to succeeded", () => {
    expect(after(...transferring)).to.deep.include({ status: "active", attempt: 1 });
    expect(after(...finalizing)).to.deep.include({ status: "active", step: { kind: "finalize", session } });
    expect(after(...finalizing, completed)).to.deep.equal({ status: "succeeded", file, md5: "d" });
  });

  it("returns the same object for an event that does not apply", () => {
    const cancelled = after({ type: "cancel" });
    for (const event of [
      { type: "start" },
      { type: "pause" },
      { type: "fail", error },
      { type: "queue" },
    ] as UploadEvent[]) {
      expect(transition(cancelled, event)).to.equal(cancelled);
    }
    const queued = INITIAL_STATE;
    for (const event of [
      { type: "transferred" },
      { type: "confirmed", bytes: 3 },
      { type: "renew", replaces: null },
    ] as UploadEvent[]) {
      expect(transition(queued, event)).to.equal(queued);
    }
  });

  it("refills the retry budget only when confirmed bytes advance", () => {
    const retried = after(...transferring, { type: "wait", reason: "backoff", until: 1, error }, { type: "start" });
    expect(retried).to.deep.include({ attempt: 2 });
    expect(transition(retried, { type: "confirmed", bytes: 0 })).to.equal(retried);
    expect(transition(retried, { type: "confirmed", bytes: 5 })).to.deep.include({ attempt: 1 });
  });

  it("spends no attempt on being offline", () => {
    const back = after(...transferring, { type: "wait", reason: "offline", until: null, error }, { type: "start" });
    expect(back).to.deep.include({ attempt: 1 });
  });

  it("keeps the step through pause, failure and retry", () => {
    const paused = after(...transferring, { type: "confirmed", bytes: 4 }, { type: "pause" });
    expect(paused).to.deep.equal({ status: "paused", step: { kind: "transfer", session, confirmed: 4 } });
    expect(transition(paused, { type: "queue" })).to.deep.equal({
      status: "queued",
      step: { kind: "transfer", session, confirmed: 4 },
    });
    const failed = after(...transferring, { type: "fail", error });
    expect(transition(failed, { type: "queue" })).to.deep.include({ status: "queued" });
  });

  it("learns of bytes that arrived before a pause, and stays paused", () => {
    const paused = after(...transferring, { type: "confirmed", bytes: 4 }, { type: "pause" });
    expect(transition(paused, { type: "confirmed", bytes: 7 })).to.deep.equal({
      status: "paused",
      step: { kind: "transfer", session, confirmed: 7 },
    });
    expect(transition(paused, { type: "confirmed", bytes: 4 })).to.equal(paused);
  });

  it("lets nobody call back a complete that is under way", () => {
    const state = after(...finalizing);
    expect(transition(state, { type: "cancel" })).to.equal(state);
    expect(transition(state, { type: "pause" })).to.equal(state);
  });

  it("believes the server when a cancelled file turns out to be complete", () => {
    expect(
      after(...finalizing, { type: "wait", reason: "backoff", until: 1, error }, { type: "cancel" }, completed),
    ).to.deep.include({
      status: "succeeded",
    });
  });

  it("goes back to authorize for a new session, remembering what that one takes the place of", () => {
    for (const replaces of [null, { session, confirmed: 4 }]) {
      expect(after(...finalizing, { type: "renew", replaces })).to.deep.equal({
        status: "active",
        attempt: 1,
        step: { kind: "authorize", replaces },
      });
    }
  });

  it("begins a transfer where the server says that it stands", () => {
    const state = after({ type: "start" }, { type: "authorized", session, confirmed: 4 });
    expect(state).to.deep.include({ step: { kind: "transfer", session, confirmed: 4 } });
  });

  it("still knows the session to cancel while its successor is asked for", () => {
    const renewing = after(...transferring, { type: "renew", replaces: { session, confirmed: 4 } });
    expect(sessionOf(renewing)).to.equal(session);
  });
});
