import type { UploadError } from "../errors.ts";
import type { Ports } from "../ports.ts";
import type { LazyCheckpoint } from "../recovery/lazy-recovery.ts";
import type { GateOptions, HostGate } from "../session/host-gate.ts";
import type { SessionKeeper } from "../session/session-keeper.ts";
import type { UploadSnapshot } from "../snapshot.ts";
import type { Budget } from "./budget.ts";
import type { Digest } from "./digest.ts";
import type { SentProgress } from "./sent-progress.ts";
import type { LiveState, UploadEvent, UploadState } from "./upload-state.ts";

/** One run, and the upload that it belongs to. Only the upload changes the state, by the events that the run gives it. */
export interface RunContext {
  /** Stops the run. */
  readonly signal: AbortSignal;
  readonly file: File;
  readonly ports: Ports;
  readonly gate: HostGate;
  readonly sessions: SessionKeeper;
  /** null when nothing is stored across page loads. */
  readonly checkpoint: LazyCheckpoint | null;
  readonly digest: Digest;
  readonly progress: SentProgress;
  readonly budget: Budget;
  readonly state: UploadState;
  /** Whether the uploader is disposed of, so that nothing may be retried. */
  readonly isClosing: boolean;
  /** Resolves when the file was inspected, or after a time limit. */
  inspected(signal: AbortSignal): Promise<void>;
  /**
   * Resolves when the content was compared with what was uploaded before, except by the session `own`: once for each
   * run, because another upload may have sent it while this one stood still. Pauses the upload if it was.
   */
  compared(signal: AbortSignal, own?: string): Promise<void>;
  /** Returns false when the event does not apply. */
  apply(event: UploadEvent): boolean;
  /** Reports that only the progress has changed. */
  moved(): void;
  /** Reports that the displayed progress has changed although no byte was sent. */
  redraw(): void;
  /** Reports that an earlier visit left an upload of this file, or of different content with the same name. */
  recognize(origin: UploadSnapshot["origin"]): void;
  /** Ends the run, and lets the upload wait for a place again. */
  requeue(): void;
  /** Cancels the upload although its request to complete was running. */
  close(): void;
}

export type ActiveState = Extract<LiveState, { readonly status: "active" }>;

/** The state while the run goes on; null when it has stopped, or the upload waits or has ended. */
export function activeState({ state, signal }: RunContext): ActiveState | null {
  return state.status === "active" && !signal.aborted ? state : null;
}

/** Ends a wait. */
export function resume(run: RunContext): void {
  run.apply({ type: "start" });
}

/** Options for calls of the endpoint. A closed gate is shown as a wait, which uses up no attempt. */
export function gateOptions(run: RunContext): GateOptions {
  return {
    signal: run.signal,
    onWait: (until: number, error: UploadError) => {
      run.apply({ type: "wait", reason: "backoff", until, error, spendsTry: false });
    },
    onPass: () => resume(run),
  };
}
