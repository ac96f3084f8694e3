import type { UploadError } from "../errors.ts";
import type { RemoteFile, Session } from "../ports.ts";

/** What must happen next: also the point at which an upload is taken up again. */
export type Step =
  /** With what the new session takes the place of: the host may be able to keep its bytes. */
  | { readonly kind: "authorize"; readonly replaces: SessionInUse | null }
  | { readonly kind: "transfer"; readonly session: Session; readonly confirmed: number }
  | { readonly kind: "finalize"; readonly session: Session };

export interface SessionInUse {
  readonly session: Session;
  readonly confirmed: number;
}

export type WaitReason = "backoff" | "offline";

/** Whether that is happening. Only the last two have no next step. */
export type UploadState =
  | { readonly status: "queued"; readonly step: Step }
  | { readonly status: "active"; readonly step: Step; readonly attempt: number }
  | {
      readonly status: "waiting";
      readonly step: Step;
      readonly attempt: number;
      readonly reason: WaitReason;
      /** Epoch milliseconds; null while it depends on the network coming back. */
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
  | { readonly type: "authorized"; readonly session: Session; readonly confirmed: number }
  | { readonly type: "confirmed"; readonly bytes: number }
  | { readonly type: "transferred" }
  | { readonly type: "completed"; readonly file: RemoteFile; readonly md5: string }
  | {
      readonly type: "wait";
      readonly reason: WaitReason;
      readonly until: number | null;
      readonly error: UploadError | null;
    }
  | { readonly type: "renew"; readonly replaces: SessionInUse | null }
  | { readonly type: "fail"; readonly error: UploadError }
  | { readonly type: "pause" }
  | { readonly type: "queue" }
  | { readonly type: "cancel" };

export const INITIAL_STATE: UploadState = { status: "queued", step: { kind: "authorize", replaces: null } };

export type LiveState = Extract<UploadState, { readonly step: Step }>;

/** Has a step, so something can still happen to it. */
export function isLive(state: UploadState): state is LiveState {
  return state.status !== "succeeded" && state.status !== "cancelled";
}

/**
 * Occupies one of the places that `max-concurrent-uploads` counts. An upload that only waits for the host's yes does not:
 * its bytes have arrived, and where the host is at its rate limit the next file may travel in the meantime.
 */
export function takesPlace(state: UploadState): boolean {
  if (state.status === "active") return state.step.kind !== "finalize";
  return state.status === "waiting";
}

/** Nothing more happens by itself. */
export function isSettled(state: UploadState): boolean {
  return !isLive(state) || state.status === "failed";
}

/** The session of a state that has one: what must be cancelled at the host when the upload is given up. */
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

/** While the request to complete is under way nobody can call it back. */
export function isPastReturn(state: UploadState): boolean {
  return state.status === "active" && state.step.kind === "finalize";
}

/**
 * The only way a state changes. Pure and total: an event that does not apply returns the same object, so the caller
 * sees by identity whether anything happened.
 */
export function transition(state: UploadState, event: UploadEvent): UploadState {
  // A lost answer to complete may turn up after the user gave up: what the server has is the truth.
  if (event.type === "completed") {
    if (state.status === "succeeded") return state;
    return { status: "succeeded", file: event.file, md5: event.md5 };
  }
  if (!isLive(state)) return state;
  const { step } = state;

  switch (event.type) {
    case "start":
      if (state.status === "queued") return { status: "active", step, attempt: 1 };
      // Being offline says nothing about the server, so it costs no attempt.
      if (state.status === "waiting") {
        return { status: "active", step, attempt: state.reason === "offline" ? state.attempt : state.attempt + 1 };
      }
      return state;
    case "authorized":
      if (state.status !== "active" || step.kind !== "authorize") return state;
      return { status: "active", attempt: 1, step: transferOf(event) };
    case "confirmed":
      if (step.kind !== "transfer" || event.bytes <= step.confirmed) return state;
      // What arrived before a pause comes out after it.
      if (state.status === "paused") return { status: "paused", step: { ...step, confirmed: event.bytes } };
      if (state.status !== "active") return state;
      // Confirmed bytes are the only sign that trying is worth it: they alone refill the retry budget.
      return { status: "active", attempt: 1, step: { ...step, confirmed: event.bytes } };
    case "transferred":
      if (state.status !== "active" || step.kind !== "transfer") return state;
      return { status: "active", attempt: 1, step: { kind: "finalize", session: step.session } };
    case "wait":
      if (state.status !== "active") return state;
      return {
        status: "waiting",
        step,
        attempt: state.attempt,
        reason: event.reason,
        until: event.until,
        error: event.error,
      };
    case "renew":
      if (state.status !== "active") return state;
      return { status: "active", attempt: state.attempt, step: { kind: "authorize", replaces: event.replaces } };
    case "fail":
      return state.status === "active" ? { status: "failed", step, error: event.error } : state;
    case "pause":
      if (isPastReturn(state) || state.status === "paused" || state.status === "failed") return state;
      return { status: "paused", step };
    case "queue":
      return state.status === "paused" || state.status === "failed" ? { status: "queued", step } : state;
    case "cancel":
      return isPastReturn(state) ? state : { status: "cancelled" };
    default:
      return assertNever(event);
  }
}

function transferOf({ session, confirmed }: SessionInUse): Step {
  return { kind: "transfer", session, confirmed };
}

function assertNever(value: never): never {
  throw new TypeError(`unhandled: ${JSON.stringify(value)}`);
}
