import type { UploadError } from "../errors.ts";
import type { RemoteFile, Session } from "../ports.ts";

/** Next step of an upload, and therefore the point from which it resumes. */
export type Step =
  /** `replaces` is the session that the new one replaces; the endpoint may be able to keep its bytes. */
  | { readonly kind: "authorize"; readonly replaces: SessionInUse | null }
  | { readonly kind: "transfer"; readonly session: Session; readonly confirmed: number }
  | { readonly kind: "finalize"; readonly session: Session };

export interface SessionInUse {
  readonly session: Session;
  readonly confirmed: number;
}

/**
 * - `backoff`: until a given time, after an error or a `Retry-After`
 * - `offline`: until the browser reports a network
 */
export type WaitReason = "backoff" | "offline";

/** Whether the step is being performed. Only the last two states have no next step. */
export type UploadState =
  | { readonly status: "queued"; readonly step: Step }
  | { readonly status: "active"; readonly step: Step; readonly attempt: number }
  | {
      readonly status: "waiting";
      readonly step: Step;
      /** Number of the next attempt. */
      readonly attempt: number;
      readonly reason: WaitReason;
      /** Epoch milliseconds; null when the end is not known. */
      readonly until: number | null;
      readonly error: UploadError | null;
    }
  | { readonly status: "paused"; readonly step: Step }
  | { readonly status: "failed"; readonly step: Step; readonly error: UploadError }
  | { readonly status: "succeeded"; readonly file: RemoteFile; readonly md5: string }
  | { readonly status: "cancelled" };

export type UploadStatus = UploadState["status"];

export type UploadEvent =
  | { readonly type: "start" }
  /** `attempt`: number of the next try to transfer the bytes, over all sessions. */
  | { readonly type: "authorized"; readonly session: Session; readonly confirmed: number; readonly attempt: number }
  /** `refills`: more bytes than ever before are confirmed in this run, so that further retries are worthwhile. */
  | { readonly type: "confirmed"; readonly bytes: number; readonly refills: boolean }
  | { readonly type: "transferred" }
  | { readonly type: "completed"; readonly file: RemoteFile; readonly md5: string }
  | {
      readonly type: "wait";
      /** False when the wait does not follow a failed attempt. */
      readonly spendsTry: boolean;
      readonly reason: WaitReason;
      readonly until: number | null;
      readonly error: UploadError | null;
    }
  /** `error` is what made the session useless; null when nothing went wrong in this run. */
  | { readonly type: "renew"; readonly replaces: SessionInUse | null; readonly error: UploadError | null }
  | { readonly type: "fail"; readonly error: UploadError }
  | { readonly type: "pause" }
  /** Requested by the user after a pause or a failure. */
  | { readonly type: "queue" }
  /** Without a command, after a wait, because the next step needs a place that the upload does not hold. */
  | { readonly type: "requeue" }
  | { readonly type: "cancel" };

export const INITIAL_STATE: UploadState = { status: "queued", step: { kind: "authorize", replaces: null } };

export type LiveState = Extract<UploadState, { readonly step: Step }>;

/** True when the upload has a next step. */
export function isLive(state: UploadState): state is LiveState {
  return state.status !== "succeeded" && state.status !== "cancelled";
}

/** Kind of place that a state occupies of `max-concurrent-uploads`; null for none. */
export function placeOf(state: UploadState): "transfer" | "finalize" | null {
  if (state.status !== "active" && state.status !== "waiting") return null;
  return state.step.kind === "finalize" ? "finalize" : "transfer";
}

/** True when nothing more happens without a command. */
export function isSettled(state: UploadState): boolean {
  return !isLive(state) || state.status === "failed";
}

/** The session that must be cancelled at the host when the upload is cancelled; null when there is none. */
export function sessionOf(state: UploadState): Session | null {
  if (!isLive(state)) return null;
  return state.step.kind === "authorize" ? (state.step.replaces?.session ?? null) : state.step.session;
}

/** Bytes that need not be sent again. */
export function confirmedOf(state: UploadState, sizeBytes: number): number {
  if (state.status === "succeeded") return sizeBytes;
  if (!isLive(state)) return 0;
  switch (state.step.kind) {
    case "authorize":
      return state.step.replaces?.confirmed ?? 0;
    case "transfer":
      return state.step.confirmed;
    case "finalize":
      return sizeBytes;
  }
}

/** True during the request to complete, when the upload can be neither paused nor cancelled. */
export function isCompleting(state: UploadState): boolean {
  return state.status === "active" && state.step.kind === "finalize";
}

/** Statuses in which an event applies. */
const APPLIES_IN: { readonly [T in UploadEvent["type"]]: readonly UploadStatus[] } = {
  start: ["queued", "waiting"],
  authorized: ["active"],
  // Bytes that arrived before a pause may be confirmed after it.
  confirmed: ["active", "paused"],
  transferred: ["active"],
  // The response to complete may arrive after the upload was cancelled. The server's state is authoritative.
  completed: ["queued", "active", "waiting", "paused", "failed", "cancelled"],
  wait: ["active", "waiting"],
  renew: ["active"],
  fail: ["active"],
  pause: ["queued", "active", "waiting"],
  queue: ["paused", "failed"],
  requeue: ["waiting"],
  cancel: ["queued", "active", "waiting", "paused", "failed"],
};

/**
 * The only function that changes a state. Pure and total: an event that does not apply returns the same object, so the
 * caller sees by identity whether anything changed.
 */
export function transition(state: UploadState, event: UploadEvent): UploadState {
  if (!APPLIES_IN[event.type].includes(state.status)) return state;
  if (event.type === "completed") return { status: "succeeded", file: event.file, md5: event.md5 };
  return isLive(state) ? nextOf(state, event) : state;
}

function nextOf(state: LiveState, event: Exclude<UploadEvent, { readonly type: "completed" }>): UploadState {
  const { step } = state;
  const attempt = "attempt" in state ? state.attempt : 1;
  switch (event.type) {
    case "start":
      return { status: "active", step, attempt };
    case "authorized":
      return { status: "active", attempt: event.attempt, step: transferOf(event) };
    case "confirmed": {
      if (step.kind !== "transfer" || event.bytes <= step.confirmed) return state;
      const moved = { ...step, confirmed: event.bytes };
      if (state.status === "paused") return { status: "paused", step: moved };
      // Only bytes that were never confirmed before refill the retry budget.
      return { status: "active", attempt: event.refills ? 1 : attempt, step: moved };
    }
    case "transferred":
      return step.kind === "transfer"
        ? { status: "active", attempt: 1, step: { kind: "finalize", session: step.session } }
        : state;
    case "wait": {
      const { reason, until, error, spendsTry } = event;
      if (state.status === "waiting" && state.reason === reason && state.until === until) return state;
      return { status: "waiting", step, attempt: attempt + (spendsTry ? 1 : 0), reason, until, error };
    }
    case "renew":
      return { status: "active", attempt, step: { kind: "authorize", replaces: event.replaces } };
    case "fail":
      return { status: "failed", step, error: event.error };
    case "pause":
      return isCompleting(state) ? state : { status: "paused", step };
    case "queue":
    case "requeue":
      return { status: "queued", step };
    case "cancel":
      return isCompleting(state) ? state : { status: "cancelled" };
  }
}

function transferOf({ session, confirmed }: SessionInUse): Step {
  return { kind: "transfer", session, confirmed };
}
